"""When to write, from the interview on: what is ahead, and the window of each message.

No number of days is written here. Each window is found by asking the rules about every half hour (moments.py,
window.py), so a rule that changes changes the plan. Like the check this is pure: `now` is a fact of the situation.

As JSON, moments being local, "2026-03-03T09:30", or a day where no hour is known:

    {"version", "steps": [...], "holidays": [{"date", "name": null}]}
    a step: "id"        notes, thank-you, their-date, check-in (check-in-2 … where rules allow more), rest, answer-decision
            "stage"     the stage that was judged, or null
            "state"     done, now, later, missed, unknown (see needs), blocked (do not send; `always` says why)
            "earliest", "best", "latest"    the window; latest is null where nothing closes it
            "next"      when to act from now on: best, or the next good moment where that is over; null where there is
                        nothing to send, or where late thanks go into a check-in that is due
            "needs"     facts without which the step cannot be planned, such as ["interview.at"]
            "why_not_earlier", "why_not_later", "always"    [{"rule", "level", "title", "message", "page"}]
            "note"      free days that moved the day, in words; or where late thanks go; or ""
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from checker.core.plan_facts import PlanFacts
from checker.core.plan_step import Reason, Step, grave_reasons, message_step, unavoidable
from checker.core.rules import RuleSet
from checker.core.situation import Situation

_MOST_CHECK_INS = 4  # a set of rules that never says stop is stopped here


@dataclass(frozen=True)
class Plan:
    """The steps in order, and the public holidays among the days in question."""

    version: str
    steps: tuple[Step, ...]
    holidays: tuple[date, ...]

    def to_data(self) -> dict[str, Any]:
        """Plain data as the contract above writes it."""
        return {
            "version": self.version,
            "steps": [{key: _plain(value) for key, value in asdict(step).items()} for step in self.steps],
            "holidays": [{"date": day.isoformat(), "name": None} for day in self.holidays],
        }


def plan(situation: Situation, rules: RuleSet) -> Plan:
    """What to send when, after one interview. Never raises; what is not known is said in each step's needs."""
    known = PlanFacts.of(situation)
    if known.decided:
        steps = [*_done(known), _answer(known, rules)]
    elif known.closed:
        steps = [*_done(known), Step("rest", state="now")]
    else:
        steps = list(_whole_way(known, rules))
    return Plan(rules.version, tuple(steps), known.public_holidays(rules))


def _whole_way(known: PlanFacts, rules: RuleSet) -> Iterator[Step]:
    thanks = message_step(known, rules, "thank-you")
    sent = thanks.next or thanks.best
    if known.thanked:
        sent = thanks.best  # for a log that does not say when
        thanks = Step("thank-you", "thank-you", "done")
    elif thanks.state == "missed" and known.check_ins:
        sent, thanks = None, replace(thanks, next=None, note="You have written since. Say your thanks when you next write.")
    elif thanks.state == "missed" and message_step(known.without_request(), rules, "check-in").state == "now":
        # One message instead of two within a day.
        sent, thanks = None, replace(thanks, next=None, note="A check-in is due already. Say your thanks in it.")
    yield _notes(known)
    yield thanks
    yield _their_date(known)
    yield from _check_ins(known.without_request().with_thanks(sent), rules)


def _check_ins(known: PlanFacts, rules: RuleSet) -> Iterator[Step]:
    """Check-ins as long as the rules allow one more, each taken as sent and unanswered; then the rest."""
    before: tuple[Reason, ...] = ()
    since = known.last_sent()
    number, planned = 1, False
    if known.check_ins and not (known.all_answered and known.has_new_date):
        yield Step("check-in", "check-in", "done")
        if known.all_answered:
            yield Step("rest", state="now", earliest=since, needs=("interview.decision_by",))
            return
        number = 2
    while number <= _MOST_CHECK_INS:
        grave = unavoidable(known, rules) if number > 1 else ()
        if new := tuple(reason for reason in grave if reason not in before):
            yield _rest(known, since, new, planned)
            return
        step = message_step(known, rules, "check-in" if number == 1 else f"check-in-{number}")
        yield step
        if step.state == "blocked":
            yield _rest(known, since, grave_reasons(step), planned)
            return
        planned = True
        if step.best is None:
            yield Step("rest", state="unknown", needs=step.needs)
            return
        before = grave_reasons(step)
        since = step.next or step.best
        known = known.with_check_in(since)
        number += 1
    yield _rest(known, since, (), planned)


def _rest(known: PlanFacts, since: date | None, always: tuple[Reason, ...], planned: bool) -> Step:
    """Nothing more to send. As long as a check-in is only `planned`, that is later."""
    state = "now" if not planned else "unknown" if known.now is None else "later"
    return Step("rest", state=state, earliest=since, needs=("now",) if state == "unknown" else (), always=always)


def _notes(known: PlanFacts) -> Step:
    """Right after the interview: the one step that no rule can find anything about."""
    if known.interview is None:
        return Step("notes", state="unknown", needs=("interview.at",))
    state = "done" if known.thanked or known.check_ins else known.state_from(known.over)
    needs = ("now",) if state == "unknown" else ()
    ahead = known.over if state in ("later", "unknown") else None
    return Step("notes", None, state, known.over, known.over, None, ahead, needs)


def _their_date(known: PlanFacts) -> Step:
    day = known.decision_by
    if day is None:
        return Step("their-date", state="unknown", needs=("interview.decision_by",))
    state = known.state_on(day)
    return Step("their-date", None, state, best=day, next=None if state == "done" else day, needs=("now",) if state == "unknown" else ())


def _answer(known: PlanFacts, rules: RuleSet) -> Step:
    """The reply to an offer or a rejection: it starts from now, as nobody notes when the decision came."""
    if known.has_sent("after-decision"):
        return Step("answer-decision", "after-decision", "done")
    if known.now is None:
        return Step("answer-decision", "after-decision", "unknown", needs=("now",))
    return message_step(known, rules, "answer-decision")


def _done(known: PlanFacts) -> Iterator[Step]:
    if known.thanked:
        yield Step("thank-you", "thank-you", "done")
    if known.check_ins:
        yield Step("check-in", "check-in", "done")


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
    return value
