"""check(): which rules apply, in what order and at what level findings come, and the report as JSON."""

from __future__ import annotations

import json

import pytest
from small_rules import report, rule, rule_set, texts

from checker.core.check import check
from checker.core.draft import MAX_CHARACTERS, DraftTooLong
from checker.core.situation import read_situation
from checker.core.wire import Engine, dumps

NOTE = "Dear Dana,\n\nPlease reply asap.\n\nBest,\nSam"
HURRY = {"any": ["asap"]}


def outcome(situation, **more) -> str:
    """flagged, passed, not checked (with the facts), or silent."""
    found = report(NOTE, situation, rule("calm", "phrase", **more))
    if found.not_checked:
        return "needs " + " ".join(found.not_checked[0].needs)
    return "flagged" if found.findings else "passed" if found.passed else "silent"


APPLIES = {
    "always": ({}, {"check": HURRY}, "flagged"),
    "nothing found": ({}, {"check": {"any": ["urgent"]}}, "passed"),
    "its stage": ({"stage": "check-in"}, {"check": HURRY, "stages": ["check-in"]}, "flagged"),
    "another stage": ({}, {"check": HURRY, "stages": ["check-in"]}, "silent"),
    "when holds": ({"channel": "text"}, {"check": HURRY | {"when": "channel == 'text'"}}, "flagged"),
    "when does not hold": ({}, {"check": HURRY | {"when": "channel == 'text'"}}, "silent"),
    "when is unknown": ({}, {"check": HURRY | {"when": "process_closed"}}, "needs process_closed"),
    "when lacks two facts": ({}, {"check": HURRY | {"when": "days(interview.at, now) < 5"}}, "needs interview.at now"),
    "when is certain in spite of it": ({}, {"check": HURRY | {"when": "process_closed and channel == 'text'"}}, "silent"),
    "unless holds": ({"process_closed": True}, {"check": HURRY | {"unless": "process_closed"}}, "silent"),
    "unless does not hold": ({"process_closed": False}, {"check": HURRY | {"unless": "process_closed"}}, "flagged"),
    "unless is unknown": ({}, {"check": HURRY | {"unless": "process_closed"}}, "flagged"),
    "of the draft": ({}, {"check": HURRY | {"when": "draft.has_greeting and not draft.has_subject"}}, "flagged"),
    "words of the body": ({}, {"check": HURRY | {"when": "draft.words == 3"}}, "flagged"),
    "a draft of a rule": ({}, {"check": HURRY, "status": "draft"}, "silent"),
    "retired": ({}, {"check": HURRY, "status": "retired"}, "silent"),
}


@pytest.mark.parametrize("situation, more, expected", APPLIES.values(), ids=APPLIES)
def test_which_rules_apply(situation, more, expected):
    assert outcome(situation, **more) == expected


def test_rules_of_kind_none_check_nothing():
    assert rule_set(rule("advice", "none", {})).rules == ()


LEVELS = {
    "one for all": ("warning", {}, "warning"),
    "by stage": ({"thank-you": "error", "check-in": "suggestion"}, {"stage": "check-in"}, "suggestion"),
    "by stage, the default": ({"thank-you": "error", "check-in": "suggestion"}, {}, "error"),
    "by formality": ({"formal": "warning", "relaxed": "suggestion"}, {"formality": "relaxed"}, "suggestion"),
    "by formality, the default": ({"formal": "warning", "relaxed": "suggestion"}, {}, "warning"),
}


@pytest.mark.parametrize("level, situation, expected", LEVELS.values(), ids=LEVELS)
def test_levels(level, situation, expected):
    (finding,) = report(NOTE, situation, rule("calm", "phrase", HURRY, level=level)).findings
    assert finding.level == expected


@pytest.mark.parametrize(
    "levels, verdict",
    [
        ([], "ready"),
        (["suggestion"], "ready"),
        (["suggestion", "warning"], "improve"),
        (["warning", "error"], "fix"),
    ],
)
def test_verdict(levels, verdict):
    rules = [rule(f"r{place}", "phrase", HURRY, level=level) for place, level in enumerate(levels)]
    assert report(NOTE, {}, *rules).verdict == verdict


