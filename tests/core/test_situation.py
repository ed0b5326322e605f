"""The facts around a draft: every key is read and typed, and a wrong one is named with its remedy."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from checker.core.fields import FIELDS, kind_of
from checker.core.situation import UNKNOWN, SituationError, read_situation

FULL = {
    "stage": "check-in",
    "channel": "text",
    "formality": "relaxed",
    "country": "US",
    "now": "2026-03-03T09:30",
    "me": "Sam Reyes",
    "position": "Data Analyst",
    "company": "Northwind Foods",
    "interview": {
        "at": "2026-03-02T14:00",
        "round": 1,
        "decision_by": "2026-03-13",
        "interviewers": [
            {"name": "Dana Ortiz", "lead": True, "signs_as": "Dana", "email": "d.ortiz@northwind.example", "thanked": False},
            {"name": "Tom Baker"},
        ],
    },
    "recipients": ["Dana Ortiz"],
    "their_addresses": ["dana@home.example"],
    "their_channels": ["email"],
    "rapport": "good",
    "agency": {"name": "Hale Recruitment", "contact": "Priya Shah"},
    "invited_to_drop_in": False,
    "invited_to_connect": True,
    "asked_for": ["pay", "references", "samples", "availability", "answer"],
    "reply_needed_by": "2026-03-03T12:00",
    "employer_limit": {"messages": 0, "not_before": "2026-03-20"},
    "sent": [{"at": "2026-03-03T09:00", "stage": "thank-you", "channel": "email", "round": 1, "answered": False}],
    "decision": "none",
    "process_closed": False,
    "whole_email": True,
    "attachments": ["cv.pdf"],
    "application": "I have led teams.",
    "other_notes": ["Dear Tom, thank you."],
}


def test_every_key_of_the_contract():
    assert set(FULL) == set(FIELDS)
    situation = read_situation(FULL)
    for key, value in FULL.items():
        if isinstance(value, (bool, str)) and "20" not in str(value):
            assert situation.get(key) == value
    assert situation.get("now") == datetime(2026, 3, 3, 9, 30)
    assert situation.get("interview.decision_by") == date(2026, 3, 13)
    assert situation.get("employer_limit.messages") == 0
    assert [person["lead"] for person in situation.items("interview.interviewers")] == [True, False]


@pytest.mark.parametrize("path", ["now", "interview.at", "interview", "sent", "me", "agency.name", "process_closed"])
def test_an_absent_fact_is_unknown(path):
    assert read_situation({}).get(path) is UNKNOWN
    assert read_situation(None).get(path) is UNKNOWN


@pytest.mark.parametrize("path, value", [("stage", "thank-you"), ("channel", "email"), ("formality", "formal")])
def test_defaults(path, value):
    assert read_situation({}).get(path) == value


def test_nothing_sent_is_not_unknown():
    assert read_situation({"sent": []}).get("sent") == []


def test_an_empty_value_says_nothing():
    assert read_situation({"me": None, "interview": {"at": None}}).get("interview.at") is UNKNOWN


def test_answered_is_false_when_absent():
    assert read_situation({"sent": [{"stage": "check-in"}]}).items("sent") == [{"stage": "check-in", "answered": False}]


def test_unknown_is_neither_true_nor_false():
    with pytest.raises(TypeError):
        bool(UNKNOWN)


@pytest.mark.parametrize("value, code", [("US", "US"), ("gb", "GB"), ("NO", "NO"), (False, "NO"), ("UK", "GB")])
def test_countries(value, code):
    assert read_situation({"country": value}).get("country") == code


@pytest.mark.parametrize(
    "value, moment",
    [
        ("2026-03-02", date(2026, 3, 2)),
        (" 2026-03-02 ", date(2026, 3, 2)),
        ("20260302", date(2026, 3, 2)),
        ("2026-03-02T14:00", datetime(2026, 3, 2, 14)),
        ("2026-03-02 14:00", datetime(2026, 3, 2, 14)),
        ("2026-03-02T14:00:30", datetime(2026, 3, 2, 14, 0, 30)),
        (date(2026, 3, 2), date(2026, 3, 2)),
        (datetime(2026, 3, 2, 14), datetime(2026, 3, 2, 14)),
    ],
    ids=str,
)
def test_moments(value, moment):
    found = read_situation({"now": value}).get("now")
    assert (found, type(found)) == (moment, type(moment))


ERRORS = {
    "unknown key": ({"stagee": "check-in"}, "stagee", "unknown key `stagee`. Did you mean `stage`?"),
    "unknown key, far off": ({"weather": "fine"}, "weather", "unknown key `weather`"),
    "key inside": ({"interview": {"when": 1}}, "interview.when", "unknown key `when`"),
    "key in a list": (
        {"interview": {"interviewers": [{"nmae": "Dana"}]}},
        "interview.interviewers[0].nmae",
        "Did you mean `name`?",
    ),
    "missing name": ({"interview": {"interviewers": [{"lead": True}]}}, "interview.interviewers[0]", "`name` is missing"),
    "choice": ({"stage": "checkin"}, "stage", "one of thank-you, check-in, withdraw, after-decision, other-offer. Did you mean `check-in`?"),
    "choice in a list": ({"asked_for": ["pay", "money"]}, "asked_for[1]", "`money` is not one of pay, references"),
    "choice of a sent message": ({"sent": [{"channel": "emial"}]}, "sent[0].channel", "Did you mean `email`?"),
    "text for a list": ({"recipients": "Dana"}, "recipients", "expected a list, found text `Dana`"),
    "text for a group": ({"interview": "Monday"}, "interview", "expected a group of keys, found text `Monday`"),
    "name for a person": ({"interview": {"interviewers": ["Dana"]}}, "interview.interviewers[0]", "expected a group of keys"),
    "number for a text": ({"me": 5}, "me", "expected text, found a number `5`"),
    "number for a choice": ({"stage": 5}, "stage", "expected one of thank-you"),
    "text for a flag": ({"whole_email": "yes"}, "whole_email", "expected true or false, found text `yes`"),
    "flag for a number": ({"interview": {"round": True}}, "interview.round", "expected a whole number, 0 or more, found true or false"),
    "negative number": ({"interview": {"round": -1}}, "interview.round", "expected a whole number, 0 or more"),
    "broken number": ({"interview": {"round": 1.5}}, "interview.round", "found a number `1.5`"),
    "empty entry": ({"recipients": [None]}, "recipients[0]", "expected text, found nothing"),
    "no date": ({"now": "tomorrow"}, "now", "expected a date like 2026-03-02 or 2026-03-02T14:00"),
    "impossible date": ({"now": "2026-02-30"}, "now", "found `2026-02-30`"),
    "American date": ({"now": "03/02/2026"}, "now", "found `03/02/2026`"),
    "time zone": ({"now": "2026-03-02T14:00Z"}, "now", "without a time zone"),
    "offset": ({"now": "2026-03-02T14:00+02:00"}, "now", "found a time zone"),
    "time alone": ({"now": "14:00"}, "now", "expected a date"),
    "number for a date": ({"now": 20260302}, "now", "found a number `20260302`"),
    "country's name": ({"country": "Norway"}, "country", "ISO country code of two letters such as US or GB, found `Norway`"),
    "true for a country": ({"country": True}, "country", "ISO country code"),
    "a list": ([], "situation", "expected facts such as `stage: thank-you`, found a list"),
    "a text": ("check-in", "situation", "found text `check-in`"),
}


@pytest.mark.parametrize("data, where, message", ERRORS.values(), ids=ERRORS)
def test_errors_name_the_key_and_what_was_expected(data, where, message):
    with pytest.raises(SituationError) as error:
        read_situation(data)
    assert error.value.where == where
    assert message in error.value.message


@pytest.mark.parametrize("path, known", [("interview.at", True), ("interview", True), ("interview.at.x", False), ("x", False)])
def test_kind_of(path, known):
    assert (kind_of(path) is not None) is known
