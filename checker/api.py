"""Afterword from Python: everything that other programs may rely on, in one place.

    from checker.api import check, load_rules

    rules = load_rules()
    report = check("Dear Dana, thank you for today. Please reply at once.", {"stage": "thank-you"}, rules)
    for finding in report.findings:
        print(finding.level, finding.rule, finding.message)

`check` and `plan` are pure: equal input gives an equal answer, on every machine; nothing is kept, written or fetched. For many drafts
on many machines, `rules_as_json` is a text that travels, and `Engine` reads it once for any number of drafts.

Names that are not in `__all__` may change with any version.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.author.load import Library, default_folder, load
from checker.author.problems import Problem
from checker.core import check as _check
from checker.core import plan as _plan
from checker.core.batch_line import answer_line
from checker.core.draft import DraftTooLong
from checker.core.plan import Plan
from checker.core.report import Finding, Fix, NotChecked, Report
from checker.core.rules import RuleSet
from checker.core.situation import Situation, SituationError, read_situation
from checker.core.wire import Engine

__all__ = (
    "DraftTooLong",
    "Engine",
    "Finding",
    "Fix",
    "NotChecked",
    "Plan",
    "Report",
    "RuleSet",
    "RulesError",
    "Situation",
    "SituationError",
    "answer_line",
    "check",
    "load_rules",
    "plan",
    "read_situation",
    "rules_as_json",
)

Facts = Mapping[str, Any]


class RulesError(ValueError):
    """A rules folder that cannot be used; `problems` say what is wrong, each with file, line and column."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def load_rules(folder: str | Path | None = None) -> RuleSet:
    """The rules that come with the package, or those of another folder. Takes a second; keep them. Raises RulesError."""
    return _library(folder).rule_set()


def rules_as_json(folder: str | Path | None = None) -> str:
    """The same rules as JSON text, for `Engine` in another process or on another machine. Raises RulesError."""
    return json.dumps(_library(folder).as_data(), default=str)


def check(draft: str, situation: Situation | Facts | None, rules: RuleSet) -> Report:
    """Judge a draft. What the situation does not say is unknown and never guessed, but for a formal thank-you by email where it says
    nothing of stage, channel or formality. Raises SituationError and DraftTooLong."""
    return _check.check(draft, _read(situation), rules)


def plan(situation: Situation | Facts | None, rules: RuleSet) -> Plan:
    """When to send what. Raises SituationError."""
    return _plan.plan(_read(situation), rules)


def _library(folder: str | Path | None) -> Library:
    path = default_folder() if folder is None else Path(folder)
    library = load(path.resolve())
    if library.problems:
        raise RulesError(sorted(library.problems))
    return library


def _read(situation: Situation | Facts | None) -> Situation:
    return situation if isinstance(situation, Situation) else read_situation(None if situation is None else dict(situation))
