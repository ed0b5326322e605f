"""What others rely on: the ids, groups, stages and levels of the rules, and that no piece of advice got lost."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from our_rules import our_library

from checker.author.load import Library
from checker.author.surveys import cited
from checker.core.fields import STAGES

IDS: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "rule-ids.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def library() -> Library:
    return our_library()


@pytest.fixture(scope="module")
def rules(library: Library) -> Mapping[str, Any]:
    return {rule["id"]: rule for rule in library.rules}


@pytest.mark.parametrize("name", IDS)
def test_every_public_id_is_a_rule(name: str, rules: Mapping[str, Any]) -> None:
    expected, rule = IDS[name], rules[name]
    assert rule["group"] == expected["group"]
    assert sorted(rule["stages"]) == sorted(STAGES if expected["stages"] == "any" else expected["stages"])
    assert rule.get("level", "none") == expected["level"]


def test_every_rule_has_a_public_id(rules: Mapping[str, Any]) -> None:
    assert rules.keys() <= IDS.keys(), "add new ids to tests/rule-ids.yml"


def test_every_claim_is_cited_by_a_rule(library: Library) -> None:
    cited = {claim for rule in library.rules for entry in rule["sources"] for claim in entry.get("claims", ())}
    assert sorted(library.claims.keys() - cited) == []


def test_every_source_is_cited(library: Library) -> None:
    """A source that nothing rests on is not one of ours."""
    by_rules = {entry["source"] for rule in library.rules for entry in rule["sources"]}
    by_sides = {name for each in library.disagreements.values() for side in each["sides"] for name in side.get("sources", ())}
    by_surveys = {name for _, name in cited(library.surveys)}
    assert sorted(library.sources.keys() - by_rules - by_sides - by_surveys) == []


def test_every_disagreement_bears_on_a_rule(library: Library) -> None:
    named = {name for rule in library.rules for name in rule.get("disagreements", ())}
    assert sorted(library.disagreements.keys() - named) == []
