"""Who is around a message: interviewers, recipients, the agency, and whom the greeting names."""

from __future__ import annotations

import pytest

from checker.core.draft import parse
from checker.core.people import (
    addressees,
    addresses,
    everybody,
    interviewers,
    is_shared,
    reached,
    recipients,
    written_names,
)
from checker.core.situation import read_situation

SHORT = {"thomas": ["tom"]}
PANEL = [
    {"name": "Anna Ortiz", "email": "boss@northwind.example"},
    {"name": "Hannah Weiss", "signs_as": "Hanni"},
    {"name": "Thomas Müller-Baker"},
]


def shown(people) -> list[str] | None:
    return None if people is None else [person.shown for person in people]


@pytest.mark.parametrize(
    "facts, expected",
    [
        ({}, ["Anna Ortiz", "Hanni", "Thomas Müller-Baker"]),
        ({"recipients": ["Anna Ortiz"]}, ["Anna Ortiz"]),
        ({"recipients": ["Ms. Ortiz"]}, ["Anna Ortiz"]),
        ({"recipients": ["Tom"]}, ["Thomas Müller-Baker"]),
        ({"recipients": ["Hannah Weiss", "Tom Baker"]}, ["Hanni", "Thomas Müller-Baker"]),
        ({"recipients": ["boss@northwind.example"]}, ["Anna Ortiz"]),
        ({"recipients": ["BOSS@northwind.example"]}, ["Anna Ortiz"]),
        ({"recipients": ["hannah@northwind.example"]}, ["Hanni"]),
        ({"recipients": ["h.weiss@northwind.example"]}, ["Hanni"]),
        ({"recipients": ["tmueller@northwind.example"]}, ["Thomas Müller-Baker"]),
        ({"recipients": ["jobs@northwind.example"]}, None),
        ({"recipients": ["Priya Shah"]}, ["Priya Shah"]),
        ({"recipients": ["Anna Ortiz", "boss@northwind.example"]}, ["Anna Ortiz"]),
        ({"recipients": []}, []),
    ],
    ids=str,
)
def test_recipients(facts, expected):
    situation = read_situation({"interview": {"interviewers": PANEL}, **facts})
    assert shown(recipients(situation, interviewers(situation), SHORT)) == expected


@pytest.mark.parametrize(
    "facts, expected",
    [
        ({}, ["boss@northwind.example", None, None]),
        ({"recipients": ["Ms Ortiz", "tom@gmx.example", "Hanni", " "]}, ["boss@northwind.example", "tom@gmx.example", None]),
        ({"recipients": ["Priya Shah"]}, [None]),
        ({"recipients": []}, []),
    ],
    ids=str,
)
def test_addresses(facts, expected):
    situation = read_situation({"interview": {"interviewers": PANEL}, **facts})
    assert addresses(situation, interviewers(situation), SHORT) == expected


def test_addresses_of_which_nobody_knows_whose_they_are():
    panel = interviewers(read_situation({"interview": {"interviewers": PANEL}}))
    people, strangers = reached(["Tom", "jobs@northwind.example", "x1@northwind.example"], panel, SHORT)
    assert (shown(people), strangers) == (["Thomas Müller-Baker"], ["jobs@northwind.example", "x1@northwind.example"])
    assert [is_shared(address) for address in strangers] == [True, False]


@pytest.mark.parametrize(
    "text, names",
    [
        ("I met Tom and Mr Mueller.", {"tom", "mueller"}),
        ("I met Mr Müller.", set()),  # his own words are known anyhow
        ("I met tom.", set()),
        ("Will Baker come?", {"baker"}),
        ("I met Theo.", set()),
    ],
)
def test_names_as_the_draft_writes_them(text, names):
    people = interviewers(read_situation({"interview": {"interviewers": [{"name": "Thomas Müller"}, {"name": "William Baker"}]}}))
    assert written_names(parse(text), people, {"thomas": ["tom"], "william": ["will"]}) == names


def test_the_lead_alone_is_written_to():
    situation = read_situation({"interview": {"interviewers": [{"name": "Tom"}, {"name": "Dana", "lead": True}]}})
    assert shown(recipients(situation, interviewers(situation), {})) == ["Dana"]


def test_nobody_known():
    situation = read_situation({})
    assert recipients(situation, [], {}) is None
    assert everybody(situation, {}) == []


def test_everybody_is_listed_once():
    situation = read_situation(
        {
            "me": "Sam Reyes",
            "interview": {"interviewers": PANEL},
            "recipients": ["Tom Baker", "Priya Shah", "jobs@northwind.example"],
            "agency": {"name": "Hale", "contact": "Priya Shah"},
        }
    )
    assert shown(everybody(situation, SHORT)) == ["Anna Ortiz", "Hanni", "Thomas Müller-Baker", "Priya Shah"]


def test_a_line_of_the_form_left_empty_is_nobody():
    situation = read_situation(
        {"interview": {"interviewers": [{"name": ""}, {"name": " ", "lead": True}]}, "recipients": [""], "agency": {"contact": ""}}
    )
    assert everybody(situation, {}) == []
    assert recipients(situation, interviewers(situation), {}) == []


GREETINGS = {
    "Dear Dana,": ["dana"],
    "Dear Dana Ortiz, Tom Baker & Dr. Shah,": ["dana ortiz", "tom baker", "shah"],
    "Dear Dana, Tom, and Priya,": ["dana", "tom", "priya"],
    "Dear Dana/Tom,": ["dana", "tom"],
    "Hi Ms Dana Ortiz (she/her),": ["dana ortiz"],
    "Dear Mr. and Mrs. Day,": ["day"],
    "Dear Mr./Ms. Ortiz,": ["ortiz"],
    "Dear Prof. Dr. Ortiz,": ["ortiz"],
    "hi dana and tom,": ["dana", "tom"],
    "hi dana thanks so much": ["dana"],
    "HI DANA,": ["dana"],
    "Dear Tanaka-san,": ["tanaka"],
    "Dear Dana-Marie O’Neil,": ["dana marie o'neil"],
    "Dear Will,": ["will"],
    "Dear May,": ["may"],
    "Happy Friday, Dana!": ["dana"],
    "Happy Friday Dana,": ["dana"],
    "Good morning,": [],
    "Kia ora Dana,": ["dana"],
    "Sehr geehrte Frau Dr. Müller,": ["müller"],
    "Dear Dana and the Northwind team,": ["dana"],
    "Dear Dana of Kestrel & Co, Tom,": ["dana", "tom"],
    "Dear Northwind Hiring Team,": [],
    "Dear hiring team at Northwind Foods,": [],
    "Dear team at Kestrel & Co,": [],
    "Dear Hiring Manager,": [],
    "Dear Sir/Madam,": [],
    "To Whom It May Concern,": [],
    "Hi both,": [],
    "Hey you two,": [],
    "Respected Sir,": [],
    "Hello there,": [],
    "Dana,": ["dana"],
    "Hi, Dana.": ["dana"],
}


@pytest.mark.parametrize("greeting, names", GREETINGS.items(), ids=GREETINGS)
def test_whom_the_greeting_names(greeting, names):
    known = frozenset({"dana", "ortiz", "tom"})
    draft = parse(f"{greeting}\n\nI came and it was good.", None, known)
    assert [" ".join(person.words) for person in addressees(draft, known, frozenset({"sam"}))] == names
