"""New rules from answers: all answers give a rule that proves itself, and every blank is told at its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from rules_folder import write_rules

from checker.author.compile import Shared
from checker.author.load import load, read_rule_text
from checker.author.prove import prove
from checker.author.questions import KINDS, QUESTIONS, asked_for
from checker.author.scaffold import quoted, scaffold

COMMON = {
    "id": "no-haste", "title": "Leave them time: do not hurry", "group": "tone", "level": "error", "message": "Take it out: it hurries them.",
    "why": "Nobody likes to be hurried.\n\nIt is # unkind.", "how": "Ask, and wait.", "source": "handbook", "stance": "for", "line": "Do not: hurry.",
}  # fmt: skip
FACTS = '{now: "2026-03-02", interview: {at: "2026-03-02"}}'
LATER = '{now: "2026-03-05", interview: {at: "2026-03-02"}}'
TIMED = {"when": "days(interview.at, now) < 1", "flag": [f"Thank you for the talk. {FACTS}"], "leave": [f"Thank you for the talk. {LATER}", f"Thank you for that talk. {LATER}"]}
COMPLETE: dict[str, dict[str, Any]] = {
    "phrase": {"phrase": ["chop chop", "(quick|quickly) now"], "flag": ["Please, **chop chop**.", "**Quickly now**, tell me."], "leave": ["The pork chop was good.", "We quickly found the door."]},
    "missing": {"phrase": ["thank you"], "stages": ["thank-you"], "flag": ["I liked the talk."], "leave": ["Thank you for the talk.", "I liked the talk. Thank you."]},
    "count": {"measure": "words", "at_most": "3", "flag": ["One two three four."], "leave": ["One two three.", "Three four."]},
    "timing": TIMED | {"stages": ["thank-you", "check-in"]},
    "situation": {"when": "channel == 'in-person'", "flag": ["Thank you for the talk. {channel: in-person}"], "leave": ["Thank you for the talk.", "Thank you for that talk."]},
    "none": {},
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_rules(tmp_path / "rules")


@pytest.mark.parametrize("kind", KINDS)
def test_all_answers_give_a_rule_that_is_proved(kind: str, folder: Path) -> None:
    answers = COMMON | {"kind": kind} | COMPLETE[kind]
    shared = Shared(load(folder).lists, ["handbook"])
    for name, value in answers.items():
        for text in [value] if isinstance(value, str) else value:
            assert QUESTIONS[name].complaint(text, shared) is None, (name, text)
    text = scaffold(answers, "2026-11-28")
    (folder / "tone" / "no-haste.yml").write_text(text)
    library = load(folder)
    assert library.problems == []
    rule = next(rule for rule in library.rules if rule["id"] == "no-haste")
    assert (rule["title"], rule["why"], rule["status"]) == (COMMON["title"], "Nobody likes to be hurried.\n\nIt is # unkind.\n", "draft")
    assert list(map(str, prove(library, folder, ["no-haste"]).problems)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_blank_is_told_at_its_place_and_nothing_else(kind: str, folder: Path) -> None:
    library = load(folder)
    text = scaffold({"kind": kind}, "2026-11-28")
    problems = read_rule_text(text, "a.yml", Shared(library.lists, library.sources))[1]
    blanks = [(number, line.index("<<") + 1) for number, line in enumerate(text.splitlines(), 1) if "<<" in line]
    assert len(blanks) >= 7
    assert [(problem.line, problem.column) for problem in problems] == blanks
    assert all(problem.message.startswith("still to be filled in: ") for problem in problems)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_answered_is_all_that_is_blank(kind: str, folder: Path) -> None:
    answers = COMMON | {"kind": kind} | COMPLETE[kind]
    library = load(folder)
    for left_out in answers.keys() - {"kind", "level", "stance", "stages", "measure", *(["message"] if kind == "none" else [])}:
        problems = read_rule_text(scaffold({name: value for name, value in answers.items() if name != left_out}, "2026-11-28"), "a.yml", Shared(library.lists, library.sources))[1]
        assert problems and all(problem.message.startswith("still to be filled in: ") for problem in problems), left_out


def test_what_is_asked_for_each_kind() -> None:
    assert {question.name for question in asked_for("none", "")} == {"title", "kind", "id", "group", "stages", "why", "how", "source", "stance", "line"}
    assert {question.name for question in asked_for("count", "words")} - {question.name for question in asked_for("timing", "")} == {"measure", "at_most"}
    assert {question.name for question in asked_for("count", "evidence")} - {question.name for question in asked_for("count", "words")} == {"phrase"}


@pytest.mark.parametrize(
    ("name", "answer", "said"),
    [
        ("title", "x" * 71, "up to 70 fit"),
        ("id", "No Haste", "is no id"),
        ("kind", "phrse", "Did you mean `phrase`?"),
        ("group", "ton", "Did you mean `tone`?"),
        ("stages", "checkin", "Did you mean `check-in`?"),
        ("message", "x" * 141, "up to 140 fit"),
        ("message", "{words}", "cannot be filled in"),
        ("phrase", "(a|b", "at character"),
        ("phrase", "<no-such-list>", "no-such-list"),
        ("when", "channel = 'text'", "at character"),
        ("flag", "One **star", "mark one span"),
        ("flag", "Hello. {stage: soon}", "stage"),
        ("source", "handbok", "Did you mean `handbook`?"),
        ("at_most", "few", "a whole number"),
    ],
)
def test_answers_that_cannot_be(name: str, answer: str, said: str, folder: Path) -> None:
    library = load(folder)
    assert said in str(QUESTIONS[name].complaint(answer, Shared(library.lists, library.sources)))


@pytest.mark.parametrize("text", ["no", "3", "a: b", "a # b", "- a", "**a** b", "'a'", '"', "{a}", "[a]", "2026-03-02", "Ja – ça va?", "@a", "a\\b", "\u2028x"])
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert yaml.safe_load(f"a: {quoted(text)}\nb:\n  - {quoted(text)}\n") == {"a": " ".join(text.split()), "b": [" ".join(text.split())]}
