"""Finding what a rule looks for: phrases, reviewed regular expressions, or several phrases in one sentence.

    in: [subject, body]                  parts that are looked at; default: everything that the writer wrote
    opening: 2                           of the body only its first two sentences
    any:                                 any one of these is a find
      - confirm by return                a phrase
      - {all: [<deadline>, <answer>]}    phrases that stand together in one sentence, in any order
      - {regex: '\\[[A-Z]\\w*\\]'}         a reviewed regular expression
    except: [no need to confirm]         a find that touches one of these is none
    except_in_sentence: [you said]       a find in a sentence that holds one of these is none
    except_in_message: [sample letter]   nor is any find in a message that holds one of these
    mark: sentence                       point at the whole sentence of a find, not at its words
    quoted: look                         finds between quotation marks count too (they do not, else)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from checker.core.draft import Draft
from checker.core.expression import Expression
from checker.core.phrasebook import Hit, Hits

# What the situation calls by name is never a find, whatever its words are elsewhere: "lol studio" is no slang.
NAMED = ("{company}", "{position}", "{name}")
WRITTEN = ("subject", "greeting", "body", "closing")


@dataclass(frozen=True, order=True)
class Find:
    """A range of the pasted text and the sentence it stands in (-1: none)."""

    start: int
    end: int
    sentence: int = -1


@dataclass(frozen=True)
class Evidence:
    """One list of things to find, compiled from a rule's `check`."""

    parts: frozenset[str]
    opening: int | None = None
    phrases: tuple[str, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    expressions: tuple[Expression, ...] = ()
    excepted: tuple[str, ...] = ()
    excepted_in_sentence: tuple[str, ...] = ()
    excepted_in_message: tuple[str, ...] = ()
    quoted: bool = False
    whole_sentence: bool = False
    worth: int = 1

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Evidence:
        items = data.get("any", [])
        return cls(
            parts=frozenset(data.get("in", WRITTEN)),
            opening=data.get("opening"),
            phrases=tuple(item for item in items if isinstance(item, str)),
            together=tuple(tuple(item["all"]) for item in items if isinstance(item, Mapping) and "all" in item),
            expressions=tuple(Expression.from_data(item) for item in items if isinstance(item, Mapping) and "regex" in item),
            excepted=tuple(data.get("except", [])),
            excepted_in_sentence=tuple(data.get("except_in_sentence", [])),
            excepted_in_message=tuple(data.get("except_in_message", [])),
            quoted=data.get("quoted") == "look",
            whole_sentence=data.get("mark") == "sentence",
            worth=data.get("worth", 1),
        )

    def all_phrases(self) -> Iterator[str]:
        """Every phrase that has to be looked up in a draft for this evidence."""
        yield from self.phrases
        for group in self.together:
            yield from group
        yield from self.excepted
        yield from self.excepted_in_sentence
        yield from self.excepted_in_message

    def find(self, draft: Draft, hits: Hits) -> list[Find]:
        """What is found, in document order; of finds that overlap the longest is kept."""
        if not self.expressions and hits.keys().isdisjoint(self._sought):
            return []  # nearly always
        if any(True for _ in self._hits(draft, hits, self.excepted_in_message, anywhere=True)):
            return []
        spared = _Ranges((hit.start, hit.end) for hit in self._hits(draft, hits, self.excepted, anywhere=True))
        named = [(hit.start, hit.end) for fact in NAMED for hit in hits.get(fact, ())]
        unnamed = [
            find
            for find in (*self._single(draft, hits, self._plain), *self._joined(draft, hits), *self._matched(draft))
            if not any(start <= find.start and find.end <= end for start, end in named)
        ]
        silent = {hit.sentence for hit in self._hits(draft, hits, self.excepted_in_sentence, anywhere=True)}
        silent |= self._after_opening(draft)
        finds = [
            find
            for find in (*unnamed, *self._single(draft, hits, self._of_facts))
            if find.sentence not in silent and not spared.touch(find.start, find.end)
        ]
        if self.whole_sentence:
            numbers = {find.sentence for find in finds if find.sentence >= 0}
            finds = [Find(draft.sentences[n].start, draft.sentences[n].end, n) for n in numbers]
        return _without_overlaps(finds)

    def _after_opening(self, draft: Draft) -> set[int]:
        if self.opening is None:
            return set()
        body = [number for number, sentence in enumerate(draft.sentences) if sentence.part == "body"]
        return set(body[self.opening :])

    def _hits(self, draft: Draft, hits: Hits, phrases: Iterable[str], anywhere: bool = False) -> Iterator[Hit]:
        for phrase in phrases:
            for hit in hits.get(phrase, ()):
                sentence = draft.sentences[hit.sentence]
                if anywhere or (sentence.part in self.parts and (self.quoted or not sentence.quoted[hit.first])):
                    yield hit

    @cached_property
    def _sought(self) -> frozenset[str]:
        """The phrases without any of which nothing is found."""
        return frozenset((*self.phrases, *(phrase for group in self.together for phrase in group)))

    @cached_property
    def _plain(self) -> tuple[str, ...]:
        return tuple(phrase for phrase in self.phrases if "{" not in phrase)

    @cached_property
    def _of_facts(self) -> tuple[str, ...]:
        """Phrases that ask for a fact by name: what the situation names is just what they look for."""
        return tuple(phrase for phrase in self.phrases if "{" in phrase)

    def _single(self, draft: Draft, hits: Hits, phrases: Iterable[str]) -> Iterator[Find]:
        for hit in self._hits(draft, hits, phrases):
            yield Find(hit.start, hit.end, hit.sentence)

    def _joined(self, draft: Draft, hits: Hits) -> Iterator[Find]:
        for group in self.together:
            by_sentence: list[dict[int, Hit]] = []
            for phrase in group:
                first: dict[int, Hit] = {}
                for hit in self._hits(draft, hits, [phrase]):
                    first.setdefault(hit.sentence, hit)
                by_sentence.append(first)
            for number in by_sentence[0]:
                found = [hits_of[number] for hits_of in by_sentence if number in hits_of]
                if len(found) == len(group):
                    yield Find(min(h.start for h in found), max(h.end for h in found), number)

    def _matched(self, draft: Draft) -> Iterator[Find]:
        for expression in self.expressions:
            for found in expression.find(draft, self.parts):
                if found.end() > found.start():
                    yield Find(found.start(), found.end(), draft.sentence_at(found.start()))


class _Ranges:
    """Ranges merged and in order, so that asking costs next to nothing however many there are."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(ranges):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        """Does one of them share a character with start:end?"""
        place = bisect_left(self.starts, end)
        return place > 0 and self.ends[place - 1] > start


def _without_overlaps(finds: list[Find]) -> list[Find]:
    kept: list[Find] = []
    for find in sorted(finds, key=lambda f: (f.start, -f.end)):
        if not kept or find.start >= kept[-1].end:
            kept.append(find)
        elif find.end > kept[-1].end and find.end - find.start > kept[-1].end - kept[-1].start:
            kept[-1] = find
    return kept
