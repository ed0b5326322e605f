"""All phrases of all rules, looked up in a draft."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from checker.core.draft import Draft
from checker.core.matcher import Fit, Matcher
from checker.core.phrase_table import Table, table_of
from checker.core.phrases import WordLists
from checker.core.row import FactWords, fact_fits

_AT_ONCE = 200  # phrases, in less time than a check takes


class Hit(NamedTuple):
    """A phrase found: sentence number, its words [first, last), and the range of the pasted text."""

    sentence: int
    first: int
    last: int
    start: int
    end: int


Hits = Mapping[str, Sequence[Hit]]


class Phrasebook:
    """Phrases, each once however many rules use it. Raises PhraseError for one that cannot be read."""

    def __init__(self, texts: Iterable[str], lists: Mapping[str, Sequence[str]] | WordLists, ready: Table | None = None) -> None:
        """`ready` is the table of these phrases, where somebody has made it."""
        self._lists = lists if isinstance(lists, WordLists) else WordLists(lists)
        self._table = ready or table_of(texts, self._lists)
        self._texts = [*self._table.phrases]
        self._matcher = Matcher(self._table)
        self._before: Phrasebook | None = None
        self._last: dict[Hashable, list[Fit]] = {}  # by a sentence's words, and where facts fit

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> Phrasebook:
        """The book that `as_data` told. It reads no phrase before a text may have it, and cannot be given others."""
        table = Table.of_data(data)
        return cls(table.phrases, {}, table)

    def as_data(self) -> dict[str, Any]:
        """The book as plain data: see `phrase_table`."""
        return self._table.as_data()

    def __len__(self) -> int:
        return len(self._texts) + (len(self._before) if self._before else 0)

    def __contains__(self, text: object) -> bool:
        return text in self._table.phrases or (self._before is not None and text in self._before)

    def with_more(self, texts: Iterable[str]) -> Phrasebook:
        """These phrases and more of them. What has been worked out for these serves both books."""
        more = Phrasebook((text for text in texts if text not in self), self._lists)
        more._before = self
        return more

    def afresh(self, texts: Iterable[str]) -> Phrasebook:
        """Other phrases over the same word lists, which are not read again."""
        return Phrasebook(texts, self._lists)

    def put_together(self) -> Iterator[None]:
        """Make what no draft has asked for yet, a little with each step. After that no draft waits for it."""
        for number, each in enumerate(self._table.sought):
            each.piece, each.other  # noqa: B018 - asking for them makes them
            if number % _AT_ONCE == 0:
                yield

    def find(self, draft: Draft, facts: FactWords) -> dict[str, list[Hit]]:
        """Every phrase that occurs, with its hits in document order: leftmost, then longest, not overlapping itself."""
        hits = self._before.find(draft, facts) if self._before else {}
        last, self._last = self._last, {}
        for number, sentence in enumerate(draft.sentences):
            words = sentence.words
            norms = tuple(word.norm for word in words)
            where = fact_fits(norms, facts)
            # While somebody types, all sentences but one are those of the check before.
            key = (norms, *((name, *fits.items()) for name, fits in where.items()))
            found = self._last[key] = last[key] if key in last else self._matcher.find(norms, where)
            for phrase, first, end in found:
                hit = Hit(number, first, end, words[first].start, words[end - 1].end)
                hits.setdefault(self._texts[phrase], []).append(hit)
        return hits
