"""Misspellings from a list, each with its right spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.outcome import Found
from checker.core.slips.slip import SPOKEN, is_blank, sentences
from checker.core.tokens import normal
from checker.core.written import Word

_SHORTEST_SHOUTED = 4
_PARTS = ("subject", "greeting", "body", "closing")


@dataclass(frozen=True)
class Correction:
    """`right` maps the words of a misspelling, normalised, to what is meant; `lengths` their first words to how many there are, most first."""

    right: Mapping[tuple[str, ...], str]
    lengths: Mapping[str, Sequence[int]]

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Self:
        right = {tuple(normal(wrong).split()): known for wrong, known in entry.get("corrections", {}).items()}
        lengths: dict[str, set[int]] = {}
        for words in filter(None, right):
            lengths.setdefault(words[0], set()).add(len(words))
        return cls(right, {word: sorted(found, reverse=True) for word, found in lengths.items()})

    def find(self, context: Context) -> Iterator[Found]:
        text = context.draft.text
        spared = {word for person in context.everybody for word in person.words} | context.my_words
        spared |= set(normal(f"{context.situation.text('company')} {context.situation.text('position')}").split())
        if context.situation.text("channel") in SPOKEN:
            return
        for _, words in sentences(context, *_PARTS):
            for at, word in enumerate(words):
                if word.norm not in self.lengths or word.quoted or word.norm in spared:
                    continue
                for length in self.lengths[word.norm]:
                    run = words[at : at + length]
                    known = self.right.get(tuple(w.norm for w in run))
                    if known and all(is_blank(text, one.end, two.start) for one, two in zip(run, run[1:])):
                        if not _may_be_a_name(run, at, known):
                            yield Found(word.start, run[-1].end, {"known": known})
                        break


def _may_be_a_name(run: Sequence[Word], at: int, known: str) -> bool:
    """One capitalised word inside a sentence may be somebody's name, unless a capital is right for it: Febuary.

    A short word in capitals may be an abbreviation, but "I" is none.
    """
    word = run[0].text
    if word.isupper() and word != "I" and len(word) <= _SHORTEST_SHOUTED:
        return True
    return len(run) == 1 and at > 0 and word[0].isupper() and not word.isupper() and not known[0].isupper()
