"""Looks at the people around a message: private addresses, the right person, who is left out."""

from __future__ import annotations

import pytest
from small_rules import WORDS, report, rule

from checker.core.looks.private_addresses import is_private

PROVIDERS = ["gmx", "yahoo", "live", "web.de", "me.com"]


@pytest.fixture(autouse=True)
def provider_list(monkeypatch):
    monkeypatch.setitem(WORDS, "providers", PROVIDERS)


@pytest.mark.parametrize(
    "address, private",
    [
        ("dana@gmx.de", True),
        ("DANA@GMX.NET", True),
        ("dana@yahoo.co.uk", True),
        ("dana@yahoo.com.au", True),
        ("dana@web.de", True),
        ("dana@mail.web.de", True),
        ("Dana Ortiz <dana@me.com>", True),
        ("dana@northwind.example", False),
        ("dana@live.northwind.example", False),
        ("dana@mygmx.example", False),
        ("dana@web.dev", False),
        ("dana@home.com", False),
        ("dana@", False),
        ("@", False),
    ],
)
def test_private_providers(address, private):
    assert is_private(address, PROVIDERS) is private


LEAD = {"name": "Dana Ortiz", "lead": True}
TOM = {"name": "Tom Baker"}


def judged(check, text, facts, **more):
    """What {known} is filled with; None: nothing is found; a tuple: the facts that are needed."""
    found = report(text, facts, rule("r", "situation", check, message="{known}", **more))
    if found.findings:
        return found.findings[0].message
    return found.not_checked[0].needs if found.not_checked else None


def panel(*people, **facts):
    return {"interview": {"interviewers": list(people)}, **facts}


ADDRESSES = [
    (panel(recipients=["x@gmx.de"]), "x@gmx.de"),
    (panel(recipients=["a@northwind.example", "x@gmx.de"]), "x@gmx.de"),
    (panel(recipients=["a@northwind.example"]), None),
    (panel(recipients=["x@gmx.de"], their_addresses=["X@GMX.de"]), None),
    (panel(recipients=["x@gmx.de"], their_addresses=["gmx.de"]), None),
    (panel(recipients=["x@gmx.de"], their_addresses=["y@gmx.de"]), "x@gmx.de"),
    (panel({**LEAD, "email": "d@gmx.de"}, TOM), "d@gmx.de"),
    (panel(LEAD, {**TOM, "email": "t@gmx.de"}), ("recipients",)),
    (panel({**LEAD, "email": "d@gmx.de"}, TOM, recipients=["Tom"]), ("recipients",)),
    (panel({**LEAD, "email": "d@gmx.de"}, TOM, channel="phone"), None),
    (panel(recipients=["x@gmx.de"], channel="text"), "x@gmx.de"),
    ({}, ("recipients",)),
    (panel(recipients=[]), ("recipients",)),
]


@pytest.mark.parametrize("facts, expected", ADDRESSES, ids=str)
def test_private_addresses(facts, expected):
    assert judged({"look": "private-addresses", "providers": "providers"}, "Hello.", facts) == expected


HALE = {"name": "Hale Recruitment", "contact": "Priya Shah"}
RIGHT = [
    ("Hello.", panel(LEAD, TOM, recipients=["Dana"]), None),
    ("Hello.", panel(LEAD, TOM, recipients=["Tom"]), "Dana Ortiz"),
    ("Hello.", panel(LEAD, TOM, recipients=["Tom", "d.ortiz@northwind.example"]), None),
    ("Hello.", panel(LEAD, TOM), None),
    ("Hi Tom,\n\nHello.", panel(LEAD, TOM), "Dana Ortiz"),
    ("Hi Tom and Dana,\n\nHello.", panel(LEAD, TOM), None),
    ("Hi Peter,\n\nHello.", panel(LEAD, TOM), None),  # a wrong name is for another rule
    ("Hello.", panel(LEAD, recipients=["hr@northwind.example"]), "Dana Ortiz"),
    ("Hello.", panel(LEAD, recipients=["x1@northwind.example"]), ("recipients",)),
    ("Hello.", panel({**LEAD, "email": "d@northwind.example"}, recipients=["x1@northwind.example"]), "Dana Ortiz"),
    ("Hello.", panel(TOM, recipients=["Peter"]), None),
    ("Hello.", {}, ("interview.interviewers",)),
    ("Hello.", panel(LEAD, agency=HALE, recipients=["Priya Shah"]), None),
    ("Hello.", panel(LEAD, agency=HALE, recipients=["Dana Ortiz"]), "Priya Shah"),
    ("Hello.", panel(LEAD, agency=HALE, recipients=["priya@mail.example"]), None),
    ("Hello.", panel(LEAD, agency=HALE, recipients=["x1@hale-jobs.example"]), None),
    ("Hello.", panel(LEAD, agency=HALE, recipients=["x1@mail.example"]), ("recipients",)),
    ("Hello.", panel(LEAD, agency=HALE), "Priya Shah"),
    ("Hello.", panel(LEAD, agency={"name": "Hale Recruitment"}, recipients=["Peter Lund"]), ("recipients",)),
    ("Hello.", panel(LEAD, agency={"name": "Hale Recruitment"}, recipients=["Hale Recruitment"]), None),
    ("Hello.", panel(LEAD, agency={"name": "The Recruitment Group"}, recipients=["x@therecruitmentgroup.example"]), None),
    ("Hi Priya,\n\nHello.", panel(LEAD, agency=HALE), None),
    ("Dear team at Hale,\n\nHello.", panel(LEAD, agency={"name": "Hale"}), None),
    ("Hello.", {"agency": HALE}, ("recipients",)),
]


