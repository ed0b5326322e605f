"""The plan as the browser's worker asks for it, by the real rules; and the table of holidays that it stands on."""

from __future__ import annotations

import functools
import json
from datetime import date

import pytest
from icalendar import Calendar
from our_rules import our_library

from checker.core.wire import Engine
from checker.core.workdays import Calendar as Workdays

COUNTRIES = "US GB IE CA AU NZ IN SG ZA NG DE FR NL ES IT SE CH AT PL BR MX JP".split()
SITUATION = {
    "now": "2026-03-02T16:00",
    "country": "GB",
    "interview": {"at": "2026-03-02T14:00", "decision_by": "2026-03-13"},
}


@functools.cache
def engine() -> Engine:
    return Engine(json.dumps(our_library().as_data(), default=str))


def answer(situation, *address):
    text = engine().plan(json.dumps(situation), *address)
    assert "\n" not in text
    return json.loads(text)


def test_a_plan_and_its_calendar():
    told = answer(SITUATION, "https://afterword.example/")
    assert set(told) == {"plan", "calendar"}
    assert [step["id"] for step in told["plan"]["steps"]] == ["notes", "thank-you", "their-date", "check-in", "rest"]
    assert [str(event["URL"]) for event in Calendar.from_ical(told["calendar"]).events] == ["https://afterword.example/planner/"] * 3


def test_reasons_are_rules_with_their_facts_filled_in():
    (check_in,) = (step for step in answer(SITUATION)["plan"]["steps"] if step["id"] == "check-in")
    messages = " ".join(reason["message"] for reason in check_in["why_not_earlier"])
    assert "13 March 2026" in messages and "{" not in messages
    assert {reason["page"] for reason in check_in["why_not_earlier"]} >= {"rules/wait-for-their-date/"}


def test_no_calendar_where_nothing_lies_ahead():
    assert answer({})["calendar"] == ""


@pytest.mark.parametrize(
    "situation, where",
    [
        ({"interview": {"att": "2026-03-02"}}, "situation.interview.att"),
        ({"interview": {"at": "soon"}}, "situation.interview.at"),
        ([], "situation"),
    ],
)
def test_a_situation_that_cannot_be_read(situation, where):
    (problem,) = answer(situation)["problems"]
    assert problem["where"] == where and problem["message"]


def test_a_plan_does_not_change_the_checks_after_it():
    before = engine().check("Dear Dana,\n\nAny news?\n\nSam", json.dumps(SITUATION))
    answer(SITUATION)
    assert engine().check("Dear Dana,\n\nAny news?\n\nSam", json.dumps(SITUATION)) == before


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_the_table_of_holidays_covers_the_years_ahead(country, year):
    days = [date(year, int(day[:2]), int(day[2:])) for day in engine().rules.holidays[country][str(year)].split()]
    assert days == sorted(set(days))
    assert len(days) >= 4
    assert days[0].month == 1 and days[-1].month >= 11  # the whole year


@pytest.mark.parametrize(
    "country, day",
    [
        ("US", "2026-11-26"), ("US", "2027-11-25"), ("US", "2028-11-23"),  # Thanksgiving
        ("GB", "2026-12-28"), ("GB", "2027-12-27"), ("GB", "2028-12-26"),  # Boxing Day, moved from a weekend
        ("DE", "2026-05-14"), ("FR", "2027-05-06"), ("NL", "2028-05-25"),  # Ascension Day
        ("JP", "2026-05-06"), ("JP", "2027-05-03"), ("SE", "2028-06-06"), ("MX", "2026-02-02"), ("BR", "2027-09-07"),
        ("CA", "2026-07-01"), ("AU", "2027-01-26"), ("NZ", "2026-04-27"), ("IN", "2028-01-26"), ("ZA", "2026-08-10"),
    ],
)  # fmt: skip
def test_holidays_that_are_known_to_everyone_there(country, day):
    assert not Workdays(engine().rules.holidays, country).is_working_day(date.fromisoformat(day))
