"""The kinds timing and situation: cases, unknown facts, and what the draft itself may clear."""

from __future__ import annotations

import pytest
from small_rules import report, rule

from checker.author.conditions import compile_condition as condition

LEVELS = {"late": "warning", "very_late": "error"}
CASES = {"very_late": condition("days(interview.at, now) > 9"), "late": condition("days(interview.at, now) > 4")}
NEAR = "hours(now, reply_needed_by) < 24"


def at(now, **more):
    return {"now": now, "interview": {"at": "2026-03-02"}, **more}


@pytest.mark.parametrize("now, level", [("2026-03-06", None), ("2026-03-07", "warning"), ("2026-03-12", "error")])
def test_the_first_case_that_holds_names_the_level(now, level):
    found = report("Hello.", at(now), rule("r", "timing", {"flag": CASES}, level=LEVELS)).findings
    assert [finding.level for finding in found] == ([level] if level else [])


def test_an_unknown_fact_is_named():
    found = report("Hello.", {"interview": {"at": "2026-03-02"}}, rule("r", "timing", {"flag": CASES}, level=LEVELS))
    assert (found.findings, found.not_checked[0].needs) == ((), ("now",))


@pytest.mark.parametrize(
    "text, now, when, breach",
    [
        ("Hello.", "2026-03-03T10:00", None, True),
        ("I accept.", "2026-03-03T10:00", None, False),
        ("I accept.", "2026-03-03T13:00", "now <= reply_needed_by", True),
        ("I accept.", "2026-03-03T11:00", "now <= reply_needed_by", False),
        ("Hello.", "2026-03-03T11:00", "now <= reply_needed_by", True),
        ("I accept.", "2026-03-03T11:00", "interview.round == 1", True),  # unknown: it does not clear
        ("Hello.", "2026-03-01T11:00", None, False),
    ],
)
def test_what_the_draft_says_may_clear_a_breach(text, now, when, breach):
    said = {"any": ["i accept"]} | ({"when": condition(when)} if when else {})
    answering = rule("r", "timing", {"flag": condition(NEAR), "unless_said": said})
    assert bool(report(text, {"now": now, "reply_needed_by": "2026-03-03T12:00"}, answering).findings) is breach