@pytest.mark.parametrize("text, facts, expected", RIGHT, ids=str)
def test_the_right_person(text, facts, expected):
    assert judged({"look": "right-person"}, text, facts) == expected


LEFT_OUT = {
    "look": "left-out",
    "thanks": {"any": ["thank", "thanks"]},
    "spoken_of": {"any": ["how *1 {name}"]},
    "back": {"any": ["thank him"]},
    "paired": {"any": ["met you and *1 {name}"]},
    "everybody": {"any": ["the panel"]},
    "one_more": {"any": ["you both"]},
    "to_several": ["all"],
}
ZOE = {"name": "Zoë Müller"}
THANKED = [
    ("Thank you.", panel(LEAD, TOM), "Tom Baker"),
    ("Thank you.", panel(LEAD, TOM, ZOE), "Tom Baker and Zoë Müller"),
    ("Thank you.", panel(LEAD, TOM, ZOE, {"name": "Al"}), "Tom Baker, Zoë Müller and Al"),
    ("Thank you.", panel(LEAD), None),
    ("Thank you.", panel(TOM, ZOE), None),
    ("Thank you.", panel(LEAD, {**TOM, "thanked": True}), None),
    ("Thank you.", panel(LEAD, TOM, recipients=["Tom", "Dana"]), None),
    ("Thank you.", panel(LEAD, TOM, recipients=["Tom"]), "Dana Ortiz"),
    ("Thanks to you and Tom.", panel(LEAD, TOM), None),
    ("Thanks to you and Mr Baker.", panel(LEAD, TOM), None),
    ("Thanks to you and Dr Mueller.", panel(LEAD, ZOE), None),
    ("Thanks to you and Bob.", panel(LEAD, {"name": "Robert Lee"}), None),
    ("Thanks to you and Mr Bakre.", panel(LEAD, TOM), None),  # a slip is for another rule
    ("Thanks for how Tom did it.", panel(LEAD, TOM), "Tom Baker"),
    ("Thanks for how Bob did it.", panel(LEAD, {"name": "Robert Lee"}), "Robert Lee"),
    ("Thank you. Tom was there.", panel(LEAD, TOM), "Tom Baker"),
    ("Tom was there. Thank him for me.", panel(LEAD, TOM), None),
    ("I met you and Tom. Thank you.", panel(LEAD, TOM), None),
    ("I met you and Tom. It rained. Thank you.", panel(LEAD, TOM), "Tom Baker"),
    ("Thanks to the panel.", panel(LEAD, TOM, ZOE), None),
    ("Thank you. I saw the panel.", panel(LEAD, TOM), "Tom Baker"),
    ("Thank you both.", panel(LEAD, TOM), None),
    ("Thank you both.", panel(LEAD, TOM, ZOE), "Tom Baker and Zoë Müller"),
    ("The day was fine, thanks.", panel(LEAD, {"name": "Theodora"}), "Theodora"),
    ("Dear all,\n\nThank you.", panel(LEAD, TOM), None),
    ("Dear Dana and Tom,\n\nThank you.", panel(LEAD, TOM), None),
    ("Thank you.", panel(LEAD, TOM, recipients=["Dana", "x1@northwind.example"]), ("recipients",)),
    ("Thank you.", panel(LEAD, TOM, ZOE, recipients=["Dana", "x1@northwind.example"]), "Tom Baker and Zoë Müller"),
    ("Thank you.", panel(LEAD, TOM, recipients=["Dana", "hr@northwind.example"]), "Tom Baker"),
    ("Thank you.", {}, ("interview.interviewers",)),
]


@pytest.mark.parametrize("text, facts, expected", THANKED, ids=str)
def test_left_out(text, facts, expected):
    assert judged(LEFT_OUT, text, facts) == expected
