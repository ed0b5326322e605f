"""Plans by rules of the tests' own: windows, reasons, holidays. In 2026, 2 March is a Monday."""

from __future__ import annotations

import json

import pytest
from plan_rules import about, planned, rules, short, step, why, window

WINDOWS = {
    # id: (situation, step, earliest, best, latest)
    "an afternoon": (about("2026-03-02T14:00"), "thank-you", ("03-02 15:00", "03-03 08:00", "03-03 18:00")),
    "a morning": (about("2026-03-02T09:10"), "thank-you", ("03-02 10:30", "03-03 08:00", "03-03 18:00")),
    "an evening": (about("2026-03-02T19:00"), "thank-you", ("03-03 08:00", "03-03 08:00", "03-03 18:00")),
    "late on a Friday": (about("2026-03-06T20:30"), "thank-you", ("03-07 08:00", "03-09 08:00", "03-09 18:00")),
    "a Friday": (about("2026-03-06T10:00"), "thank-you", ("03-06 11:00", "03-09 08:00", "03-09 18:00")),
    "a Saturday": (about("2026-03-07T10:00"), "thank-you", ("03-07 11:00", "03-09 08:00", "03-09 18:00")),
    "no hour": (about("2026-03-02"), "thank-you", ("03-03 08:00", "03-03 08:00", "03-03 18:00")),
    "they decide today": (about("2026-03-02T10:00", by="2026-03-02"), "thank-you", ("03-02 11:00", "03-02 11:00", "03-03 18:00")),
    "thanks by phone": (about("2026-03-02T10:00", channel="phone"), "thank-you", ("03-02 11:00", "03-03 09:00", "03-03 17:00")),
    "an answer is due": (about("2026-03-02T10:00", reply_needed_by="2026-03-05T12:00"), "thank-you", ("03-02 11:00", "03-03 08:00", "03-03 18:00")),
    "an answer is due soon": (about("2026-03-02T10:00", reply_needed_by="2026-03-04T10:00"), "thank-you", ("03-02 11:00", "03-03 08:00", "03-03 10:00")),
    "they set a day": (about("2026-03-02T10:00", employer_limit={"not_before": "2026-03-05"}), "thank-you", ("03-05 08:00", "03-05 08:00", "-")),
    "no date": (about("2026-03-02T14:00"), "check-in", ("03-10 08:00", "03-16 08:00", "-")),
    "no date, no hour": (about("2026-03-02"), "check-in", ("03-10 08:00", "03-16 08:00", "-")),
    "a date on a Friday": (about("2026-03-02T14:00", by="2026-03-13"), "check-in", ("03-14 08:00", "03-16 08:00", "-")),
    "a date on a Tuesday": (about("2026-03-02T14:00", by="2026-03-10"), "check-in", ("03-11 08:00", "03-11 08:00", "-")),
    "a date with an hour": (about("2026-03-02T14:00", by="2026-03-10T12:00"), "check-in", ("03-11 08:00", "03-11 08:00", "-")),
    "a date far away": (about("2026-03-02T14:00", by="2026-09-15"), "check-in", ("09-16 08:00", "09-16 08:00", "-")),
    "a date tomorrow": (about("2026-03-02T14:00", by="2026-03-03"), "check-in", ("03-04 08:00", "03-04 08:00", "-")),
    "a date, but no interview": ({"interview": {"decision_by": "2026-03-13"}}, "check-in", ("03-14 08:00", "03-16 08:00", "-")),
    "by phone": (about("2026-03-02T14:00", channel="phone"), "check-in", ("03-10 09:00", "03-16 09:00", "-")),
    "a request does not excuse": (about("2026-03-02T14:00", reply_needed_by="2026-03-04"), "check-in", ("03-10 08:00", "03-16 08:00", "-")),
    "the end of the calendar": (about("9999-12-31T09:00"), "thank-you", ("12-31 10:00", "12-31 10:00", "-")),
    "its beginning": (about("0001-01-01T09:00"), "thank-you", ("01-01 10:00", "01-02 08:00", "01-02 18:00")),
}


@pytest.mark.parametrize("situation, id, expected", WINDOWS.values(), ids=WINDOWS)
def test_windows(situation, id, expected):
    assert window(step(id, situation)) == expected


HOLIDAYS = {
    "Christmas in Britain": ("GB", "2026-12-24T10:00", "12-29 08:00", "12-29 18:00", "01-12 08:00"),
    "Thanksgiving in the United States": ("US", "2026-11-25T10:00", "11-27 08:00", "11-27 18:00", "12-10 08:00"),
    "the same days without a country": (None, "2026-11-25T10:00", "11-26 08:00", "11-26 18:00", "12-09 08:00"),
    "Golden Week in Japan": ("JP", "2026-05-01T10:00", "05-07 08:00", "05-07 18:00", "05-20 08:00"),
    "Ascension Day in Germany": ("DE", "2026-05-13T10:00", "05-15 08:00", "05-15 18:00", "05-29 08:00"),
    "a holiday of others": ("US", "2026-05-13T10:00", "05-14 08:00", "05-14 18:00", "05-28 08:00"),
}


@pytest.mark.parametrize("country, at, best, latest, check_in", HOLIDAYS.values(), ids=HOLIDAYS)
def test_holidays(country, at, best, latest, check_in):
    situation = about(at, **({"country": country} if country else {}))
    thanks = step("thank-you", situation)
    assert (short(thanks.best), short(thanks.latest)) == (best, latest)
    assert short(step("check-in", situation).best) == check_in


