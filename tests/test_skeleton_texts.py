"""The skeletons of the real rules folder, against the real rules: blanks are flagged, and filled ones find nothing to complain of."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import Any

import pytest
from our_rules import our_library

from checker.author.load import Library
from checker.author.skeletons import BLANK, GROUPS
from checker.core.check import check
from checker.core.fields import CHANNELS, STAGES
from checker.core.report import Report
from checker.core.rules import RuleSet
from checker.core.situation import read_situation

FACTS = {"name": "Dana Ortiz", "me": "Sam Reyes", "company": "Northwind Foods", "position": "Shift Planner", "day": "Tuesday"}
LONGEST_ANSWER = "the two night shifts of the returns desk"  # 40 characters, as many as the page lets in
# When each stage has its time, after an interview on Tuesday, 3 March 2026.
NOW = {"thank-you": "2026-03-04T10:00", "check-in": "2026-03-24T10:30", "other-offer": "2026-03-10T10:30"}
DECISION = {"check-in": "2026-03-13"}  # promised by then; for all others later, so that a letter arrives in time


@cache
def library() -> Library:
    return our_library()


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return library().rule_set()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "skeleton" in metafunc.fixturenames:
        skeletons = library().skeletons["skeletons"]
        cases = [(each, channel) for each in skeletons for channel in GROUPS[each["group"]]]
        metafunc.parametrize("skeleton, channel", cases, ids=[f"{each['id']}-{channel}" for each, channel in cases])


def put_in(text: str, values: dict[str, str], answers: dict[str, str], channel: str) -> str:
    """What the page makes of a skeleton."""
    if channel != "email":
        text = re.sub(r"^Subject:.*\n\n?", "", text)
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return re.sub(r"\{([a-z]+)\}", lambda slot: f": {answers[slot[1]]}" if slot[1] in answers else "", text)


def report(rules: RuleSet, skeleton: dict[str, Any], channel: str, draft: str, **facts: Any) -> Report:
    situation = {
        "stage": skeleton["stage"],
        "channel": channel,
        "decision": skeleton.get("decision", "none"),
        "now": NOW.get(skeleton["stage"], "2026-03-05T10:00"),
        "me": "Sam Reyes",
        "company": "Northwind Foods",
        "position": "Shift Planner",
        "interview": {"at": "2026-03-03T14:00", "decision_by": DECISION.get(skeleton["stage"], "2026-04-13"), "interviewers": [{"name": "Dana Ortiz"}]},
        "rapport": "good",
        "invited_to_drop_in": True,
        "their_channels": list(CHANNELS),
        "sent": [] if skeleton["stage"] == "thank-you" and channel != "letter" else [{"at": "2026-03-04T10:00", "stage": "thank-you", "answered": True}],
        **facts,
    }
    return check(draft, read_situation(situation), rules)


def flagged(found: Report) -> list[str]:
    return [each.text for each in found.findings if each.rule == "fill-every-blank"]


def test_there_is_one_for_each_stage_and_group() -> None:
    there = {(each["stage"], each["group"]) for each in library().skeletons["skeletons"]}
    assert there == set(product(STAGES, GROUPS))


@pytest.mark.parametrize("answered", [False, True])
def test_each_blank_is_flagged(rules: RuleSet, skeleton: dict[str, Any], channel: str, answered: bool) -> None:
    answers = {each["id"]: LONGEST_ANSWER for each in library().skeletons["questions"]} if answered else {}
    draft = put_in(skeleton["text"], library().skeletons["facts"], answers, channel)
    blanks = BLANK.findall(draft)
    assert len(blanks) > len(skeleton["tried"])  # facts that nobody knows are blanks, too
    assert flagged(report(rules, skeleton, channel, draft)) == blanks


def test_filled_in_it_has_no_error_and_no_warning(rules: RuleSet, skeleton: dict[str, Any], channel: str) -> None:
    draft = put_in(skeleton["text"], FACTS, {}, channel)
    for words in skeleton["tried"]:
        draft = BLANK.sub(lambda _, words=words: words, draft, count=1)
    found = report(rules, skeleton, channel, draft)
    assert [(each.rule, each.text) for each in found.findings if each.level != "suggestion"] == []


def test_several_interviewers_can_be_greeted(rules: RuleSet) -> None:
    skeleton = library().skeletons["skeletons"][0]
    draft = put_in(skeleton["text"], {**FACTS, "name": "Dana Ortiz and Tom Baker"}, {}, "email")
    for words in skeleton["tried"]:
        draft = BLANK.sub(lambda _, words=words: words, draft, count=1)
    interview = {"at": "2026-03-03T14:00", "interviewers": [{"name": "Dana Ortiz"}, {"name": "Tom Baker"}]}
    found = report(rules, skeleton, "email", draft, interview=interview)
    assert [(each.rule, each.text) for each in found.findings if each.level != "suggestion"] == []
