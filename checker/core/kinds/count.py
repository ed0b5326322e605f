"""Too much of something: words, exclamation marks, or evidence that adds up past a bound."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.evidence import WRITTEN, Evidence
from checker.core.outcome import CLEAN, Found, Outcome


@dataclass(frozen=True)
class CountKind:
    """`limits` are (condition, bound) pairs; the first whose condition holds is the bound, above it is a breach.

    Evidence counts once a sentence, with the worth of its weightiest find there.
    """

    of: str
    limits: tuple[tuple[Any, int], ...]
    counted: tuple[Evidence, ...] = ()
    together: bool = False  # marks that touch are a breach however few

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        return cls(
            check["of"],
            tuple((limit.get("when"), limit["is"]) for limit in check["at_most"]),
            tuple(Evidence.from_data(entry) for entry in check.get("evidence", [])),
            check.get("never_together", False),
        )

    def evidence(self) -> Iterable[Evidence]:
        return self.counted

    def judge(self, context: Context) -> Outcome:
        for condition, bound in self.limits:
            holds, needs = context.facts.judge(condition)
            if holds is None:
                return Outcome(needs=needs)
            if holds:
                found = _MEASURES[self.of](self, context, bound)
                return Outcome((found,)) if found else CLEAN
        return CLEAN

    def _words(self, context: Context, bound: int) -> Found | None:
        count = len(context.draft.body_words)
        return Found(values={"count": str(count), "limit": str(bound)}) if count > bound else None

    def _exclamation_marks(self, context: Context, bound: int) -> Found | None:
        marks = [
            token for part in WRITTEN for token in context.draft.part_tokens(part) if token.norm[0] in "!！‼"
        ]
        marks.sort()
        values = {"count": str(len(marks)), "limit": str(bound)}
        for place, mark in enumerate(marks):
            last = place
            while last + 1 < len(marks) and marks[last + 1].start == marks[last].end:
                last += 1
            if self.together and (last > place or mark.norm == "‼"):
                return Found(mark.start, marks[last].end, values)
            if place >= bound:
                return Found(mark.start, mark.end, values)
        return None

    def _evidence(self, context: Context, bound: int) -> Found | None:
        worth: dict[int, int] = {}
        places: dict[int, tuple[int, int]] = {}
        for evidence in self.counted:
            for find in evidence.find(context.draft, context.hits):
                if evidence.worth > worth.get(find.sentence, 0):
                    worth[find.sentence] = evidence.worth
                    places[find.sentence] = (find.start, find.end)
        total = 0
        for sentence in sorted(worth):
            total += worth[sentence]
            if total > bound:
                return Found(*places[sentence], {"count": str(total), "limit": str(bound)})
        return None


_MEASURES: dict[str, Callable[[CountKind, Context, int], Found | None]] = {
    "words": CountKind._words,
    "exclamation-marks": CountKind._exclamation_marks,
    "evidence": CountKind._evidence,
}
MEASURES = tuple(_MEASURES)