NOTES = {
    "none": (about("2026-03-03T10:00"), "thank-you", ""),
    "a weekend": (about("2026-03-06T10:00"), "thank-you", "Saturday 7 March and Sunday 8 March are free days."),
    "one holiday": (about("2026-11-25T10:00", country="US"), "thank-you", "Thursday 26 November (public holiday) is a free day."),
    "both": (
        about("2026-12-24T10:00", country="GB"),
        "thank-you",
        "Friday 25 December (public holiday), Saturday 26 December, Sunday 27 December and Monday 28 December (public holiday) are free days.",
    ),
    "on the way": (
        about("2026-11-24T10:00", country="US"),
        "check-in",
        "Public holidays do not count as working days: Thursday 26 November.",
    ),
    "on the way, but of no weight": (about("2026-11-24T10:00", country="US", by="2026-12-08"), "check-in", ""),
}


@pytest.mark.parametrize("situation, id, expected", NOTES.values(), ids=NOTES)
def test_free_days_that_moved_the_day_are_named(situation, id, expected):
    assert step(id, situation).note == expected


REASONS = {
    "overnight": (about("2026-03-02T14:00"), "thank-you", "overnight:suggestion", "a-day:warning", ""),
    "over the weekend": (about("2026-03-06T14:00"), "thank-you", "by-day:suggestion overnight:suggestion", "a-day:warning", ""),
    "at once": (about("2026-03-02T14:00", by="2026-03-03"), "thank-you", "", "a-day:warning", ""),
    "by phone": (about("2026-03-02T14:00", channel="phone"), "thank-you", "office:warning overnight:suggestion", "a-day:warning", ""),
    "they set a day": (about("2026-03-02T14:00", employer_limit={"not_before": "2026-03-05"}), "thank-you", "limit:error", "", "a-day:warning"),
    "after a date": (about("2026-03-02T14:00", by="2026-03-10"), "check-in", "their-date:error", "", "stop:suggestion"),
    "after two weeks": (about("2026-03-02T14:00"), "check-in", "space:warning a-week:suggestion", "", "stop:suggestion"),
    "a rule is told once": (
        about("2026-03-02T14:00", sent=[{"stage": "thank-you", "at": "2026-03-02T16:00"}]),
        "check-in",
        "a-week:warning space:warning",
        "",
        "stop:suggestion",
    ),
    "to rest": (about("2026-03-02T14:00"), "rest", "", "", "stop:warning"),
}


@pytest.mark.parametrize("situation, id, earlier, later, always", REASONS.values(), ids=REASONS)
def test_reasons(situation, id, earlier, later, always):
    found = step(id, situation)
    assert (why(found.why_not_earlier), why(found.why_not_later), why(found.always)) == (earlier, later, always)


OTHER_NUMBERS = {
    "thanks within four days": ({"hours": 96}, "thank-you", ("03-02 15:00", "03-03 08:00", "03-06 14:00")),
    "three days until the check-in": ({"fewest": 3, "enough": 4, "between": 1}, "check-in", ("03-05 08:00", "03-06 08:00", "-")),
    "four weeks until the check-in": ({"fewest": 20, "enough": 20}, "check-in", ("03-30 08:00", "03-30 08:00", "-")),
    "fifteen days between messages": ({"between": 15}, "check-in", ("03-24 08:00", "03-24 08:00", "-")),
}


@pytest.mark.parametrize("numbers, id, expected", OTHER_NUMBERS.values(), ids=OTHER_NUMBERS)
def test_the_numbers_are_the_rules(numbers, id, expected):
    assert window(step(id, about("2026-03-02T14:00"), rules(**numbers))) == expected


def test_a_date_and_days_of_grace_are_the_rules():
    assert short(step("check-in", about("2026-03-02T14:00", by="2026-03-10"), rules(after=2)).earliest) == "03-13 08:00"


@pytest.mark.parametrize(
    "allowed, ids",
    [
        (1, ["check-in", "rest"]),
        (2, ["check-in", "check-in-2", "rest"]),
        (99, ["check-in", "check-in-2", "check-in-3", "check-in-4", "rest"]),
    ],
)
def test_how_many_check_ins_is_the_rules_affair(allowed, ids):
    found = planned(about("2026-03-02T14:00"), rules(check_ins=allowed))
    assert [step.id for step in found.steps][3:] == ids
    assert why(found.steps[-1].always) == ("" if allowed == 99 else "stop:warning")


def test_a_further_check_in_keeps_its_distance():
    found = planned(about("2026-03-02T14:00"), rules(check_ins=2)).steps[4]
    assert window(found) == ("03-23 08:00", "03-23 08:00", "-")
    assert why(found.why_not_earlier) == "space:warning"


def test_the_plan_as_data():
    data = planned(about("2026-03-06T14:00", "2026-03-06T16:00", by="2026-03-13", country="GB")).to_data()
    assert json.loads(json.dumps(data)) == data
    assert data["version"] == "0.0.1"
    assert data["holidays"][0] == {"date": "2026-04-03", "name": None}
    assert data["steps"][1] == {
        "id": "thank-you",
        "stage": "thank-you",
        "state": "now",
        "earliest": "2026-03-06T15:00",
        "best": "2026-03-09T08:00",
        "latest": "2026-03-09T18:00",
        "next": "2026-03-09T08:00",
        "needs": [],
        "why_not_earlier": [
            {"rule": id, "level": "suggestion", "title": f"Title of {id}", "message": f"Message of {id}.", "page": f"rules/{id}/"}
            for id in ("by-day", "overnight")
        ],
        "why_not_later": [
            {"rule": "a-day", "level": "warning", "title": "Title of a-day", "message": "Message of a-day.", "page": "rules/a-day/"}
        ],
        "always": [],
        "note": "Saturday 7 March and Sunday 8 March are free days.",
    }
    assert data["steps"][2]["best"] == "2026-03-13"
