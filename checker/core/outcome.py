"""What a kind says of one rule and one draft, before levels and messages are put to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Found:
    """One breach. `values` fill the braces of the message and of the fix; `case` names the level, where it varies."""

    start: int | None = None
    end: int | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    case: str | None = None


@dataclass(frozen=True)
class Outcome:
    """Breaches, or none; `needs` are the facts without which the rule cannot be judged."""

    found: tuple[Found, ...] = ()
    needs: tuple[str, ...] = ()


CLEAN = Outcome()
