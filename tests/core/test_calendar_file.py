"""The calendar file, read back by an independent reader of the standard."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar
from plan_rules import about, planned

from checker.core.calendar_file import calendar_file, calendar_of, escaped, folded
from checker.core.situation import read_situation

AT = "2026-03-02T14:00"
ADDRESS = "https://afterword.example/"
TEXTS = {"titles": {"thank-you": "Thank them", "check-in": "Ask once"}, "about": "20260302", "page": ""}


def calendar(situation, address=ADDRESS):
    return calendar_of(planned(situation).to_data(), read_situation(situation), address)


def events(situation, address=ADDRESS):
    return Calendar.from_ical(calendar(situation, address)).events


def test_the_calendar_says_what_it_is():
    read = Calendar.from_ical(calendar(about(AT, "2026-03-02T16:00")))
    assert (read["VERSION"], read["PRODID"], read["CALSCALE"]) == ("2.0", "-//Afterword//When should I write//EN", "GREGORIAN")
    assert read.errors == [] and all(event.errors == [] for event in read.events)


def test_one_entry_for_each_step_that_lies_ahead():
    found = events(about(AT, "2026-03-02T16:00", by="2026-03-13"))
    assert [(str(event["SUMMARY"]), event.start, event.end - event.start) for event in found] == [
        ("Send your thank-you", datetime(2026, 3, 3, 8), timedelta(minutes=15)),
        ("The date they gave for a decision", date(2026, 3, 13), timedelta(days=1)),
        ("Check in once", datetime(2026, 3, 16, 8), timedelta(minutes=15)),
    ]


AHEAD = {
    "before the interview": (about(AT, "2026-03-01"), ["notes", "thank-you", "check-in"]),
    "without a now": (about(AT), ["notes", "thank-you", "check-in"]),
    "after the thanks": (about(AT, "2026-03-04", sent=[{"stage": "thank-you", "at": "2026-03-03"}]), ["check-in"]),
    "late thanks": (about(AT, "2026-03-05"), ["thank-you", "check-in"]),
    "a limit": (about(AT, "2026-03-02T16:00", employer_limit={"messages": 1}), ["thank-you"]),
    "a decision": (about(AT, "2026-03-09", decision="rejected"), ["answer-decision"]),
}


@pytest.mark.parametrize("situation, steps", AHEAD.values(), ids=AHEAD)
def test_which_steps_lie_ahead(situation, steps):
    assert [str(event["UID"]) for event in events(situation)] == [f"{step}-20260302T140000@afterword" for step in steps]


@pytest.mark.parametrize("situation", [{}, about(AT, process_closed=True), about(AT, "2026-03-09", decision="offered", sent=[{"stage": "after-decision"}])])
def test_no_file_where_nothing_lies_ahead(situation):
    assert calendar(situation) == ""


def test_times_are_local_and_the_entry_takes_no_time_of_others():
    for event in events(about(AT, "2026-03-02T16:00")):
        assert event.start.tzinfo is None
        assert (event["TRANSP"], event["CLASS"]) == ("TRANSPARENT", "PRIVATE")


def test_a_reminder_at_the_moment_itself():
    found = events(about(AT, "2026-03-02T16:00", by="2026-03-13"))
    assert [[(alarm["ACTION"], alarm.TRIGGER) for alarm in event.walk("VALARM")] for event in found] == [
        [("DISPLAY", timedelta(0))],
        [],  # their date is a whole day
        [("DISPLAY", timedelta(0))],
    ]


def test_the_window_and_its_reasons_are_told():
    thanks, check_in = events(about("2026-03-06T14:00", "2026-03-06T16:00"))
    assert str(thanks["DESCRIPTION"]) == (
        "Between Friday 6 March 2026, 15:00 and Monday 9 March 2026, 18:00.\n"
        "Not earlier: Title of by-day; Title of overnight.\n"
        "Not later: Title of a-day.\n"
        "Saturday 7 March and Sunday 8 March are free days."
    )
    assert str(check_in["DESCRIPTION"]).startswith("From Monday 16 March 2026, 8:00 on.\n")
    assert "\nKeep in mind: Title of stop." in str(check_in["DESCRIPTION"])


@pytest.mark.parametrize(
    "now, stamp",
    [("2026-03-02T16:10", "20260302T161000Z"), ("2026-03-02", "20260302T000000Z"), (None, "20260302T140000Z")],
)
def test_it_was_made_now(now, stamp):
    assert {line for line in calendar(about(AT, now)).split("\r\n") if line.startswith("DTSTAMP")} == {f"DTSTAMP:{stamp}"}


def test_the_ids_stay_when_the_plan_changes():
    first, second = (events(about(AT, "2026-03-02T16:00", **more)) for more in ({}, {"by": "2026-03-20"}))
    assert first[-1].start != second[-1].start
    assert first[-1]["UID"] == second[-1]["UID"]


def test_another_interview_has_other_ids():
    first, second = (events(about(at)) for at in (AT, "2026-03-02T16:00"))
    assert not {event["UID"] for event in first} & {event["UID"] for event in second}


def test_no_names_but_the_company():
    people = {"me": "Sam Reyes", "position": "Baker", "recipients": ["Dana Ortiz"], "their_addresses": ["d@n.example"]}
    situation = about(AT, "2026-03-02T16:00", company="Northwind\nFoods, Inc.", **people)
    situation["interview"]["interviewers"] = [{"name": "Dana Ortiz"}]
    text = calendar(situation)
    assert str(Calendar.from_ical(text).events[0]["SUMMARY"]) == "Send your thank-you (Northwind Foods, Inc.)"
    assert not any(word in text for word in ("Sam", "Reyes", "Dana", "Ortiz", "Baker", "n.example"))


@pytest.mark.parametrize("address, url", [(ADDRESS, f"{ADDRESS}planner/"), ("", None)])
def test_the_page_is_linked(address, url):
    assert {event.get("URL") for event in events(about(AT), address)} == {url}


def test_an_address_cannot_add_lines():
    assert "\r\nX-MORE" not in calendar(about(AT), "https://a.example/\r\nX-MORE:1\r\n")


@pytest.mark.parametrize(
    "text, written",
    [
        ("a; b, c\\d", "a\\; b\\, c\\\\d"),
        ("a\nb", "a\\nb"),
        ("a\r\nb", "a\\nb"),
        ("a\x00\x1b\x7fb", "ab"),
        ("Zürich: “ja”", "Zürich: “ja”"),
    ],
)
def test_texts_are_escaped(text, written):
    assert escaped(text) == written


@pytest.mark.parametrize("company", ["x" * 200, "ß" * 200, "会社" * 60, "👩‍💻 & Söhne; " * 20], ids=["latin", "two", "three", "four"])
def test_long_lines_are_folded_between_characters(company):
    text = calendar(about(AT, company=company))
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    (title,) = {str(event["SUMMARY"]) for event in events(about(AT, company=company)) if "once" in event["SUMMARY"]}
    assert title == f"Check in once ({' '.join(company.split())})"


def test_folding():
    assert folded("x" * 75) == "x" * 75
    assert folded("x" * 150) == "x" * 75 + "\r\n " + "x" * 74 + "\r\n " + "x"


def test_texts_of_ones_own():
    text = calendar_file(planned(about(AT)).to_data(), TEXTS | {"titles": TEXTS["titles"] | {"notes": "Note it"}}, date(2026, 3, 2))
    found = Calendar.from_ical(text).events
    assert [str(event["SUMMARY"]) for event in found] == ["Note it", "Thank them", "Ask once"]
    assert found[0]["UID"] == "notes-20260302@afterword"


def test_a_further_check_in_has_the_title_of_the_first():
    data = planned(about(AT)).to_data()
    data["steps"] = [step | {"id": "check-in-2"} for step in data["steps"] if step["id"] == "check-in"]
    assert [str(event["SUMMARY"]) for event in Calendar.from_ical(calendar_file(data, TEXTS, None)).events] == ["Ask once"]
