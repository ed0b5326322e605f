"""Claims and disagreements: what a file must hold, and what is said of one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from rules_folder import RULE

from checker.author.load import Library, load

CLAIMS = """\
h-hurry: {source: handbook, topic: tone, stage: any, where: Tone, says: Do not hurry people.}
h-calm: {source: handbook, topic: tone, stage: any, where: Tone, says: Keep calm.}
"""
QUESTION = """\
id: how-fast
question: How fast may one be?
kind: contradiction
in_short: Some say fast, some say slow; we suggest slow.
sides:
  - position: Fast at any price
    short: Fast
    claims: [h-hurry]
    wins_when: It burns.
  - position: Slow at any price
    short: Slow
    followed: true
    sources: [handbook]
    wins_when: It does not.
default: Slowly.
"""


@pytest.fixture
def loaded(write_rules):
    def make(question: str = QUESTION, claims: str = CLAIMS, rule: str = RULE) -> Library:
        folder: Path = write_rules(rule)
        (folder / "claims.yml").write_text(claims, encoding="utf-8")
        (folder / "disagreements").mkdir()
        (folder / "disagreements" / "how-fast.yml").write_text(question, encoding="utf-8")
        return load(folder)

    return make


def test_claims_and_disagreements_are_read(loaded) -> None:
    cited = RULE.replace("line: Do not hurry people.", "line: Do not hurry people.\n    claims: [h-hurry]")
    library = loaded(rule=cited.replace("examples:\n", "disagreements: [how-fast]\nexamples:\n", 1))
    assert not library.problems
    assert list(library.claims) == ["h-hurry", "h-calm"]
    assert library.disagreements["how-fast"]["sides"][0]["claims"] == ["h-hurry"]
    assert library.rules[0]["disagreements"] == ["how-fast"]


@pytest.mark.parametrize(
    "old, new, place, message",
    [
        ("claims: [h-hurry]", "claims: [h-hury]", "8:14", "`h-hury` is not in rules/claims.yml. Did you mean `h-hurry`?"),
        ("sources: [handbook]", "sources: [handbok]", "13:15", "`handbok` is not in rules/sources.yml. Did you mean"),
        ("    sources: [handbook]\n", "", "10:5", "nobody holds this side"),
        ("id: how-fast", "id: how-quick", "1:5", "the id `how-quick` and the file's name `how-fast.yml` differ"),
        ("kind: contradiction", "kind: quarrel", "3:7", "contradiction"),
        ("default: Slowly.\n", "", "1:1", "`default` is missing"),
        ("    short: Slow\n", "", "10:5", "`short` is missing in a side"),
        ("followed: true", "followed: yes, mostly", "12:15", "`followed` must be true or false"),
        ("; we suggest slow", "", "4:11", "`in_short` ends with what the editors advise"),
        ("question: How", "question: " + "x" * 90 + " How", "2:11", "80"),
    ],
)
def test_what_is_wrong_with_a_disagreement(loaded, old: str, new: str, place: str, message: str) -> None:
    library = loaded(QUESTION.replace(old, new))
    assert not library.disagreements
    (problem,) = library.problems
    assert str(problem).startswith(f"rules/disagreements/how-fast.yml:{place}: ")
    assert message in str(problem)


@pytest.mark.parametrize(
    "old, new, message",
    [
        ("line: Do not hurry people.", "line: x\n    claims: [h-hury]", "`h-hury` is not in rules/claims.yml"),
        ("examples:\n", "disagreements: [how-fats]\nexamples:\n", "there is no rules/disagreements/how-fats.yml. Did you mean"),
    ],
)
def test_what_is_wrong_in_a_rule(loaded, old: str, new: str, message: str) -> None:
    problems = loaded(rule=RULE.replace(old, new, 1)).problems
    assert [message in str(problem) for problem in problems] == [True]


def test_a_claim_stands_under_the_source_that_makes_it(loaded) -> None:
    claims = CLAIMS.replace("h-calm: {source: handbook", "h-calm: {source: nobody")
    rule = RULE.replace("line: Do not hurry people.", "line: x\n    claims: [h-calm]")
    said = [str(problem) for problem in loaded(claims=claims, rule=rule).problems]
    assert said[0].startswith("rules/claims.yml:2:") and "`nobody` is not in rules/sources.yml" in said[0]
    assert "`h-calm` is a claim of nobody, not of handbook" in said[1]
