"""The rules folder: every file read, every problem of every file told at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any

import yaml

import checker
from checker.author.blanks import besides, blanks_in
from checker.author.compile import Shared, compile_rule
from checker.author.countries import read_countries
from checker.author.disagreements import read_claims, read_disagreements
from checker.author.guide import read_guide
from checker.author.locate import node_at
from checker.author.problems import Problem, Problems
from checker.author.rule_shape import read_rule
from checker.author.shapes import List, Map, Record, Text
from checker.author.skeletons import read_skeletons
from checker.author.surveys import read_surveys
from checker.author.yaml_files import decoded, read_file, shown_path
from checker.author.yaml_nodes import compose
from checker.core.phrases import PhraseError, WordLists, read_phrase
from checker.core.rules import RuleSet

_WORDS = Record(
    "the word list",
    {"id": Text("`id`"), "title": Text("`title`"), "about": Text("`about`"), "words": List("`words`", Text("a word"), least=1)},
    ("id", "title", "words"),
)
_SOURCES = Map(
    "rules/sources.yml",
    Record(
        "a source",
        {
            "title": Text("`title`"),
            "publisher": Text("`publisher`"),
            "kind": Text("`kind`"),
            "country": Text("`country`"),
            "date": Text("`date`"),
            "url": Text("`url`", check=lambda url: None if url.startswith(("https://", "http://")) else "an address starts with https://"),
            "seen": Text("`seen`"),
        },
        ("publisher", "url"),
    ),
)
NO_RULES = ("words", "disagreements", "guide")  # folders whose files are something else


@dataclass(frozen=True)
class Library:
    """All that the rules folder holds. Rules with problems are left out; `problems` says why."""

    rules: list[dict[str, Any]]
    files: Mapping[str, Path]  # rule id → its file, relative to the folder above rules/
    words: Mapping[str, list[str]]
    sources: Mapping[str, Mapping[str, Any]]
    claims: Mapping[str, Mapping[str, Any]]
    disagreements: Mapping[str, Mapping[str, Any]]
    short_forms: Mapping[str, list[str]] = field(repr=False)
    holidays: Mapping[str, Mapping[str, str]] = field(repr=False)
    problems: list[Problem]
    guide: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # pages by id, in reading order
    surveys: Mapping[str, Any] = field(default_factory=dict)  # the content of surveys.yml, {} without one
    countries: Mapping[str, Any] = field(default_factory=dict)  # the content of countries.yml, {} without one
    skeletons: Mapping[str, Any] = field(default_factory=dict)  # the content of skeletons.yml, {} without one
    read_lists: WordLists | None = field(default=None, repr=False, compare=False)  # `words`, where they have been read as phrases

    def as_data(self) -> dict[str, Any]:
        """What the engine reads: the content of rules.json."""
        return {
            "version": checker.__version__,
            "rules": self.rules,
            "words": dict(self.words),
            "short_forms": dict(self.short_forms),
            "holidays": dict(self.holidays),
        }

    @cached_property
    def lists(self) -> WordLists:
        """The word lists as phrases read them, each when it is first used."""
        known = self.read_lists
        return known if known and known.entries is self.words else WordLists(self.words)

    @property
    def shared(self) -> Shared:
        """What rule files may refer to."""
        return Shared(self.lists, self.sources, self.claims, self.disagreements)

    @cached_property
    def bare(self) -> RuleSet:
        """No rule at all, with the word lists and tables that rules look into."""
        return RuleSet.from_data(self.as_data() | {"rules": []}, self.lists)

    def rule_set(self) -> RuleSet:
        return RuleSet.from_data(self.as_data(), self.lists)


def default_folder() -> Path:
    """The rules of a checkout, or those inside the installed package."""
    package = Path(checker.__file__).parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load(folder: Path) -> Library:
    """Read a rules folder. A broken file is left out and never hides the others."""
    problems: list[Problem] = []
    lists = _word_lists(folder, problems)
    sources = _sources(folder, problems)
    claims = read_claims(folder, sources, problems)
    disagreements = read_disagreements(folder, sources, claims, problems)
    shared = Shared(lists, sources, claims, disagreements)
    rules: dict[str, dict[str, Any]] = {}
    files: dict[str, Path] = {}
    paths = [path for path in sorted(folder.glob("*/*.yml")) if path.parent.name not in NO_RULES]
    for path in paths:
        name = shown_path(path, folder)
        data, found = read_rule_text(path.read_bytes(), name, shared)
        if data is not None:
            found += misplaced(data, path, name, files)
        problems += found
        if data is not None and not found:
            rules[data["id"]] = data
            files[data["id"]] = Path(name)
    ordered = [rules[key] for key in sorted(rules)]
    tables = [_table(folder / "tables" / f"{name}.json", folder, problems) for name in ("short-forms", "holidays")]
    written = {path.stem for path in paths}  # a rule that is broken is still a rule
    guide = read_guide(folder, written, sources, disagreements, problems)
    surveys, countries = read_surveys(folder, sources, problems), read_countries(folder, problems)
    skeletons = read_skeletons(folder, problems)
    return Library(ordered, files, lists.entries, sources, claims, disagreements, *tables, problems, guide, surveys, countries, skeletons, lists)


def read_rule_text(text: str | bytes, name: str, shared: Shared) -> tuple[dict[str, Any] | None, list[Problem]]:
    """One rule file's text → its compiled data, or None, and all its problems, blanks among them. Reads nothing else."""
    data, problems = read_unfinished(text, name, shared)
    blanks = list(blanks_in(text if isinstance(text, str) else text.decode(errors="replace")))
    return data, [*besides(problems, blanks), *(Problem(name, each.line, each.column, f"still to be filled in: {each.words}") for each in blanks)]


