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
from checker.core.pieces import list_key
from checker.core.row import Fits, Row


class Fit(NamedTuple):
    """A phrase, by its number, and its words [first, last) in the sentence."""

    phrase: int
    first: int
    last: int


class Matcher:
    """Looks for what stands in a table."""

    def __init__(self, table: Table) -> None:
        everything = table.sought
        self._levels = 1 + max((each.level for each in everything), default=0)
        self._lists_of: defaultdict[str, list[str]] = defaultdict(list)  # by their words
        self._lists_below: list[list[str]] = [[] for _ in range(self._levels + 1)]  # those of the level below, by level
        for name, of in table.lists.items():
            key = list_key(name)
            self._lists_below[of.level + 1].append(key)
            for word in of.words:
                self._lists_of[word].append(key)
        self._under: defaultdict[str, list[Sought]] = defaultdict(list)  # by the rarest keys
        for each in everything:
            for key in each.rarest:
                self._under[key].append(each)
        self._always = [each for each in everything if not each.rarest]

    def find(self, words: Sequence[str], facts: dict[str, Fits]) -> list[Fit]:
        """Every phrase that fits: leftmost, then longest, not overlapping itself. `facts`: see `fact_fits`."""
        row = Row(words, facts)
        present = row.present
        waiting: list[dict[Sought, None]] = [{} for _ in range(self._levels)]
        for each in self._always:
            waiting[each.level][each] = None
        for word, places in row.places.items():
            for each in self._under.get(word, ()):
                waiting[each.level][each] = None
            for key in self._lists_of.get(word, ()):
                fits = row.fits.setdefault(key, {})
                for at in places:
                    fits[at] = (at + 1,)
        found: list[Fit] = []
        for level, called in enumerate(waiting):
            for key in self._lists_below[level]:
                if key in row.fits:
                    present.add(key)
                    for each in self._under.get(key, ()):
                        waiting[each.level][each] = None
            for each in called:
                other = each.other
                if other and other.isdisjoint(present):
                    continue
                fits = each.piece.fits(row)
                if fits and isinstance(each.owner, int):
                    found += _apart(each.owner, fits)
                elif fits:
                    known = row.fits.setdefault(each.owner, {})
                    for at, ends in fits.items():
                        known[at] = {*known[at], *ends} if at in known else ends
        return found


def _apart(phrase: int, fits: Fits) -> Iterator[Fit]:
    """Leftmost, then longest, none over another."""
    free_from = 0
    for at in sorted(fits):
        if at >= free_from:
            free_from = max(fits[at])
            yield Fit(phrase, at, free_from)
