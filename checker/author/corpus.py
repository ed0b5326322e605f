"""All texts that a change of rules is tried on: good letters, labelled drafts, single sentences, the rules' own examples.

Each says, as far as anybody has said so, which rules should find something in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.author.drafts import read_drafts
from checker.author.examples import facts_of, read_example
from checker.author.problems import Problem, Problems
from checker.author.trial import GROUPS
from checker.author.yaml_nodes import compose, value_of
from checker.core.situation import Situation, SituationError, read_situation

LETTER, DRAFT, SENTENCE, EXAMPLE = "good letter", "labelled draft", "sentence", "example"
FOLDERS = {"letters/good": LETTER, "drafts": DRAFT, "sentences": SENTENCE}  # within the tests of a checkout


@dataclass(frozen=True)
class Specimen:
    """One text. `wanted` rules should find something in it, `unwanted` ones nothing, `tolerated` ones may; `thorough`: nor should
    any other rule, suggestions aside."""

    kind: str
    name: str
    text: str
    situation: Situation
    wanted: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()
    tolerated: frozenset[str] = frozenset()
    thorough: bool = False

    def says(self, rule: str, level: str) -> bool | None:
        """Whether the rule should find something here at that level; None where nobody has said so."""
        if rule in self.wanted:
            return True
        if rule in self.tolerated:
            return None
        return False if rule in self.unwanted or (self.thorough and level != "suggestion") else None


def read_corpus(tests: Path) -> tuple[list[Specimen], list[Problem]]:
    """The texts below a folder such as `tests/`; what cannot be read is told, and left out. A folder that is not there has none."""
    found: list[Specimen] = []
    problems: list[Problem] = []
    for folder, kind in FOLDERS.items():
        for path in sorted((tests / folder).glob("*.y*ml")):
            text, name = path.read_text(encoding="utf-8", errors="replace"), path.relative_to(tests.parent).as_posix()
            read, complaints = _sentences(text, name) if kind == SENTENCE else _drafts(text, name, kind)
            found += read
            problems += complaints
    return found, problems


def examples_of(rules: Iterable[Mapping[str, Any]]) -> Iterator[Specimen]:
    """The examples in rule files that have been loaded."""
    for rule in rules:
        for group in GROUPS:
            for number, entry in enumerate(rule.get("examples", {}).get(group, []), 1):
                example = read_example(entry)
                situation = read_situation(facts_of(example, rule["stages"]))
                says = {"flag": "wanted", "leave": "unwanted", "misses": "tolerated"}[group]
                yield Specimen(EXAMPLE, f"{rule['id']}, {group} {number}", example.text, situation, **{says: frozenset([rule["id"]])})


def _drafts(text: str, name: str, kind: str) -> tuple[list[Specimen], list[Problem]]:
    drafts, problems = read_drafts(text, name)
    stem = Path(name).stem
    return [
        Specimen(kind, f"{stem}: {draft.id}", draft.text, draft.situation, draft.expect | draft.suggest, frozenset(), draft.tolerate, True)
        for draft in drafts
    ], problems


def _sentences(text: str, name: str) -> tuple[list[Specimen], list[Problem]]:
    problems = Problems(name)
    node = compose(text, problems)
    data = value_of(node) if node is not None else None
    found = []
    try:
        for group, says in (("flag", "wanted"), ("leave", "unwanted")):
            for number, entry in enumerate(data[group] if data else (), 1):
                situation = read_situation(entry.get("situation"))
                found.append(Specimen(SENTENCE, f"{data['rule']}, {group} {number}", entry["text"], situation, **{says: frozenset([data["rule"]])}))
    except (KeyError, TypeError, AttributeError, SituationError) as error:
        problems.add(1, 1, f"these are no sentences with `rule`, `flag` and `leave` ({type(error).__name__}: {error})")
    return found, problems.found
