"""One rule on the bench: read, proved and tried among the published rules, without the rules folder.

What `afterword prove` and the tests do with all files, this does with the text of one file, as quickly as somebody types. All that
stands around it (word lists, sources, the other rules) is read once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from checker.author import prove_coverage, prove_examples, prove_speed
from checker.author.blanks import Blank, besides, blanks_in
from checker.author.changed_findings import Found, judging, sentence_around
from checker.author.corpus import Specimen
from checker.author.load import Library, misplaced, read_unfinished
from checker.author.locate import node_at
from checker.author.problems import Problem
from checker.author.trial import Shown, Trial
from checker.core.check import check, context_of
from checker.core.report import Finding, Report
from checker.core.rules import RuleSet
from checker.core.situation import Situation

_SOURCE = re.compile(r"\s*(- +)?source:")  # a source that is not there yet keeps nobody from trying the rest


@dataclass(frozen=True)
class Reading:
    """A rule's text as it was read. `data` is None where it has problems, or blanks that matter; lines and columns count from 1."""

    text: str
    path: str  # of its file: rules/<group>/<id>.yml
    former: str  # the id of the published rule that it changes, "" for a new one
    problems: list[Problem]
    blanks: list[Blank]  # what a template leaves to be filled in
    data: Mapping[str, Any] | None = field(repr=False)  # without sources that are still blank

    @property
    def checks(self) -> dict[str, Any] | None:
        """The data as they will be when the rule counts, though it may still be a draft; None where it checks nothing."""
        if self.data is None or self.data["kind"] == "none" or self.data["status"] == "retired":
            return None
        return {**self.data, "status": "stable"}


@dataclass(frozen=True)
class Tried:
    """One example as the checker judges it; `complaints` are empty where it does as the file says."""

    group: str
    line: int
    text: str
    because: str
    findings: list[Finding]  # of this rule
    complaints: list[str]


@dataclass(frozen=True)
class Proving:
    """The examples of a rule, and what does not hold of its file besides."""

    examples: list[Tried]
    complaints: list[Problem]


@dataclass(frozen=True)
class Effect:
    """What the rule finds in one message, now and as published, each with the sentence that it stands in."""

    letter: Specimen
    before: list[tuple[Finding, tuple[int, int]]]
    after: list[tuple[Finding, tuple[int, int]]]


class Bench:
    """`library` may hold its rules as the engine reads them (rules.json); `texts` are their files' texts, by ids."""

    def __init__(self, library: Library, texts: Mapping[str, str]) -> None:
        self.library = library
        self.texts = texts
        self.shared = library.shared

    @cached_property
    def rules(self) -> RuleSet:
        """All published rules. They take a while, so what can do without them does not ask."""
        return self.library.rule_set()

    def read(self, text: str, former: str = "") -> Reading:
        """Read a rule's text: a change to the published rule `former`, or a new rule."""
        path = self.library.files[former].as_posix() if former else "the new rule"
        blanks = list(blanks_in(text))
        data, problems = read_unfinished(text, path, self.shared)
        if data is not None:
            path = path if former else f"rules/{data['group']}/{data['id']}.yml"
            others = {name: file for name, file in self.library.files.items() if name != former}
            problems += misplaced(data, PurePosixPath(path), path, others)
        of_sources = {number for number, line in enumerate(text.splitlines(), 1) if _SOURCE.match(line)}
        in_the_way = [problem for problem in problems if problem.line not in of_sources]
        problems = sorted(set(besides(problems, blanks)))
        if data is not None:
            data["sources"] = [entry for entry in data["sources"] if entry["source"] in self.shared.sources]
        return Reading(text, path, former, problems, blanks, None if in_the_way else data)

    def prove(self, reading: Reading) -> Proving:
        """Run the examples of a rule that could be read, among all other rules."""
        data = reading.checks
        if data is None:
            return Proving([], [])
        trial = Trial.of(data, self.rules.with_rule(data), reading.path, reading.text)
        # As in prove: one regular expression that never ends would stop everything that comes after.
        if prove_speed.examine_regexes(trial):
            prove_examples.examine(trial)
            prove_coverage.examine(trial)
        return _sorted_out(trial)

    def cost(self, reading: Reading) -> list[Problem]:
        """What is wrong with the time that a proved rule takes on hostile texts. Slow: a matter of seconds."""
        data = reading.checks
        if data is None:
            return []
        trial = Trial.of(data, self.library.bare.only(data), reading.path, reading.text)
        prove_speed.examine(trial)
        return trial.problems.found

    def try_draft(self, reading: Reading, draft: str, situation: Situation) -> Report:
        """A draft of one's own, checked by this rule and all others. Raises DraftTooLong."""
        data = reading.checks
        return check(draft, situation, self.rules.with_rule(data) if data else self.rules)

    def sweep(self, reading: Reading, former: Reading | None, letters: Sequence[Specimen]) -> list[Effect]:
        """What this rule finds in messages, and what `former`, the rule as published, finds; only where either does."""
        then, now = former.checks if former else None, reading.checks
        if not (then or now):
            return []
        judge = judging({"it": (then, now)}, self.library, self.library)
        return [effect for letter in letters if (effect := self._effect(letter, *judge(letter))).before or effect.after]

    def _effect(self, letter: Specimen, before: list[Found], after: list[Found]) -> Effect:
        if not (before or after):
            return Effect(letter, [], [])
        draft = context_of(letter.text, letter.situation, self.library.bare).draft
        old, new = ([(finding, sentence_around(finding, draft)) for _, finding in found] for found in (before, after))
        return Effect(letter, old, new)


def _sorted_out(trial: Trial) -> Proving:
    """Complaints put to the examples that they are about; what is left is about the file."""
    left = sorted(trial.problems.found)
    examples = []
    for shown in trial.examples:
        node = node_at(trial.root, shown.path)
        start, last = (node.start_mark.line + 1, node.start_mark.column + 1), max(node.start_mark.line + 1, node.end_mark.line)
        ours = [problem for problem in left if start <= (problem.line, problem.column) and problem.line <= last]
        left = [problem for problem in left if problem not in ours]
        blank = any(blanks_in(shown.example.text))  # what it will be is not known yet
        examples.append(_tried(shown, trial, start[0], [] if blank else [problem.message for problem in ours]))
    return Proving(examples, left)


def _tried(shown: Shown, trial: Trial, line: int, complaints: list[str]) -> Tried:
    # A regular expression that is too slow has not been run, so there is nothing to show.
    findings = shown.findings(trial.rule.id) if "report" in vars(shown) else []
    return Tried(shown.group, line, shown.example.text, shown.example.because, findings, complaints)
