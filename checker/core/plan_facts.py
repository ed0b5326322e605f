"""The facts of a situation as a plan reads them, and what a plan takes for granted on the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from checker.core.facts import as_date
from checker.core.moments import first_moment
from checker.core.rules import RuleSet
from checker.core.situation import UNKNOWN, Situation
from checker.core.workdays import Calendar

INTERVIEW = timedelta(hours=1)  # nobody writes while still in the room
_HORIZON = 84  # days
LONGEST = timedelta(days=400)  # dates further apart than this are slips of the pen


@dataclass(frozen=True)
class PlanFacts:
    """`facts` are the situation's, without the moment of sending and with every message taken as sent so far."""

    facts: dict[str, Any]
    now: date | None
    interview: date | None
    decision_by: date | None

    @classmethod
    def of(cls, situation: Situation) -> PlanFacts:
        """The facts of a situation, before anything is taken for granted."""
        facts = {key: value for key, value in situation.facts.items() if key not in ("now", "stage")}
        found = {path: situation.get(path) for path in ("now", "interview.at", "interview.decision_by")}
        known = cls(facts, *(None if value is UNKNOWN else value for value in found.values()))
        return replace(known, facts={**facts, "sent": situation.items("sent")})

    @property
    def sent(self) -> list[dict[str, Any]]:
        return self.facts["sent"]

    @property
    def over(self) -> date | None:
        """When the interview is over; its day where the hour is unknown."""
        return shifted(self.interview, INTERVIEW) if isinstance(self.interview, datetime) else self.interview

    @property
    def decided(self) -> bool:
        return self.facts.get("decision") in ("rejected", "offered")

    @property
    def closed(self) -> bool:
        return self.facts.get("process_closed") is True or self.has_sent("withdraw")

    @property
    def thanked(self) -> bool:
        return self.has_sent("thank-you")

    @property
    def check_ins(self) -> list[dict[str, Any]]:
        return [entry for entry in self.sent if entry.get("stage") == "check-in" and self._is_of_this_round(entry)]

    @property
    def all_answered(self) -> bool:
        return all(entry["answered"] for entry in self.check_ins)

    @property
    def has_new_date(self) -> bool:
        """Whether the date that they gave comes after their answer to the last check-in."""
        asked = [as_date(entry["at"]) for entry in self.check_ins if "at" in entry]
        return self.decision_by is not None and bool(asked) and as_date(self.decision_by) >= max(asked)

    def has_sent(self, stage: str) -> bool:
        """Whether a message of this stage went out in this round."""
        return any(entry.get("stage") == stage and self._is_of_this_round(entry) for entry in self.sent)

    def _is_of_this_round(self, entry: dict[str, Any]) -> bool:
        """A message of an earlier round went out before this interview, or names its round."""
        number = self.facts.get("interview", {}).get("round")
        if "round" in entry and number is not None:
            return entry["round"] == number
        return "at" not in entry or self.interview is None or as_date(entry["at"]) >= as_date(self.interview)

    def last_sent(self) -> date | None:
        """When the last message of any kind went out, as far as the log says when."""
        known = [entry["at"] for entry in self.sent if "at" in entry]
        return max(known, key=first_moment) if known else None

    def without_request(self) -> PlanFacts:
        """A check-in asks; it is not the answer that they wait for, nor is it excused by it."""
        left = {key: value for key, value in self.facts.items() if key not in ("reply_needed_by", "asked_for")}
        return replace(self, facts=left)

    def with_thanks(self, at: date | None) -> PlanFacts:
        """The thank-you taken as sent at its planned moment, if the log has none, or none with a date."""
        if at is None:
            return self
        if not self.thanked:
            return self._with("thank-you", at)
        sent = [entry if "at" in entry or entry.get("stage") != "thank-you" else {**entry, "at": at} for entry in self.sent]
        return replace(self, facts={**self.facts, "sent": sent})

    def with_check_in(self, at: date) -> PlanFacts:
        """One more check-in taken as sent, and as not answered."""
        return self._with("check-in", at)

    def _with(self, stage: str, at: date) -> PlanFacts:
        entry = {"at": at, "stage": stage, "channel": self.facts.get("channel", "email"), "answered": False}
        return replace(self, facts={**self.facts, "sent": [*self.sent, entry]})

    def state_from(self, begin: date | None) -> str:
        """now or later, seen from a beginning; unknown without `now`."""
        if self.now is None:
            return "unknown"
        return "later" if begin is not None and is_before(self.now, begin) else "now"

    def state_on(self, day: date) -> str:
        """later, now or done, seen from a day."""
        if self.now is None:
            return "unknown"
        today, that = as_date(self.now), as_date(day)
        return "later" if today < that else "now" if today == that else "done"

    def span(self, days: int) -> tuple[date, date] | None:
        """The days to look at: from the first known moment on to so many days after the last one. None if none is known."""
        limit = self.facts.get("employer_limit", {}).get("not_before")
        marks = [self.interview, self.decision_by, limit, self.facts.get("reply_needed_by"), self.last_sent()]
        known = [as_date(mark) for mark in marks if mark is not None]
        if not known:
            return None
        first = as_date(self.interview) if self.interview is not None else min(known)
        return first, min(shifted(max(*known, first), timedelta(days=days)), shifted(first, LONGEST))

    def public_holidays(self, rules: RuleSet) -> tuple[date, ...]:
        """The public holidays of the country within the horizon."""
        span = self.span(_HORIZON)
        if span is None:
            return ()
        calendar = Calendar(rules.holidays, self.facts.get("country"))
        days = (span[0] + timedelta(days=number) for number in range((span[1] - span[0]).days + 1))
        return tuple(day for day in days if calendar.is_holiday(day))


def is_before(first: date, second: date) -> bool:
    """Whether one moment lies before the other; by their days as soon as one has no hour."""
    if isinstance(first, datetime) and isinstance(second, datetime):
        return first < second
    return as_date(first) < as_date(second)


def shifted(moment: Any, by: timedelta) -> Any:
    """The moment so much later or earlier; the end of the calendar where that lies beyond it."""
    try:
        return moment + by
    except OverflowError:
        day = date.max if by > timedelta(0) else date.min
        return datetime.combine(day, time.max if by > timedelta(0) else time.min) if isinstance(moment, datetime) else day