def read_unfinished(text: str | bytes, name: str, shared: Shared) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The same of a text in which blanks are texts like others."""
    problems = Problems(name)
    readable = decoded(text, problems)
    node = compose(readable, problems) if readable is not None else None
    if node is None:
        if not problems.found:
            problems.add(1, 1, "the file is empty")
        return None, problems.found
    data = read_rule(node, problems)
    if data is None:
        return None, problems.found
    return compile_rule(data, node, shared, problems), problems.found


def misplaced(data: Mapping[str, Any], path: PurePath, name: str, files: Mapping[str, PurePath]) -> list[Problem]:
    """What is wrong with where a rule's file lies. `name` is its path as contributors see it, `files` are those of other rules."""
    found = []
    if data["id"] != path.stem:
        found.append(Problem(name, 1, 1, f"the id `{data['id']}` and the file's name `{path.name}` differ"))
    if data["group"] != path.parent.name:
        found.append(Problem(name, 1, 1, f"a rule of the group `{data['group']}` belongs in rules/{data['group']}/"))
    if data["id"] in files:
        found.append(Problem(name, 1, 1, f"the id `{data['id']}` is taken by {files[data['id']]}"))
    return found


def _word_lists(folder: Path, problems: list[Problem]) -> WordLists:
    lists: dict[str, list[str]] = {}
    nodes: dict[str, tuple[Problems, yaml.Node]] = {}
    for path in sorted(folder.glob("words/*.yml")):
        noted = Problems(shown_path(path, folder))
        data, node = read_file(path, _WORDS, noted)
        problems += noted.found
        if data is not None and node is not None:
            lists[data["id"]] = data["words"]
            nodes[data["id"]] = Problems(noted.file), node
    compiled = WordLists(lists)
    for name, entries in lists.items():
        noted, node = nodes[name]
        for place, entry in enumerate(entries):
            try:
                read_phrase(entry, compiled)
            except PhraseError as error:
                noted.at(node_at(node, ("words", place)), f"in the entry `{entry}`: {error}", error.at)
        problems += noted.found
    return compiled


def _sources(folder: Path, problems: list[Problem]) -> dict[str, Any]:
    noted = Problems(shown_path(folder / "sources.yml", folder))
    data, _ = read_file(folder / "sources.yml", _SOURCES, noted)
    problems += noted.found
    return data or {}


def _table(path: Path, folder: Path, problems: list[Problem]) -> dict[str, Any]:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        problems.append(Problem(shown_path(path, folder), 1, 1, f"cannot be read ({error}); `afterword tables` makes it anew"))
        return {}
