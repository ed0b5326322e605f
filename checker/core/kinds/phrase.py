"""Something is said that should not be, or a slip of the pen: every find is a breach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.evidence import Evidence
from checker.core.outcome import Found, Outcome
from checker.core.slips import SLIPS
from checker.core.slips.slip import Slip


@dataclass(frozen=True)
class PhraseKind:
    """`slips` are what no phrase can tell; where a slip and a phrase share their place, the slip is told."""

    looks_for: Evidence
    slips: tuple[Slip, ...] = ()

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        entries = check.get("slips", [])
        return cls(Evidence.from_data(check), tuple(SLIPS[entry["slip"]].from_data(entry) for entry in entries))

    def evidence(self) -> Iterable[Evidence]:
        return (self.looks_for,)

    def judge(self, context: Context) -> Outcome:
        slips = [found for slip in self.slips for found in slip.find(context)]
        said = [Found(find.start, find.end) for find in self.looks_for.find(context.draft, context.hits)]
        return Outcome(tuple(_apart(slips, said)) if slips else tuple(said))


def _apart(slips: list[Found], said: list[Found]) -> list[Found]:
    """All of them in document order, each place told once."""
    kept: list[Found] = []
    taken: set[int] = set()
    for found in (*slips, *said):
        places = range(found.start or 0, found.end or 0)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(found)
    return sorted(kept, key=lambda found: found.start or 0)
