"""The kinds of rule, one file each. A kind is a small frozen value compiled from a rule's `check`:

`from_data(check)` reads it, `evidence()` yields what must be looked up in the draft, `judge(context)` decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, Self

from checker.core.context import Context
from checker.core.evidence import Evidence
from checker.core.outcome import Outcome


class Kind(Protocol):
    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self: ...

    def evidence(self) -> Iterable[Evidence]: ...

    def judge(self, context: Context) -> Outcome: ...
