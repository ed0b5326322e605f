"""A rule's data, checked for meaning and compiled to what the engine reads."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from checker.author.conditions import ConditionError, compile_condition
from checker.author.examples import ExampleError, read_mark
from checker.author.locate import Path, node_at
from checker.author.problems import Problems
from checker.author.sure_texts import sure_texts
from checker.core.fields import FORMALITIES, STAGES, did_you_mean, kind_of
from checker.core.phrases import PhraseError, WordLists, read_phrase
from checker.core.situation import SituationError, read_situation

_BRACES = re.compile(r"\{([^{}]*)\}")
_VALUES = ("match", "count", "limit", "known")
_WORD_LIST_KEYS = ("stock", "empty", "ordinary_words", "company_endings", "no_companies", "acronyms", "providers")


@dataclass(frozen=True)
class Shared:
    """What all rules share: word lists, and the ids of known sources, claims and disagreements."""

    words: WordLists
    sources: Collection[str]
    claims: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    disagreements: Collection[str] = ()


def compile_rule(data: dict[str, Any], root: yaml.Node, shared: Shared, problems: Problems) -> dict[str, Any]:
    """The rule as it travels in rules.json. Every phrase, condition, name and level is checked; problems are noted."""
    compiler = _Compiler(root, shared, problems)
    stages = list(STAGES) if data["stages"] == "any" else data["stages"]
    compiled = data | {"stages": stages, "page": f"rules/{data['id']}/"}
    if data["kind"] != "none":
        compiled["check"] = compiler.check(data["check"], ("check",))
        compiler.level(data, stages)
        compiler.message(data["message"])
    compiler.sources(data["sources"])
    compiler.disagreements(data.get("disagreements", []))
    compiler.examples(data.get("examples", {}))
    return compiled


class _Compiler:
    def __init__(self, root: yaml.Node, shared: Shared, problems: Problems) -> None:
        self.root, self.shared, self.problems = root, shared, problems

    def complain(self, path: Path, message: str, offset: int = 0) -> None:
        self.problems.at(node_at(self.root, path), message, offset)

    def check(self, value: Any, path: Path) -> Any:
        """Compile the conditions in a check and try every phrase, regex and list name in it."""
        match value:
            case dict():
                return {key: self.keyed(key, inner, (*path, key)) for key, inner in value.items()}
            case list():
                return [self.check(inner, (*path, place)) for place, inner in enumerate(value)]
        return value

    def keyed(self, key: str, value: Any, path: Path) -> Any:
        if key in ("when", "unless"):
            return self.condition(value, path)
        if key == "flag":
            if isinstance(value, dict):
                return {name: self.condition(text, (*path, name)) for name, text in value.items()}
            return self.condition(value, path)
        if key == "at_most" and isinstance(value, int):
            return [{"is": value}]
        if key in ("any", "all", "except", "except_in_sentence", "except_in_message", "tied_by", "of_career"):
            return [self.item(item, (*path, place)) for place, item in enumerate(value)]
        if key in _WORD_LIST_KEYS and value not in self.shared.words.entries:
            self.complain(path, f"there is no word list `{value}`{did_you_mean(value, self.shared.words.entries)}")
        if key == "ordinary":
            return [self.keyed("ordinary_words", name, (*path, place)) for place, name in enumerate(value)]
        return self.check(value, path)

    def item(self, item: Any, path: Path) -> Any:
        if isinstance(item, dict):
            if len(item) != 1:
                self.complain(path, "an entry is a phrase, or has one key: `all` or `regex`")
            if "regex" in item:
                return {**item, "has": self.regex(item["regex"], (*path, "regex"))}
            return self.check(item, path)
        try:
            read_phrase(item, self.shared.words)
        except PhraseError as error:
            self.complain(path, f"in the phrase `{item}`: {error}", error.at)
        return item

    def regex(self, pattern: str, path: Path) -> list[str]:
        """Texts of which one is in whatever it fits."""
        try:
            re.compile(pattern)
            return [*sure_texts(pattern)]
        except re.error as error:
            self.complain(path, f"the regular expression cannot be read: {error.msg}", error.pos or 0)
            return []

    def condition(self, text: str, path: Path) -> Any:
        try:
            return compile_condition(text)
        except ConditionError as error:
            self.complain(path, f"in the condition `{text.strip()}`: {error}", error.at)
            return None

    def level(self, data: dict[str, Any], stages: list[str]) -> None:
        level, flagged = data["level"], data["check"].get("flag")
        if isinstance(flagged, dict):
            if not isinstance(level, dict) or set(level) != set(flagged):
                self.complain(("level",), f"`level` needs one entry for each case of `flag`: {', '.join(flagged)}")
        elif isinstance(level, dict) and set(level) not in (set(stages), set(FORMALITIES)):
            self.complain(("level",), f"`level` needs an entry for each stage ({', '.join(stages)}) or each formality")

    def message(self, message: str) -> None:
        complaint = message_complaint(message)
        if complaint:
            self.complain(("message",), complaint)

    def sources(self, sources: list[dict[str, Any]]) -> None:
        for place, entry in enumerate(sources):
            source = entry["source"]
            if source not in self.shared.sources:
                self.complain(("sources", place, "source"), unknown_source(source, self.shared.sources))
            for number, claim in enumerate(entry.get("claims", [])):
                complaint = claim_complaint(claim, source, self.shared.claims)
                if complaint:
                    self.complain(("sources", place, "claims", number), complaint)

    def disagreements(self, ids: list[str]) -> None:
        for place, name in enumerate(ids):
            if name not in self.shared.disagreements:
                hint = did_you_mean(name, self.shared.disagreements)
                self.complain(("disagreements", place), f"there is no rules/disagreements/{name}.yml{hint}")

    def examples(self, examples: dict[str, Any]) -> None:
        for path, text, situation in _each_example(examples):
            try:
                read_mark(text)
            except ExampleError as error:
                self.complain((*path, "text"), str(error))
            try:
                read_situation(situation)
            except SituationError as error:
                steps = (int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", error.where))
                self.complain((*path, "situation", *steps), str(error))


def message_complaint(message: str) -> str | None:
    """What is wrong with the braces in a message; None when nothing is."""
    for name in _BRACES.findall(message):
        if name not in _VALUES and kind_of(name) is None:
            known = ", ".join(f"{{{value}}}" for value in _VALUES)
            return f"`{{{name}}}` cannot be filled in; known are {known} and facts such as {{company}}"
    return None


def unknown_source(source: str, sources: Collection[str]) -> str:
    """What is said of a source that `sources`, the ids of rules/sources.yml, do not hold."""
    return f"`{source}` is not in rules/sources.yml{did_you_mean(source, sources)}"


def claim_complaint(claim: str, source: str | None, claims: Mapping[str, Mapping[str, Any]]) -> str | None:
    """What is wrong with a claim that is cited under a source (None: under whichever it is from); None when nothing is."""
    if claim not in claims:
        return f"`{claim}` is not in rules/claims.yml{did_you_mean(claim, claims)}"
    if source is not None and claims[claim]["source"] != source:
        return f"`{claim}` is a claim of {claims[claim]['source']}, not of {source}"
    return None


def _each_example(examples: dict[str, Any]) -> Iterator[tuple[Path, str, Any]]:
    for group, entries in examples.items():
        for place, entry in enumerate(entries):
            if isinstance(entry, str):
                yield ("examples", group, place), entry, {}
            else:
                yield ("examples", group, place), entry["text"], entry.get("situation", {})
