"""Fixes: the text after one click."""

from __future__ import annotations

import pytest
from small_rules import report, rule

FACTS = {"me": "Sam Reyes", "company": "Northwind", "interview": {"interviewers": [{"name": "Dana Ortiz", "signs_as": "Dana"}]}}
APPEND = {"append": "{me}"}


def fixed(text: str, fix, situation=None) -> str | None:
    """The text after the fix; None where none is offered."""
    kind, check = ("missing", {"evidence": [{"any": ["never"]}]}) if "append" in fix else ("phrase", {"any": ["asap", "[your] name"]})
    (finding,) = report(text, FACTS if situation is None else situation, rule("r", kind, check, fix=fix)).findings
    return finding.fixes[0].apply(text) if finding.fixes else None


FIXES = {
    "delete": ("Please reply asap, Dana.", {"delete": "match"}, "Please reply, Dana."),
    "delete, hard space": ("Please reply\u00a0asap.", {"delete": "match"}, "Please reply."),
    "replace": ("Reply asap.", {"replace": "when you can"}, "Reply when you can."),
    "replace, capital": ("Asap it is.", {"replace": "when you can"}, "When you can it is."),
    "replace with a fact": ("Ask your name.", {"replace": "{name}"}, "Ask Dana."),
    "swap": ("Reply asap.", {"swap": {"asap": "soon"}}, "Reply soon."),
    "swap something else": ("Reply asap.", {"swap": {"now": "soon"}}, None),
    "append": ("Hello.\n\nBest,", APPEND, "Hello.\n\nBest,\nSam Reyes"),
    "append without a sign-off": ("Hello.", APPEND, "Hello.\n\nSam Reyes"),
    "append above quoted mail": ("Hello.\n\n> Hi", APPEND, "Hello.\n\nSam Reyes\n\n> Hi"),
    "behind an emoji": ("😀 Reply asap.", {"delete": "match"}, "😀 Reply."),
}


@pytest.mark.parametrize("text, fix, expected", FIXES.values(), ids=FIXES)
def test_fixes(text, fix, expected):
    assert fixed(text, fix) == expected


@pytest.mark.parametrize("fix", [{"replace": "{name}"}, {"replace": "{company}"}, APPEND], ids=str)
def test_a_fix_whose_facts_are_unknown_is_not_offered(fix):
    assert fixed("Reply asap.", fix, {}) is None


def test_nobody_can_be_named_where_there_are_several():
    several = {"interview": {"interviewers": [{"name": "Dana"}, {"name": "Tom"}]}}
    assert fixed("Reply asap.", {"replace": "{name}"}, several) is None


def test_labels():
    found = report("Reply asap.", {}, rule("r", "phrase", {"any": ["asap"]}, fix={"delete": "match", "label": "Take the hurry out"}))
    assert found.findings[0].fixes[0].label == "Take the hurry out"
