"""Rule sets made from others: the same judgement as from all rules at once, without reading them all again."""

from __future__ import annotations

from small_rules import rule, rule_set

from checker.core.check import check
from checker.core.rules import RuleSet
from checker.core.situation import Situation

SOON = rule("b-soon", "phrase", {"any": ["soon"]})
CALL = rule("c-call", "phrase", {"any": ["call <urgent>", "soon"]})
NAME = rule("a-name", "phrase", {"any": ["dear {company}"]})
LATER = rule("b-soon", "phrase", {"any": ["later"]})
TEXT = "Dear Northwind, please call asap, soon or later."
SITUATION = Situation({"company": "Northwind"})


def found(rules: RuleSet) -> list[tuple[str, str | None]]:
    return [(each.rule, each.text) for each in check(TEXT, SITUATION, rules).findings]


def test_with_one_rule_more() -> None:
    assert found(rule_set(SOON, NAME).with_rule(CALL)) == found(rule_set(NAME, SOON, CALL)) != []


def test_with_a_rule_in_the_place_of_its_namesake() -> None:
    before = rule_set(NAME, SOON, CALL)
    assert found(before.with_rule(LATER)) == found(rule_set(NAME, LATER, CALL)) != found(before)
    assert [each.id for each in before.with_rule(LATER).rules] == ["a-name", "b-soon", "c-call"]


def test_with_some_rules_only() -> None:
    assert found(rule_set(SOON).only(NAME, CALL)) == found(rule_set(NAME, CALL)) != []
    assert found(rule_set(SOON).only()) == []
