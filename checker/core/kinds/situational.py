"""Timing, number, channel, people: decided by the facts around the draft. Serves the kinds timing and situation.

    flag: <condition>                   a breach; or names of cases with a condition each, for levels of their own
    unless_said: {when: ..., any: ...}  what clears the breach if the draft says it; `when` limits where that counts
    look: left-out                      instead of `flag`: a look at the people, one of LOOKS, with keys of its own
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from checker.core.context import Context
from checker.core.evidence import Evidence
from checker.core.facts import Condition, Facts
from checker.core.looks.left_out import LeftOut
from checker.core.looks.private_addresses import PrivateAddresses
from checker.core.looks.right_person import RightPerson
from checker.core.outcome import CLEAN, Found, Outcome

if TYPE_CHECKING:
    from checker.core.kinds import Kind

LOOKS: dict[str, type[Kind]] = {
    "left-out": LeftOut,
    "private-addresses": PrivateAddresses,
    "right-person": RightPerson,
}


@dataclass(frozen=True)
class SituationalKind:
    """`cases` are (name, condition) in order; the first that holds is the breach, and its name picks the level.

    A case that is unknown hides those after it: a milder verdict would be a guess.
    """

    cases: tuple[tuple[str | None, Condition], ...]
    said: Evidence | None = None
    said_counts: Condition | None = None
    look: Kind | None = None

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        if "look" in check:
            return cls((), look=LOOKS[check["look"]].from_data(check))
        flagged, said = check["flag"], check.get("unless_said")
        cases = tuple(flagged.items()) if isinstance(flagged, Mapping) else ((None, flagged),)
        return cls(cases, Evidence.from_data(said) if said else None, said.get("when") if said else None)

    def evidence(self) -> Iterable[Evidence]:
        if self.look:
            return self.look.evidence()
        return (self.said,) if self.said else ()

    def judge(self, context: Context) -> Outcome:
        if self.look:
            return self.look.judge(context)
        outcome = self.breach(context.facts)
        return CLEAN if outcome.found and self._is_cleared(context) else outcome

    def breach(self, facts: Facts) -> Outcome:
        """What the facts alone say, before any draft: a breach, what is missing, or neither."""
        for name, condition in self.cases:
            holds, needs = facts.judge(condition)
            if holds is None:
                return Outcome(needs=needs)
            if holds:
                return Outcome((Found(case=name),))
        return CLEAN

    def can_be_cleared(self, facts: Facts) -> bool:
        """Whether a draft that says the right thing would clear the breach."""
        return self.said is not None and facts.judge(self.said_counts)[0] is True

    def _is_cleared(self, context: Context) -> bool:
        if self.said is None or not self.can_be_cleared(context.facts):
            return False
        return bool(self.said.find(context.draft, context.hits))
