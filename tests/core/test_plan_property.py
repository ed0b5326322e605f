"""What holds for every plan, and that the check agrees with it, rule for rule."""

from __future__ import annotations

import functools
import json
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from our_rules import our_library
from plan_rules import rules

from checker.core.calendar_file import calendar_of
from checker.core.check import check
from checker.core.fields import CHANNELS, STAGES
from checker.core.plan import Plan, plan
from checker.core.plan_step import Step
from checker.core.rules import RuleSet
from checker.core.situation import read_situation

COUNTRIES = [None, "US", "GB", "JP", "IN", "DE", "BR", "ZZ"]
STATES = {"done", "now", "later", "missed", "unknown", "blocked"}
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
TIMES = st.times().map(lambda time: time.replace(second=0, microsecond=0))
MOMENTS = st.one_of(DAYS, st.builds(datetime.combine, DAYS, TIMES))

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@functools.cache
def rules_about_time() -> RuleSet:
    """Afterword's own rules, those alone that turn on facts."""
    data = our_library().as_data()
    kept = [rule for rule in data["rules"] if rule["kind"] in ("timing", "situation") and "look" not in rule["check"]]
    return RuleSet.from_data(data | {"rules": kept})


@st.composite
def situations(draw: st.DrawFn) -> dict[str, Any]:
    """An interview, perhaps a date for the decision, and any day around it."""
    at = draw(MOMENTS)
    day = at.date() if isinstance(at, datetime) else at
    near = st.one_of(st.none(), st.integers(-3, 40).map(lambda days: day + timedelta(days=days)))
    situation: dict[str, Any] = {"interview": {"at": at}, "channel": draw(st.sampled_from(CHANNELS))}
    if by := draw(near):
        situation["interview"]["decision_by"] = by
    if now := draw(near):
        situation["now"] = datetime.combine(now, draw(TIMES))
    if country := draw(st.sampled_from(COUNTRIES)):
        situation["country"] = country
    if draw(st.booleans()):
        sent = [{"stage": stage, "at": day + timedelta(days=number)} for stage, number in (("thank-you", 1), ("check-in", 12))]
        situation["sent"] = sent[: draw(st.integers(0, 2))]
    if draw(st.integers(0, 9)) == 0:
        situation["employer_limit"] = draw(st.sampled_from([{"messages": 1}, {"not_before": day + timedelta(days=6)}]))
    return situation


def assumed(situation: dict[str, Any], found: Plan, step: Step) -> dict[str, Any]:
    """The facts at the step's best moment, with the thanks sent before a check-in."""
    sent = list(situation.get("sent", []))
    (thanks,) = (step for step in found.steps if step.id == "thank-you")
    if step.stage == "check-in" and (at := thanks.next):  # none where late thanks go into the check-in
        sent.append({"stage": "thank-you", "at": at, "channel": situation["channel"]})
    return situation | {"stage": step.stage, "now": step.best, "sent": sent}


@few
@given(situations())
def test_best_lies_in_its_window_and_the_check_has_nothing_against_it(situation):
    found = plan(read_situation(situation), rules_about_time())
    for step in found.steps:
        if step.stage is None or step.best is None:
            continue
        assert step.earliest <= step.best <= (step.latest or step.best)
        assert step.next is None or "now" not in situation or step.next >= situation["now"]
        facts = read_situation(assumed(situation, found, step))
        against = {finding.rule for finding in check("Hello.", facts, rules_about_time()).findings if finding.level != "suggestion"}
        assert against <= {reason.rule for reason in step.always}, step


ANY_DAY = st.one_of(st.dates(), st.datetimes(), st.sampled_from([date.min, date.max, datetime.min, datetime.max]))
ENTRIES = st.fixed_dictionaries(
    {}, optional={"at": ANY_DAY, "stage": st.sampled_from(STAGES), "answered": st.booleans(), "round": st.integers(0, 3)}
)
ANYTHING = st.fixed_dictionaries(
    {},
    optional={
        "now": ANY_DAY,
        "interview": st.fixed_dictionaries({}, optional={"at": ANY_DAY, "decision_by": ANY_DAY, "round": st.integers(0, 3)}),
        "sent": st.lists(ENTRIES, max_size=4),
        "reply_needed_by": ANY_DAY,
        "employer_limit": st.fixed_dictionaries({}, optional={"messages": st.integers(0, 3), "not_before": ANY_DAY}),
        "decision": st.sampled_from(["none", "rejected", "offered"]),
        "process_closed": st.booleans(),
        "country": st.sampled_from(COUNTRIES),
        "company": st.text(max_size=60),
    },
)


@settings(few, max_examples=150)
@given(ANYTHING)
def test_there_is_a_plan_for_any_situation_and_its_calendar_can_be_read(facts):
    situation = read_situation(facts)
    data = plan(situation, rules()).to_data()
    assert json.loads(json.dumps(data)) == data
    assert {step["state"] for step in data["steps"]} <= STATES
    assert len({step["id"] for step in data["steps"]}) == len(data["steps"])
    if text := calendar_of(data, situation):
        assert len(Calendar.from_ical(text).events) >= 1
