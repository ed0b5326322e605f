"""One step of a plan: a message whose window the rules are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from checker.core.check import filled
from checker.core.facts import as_date
from checker.core.moments import Judge, Mark, first_moment, moments
from checker.core.plan_facts import LONGEST, PlanFacts, is_before, shifted
from checker.core.plan_note import free_days
from checker.core.rules import RuleSet
from checker.core.window import Window, cost, find_window, grave, gravity, in_order

_STAGES = {"thank-you": "thank-you", "answer-decision": "after-decision"}  # every other message is a check-in
_DAYS = {"thank-you": 28, "after-decision": 28, "check-in": 84}  # how far to look, after the last date that is known
_SOON = 14  # days in which a message that is late finds a good hour
_LONG_AGO = timedelta(days=-365)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Reason:
    """A rule that fires, as a reader is told of it."""

    rule: str
    level: str
    title: str
    message: str
    page: str


@dataclass(frozen=True)
class Step:
    """The contract's step; see plan.py for the meaning of each field."""

    id: str
    stage: str | None = None
    state: str = "unknown"
    earliest: date | None = None
    best: date | None = None
    latest: date | None = None
    next: date | None = None
    needs: tuple[str, ...] = ()
    why_not_earlier: tuple[Reason, ...] = ()
    why_not_later: tuple[Reason, ...] = ()
    always: tuple[Reason, ...] = ()
    note: str = ""


def grave_reasons(step: Step) -> tuple[Reason, ...]:
    """The errors and warnings that no choice of the moment avoids."""
    return tuple(reason for reason in step.always if reason.level != "suggestion")


def message_step(known: PlanFacts, rules: RuleSet, id: str) -> Step:
    """The message's window, by asking the rules about every moment at which it could go out."""
    stage = _STAGES.get(id, "check-in")
    step = Step(id, stage)
    if known.interview is None and stage == "thank-you":
        return replace(step, needs=("interview.at",))
    grid = _grid(known, stage)
    answers = stage == "after-decision"  # the reply to them is what they wait for
    judge = Judge(rules, known.facts, stage, answers)
    if not grid or all("interview.at" in judge.lacks(moment) for moment in (grid[0], grid[-1])):
        return replace(step, needs=("interview.at",) if known.interview is None else ())
    window = _window(judge, grid)
    assert window is not None  # as there are moments
    state = _state(window, judge, known, grid[0])
    titles = _Reasons(rules, judge)
    if state == "blocked":
        return replace(step, state=state, always=titles.of(window.always, window.best))

    counted_from = as_date(grid[0] if answers else known.interview or grid[0])

    def without_holidays() -> Window | None:
        return _window(Judge(rules, known.facts, stage, answers, holidays=False), grid)

    return Step(
        id,
        stage,
        state,
        window.earliest,
        window.best,
        window.latest,
        _next(window, judge, known.now, state),
        ("now",) if state == "unknown" else (),
        titles.of(window.why_not_earlier, window.earliest),
        titles.of(window.why_not_later, window.latest or window.earliest),
        titles.of(window.always, window.best),
        free_days(window, judge.calendar, counted_from, without_holidays),
    )


def unavoidable(known: PlanFacts, rules: RuleSet) -> tuple[Reason, ...]:
    """The errors and warnings that one more check-in would bring, whenever it is sent."""
    grid = _grid(known, "check-in")
    judge = Judge(rules, known.facts, "check-in", suggestions=False)
    window = _window(judge, grid)
    return _Reasons(rules, judge).of(in_order(grave(window.always)), window.best) if window else ()


def _begin(known: PlanFacts, stage: str) -> datetime | None:
    """From when on a message makes sense at all: after the interview, a check-in never on the day of the last message."""
    if stage == "after-decision":
        return first_moment(known.now) if known.now else None
    span = known.span(0)
    if span is None:
        return None
    begin = first_moment(known.over or span[0])
    if known.interview is not None and not isinstance(known.interview, datetime):
        begin = shifted(begin, _A_DAY)  # at whatever hour it was
    sent = known.last_sent()
    if stage == "check-in" and sent is not None:
        begin = max(begin, shifted(first_moment(as_date(sent)), _A_DAY))
    return begin


def _grid(known: PlanFacts, stage: str) -> list[datetime]:
    """The moments in question."""
    begin, days = _begin(known, stage), timedelta(days=_DAYS[stage])
    if begin is None:
        return []
    if stage == "after-decision":
        last = max(begin.date(), as_date(known.facts.get("reply_needed_by") or date.min))
        return moments(begin.date(), min(shifted(last, days), shifted(begin.date(), LONGEST)), begin)
    span = known.span(days.days)
    return moments(*span, begin) if span else []


def _state(window: Window, judge: Judge, known: PlanFacts, first: datetime) -> str:
    late = False
    if window.gravity[0]:
        # An error at every moment: the rules forbid the message, or each moment is too late, which long ago none was.
        late = gravity(judge.at(shifted(first, _LONG_AGO)))[0] == 0
        if not late:
            return "blocked"
    now = known.now
    if now is None:
        return "unknown"
    if late:
        return "missed"
    # The moments that were tried begin in the morning and end in the evening; the rules' days may be longer.
    begin = _begin(known, judge.stage)
    fits = isinstance(now, datetime) and now >= (begin or now) and gravity(judge.at(now)) == window.gravity
    if is_before(now, window.earliest):
        return "now" if fits and as_date(now) == as_date(window.earliest) else "later"
    if window.latest is None or not is_before(window.latest, now):
        return "now"
    return "now" if fits and as_date(now) == as_date(window.latest) else "missed"


def _next(window: Window, judge: Judge, now: date | None, state: str) -> datetime | None:
    """The best moment from now on: within the window, or soon, if that is over."""
    if now is None:
        return window.best
    since = first_moment(now)
    if state != "missed":
        ahead = [(count, moment) for moment, count in window.inside if moment >= since]
        return min(ahead)[1] if ahead else since
    soon = moments(as_date(since), shifted(as_date(since), timedelta(days=_SOON)), since)
    return min(soon, key=lambda moment: cost(judge.at(moment)), default=None)


def _window(judge: Judge, grid: list[datetime]) -> Window | None:
    return find_window(grid, [judge.at(moment) for moment in grid])


class _Reasons:
    """Turns marks into what a reader is told."""

    def __init__(self, rules: RuleSet, judge: Judge) -> None:
        self.rules = {rule.id: rule for rule in rules.rules}
        self.judge = judge

    def of(self, marks: Sequence[Mark], moment: datetime) -> tuple[Reason, ...]:
        situation = self.judge.situation(moment)
        found = []
        for id in dict.fromkeys(mark.rule for mark in marks):
            rule = self.rules[id]
            mark = next(mark for mark in marks if mark.rule == id)  # the gravest comes first
            found.append(Reason(rule.id, mark.level, rule.title, filled(rule.message, {}, situation), rule.page))
        return tuple(found)
