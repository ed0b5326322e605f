"""What became of one rule, in words: which of its parts, and the lines that show how."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from checker.author.changed_fields import changed_fields
from checker.author.changed_rule import WORDS, field_lines, what_changed
from checker.author.rule_shape import rule_schema

RULE = {"id": "be-kind", "title": "Be kind", "status": "stable", "message": "Be kind.", "why": "Because.", "sources": ["a"]}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (None, RULE, ("added", ())),
        (RULE, None, ("removed", ())),
        (None, None, None),
        (RULE, RULE, None),
        (RULE, RULE | {"replaces": ["be-nice"], "added": "2026-03-07"}, None),
        (RULE, RULE | {"why": "So."}, ("changed", ("the reasons",))),
        (RULE, RULE | {"sources": [], "message": "Be."}, ("changed", ("what the checker says", "the sources"))),
        (RULE, RULE | {"kind": "count", "check": {}}, ("changed", ("what the checker looks for",))),
        (RULE, RULE | {"status": "retired", "why": "So."}, ("retired", ())),
        (RULE | {"status": "draft"}, RULE, ("changed", ("whether the checker applies it",))),
        (RULE | {"asked": ["a", "b"]}, RULE | {"asked": ["b", "a"]}, None),
        (RULE | {"status": "retired"}, RULE | {"status": "retired", "why": "So."}, ("changed", ("the reasons",))),
    ],
)
def test_a_difference_in_words(before: Any, after: Any, expected: Any) -> None:
    assert what_changed(before, after) == expected


def test_every_key_of_a_rule_that_readers_see_has_its_words() -> None:
    assert rule_schema()["properties"].keys() - WORDS.keys() == {"id", "added", "replaces"}


LONG = "Nobody likes to be hurried, least of all by somebody whom they have met for an hour."
LINES = {
    "a short text": ({"title": "Be kind"}, {"title": "Be calm"}, [("@", "the title (title)"), ("-", "Be kind"), ("+", "Be calm")]),
    "a long text": ({"why": LONG}, {"why": LONG.replace("an hour", "a day")}, [("@", "the reasons (why)"), ("!", "… whom they have met for [-an hour.-] {+a day.+}")]),
    "a phrase": ({"check": {"any": ["a"]}}, {"check": {"any": ["a", "b"]}}, [("@", "what the checker looks for (check) › any"), ("+", "b")]),
    "an example": (
        {"examples": {"leave": ["a"]}},
        {"examples": {"leave": ["a", {"text": "b", "because": "c"}]}},
        [("@", "the examples › to be left alone"), ("+", "b (because: c)")],
    ),
    "another order": ({"check": {"in": ["body", "subject"]}}, {"check": {"in": ["subject", "body"]}}, [("@", "what the checker looks for (check) › in"), ("!", "the same entries in another order")]),
    "other line ends": ({"how": f"{LONG}\n"}, {"how": LONG.replace("hurried, ", "hurried,\n")}, [("@", "what to write instead (how)"), ("!", "the same words, set otherwise (line ends, spaces)")]),
    "a day": ({}, {"added": datetime.date(2026, 3, 7)}, [("@", "the day when it was added (added)"), ("+", "2026-03-07")]),
    "nothing": (RULE, RULE, []),
}


@pytest.mark.parametrize(("before", "after", "lines"), LINES.values(), ids=LINES)
def test_the_lines_that_show_how(before: Any, after: Any, lines: list[tuple[str, str]]) -> None:
    assert list(field_lines(changed_fields(before, after))) == lines
