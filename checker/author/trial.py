"""One rule under proof: its data, its examples as the engine sees them, and where its complaints go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from checker.author.examples import Example, facts_of, read_example
from checker.author.locate import Path, node_at
from checker.author.problems import Problems
from checker.author.yaml_nodes import tree
from checker.core.check import check, context_of
from checker.core.context import Context
from checker.core.report import Finding, Report
from checker.core.rules import Rule, RuleSet
from checker.core.situation import Situation, read_situation

GROUPS = ("flag", "leave", "misses")


@dataclass
class Shown:
    """One example in its situation."""

    group: str
    path: Path
    example: Example
    situation: Situation
    rules: RuleSet = field(repr=False)

    @cached_property
    def report(self) -> Report:
        return check(self.example.text, self.situation, self.rules)

    @cached_property
    def context(self) -> Context:
        return context_of(self.example.text, self.situation, self.rules)

    def findings(self, rule: str) -> list[Finding]:
        return [finding for finding in self.report.findings if finding.rule == rule]


@dataclass
class Trial:
    data: Mapping[str, Any]
    rule: Rule
    rules: RuleSet = field(repr=False)
    root: yaml.Node = field(repr=False)
    problems: Problems
    examples: list[Shown]

    @classmethod
    def of(cls, data: Mapping[str, Any], rules: RuleSet, name: str, text: str) -> Trial:
        """`text` is the rule's file, which holds the places of complaints; it has been loaded without problems."""
        root = tree(text)
        rule = next(rule for rule in rules.rules if rule.id == data["id"])
        examples = [
            _shown(group, place, entry, data, rules)
            for group in GROUPS
            for place, entry in enumerate(data["examples"].get(group, []))
        ]
        return cls(data, rule, rules, root, Problems(name), examples)

    def shown(self, group: str) -> list[Shown]:
        return [shown for shown in self.examples if shown.group == group]

    def complain(self, path: Path, message: str) -> None:
        self.problems.at(node_at(self.root, path), message)


def _shown(group: str, place: int, entry: Any, data: Mapping[str, Any], rules: RuleSet) -> Shown:
    example = read_example(entry)
    return Shown(group, ("examples", group, place), example, read_situation(facts_of(example, data["stages"])), rules)


def quoted(text: str | None, most: int = 60) -> str:
    """A piece of text as messages show it: in one line, shortened in its middle."""
    flat = " ".join((text or "").split())
    return f"“{flat}”" if len(flat) <= most else f"“{flat[: most // 2]} … {flat[-most // 2 :]}”"
