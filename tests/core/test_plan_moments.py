"""The moments of a plan: how often a verdict can change, which rules fire when, and the window in what they say."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from plan_rules import rules, timed
from small_rules import rule_set

from checker.author.conditions import compile_condition as condition
from checker.core.moments import Judge, Mark, moments
from checker.core.paces import ALWAYS, DAILY, NEVER, pace, without_unknowns
from checker.core.situation import read_situation
from checker.core.window import find_window

PACES = {
    "channel == 'phone'": NEVER,
    "known(interview.at)": NEVER,
    "count(sent, it.stage == 'check-in') >= 2": NEVER,
    "date(now) == date(interview.at)": DAILY,
    "working_days(interview.at, now) < 5": DAILY,
    "is_working_day(now) and channel == 'phone'": DAILY,
    "working_days(latest(sent, date(it.at) < date(now), it.at), now) < 5": DAILY,
    "any(sent, days(it.at, now) < 2)": DAILY,
    "hour(now) < 9": ALWAYS,
    "now > reply_needed_by": ALWAYS,
    "not is_working_day(now) or hour(now) < 9": ALWAYS,
    "working_days(latest(sent, it.at < now, it.at), now) < 5": ALWAYS,
}


@pytest.mark.parametrize("text, expected", PACES.items())
def test_pace(text, expected):
    assert pace(condition(text)) == expected


SITUATION = read_situation({"interview": {"at": "2026-03-02T14:00"}})
SETTLED = {
    "now > reply_needed_by": "unknown",
    "now > reply_needed_by or days(now, reply_needed_by) < 2 and hours(now, reply_needed_by) < 24": "unknown",
    "not (now > reply_needed_by)": "unknown",
    "now > reply_needed_by or hour(now) < 9": None,  # still turns on the hour
    "hours(interview.at, now) > 24": None,
    "not known(reply_needed_by) and hour(now) < 9": None,
}


@pytest.mark.parametrize("text, expected", SETTLED.items())
def test_comparisons_with_unknown_facts_are_settled(text, expected):
    settled = without_unknowns(condition(text), SITUATION)
    assert settled == ["fact", "reply_needed_by"] if expected else pace(settled) == ALWAYS


def test_moments_are_the_half_hours_of_the_day():
    found = moments(date(2026, 3, 2), date(2026, 3, 3))
    assert (len(found), found[0], found[-1]) == (42, datetime(2026, 3, 2, 8), datetime(2026, 3, 3, 18))
    assert {later - earlier for earlier, later in zip(found[:21], found[1:21])} == {timedelta(minutes=30)}


@pytest.mark.parametrize("after, first", [("14:00", "14:00"), ("14:01", "14:30"), ("07:00", "08:00"), ("18:01", None)])
def test_moments_after_another(after, first):
    found = moments(date(2026, 3, 2), date(2026, 3, 2), datetime.fromisoformat(f"2026-03-02T{after}"))
    assert (f"{found[0]:%H:%M}" if found else None) == first


def fired(flag: str, now: str, **facts) -> bool:
    more = {key: facts.pop(key) for key in ("when", "unless", "unless_said") if key in facts}
    answers = facts.pop("answers", False)
    judge = Judge(rule_set(timed("r", flag, "thank-you", "warning", **more)), read_situation(facts).facts, "thank-you", answers)
    return judge.at(datetime.fromisoformat(now)) == {Mark("r", "warning")}


DAY = {"interview": {"at": "2026-03-02"}}
SAID = {"any": ["i accept"]}
FIRED = {
    "it fires": ("hour(now) < 9", "2026-03-03T08:30", {}, True),
    "it does not": ("hour(now) < 9", "2026-03-03T09:00", {}, False),
    "a fact is unknown": ("hours(interview.at, now) > 24", "2026-03-09T09:00", {}, False),
    "only on the phone": ("hour(now) < 9", "2026-03-03T08:30", {"when": "channel == 'phone'"}, False),
    "not by email": ("hour(now) < 9", "2026-03-03T08:30", {"unless": "channel == 'email'"}, False),
    "an exemption that is unknown": ("hour(now) < 9", "2026-03-03T08:30", {"unless": "process_closed"}, True),
    "an exemption that comes": ("hour(now) < 9", "2026-03-03T08:30", {"unless": "is_working_day(now)"}, False),
    "for an early interview": ("hours(interview.at, now) > 24", "2026-03-03T09:00", DAY, True),
    "for a late interview": ("hours(interview.at, now) < 12", "2026-03-03T09:00", DAY, True),
    "at no hour": ("hours(interview.at, now) > 48", "2026-03-03T09:00", DAY, False),
    "nothing is said yet": ("hour(now) < 9", "2026-03-03T08:30", {"unless_said": SAID}, True),
    "the message will say it": ("hour(now) < 9", "2026-03-03T08:30", {"unless_said": SAID, "answers": True}, False),
    "saying it would not count": (
        "hour(now) < 9",
        "2026-03-03T08:30",
        {"unless_said": SAID | {"when": condition("hour(now) > 10")}, "answers": True},
        True,
    ),
}


@pytest.mark.parametrize("flag, now, facts, expected", FIRED.values(), ids=FIRED)
def test_what_fires(flag, now, facts, expected):
    assert fired(flag, now, **facts) is expected


def test_a_rule_of_another_stage_is_not_asked():
    judge = Judge(rules(), {}, "withdraw")
    assert judge.at(datetime(2026, 3, 8, 20)) == frozenset()


# One letter for what fires at each moment: e and E errors, w and W warnings, s and t suggestions, . nothing.
LEVELS = {"e": "error", "E": "error", "w": "warning", "W": "warning", "s": "suggestion", "t": "suggestion"}
WINDOWS = {
    # what fires: (earliest, best, latest, why not earlier, why not later, always), moments by number
    "...": (0, 0, None, "", "", ""),
    "ww..": (2, 2, None, "w", "", ""),
    "ww..ee": (2, 2, 3, "w", "e", ""),
    "..w..": (0, 0, 1, "", "w", ""),
    "ew..": (2, 2, None, "w", "", ""),
    "wwss..": (2, 4, None, "ws", "", ""),
    "sstt.": (0, 4, None, "st", "", ""),
    "ssss": (0, 0, None, "", "", "s"),
    "wwww": (0, 0, None, "", "", "w"),
    "eeww": (2, 2, None, "e", "", "w"),
    "wwee": (0, 0, 1, "", "e", "w"),
    "w.w..": (1, 1, 1, "w", "w", ""),  # twice may be too early and too late
    "w.w.w.w.": (1, 1, None, "w", "", ""),  # comes and goes: about the hour
    "w.w.w.ww.": (1, 1, None, "w", "", ""),
    "W.W.W.eee": (1, 1, 5, "W", "e", ""),
    "wsws.w.": (1, 4, None, "s", "", ""),
}


@pytest.mark.parametrize("letters, expected", WINDOWS.items())
def test_windows(letters, expected):
    grid = [datetime(2026, 3, 2, 8) + timedelta(minutes=30 * place) for place in range(len(letters))]
    marks = [frozenset({Mark(letter, LEVELS[letter])} if letter in LEVELS else ()) for letter in letters]
    found = find_window(grid, marks)
    places = [None if moment is None else grid.index(moment) for moment in (found.earliest, found.best, found.latest)]
    told = ["".join(mark.rule for mark in marks) for marks in (found.why_not_earlier, found.why_not_later, found.always)]
    assert (*places, *told) == expected


def test_no_moments_no_window():
    assert find_window([], []) is None
