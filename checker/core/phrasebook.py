"""All phrases of all rules, looked up in one pass over the words of a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from checker.core.automaton import Automaton, FactWords, places
from checker.core.draft import Draft
from checker.core.phrases import WordLists, read_phrase


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

    def __init__(self, texts: Iterable[str], lists: Mapping[str, Sequence[str]] | WordLists) -> None:
        self._texts = list(dict.fromkeys(texts))
        self._before: Phrasebook | None = None
        self._read = lists if isinstance(lists, WordLists) else WordLists(lists)
        self._automaton = Automaton(self._read.pieces)
        for number, text in enumerate(self._texts):
            self._automaton.add(number, read_phrase(text, self._read))

    def __len__(self) -> int:
        return len(self._texts) + (len(self._before) if self._before else 0)

    def __contains__(self, text: object) -> bool:
        return text in self._texts or (self._before is not None and text in self._before)

    def with_more(self, texts: Iterable[str]) -> Phrasebook:
        """These phrases and more of them. What has been worked out for these serves both books."""
        more = Phrasebook((text for text in texts if text not in self), self._read)
        more._before = self
        return more

    def afresh(self, texts: Iterable[str]) -> Phrasebook:
        """Other phrases over the same word lists, which are not read again."""
        return Phrasebook(texts, self._read)

    def find(self, draft: Draft, facts: FactWords) -> dict[str, list[Hit]]:
        """Every phrase that occurs, with its hits in document order: leftmost, then longest, not overlapping itself."""
        hits = self._before.find(draft, facts) if self._before else {}
        for number, sentence in enumerate(draft.sentences):
            words = sentence.words
            norms = [word.norm for word in words]
            where = places(norms, facts)
            free_from: dict[int, int] = {}
            for at in range(len(norms)):
                for phrase, last in self._automaton.follow(norms, at, where).items():
                    if free_from.get(phrase, 0) <= at:
                        free_from[phrase] = last
                        hit = Hit(number, at, last, words[at].start, words[last - 1].end)
                        hits.setdefault(self._texts[phrase], []).append(hit)
        return hits
