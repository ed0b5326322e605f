"""The right name, spelt right: of people, of the company, and in the greeting. One file each; here they meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.evidence import Evidence
from checker.core.kinds.names_company import CompanyKind
from checker.core.kinds.names_greeting import GreetingKind
from checker.core.kinds.names_people import PeopleKind
from checker.core.outcome import Outcome

OF: dict[str, type[PeopleKind | CompanyKind | GreetingKind]] = {
    "people": PeopleKind,
    "company": CompanyKind,
    "greeting": GreetingKind,
}


@dataclass(frozen=True)
class NamesKind:
    """`whose` judges; which of the three it is, a rule's `of` says."""

    whose: PeopleKind | CompanyKind | GreetingKind

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        return cls(OF[check["of"]].from_data(check))

    def evidence(self) -> Iterable[Evidence]:
        return self.whose.evidence()

    def judge(self, context: Context) -> Outcome:
        return self.whose.judge(context)
