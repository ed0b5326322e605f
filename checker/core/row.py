"""The words of one sentence, and where in it facts and lists fit."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

# Where something begins → one after the last word of each of its fits there.
NUMBERS = "<number"  # among words, as `list_key` has it
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen couple several few".split()
)
Fits = dict[int, Collection[int]]
FactWords = Mapping[str, Sequence[tuple[str, ...]]]


def list_key(name: str) -> str:
    """A list among words: no word has such a sign in it."""
    return f"<{name}"


class Row:
    """A sentence while phrases are looked for in it.

    `fits` has facts by their names, "^" and "$" among them, and lists by their keys. `places` says where each word stands, and
    where numbers do, in figures or in words; `present` has all words, and the keys of lists that fit somewhere. `remembered` is what
    pieces found out.
    """

    __slots__ = ("fits", "length", "places", "present", "remembered", "words")

    def __init__(self, words: Sequence[str], fits: dict[str, Fits]) -> None:
        self.words = (*words, "")  # so that one may look at what follows the last one
        self.length = len(words)
        self.fits = fits
        self.places: dict[str, list[int]] = {}
        for at, word in enumerate(words):
            self.places.setdefault(word, []).append(at)
        numbers = [at for at, word in enumerate(words) if word[:1].isdigit() or word in _NUMBER_WORDS]
        if numbers:
            self.places[NUMBERS] = numbers
            fits[NUMBERS] = {at: (at + 1,) for at in numbers}
        self.present = set(self.places)  # and lists that fit somewhere
        self.remembered: dict[tuple[object, int], Collection[int]] = {}


def fact_fits(words: Sequence[str], facts: FactWords) -> dict[str, Fits]:
    """Where facts fit in a sentence. Its start and its end are no words long."""
    end = len(words)
    ends = {end: (end,)}
    while end and words[end - 1][0] in "!?…":
        end -= 1
        ends[end] = (end,)
    found: dict[str, Fits] = {"^": {0: (0,)}, "$": ends}
    here = frozenset(words)
    for name, forms in facts.items():
        by_start: dict[int, tuple[int, ...]] = {}
        for form in forms:
            if here.issuperset(form):
                for at in range(len(words) - len(form) + 1):
                    if tuple(words[at : at + len(form)]) == form:
                        by_start[at] = (*by_start.get(at, ()), at + len(form))
        if by_start:
            found[name] = by_start
    return found
