"""Too much of something: words, exclamation marks, or evidence that adds up past a bound."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.evidence import WRITTEN, Evidence, Find
from checker.core.outcome import CLEAN, Found, Outcome
from checker.core.tokens import count_runs


@dataclass(frozen=True)
class CountKind:
    """`limits` are (condition, bound) pairs; the first whose condition holds is the bound, above it is a breach.

    Evidence counts once a sentence, with the worth of its weightiest find there; or `each` find of it counts, which
    of several that overlap is the weightiest.
    """

    of: str
    limits: tuple[tuple[Any, int], ...]
    counted: tuple[Evidence, ...] = ()
    together: bool = False  # marks that touch are a breach however few
    each: bool = False  # every find counts, not one a sentence

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        return cls(
            check["of"],
            tuple((limit.get("when"), limit["is"]) for limit in check["at_most"]),
            tuple(Evidence.from_data(entry) for entry in check.get("evidence", [])),
            check.get("never_together", False),
            check.get("each") == "find",
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
        count = context.draft.body_length
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

    def _longest_paragraph(self, context: Context, bound: int) -> Found | None:
        """The first body paragraph of more words than the bound."""
        for start, end in context.draft.paragraphs:
            count = count_runs(context.draft.text, start, end)
            if count > bound:
                return Found(start, end, {"count": str(count), "limit": str(bound)})
        return None

    def _evidence(self, context: Context, bound: int) -> Found | None:
        finds = sorted(
            (find, evidence.worth) for evidence in self.counted for find in evidence.find(context.draft, context.hits)
        )
        chosen: list[tuple[Find, int]] = []
        for find, worth in finds:
            if chosen and self._same(chosen[-1][0], find):
                if worth > chosen[-1][1]:
                    chosen[-1] = (find, worth)
            else:
                chosen.append((find, worth))
        total = 0
        for find, worth in chosen:
            total += worth
            if total > bound:
                return Found(find.start, find.end, {"count": str(total), "limit": str(bound)})
        return None

    def _same(self, one: Find, other: Find) -> bool:
        """Do two finds count as one? `other` does not begin before `one`."""
        return other.start < one.end if self.each else other.sentence == one.sentence


_MEASURES: dict[str, Callable[[CountKind, Context, int], Found | None]] = {
    "words": CountKind._words,
    "paragraph-words": CountKind._longest_paragraph,
    "exclamation-marks": CountKind._exclamation_marks,
    "evidence": CountKind._evidence,
}
MEASURES = tuple(_MEASURES)
