"""The body repeats another text of the writer's: their application, or a note to somebody else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.draft import parse
from checker.core.evidence import Evidence
from checker.core.names import name_words
from checker.core.outcome import CLEAN, Found, Outcome
from checker.core.tokens import Run, run_spans, runs

_MASK = "·"
_SHINGLE = 5  # words in a run that is compared
_NOTES = "other_notes"

Words = Sequence[str]


@dataclass(frozen=True)
class OverlapKind:
    """Breach: `in_a_row` words of the body stand in the other text, or too many of the body's five-word runs do.

    Too many are at least `share` percent, or more than `above`. In a note to somebody else the names of people are
    masked, for a note that only swaps the name is the same note. Of an application its job title, the company and
    the writer's own name are left out: nobody can write without them.
    """

    other: str  # the fact that holds the other text or texts
    share: float
    in_a_row: int | None = None

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        share = check["above"] + 1e-9 if "above" in check else check["share"]
        return cls(check["with"], share, check.get("in_a_row"))

    def evidence(self) -> Iterable[Evidence]:
        return ()

    def judge(self, context: Context) -> Outcome:
        others = context.situation.get(self.other)
        if not isinstance(others, (str, list)):
            return Outcome(needs=(self.other,))
        body = [run for start, end in context.draft.spans["body"] for run in run_spans(context.draft.text, start, end)]
        for text in [others] if isinstance(others, str) else others:
            found = self._compare(body, text, context)
            if found:
                return Outcome(tuple(found))
        return CLEAN

    def _compare(self, body: list[Run], text: str, context: Context) -> list[Found]:
        if self.other == _NOTES:
            names = {word for person in context.everybody for word in person.words} | context.my_words
            own, theirs = _masked([run.norm for run in body], names), _masked(_body_of(text, context), names)
        else:
            phrases = _left_out(context)
            body = [body[at] for at in _kept([run.norm for run in body], phrases)]
            own, theirs = [run.norm for run in body], runs(text)
            theirs = [theirs[at] for at in _kept(theirs, phrases)]
        if self.in_a_row is not None:
            places = list(_passages(own, theirs, self.in_a_row))
            if places:
                return [Found(body[first].start, body[last].end) for first, last in places]
        shingles = _shingles(own, _SHINGLE)
        known = set(_shingles(theirs, _SHINGLE))
        same = sum(1 for shingle in shingles if shingle in known)
        if shingles and same * 100 >= self.share * len(shingles):
            return [Found(values={"count": str(round(100 * same / len(shingles)))})]
        return []


def _passages(own: Words, theirs: Words, length: int) -> Iterator[tuple[int, int]]:
    """The first and the last word of each passage that has `length` words or more in a row with the other text."""
    known = set(_shingles(theirs, length))
    first = last = -1
    for at, shingle in enumerate(_shingles(own, length)):
        if shingle not in known:
            continue
        if first >= 0 and at > last:
            yield first, last
            first = -1
        first = at if first < 0 else first
        last = at + length - 1
    if first >= 0:
        yield first, last


def _shingles(words: Words, length: int) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + length]) for at in range(len(words) - length + 1)]


def _left_out(context: Context) -> dict[str, list[tuple[str, ...]]]:
    """The job title, the company and the writer's name as runs of words, by their first word, the longest first."""
    facts = (context.situation.text(path) for path in ("position", "company", "me"))
    phrases = sorted((tuple(runs(fact)) for fact in facts), key=len, reverse=True)
    return {phrase[0]: [p for p in phrases if p[:1] == phrase[:1]] for phrase in phrases if phrase}


def _kept(words: Words, phrases: Mapping[str, list[tuple[str, ...]]]) -> list[int]:
    """The places of the words that belong to none of the phrases."""
    kept: list[int] = []
    at = 0
    while at < len(words):
        phrase = next((p for p in phrases.get(words[at], ()) if tuple(words[at : at + len(p)]) == p), None)
        if phrase is None:
            kept.append(at)
        at += len(phrase or "·")
    return kept


def _body_of(text: str, context: Context) -> Words:
    """The other note's body; a text too long to be a message is compared whole."""
    names = frozenset(word for person in context.everybody for word in person.words)
    try:
        return parse(text, context.situation.text("me") or None, names).body_words
    except ValueError:
        return runs(text)


def _masked(words: Words, names: Collection[str]) -> list[str]:
    return [_MASK if any(part in names for part in name_words(word)) else word for word in words]
