"""The list of all rules: where each stands, and what it can be narrowed down by."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checker.author.conditions import compile_condition
from checker.core.fields import CHANNELS, STAGES
from checker.core.report import LEVELS
from checker.site.channels import channels
from checker.site.index_page import ADVICE, EVERY, facets, index_page
from checker.site.words import by_channels

Make = Callable[..., Any]
DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


def test_each_rule_stands_once_under_its_subject(rule: Make, advice: dict[str, Any]) -> None:
    page = index_page([rule(title="Be *very* kind"), rule(id="be-brief", title="Be brief", group="shape"), advice])
    for link in ("[Be &#42;very&#42; kind](be-kind.md)", "[Be brief](be-brief.md)", "[Ask first](ask-first.md)"):
        assert page.count(link) == 1
    assert re.findall(r"^## (.*?) \{", page, re.MULTILINE) == ["How to sound", "Form and length", "Before you leave"]
    assert "[How to sound](#group-tone)" in page
    assert "3 pieces of advice" in page and "applies 2 of them" in page


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, '--error">Fix</span> <span>[Be kind](be-kind.md) <span class="aw-from">Thank-you, Check-in</span></span>'),
        ({"stages": list(STAGES)}, '--error">Fix</span> <span>[Be kind](be-kind.md)</span>'),
        ({"kind": "none", "level": None}, '--advice">Advice</span> <span>[Be kind]'),
        ({"level": {"formal": "warning", "relaxed": "suggestion"}}, '<span class="aw-level aw-level--warning">Improve</span> <span>['),
        (
            {"level": {"thank-you": "error", "check-in": "warning"}},
            '<span data-in="thank-you"><span class="aw-level aw-level--error">Fix</span></span>'
            '<span data-in="check-in"><span class="aw-level aw-level--warning">Improve</span></span></span> <span>[Be kind]',
        ),
        ({"asked": ["a chaser", "no reply"]}, 'data-asked="a chaser, no reply"'),
    ],
)
def test_what_a_line_says(changes: dict[str, Any], line: str, rule: Make) -> None:
    assert line in index_page([rule(**changes)])


@pytest.mark.parametrize(
    ("changes", "name", "expected"),
    [
        ({}, "stage", ["thank-you", "check-in"]),
        ({"stages": list(STAGES)}, "stage", [EVERY, *STAGES]),
        ({"stages": list(STAGES), "kind": "none"}, "stage", []),
        ({"stages": ["withdraw"], "kind": "none"}, "stage", ["withdraw"]),
        ({}, "level", ["error"]),
        ({"level": None, "kind": "none"}, "level", [ADVICE]),
        ({"level": {"formal": "warning", "relaxed": "suggestion"}}, "level", ["warning", "suggestion"]),
        ({"level": {"thank-you": "error", "check-in": "warning"}}, "level", ["thank-you:error", "check-in:warning"]),
        ({}, "disputed", []),
        ({"disputed": "Some say so."}, "disputed", ["1"]),
        ({"disagreements": ["how-fast"]}, "disputed", ["1"]),
        ({}, "channel", list(CHANNELS)),
    ],
)
def test_what_a_rule_can_be_found_by(changes: dict[str, Any], name: str, expected: list[str], rule: Make) -> None:
    assert facets(rule(**changes))[name] == expected


@pytest.mark.parametrize(
    ("conditions", "expected", "words"),
    [
        ({}, list(CHANNELS), ""),
        ({"when": "channel == 'email'"}, ["email"], "only by email"),
        ({"when": "channel == 'email' and known(me)"}, ["email"], "only by email"),
        ({"when": "channel in ['phone', 'in-person']"}, ["phone", "in-person"], "only by phone or in person"),
        ({"unless": "channel in ['phone', 'in-person']"}, list(CHANNELS[:5]), "not by phone or in person"),
        ({"unless": "channel == 'phone' and rapport == 'good'"}, list(CHANNELS), ""),
        ({"flag": "channel == 'letter'"}, ["letter"], "only as a letter"),
        ({"flag": "'phone' not in their_channels"}, list(CHANNELS), ""),
        ({"flag": "stage == 'check-in' and channel == 'text'"}, ["text"], "only as a text message"),
        ({"flag": "stage == 'withdraw' or channel == 'text'"}, ["text"], "only as a text message"),
        ({"flag": "known(interview.decision_by)"}, list(CHANNELS), ""),
    ],
)
def test_the_channels_that_a_rule_is_about(conditions: dict[str, str], expected: list[str], words: str, rule: Make) -> None:
    check = {key: compile_condition(text) for key, text in conditions.items()}
    found = channels(rule(check=check))
    assert found == expected
    assert by_channels(found) == words


def test_the_channels_of_a_rule_with_several_cases(rule: Make) -> None:
    cases = {"one": compile_condition("channel == 'text'"), "two": compile_condition("channel == 'letter'")}
    assert channels(rule(check={"flag": cases})) == ["text", "letter"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("stage", each) for each in (*STAGES, EVERY)] + [("level", each) for each in (*LEVELS, ADVICE)] + [("channel", each) for each in CHANNELS],
)
def test_every_choice_is_offered_and_works_without_scripts(name: str, value: str, rule: Make) -> None:
    assert f'<option value="{value}">' in index_page([rule()])
    css = (DOCS / "assets" / "finding.css").read_text(encoding="utf-8")
    assert re.search(rf':has\(\[value="{value}"\]:checked\) ~ \.aw-rules li:not\(\[data-{name}[~*]="{value}"\]\)', css)
