"""Scoring: hits, misses and false alarms exactly as the contract defines them."""

from __future__ import annotations

import pytest
from rules_folder import RULE

from checker.author.drafts import LabelledDraft, read_drafts
from checker.author.load import load
from checker.author.score import Score, score
from checker.core.situation import read_situation

POLITE = (
    RULE.replace("id: no-hurry", "id: no-slang")
    .replace("level: error", "level: suggestion")
    .replace("reply at once", "gonna")
    .replace("(asap|urgently)", "wanna")
    .replace("asap labs", "gonna gonna")
)
FORMAL = (
    RULE.replace("id: no-hurry", "id: no-fuss")
    .replace("level: error", "level: warning")
    .replace("reply at once", "fuss")
)


@pytest.fixture
def rules(write_rules):
    library = load(write_rules(RULE, POLITE, FORMAL))
    assert not library.problems
    return library.rule_set()


def draft(text: str, expect: str = "", suggest: str = "", tolerate: str = "", name: str = "d") -> LabelledDraft:
    labels = (frozenset(words.split()) for words in (expect, suggest, tolerate))
    return LabelledDraft(name, text, read_situation({}), *labels)


def counts(result: Score, rule: str) -> tuple[int, int, int]:
    tally = result.rules[rule]
    return tally.tp, tally.fp, tally.fn


@pytest.mark.parametrize(
    "labels, expected",
    [
        ({"expect": "no-hurry"}, (1, 0, 0)),
        ({}, (0, 1, 0)),
        ({"suggest": "no-hurry"}, None),
        ({"tolerate": "no-hurry"}, None),
    ],
)
def test_a_finding_is_a_hit_a_false_alarm_or_neither(rules, labels, expected) -> None:
    result = score([draft("Reply at once. Reply at once.", **labels)], rules)
    assert (counts(result, "no-hurry") if "no-hurry" in result.rules else None) == expected


def test_what_is_expected_and_not_found_is_a_miss(rules) -> None:
    result = score(
        [draft("Hello there.", expect="no-hurry", name="a"), draft("Reply at once.", expect="no-hurry")], rules
    )
    assert counts(result, "no-hurry") == (1, 0, 1)
    tally = result.rules["no-hurry"]
    assert (tally.precision, tally.recall, tally.f1) == (1.0, 0.5, pytest.approx(2 / 3))
    assert [(slip.id, slip.missed, slip.false) for slip in result.slips] == [("a", ("no-hurry",), ())]


def test_suggestions_are_scored_by_recall_alone(rules) -> None:
    drafts = [
        draft("I am gonna go.", suggest="no-slang"),
        draft("Hello.", suggest="no-slang"),
        draft("I am gonna go."),  # a suggestion that nobody expected is no false alarm
        draft("Reply at once.", suggest="no-hurry"),  # found, if at a higher level
    ]
    result = score(drafts, rules)
    assert (result.suggested, result.suggested_found, result.suggestion_recall) == (3, 2, pytest.approx(2 / 3))
    assert result.rules == {}


def test_an_expected_suggestion_is_a_miss(rules) -> None:
    assert counts(score([draft("I am gonna go.", expect="no-slang")], rules), "no-slang") == (0, 0, 1)


def test_labels_of_rules_that_do_not_exist_are_left_out_and_named(rules) -> None:
    result = score(
        [draft("Hello.", expect="no-such no-hurry", suggest="nor-such"), draft("Hi.", expect="no-such")], rules
    )
    assert dict(result.left_out) == {"no-such": 2, "nor-such": 1}
    assert set(result.rules) == {"no-hurry"}
    assert result.suggested == 0


def test_clean_drafts_are_those_that_expect_nothing(rules) -> None:
    drafts = [draft("Hello."), draft("Reply at once. What a fuss."), draft("Reply at once.", expect="no-such")]
    result = score(drafts, rules)
    assert (result.clean_drafts, result.clean_alarms, result.alarms_per_clean_draft) == (2, 2, 1.0)


def test_micro_and_macro(rules) -> None:
    drafts = [draft("Reply at once.", expect="no-hurry") for _ in range(3)]
    drafts += [draft("Hello.", expect="no-hurry"), draft("What a fuss."), draft("What a fuss.", expect="no-fuss")]
    result = score(drafts, rules)
    assert result.micro.as_dict() == {"tp": 4, "fp": 1, "fn": 1, "precision": 0.8, "recall": 0.8, "f1": 0.8}
    assert result.macro["precision"] == pytest.approx((1 + 1 / 2) / 2)
    assert result.macro["recall"] == pytest.approx((3 / 4 + 1) / 2)
    assert result.macro["f1"] == pytest.approx((6 / 7 + 2 / 3) / 2)


def test_no_drafts_give_no_numbers(rules) -> None:
    result = score([], rules)
    assert result.micro.f1 is None and result.macro["f1"] is None and result.alarms_per_clean_draft is None
    assert result.as_dict()["micro"]["precision"] is None


GOOD = "- id: d-1\n  situation: {stage: check-in}\n  draft: |\n    Hi.\n  expect: [a]\n  suggest: []\n  tolerate: [b]\n"


def test_drafts_are_read() -> None:
    (one,), problems = read_drafts(GOOD, "dev.yaml")
    assert not problems
    assert (one.id, one.text, one.expect, one.suggest, one.tolerate) == ("d-1", "Hi.\n", {"a"}, set(), {"b"})
    assert one.situation.get("stage") == "check-in"


def test_drafts_are_read_from_json() -> None:
    (one,), problems = read_drafts(
        '[{"id": "d-1", "draft": "Hi \\ud83d\\ude00\\n\\tA\\/B", "expect": ["a"]}]', "dev.json"
    )
    assert not problems
    assert one.text == "Hi 😀\n\tA/B"


@pytest.mark.parametrize(
    "old, new, said",
    [
        ("id: d-1", "id: 1", '1:7: YAML reads a bare 1 as a number; write "1" in quotes'),
        ("draft: |\n    Hi.\n", "drafft: Hi\n", "3:3: unknown key `drafft` in a draft"),
        ("  draft: |\n    Hi.\n", "", "1:3: `draft` is missing in a draft"),
        ("draft: |\n    Hi.\n", "draft: [a]\n", "3:10: `draft` must be a text"),
        ("draft: |\n    Hi.\n", f"draft: {'a' * 20_001}\n", "3:10: `draft` has 20,001 characters; up to 20,000"),
        ("stage: check-in", "stage: chekin", "2:22: stage: `chekin` is not one of"),
        ("stage: check-in", "now: 2026-13-01", "2:20: `2026-13-01` cannot be read: month must be in 1..12"),
        ("expect: [a]", "expect: a", "5:11: `expect` must be a list"),
        ("expect: [a]", "expect: [no]", "5:12: YAML reads a bare no"),
        (GOOD, GOOD * 2, "8:3: the id `d-1` is taken by an earlier draft"),
        (GOOD, "", "1:1: there are no drafts in this file"),
        (GOOD, "a: b", "1:1: a file of drafts must be a list"),
    ],
)
def test_each_slip_in_the_drafts_is_told_at_its_place(old: str, new: str, said: str) -> None:
    assert old in GOOD
    _, problems = read_drafts(GOOD.replace(old, new), "dev.yaml")
    assert said in "\n".join(str(problem) for problem in problems)
