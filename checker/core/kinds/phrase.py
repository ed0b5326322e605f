"""Something is said that should not be: every find is a breach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.evidence import Evidence
from checker.core.outcome import Found, Outcome


@dataclass(frozen=True)
class PhraseKind:
    looks_for: Evidence

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        return cls(Evidence.from_data(check))

    def evidence(self) -> Iterable[Evidence]:
        return (self.looks_for,)

    def judge(self, context: Context) -> Outcome:
        finds = self.looks_for.find(context.draft, context.hits)
        return Outcome(tuple(Found(find.start, find.end) for find in finds))
