"""The languages by example: every row of the docstrings is tried on the engine, and a row that is wrong is told."""

from __future__ import annotations

import pytest
import yaml
from our_rules import our_library

from checker.author import manual
from checker.author.check_shapes import EVIDENCE
from checker.author.manual import ManualError, condition_rows, evidence_snippet, facts, phrase_rows, rows
from checker.author.problems import Problems
from checker.author.shapes import Record
from checker.core.fields import kind_of

RULES = our_library().as_data()


def test_rows_of_a_docstring() -> None:
    text = "About.\n\n    one (a|b)    what it is, and more\n    two  2\n    alone\nThe end.  Of it.\n"
    assert rows(text) == [("one (a|b)", "what it is, and more"), ("two", "2")]


def test_every_phrase_finds_its_sentence_and_leaves_the_other() -> None:
    shown = {row.phrase: row.found[row.start : row.end] for row in phrase_rows(RULES)}
    assert len(shown) == len(manual.SENTENCES) > 10
    assert shown["need *3 answer"] == "need a very quick answer"
    assert shown["now !"] == "now!"


def test_every_condition_is_true_and_false_and_asks() -> None:
    shown = {row.condition: row for row in condition_rows(RULES)}
    assert len(shown) == len(manual.SITUATIONS) > 10
    assert shown["working_days(interview.at, now) < 5"].asks == ("interview.at", "now")


@pytest.mark.parametrize(
    "phrase, sentences",
    [
        ("please confirm", ("Please call.", "Please could you confirm it?")),  # finds nothing
        ("please confirm", ("Please confirm, please confirm.", "Please call.")),  # finds two
        ("please confirm", ("Please confirm.", "Do please confirm.")),  # finds what it should leave
    ],
)
def test_a_sentence_that_the_engine_contradicts_is_told(phrase: str, sentences: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(manual.SENTENCES, phrase, sentences)
    with pytest.raises(ManualError, match="`please confirm` finds"):
        phrase_rows(RULES)


@pytest.mark.parametrize("pair", [({"channel": "email"}, {"channel": "email"}), ({"channel": "text"}, {"channel": "text"}), ({}, {"channel": "email"})])
def test_a_situation_that_the_engine_contradicts_is_told(pair: tuple[dict, dict], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(manual.SITUATIONS, "channel == 'text'", pair)
    with pytest.raises(ManualError, match="channel == 'text'"):
        condition_rows(RULES)


def test_a_row_that_nothing_illustrates_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(manual.SENTENCES, "now !")
    with pytest.raises(ManualError, match="now !"):
        phrase_rows(RULES)


def test_the_snippet_is_yaml_that_the_loader_takes_and_holds_every_key() -> None:
    problems = Problems("x.yml")
    node = yaml.compose(evidence_snippet(), Loader=yaml.SafeLoader)
    read = Record("a piece of evidence", EVIDENCE, ("any",)).read(node, problems)
    assert problems.found == []
    assert set(read) == set(EVIDENCE)
    assert evidence_snippet().count("  # ") == len(EVIDENCE) + len(read["any"])  # each line says what it is for


def test_all_facts_are_told() -> None:
    told = {name: entry for name, _, entry in facts()}
    assert {"stage", "interview.at", "sent"} <= told.keys()
    assert ("it.answered", "true or false") in told["sent"]
    assert [name for name in told if kind_of(name) is None] == []
