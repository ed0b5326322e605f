"""Names of people: the same person under a short form, a title, plain letters or another order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.core.greetings import TITLES
from checker.core.tokens import normal

_EXPANDED = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe"}
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
_SUFFIXES = frozenset("phd rgn md mba jr sr ii iii esq obe mbe frcs cpa pe jd rn bsc msc".split())

ShortForms = Mapping[str, Sequence[str]]


def plain_forms(word: str) -> frozenset[str]:
    """A name word in plain letters, in each usual way: müller → muller, mueller."""
    word = normal(word).removesuffix("'s").strip(".'")
    if word.isascii():
        return frozenset({word})
    bare = "".join(c for c in unicodedata.normalize("NFKD", word.translate(_PLAIN)) if not unicodedata.combining(c))
    expanded = "".join(_EXPANDED.get(c, c) for c in word).translate(_PLAIN)
    expanded = "".join(c for c in unicodedata.normalize("NFKD", expanded) if not unicodedata.combining(c))
    return frozenset({bare, expanded})


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as normalised text, without titles, degrees and initials' dots."""
    parts = [part for part in re.split(r"[\s‐‑-]+", normal(name)) if part.strip(",()").replace(".", "") not in _SUFFIXES]
    words = [word.strip(",'\"()").removesuffix("'s") for part in parts for word in part.split(".")]
    words = [word for word in words if any(letter.isalnum() for letter in word)]
    # A title stands before a name, so the last word of "Jack Ma" is none, nor is "Col" by itself.
    return tuple(word for place, word in enumerate(words) if word not in TITLES or place == len(words) - 1)


@dataclass(frozen=True)
class Person:
    """Somebody the message may be about or go to; `names` are all ways in which the situation names them."""

    names: tuple[str, ...]
    email: str = ""
    lead: bool = False
    thanked: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for name in self.names for word in name_words(name)))

    @property
    def shown(self) -> str:
        """The name a message would use: what they sign with, else title and surname, else the full name."""
        full = self.names[0].split()
        if len(self.names) == 1 and len(full) > 2 and full[0].strip(".").lower() in TITLES:
            return f"{full[0]} {full[-1]}"
        return self.names[-1]

    @property
    def family(self) -> str:
        """The last word of the full name, which follows a title."""
        return self.names[0].split()[-1]


def same_word(written: str, known: str, short_forms: ShortForms) -> bool:
    """Is `written` the name word `known`, in plain letters, as a short form or as an initial?"""
    left, right = plain_forms(written), plain_forms(known)
    if left & right:
        return True
    one, other = min(left), min(right)
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    if abs(len(one) - len(other)) <= 1 and distance(one, other) == 1:
        return False  # Bryan is no short form of Brian, whatever a table says: it is another spelling
    if other in short_forms.get(one, ()) or one in short_forms.get(other, ()):
        return True
    # Lach for Lachlan, Seun for Oluwaseun
    return len(one) >= 3 and len(other) - len(one) >= 2 and other.startswith(one) or len(one) >= 4 and other.endswith(one)


def is_person(written: Sequence[str], person: Person, short_forms: ShortForms) -> bool:
    """Can every written name word be one of the person's? (In any order; titles are left out before.)"""
    joined = "".join(min(plain_forms(word)) for word in written)
    if any(joined == "".join(min(plain_forms(w)) for w in name_words(name)) for name in person.names):
        return True
    return all(any(same_word(word, known, short_forms) for known in person.words) for word in written)


def distance(left: str, right: str, most: int = 3) -> int:
    """Edits between two words, a swap of neighbours counted as one; `most` + 1 when there are more."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    least = 0
    for i, a in enumerate(left, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        above, least = least, min(row)
        if least > most and above >= most:  # two rows decide of all that follow
            return most + 1
    return min(row[-1], most + 1)


def misspells(written: str, known: str) -> bool:
    """Is `written` so near to the name word `known` that it is a slip? One edit, two in seven letters or more."""
    pairs = [(a, b) for a in plain_forms(written) for b in plain_forms(known)]
    if any(a == b for a, b in pairs):
        return False
    return any(min(len(a), len(b)) >= 3 and distance(a, b, most := 2 if min(len(a), len(b)) >= 7 else 1) <= most for a, b in pairs)
