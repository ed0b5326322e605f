"""All phrases of all rules, looked up in one pass over the words of a draft.

Every phrase is filed under the words it can begin with, so the cost grows with the text and hardly with
the number of phrases: a word that begins no phrase costs one dictionary look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from checker.core.draft import Draft
from checker.core.matching import FactWords
from checker.core.phrases import Phrase, WordLists, compile_phrase


class Hit(NamedTuple):
    """A phrase found: sentence number, its words [first, last), and the range of the pasted text."""

    sentence: int
    first: int
    last: int
    start: int
    end: int


Hits = Mapping[str, Sequence[Hit]]


class Phrasebook:
    """Compiled phrases, each once however many rules use it."""

    def __init__(self, texts: Iterable[str], lists: Mapping[str, Sequence[str]]) -> None:
        self._by_first: dict[str, list[Phrase]] = {}
        self._anywhere: list[Phrase] = []
        compiled = WordLists(lists)
        for text in dict.fromkeys(texts):
            phrase = compile_phrase(text, compiled)
            if phrase.first is None:
                self._anywhere.append(phrase)
            else:
                for word in sorted(phrase.first):
                    self._by_first.setdefault(word, []).append(phrase)

    def find(self, draft: Draft, facts: FactWords) -> dict[str, list[Hit]]:
        """Every phrase that occurs, with its hits in document order: leftmost, then longest, not overlapping itself."""
        hits: dict[str, list[Hit]] = {}
        for number, sentence in enumerate(draft.sentences):
            words = sentence.words
            norms = [word.norm for word in words]
            free_from: dict[str, int] = {}
            for at, norm in enumerate(norms):
                candidates = self._by_first.get(norm)
                for phrase in (*candidates, *self._anywhere) if candidates else self._anywhere:
                    if free_from.get(phrase.text, 0) > at:
                        continue
                    last = max(phrase.ends(norms, at, facts), default=at)
                    if last > at:
                        free_from[phrase.text] = last
                        hit = Hit(number, at, last, words[at].start, words[last - 1].end)
                        hits.setdefault(phrase.text, []).append(hit)
        return hits
