"""Proof of the guide: its example messages are good ones, and its pairs are what the rules say they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from checker.author.guide import message_text
from checker.author.load import Library
from checker.author.locate import Path as Place
from checker.author.locate import node_at
from checker.author.problems import Problem, Problems
from checker.author.trial import quoted
from checker.author.yaml_files import shown_path
from checker.author.yaml_nodes import tree
from checker.core.check import check
from checker.core.report import Report
from checker.core.rules import RuleSet
from checker.core.situation import read_situation

Complaint = tuple[Place, str]


def prove_guide(library: Library, folder: Path, wanted: Collection[str] | None = None) -> list[Problem]:
    """All that the checker would not let stand in the guide, or in the pages `wanted`; the library was loaded from `folder`."""
    rules = library.rule_set()
    checking = {rule.id for rule in rules.rules}
    problems: list[Problem] = []
    for name, page in library.guide.items():
        if wanted is not None and name not in wanted:
            continue
        path = folder / "guide" / f"{name}.yml"
        complaints = [*_of_messages(page, rules), *_of_pairs(page, rules, checking)]
        if complaints:
            noted = Problems(shown_path(path, folder))
            root = tree(path.read_text(encoding="utf-8"))
            for place, message in complaints:
                noted.at(node_at(root, place), message)
            problems += noted.found
    return problems


def _of_messages(page: Mapping[str, Any], rules: RuleSet) -> Iterator[Complaint]:
    for n, message in enumerate(page.get("messages", [])):
        for finding in check(message_text(message), read_situation(message["situation"]), rules).findings:
            where = f" at {quoted(finding.text)}" if finding.text else ""
            yield ("messages", n), f"the rule {finding.rule} finds something in this message{where}: an example must be clean"


def _of_pairs(page: Mapping[str, Any], rules: RuleSet, checking: set[str]) -> Iterator[Complaint]:
    for n, pair in enumerate(page.get("instead", [])):
        rule = pair.get("rule")
        if rule not in checking:
            continue  # advice, or no rule at all: a pair without proof
        situation = read_situation({"stage": page.get("stage", "thank-you")} | pair.get("situation", {}))
        if not _finds(rule, check(pair["say"], situation, rules)):
            yield ("instead", n, "say"), f"the rule {rule} does not find this: reword it, give its `situation`, or name another rule"
        if _finds(rule, check(pair["try"], situation, rules)):
            yield ("instead", n, "try"), f"the rule {rule} finds this too: write what it would leave alone"


def _finds(rule: str, report: Report) -> bool:
    return any(finding.rule == rule for finding in report.findings)
