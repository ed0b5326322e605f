"""Pages of the guide: what a file must hold, what is said of one that does not, and the proof of its messages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from rules_folder import ASK, PAGE, RULE

from checker.author.guide import guide_schema, message_text, rules_named
from checker.author.load import Library, default_folder, load
from checker.author.prove_guide import prove_guide


@pytest.fixture
def loaded(write_rules: Callable[..., Path]) -> Callable[..., tuple[Library, Path]]:
    def make(page: str = PAGE, name: str = "after-lunch") -> tuple[Library, Path]:
        folder = write_rules(RULE, ASK)
        (folder / "guide").mkdir(exist_ok=True)
        (folder / "guide" / f"{name}.yml").write_text(page, encoding="utf-8")
        return load(folder), folder

    return make


def test_a_page_is_read(loaded) -> None:
    library, _ = loaded()
    assert not library.problems
    page = library.guide["after-lunch"]
    assert rules_named(page) == ["no-hurry", "ask-first"]
    assert message_text(page["messages"][0]) == "Dear Dana,\n\nThank you for lunch. It was good."


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("id: after-lunch", "id: after-tea", "rules/guide/after-lunch.yml:1:5: the id `after-tea` and the file's name"),
        ("part: moments", "part: moment", "`moment` is no part"),
        ("order: 1", "order: first", "rules/guide/after-lunch.yml:3:8: `order` must be a whole number"),
        ("question: What now?\n", "", "`question` is missing"),
        ("rules: [no-hurry]", "rules: [no-hury]", "`no-hury` is no rule. Did you mean `no-hurry`?"),
        ("rule: no-hurry", "rule: nothing", "rules/guide/after-lunch.yml:18:105: `nothing` is no rule"),
        ("source: handbook", "source: handbok", "`handbok` is not in rules/sources.yml"),
        ("rules: [ask-first]", "see: [before-lunch]", "`before-lunch` is no page of the guide"),
        ("rules: [ask-first]", "disagreements: [tea]", "`tea` is not in rules/disagreements/"),
        ("stage: thank-you", "stage: thanks", "rules/guide/after-lunch.yml:12:16: stage: "),
        ("steps:\n", "step:\n", "unknown key `step`"),
        ("rules: [no-hurry]", "rules: [soon]", "`soon` is no rule"),  # but the name of a word list
        (PAGE, "", "rules/guide/after-lunch.yml:1:1: the file is empty"),
    ],
)
def test_a_slip_is_told_with_its_place(loaded, old: str, new: str, problem: str) -> None:
    library, _ = loaded(PAGE.replace(old, new))
    assert any(problem in str(each) for each in library.problems), [str(each) for each in library.problems]
    assert not library.guide


def test_pages_come_in_reading_order(loaded, write_rules) -> None:
    loaded(PAGE.replace("after-lunch", "by-hand").replace("part: moments", "part: channels"), "by-hand")
    library, _ = loaded(PAGE.replace("order: 1", "order: 2"))
    assert list(library.guide) == ["after-lunch", "by-hand"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("It was good.", "Reply at once.", "rules/guide/after-lunch.yml:11:5: the rule no-hurry finds something in this message"),
        ("Please reply at once.", "Take your time.", "rules/guide/after-lunch.yml:18:11: the rule no-hurry does not find this"),
        ("I look forward to your reply.", "Reply asap.", "the rule no-hurry finds this too"),
    ],
)
def test_what_the_checker_would_not_let_stand_is_told(loaded, old: str, new: str, problem: str) -> None:
    library, folder = loaded(PAGE.replace(old, new))
    assert not library.problems
    assert [str(each).startswith(problem) or problem in str(each) for each in prove_guide(library, folder)] == [True]


def test_a_page_that_holds_is_proved(loaded) -> None:
    assert prove_guide(*loaded()) == []


def test_the_guide_of_this_project_is_proved() -> None:
    folder = default_folder()
    library = load(folder)
    assert len(library.guide) >= 15
    assert [str(problem) for problem in prove_guide(library, folder)] == []


def test_the_schema_takes_every_page_of_this_project() -> None:
    import yaml

    validator = Draft7Validator(guide_schema())
    for path in sorted(default_folder().glob("guide/*.yml")):
        assert [error.message for error in validator.iter_errors(yaml.safe_load(path.read_text(encoding="utf-8")))] == [], path