def test_findings_come_in_the_order_of_their_places_then_levels_and_those_without_a_place_last():
    found = report(
        NOTE,
        {},
        rule("a-missing", "missing", {"evidence": [{"any": ["thanks"]}]}),
        rule("b-later", "phrase", {"any": ["best"]}),
        rule("c-mild", "phrase", HURRY, level="suggestion"),
        rule("d-first", "phrase", {"any": ["please"]}),
        rule("e-grave", "phrase", HURRY),
    )
    assert [finding.rule for finding in found.findings] == ["d-first", "e-grave", "c-mild", "b-later", "a-missing"]


def test_each_place_is_a_finding_of_its_own():
    assert texts(report("Reply ASAP. Do it at once, asap!", {}, rule("calm", "phrase", {"any": ["<urgent>"]}))) == [
        "ASAP",
        "at once",
        "asap",
    ]


@pytest.mark.parametrize(
    "message, situation, filled",
    [
        ("Not “{match}”.", {}, "Not “asap”."),
        ("They said {interview.decision_by}.", {"interview": {"decision_by": "2026-03-13"}}, "They said 13 March 2026."),
        ("Ask {company}.", {"company": "Northwind"}, "Ask Northwind."),
        ("Ask {company}.", {}, "Ask ."),
    ],
)
def test_messages_are_filled_in(message, situation, filled):
    (finding,) = report(NOTE, situation, rule("calm", "phrase", HURRY, message=message)).findings
    assert finding.message == filled


def test_the_report_as_the_contract_writes_it():
    found = report(
        "😀 Dear Dana,\r\n\r\nPlease reply asap.",
        {},
        rule("calm", "phrase", HURRY, fix={"delete": "match"}),
        rule("kind", "phrase", {"any": ["rude"]}),
        rule("on-time", "timing", {"flag": ["fact", "process_closed"]}),
    )
    assert json.loads(dumps(found.as_dict())) == {
        "version": "0.0.1",
        "verdict": "fix",
        "findings": [
            {
                "rule": "calm",
                "level": "error",
                "start": 29,
                "end": 33,
                "text": "asap",
                "message": "Found “asap”.",
                "why": "Because.",
                "page": "rules/calm/",
                "fixes": [{"label": "Delete “asap”", "start": 28, "end": 33, "replacement": ""}],
            }
        ],
        "passed": ["kind"],
        "not_checked": [{"rule": "on-time", "needs": ["process_closed"]}],
    }


ENGINE = Engine(json.dumps({"version": "1", "rules": [rule("calm", "phrase", HURRY)]}))


@pytest.mark.parametrize(
    "draft, situation, where",
    [
        (NOTE, '{"stage": "checkin"}', "stage"),
        (NOTE, '{"interview": {"att": 1}}', "interview.att"),
        (NOTE, "[]", "situation"),
        ("x" * (MAX_CHARACTERS + 1), "{}", "draft"),
    ],
    ids=["value", "key", "no group of keys", "too long"],
)
def test_the_wire_says_where_an_error_is(draft, situation, where):
    error = json.loads(ENGINE.check(draft, situation))["error"]
    assert error["where"].removeprefix("situation.") == where
    assert error["message"]


def test_the_wire_gives_the_report_as_one_line_of_plain_text():
    answer = ENGINE.check("Grüße 😀, asap\nSam", "{}")
    assert "\n" not in answer
    assert json.loads(answer)["findings"][0]["text"] == "asap"


def test_a_draft_that_is_too_long():
    with pytest.raises(DraftTooLong, match="20,000"):
        check("x" * (MAX_CHARACTERS + 1), read_situation({}), rule_set())
    assert check("x" * MAX_CHARACTERS, read_situation({}), rule_set()).verdict == "ready"
