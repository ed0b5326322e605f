"""Timing, number and channel: decided by the facts around the draft alone. Serves the kinds timing and situation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.evidence import Evidence
from checker.core.facts import Condition
from checker.core.outcome import CLEAN, Found, Outcome


@dataclass(frozen=True)
class SituationalKind:
    """`cases` are (name, condition) in order; the first that holds is the breach, and its name picks the level.

    A case that is unknown hides those after it: a milder verdict would be a guess.
    """

    cases: tuple[tuple[str | None, Condition], ...]

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        flagged = check["flag"]
        return cls(tuple(flagged.items()) if isinstance(flagged, Mapping) else ((None, flagged),))

    def evidence(self) -> Iterable[Evidence]:
        return ()

    def judge(self, context: Context) -> Outcome:
        for name, condition in self.cases:
            holds, needs = context.facts.judge(condition)
            if holds is None:
                return Outcome(needs=needs)
            if holds:
                return Outcome((Found(case=name),))
        return CLEAN
