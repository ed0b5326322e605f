"""Looks for all phrases in a sentence, and only for those that can be there.

Of the words that a phrase cannot be without, it is entered under the rarest. So of thousands of phrases a sentence brings up those
few whose rare words it has; of these the other words are asked for, and what is left is fitted to the sentence, piece by piece.
(Code search does the same, and RE2 in its `FilteredRE2`.)

Entries of word lists are looked for in the same way, and before all that asks for the list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.core.phrase_table import Sought, Table
from checker.core.row import Fits, Row, list_key


class Fit(NamedTuple):
    """A phrase, by its number, and its words [first, last) in the sentence."""

    phrase: int
    first: int
    last: int


class Matcher:
    """Looks for what stands in a table."""

    def __init__(self, table: Table) -> None:
        everything = table.sought
        self._lists_of: defaultdict[str, list[str]] = defaultdict(list)  # by their words
        for name, of in table.lists.items():
            for word in of.words:
                self._lists_of[word].append(list_key(name))
        levels = 1 + max((each.level for each in everything), default=0)
        self._under: list[defaultdict[str, list[Sought]]] = [defaultdict(list) for _ in range(levels)]  # by the rarest keys
        self._always: list[list[Sought]] = [[] for _ in range(levels)]
        for each in everything:
            rarest = each.rarest
            for key in rarest:
                self._under[each.level][key].append(each)
            if not rarest:
                self._always[each.level].append(each)

    def find(self, words: Sequence[str], facts: dict[str, Fits]) -> list[Fit]:
        """Every phrase that fits: leftmost, then longest, not overlapping itself. `facts`: see `fact_fits`."""
        row = Row(words, facts)
        present = row.present
        for word, places in row.places.items():
            for key in self._lists_of.get(word, ()):
                fits = row.fits.setdefault(key, {})
                for at in places:
                    fits[at] = (at + 1,)
                present.add(key)
        found: list[Fit] = []
        for under, always in zip(self._under, self._always, strict=True):
            called = set(always)
            for key in present & under.keys():
                called.update(under[key])
            for each in called:
                other = each.other
                if other and other.isdisjoint(present):
                    continue
                fits = each.piece.fits(row)
                if fits and isinstance(each.owner, int):
                    found += _apart(each.owner, fits)
                elif fits:
                    present.add(each.owner)
                    known = row.fits.setdefault(each.owner, {})
                    for at, ends in fits.items():
                        known[at] = {*known[at], *ends} if at in known else ends
        return sorted(found)


def _apart(phrase: int, fits: Fits) -> Iterator[Fit]:
    """Leftmost, then longest, none over another."""
    free_from = 0
    for at in sorted(fits):
        if at >= free_from:
            free_from = max(fits[at])
            yield Fit(phrase, at, free_from)
