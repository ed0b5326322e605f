"""Proof of rules by their own examples: each rule file is its own test suite.

What is proved of each rule, a rule of guidance aside:
- every `flag` example is found exactly once, exactly at its mark, and its fix gives what `fixed` says;
- every `leave` example is left alone, by this rule and by every rule that would point at a place in it;
- every `misses` example is still missed: one that is found now belongs to `flag`;
- every phrase, exception and case is used by some example;
- two or more `leave` examples are near misses: they share a word with what is looked for;
- the cost of a check grows with the length of the text, and not with its square.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.author import prove_coverage, prove_examples, prove_speed
from checker.author.load import Library
from checker.author.problems import Problem
from checker.author.trial import Trial
from checker.core.rules import RuleSet


@dataclass(frozen=True)
class Proof:
    """How many rules and examples were tried, and what does not hold."""

    rules: int
    examples: int
    problems: list[Problem]


def prove(library: Library, folder: Path, wanted: Collection[str] | None = None) -> Proof:
    """Prove the rules of a library that was loaded from `folder`, or only the `wanted` ids. Retired rules rest."""
    shared = library.rule_set()
    chosen = [
        data for data in library.rules if data["status"] != "retired" and (wanted is None or data["id"] in wanted)
    ]
    trials = [_trial(data, shared, library, folder) for data in chosen if data["kind"] != "none"]
    # Examples are judged by all rules together, so one regular expression that never ends would stop every proof.
    if all([prove_speed.examine_regexes(trial) for trial in trials]):
        for trial in trials:
            prove_examples.examine(trial)
            prove_coverage.examine(trial)
            prove_speed.examine(trial)
    problems = [problem for trial in trials for problem in sorted(trial.problems.found)]
    return Proof(len(chosen), sum(len(trial.examples) for trial in trials), problems)


def _trial(data: Mapping[str, Any], shared: RuleSet, library: Library, folder: Path) -> Trial:
    # A draft of a rule is proved as it will be when it counts.
    rules = shared if data["status"] == "stable" else shared.with_rule({**data, "status": "stable"})
    file = library.files[data["id"]]
    return Trial.of(data, rules, file.as_posix(), (folder.parent / file).read_text(encoding="utf-8"))
