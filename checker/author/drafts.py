"""Evaluation drafts: messages that editors have labelled with the rules that they break."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from checker.author.problems import Problem, Problems
from checker.author.shapes import INVALID, List, Record, Shape, Text
from checker.author.situations import compose_data, situation_of
from checker.core.draft import MAX_CHARACTERS
from checker.core.situation import Situation


@dataclass(frozen=True)
class LabelledDraft:
    """One draft and its labels: `expect` must be found, `suggest` may well be, `tolerate` counts neither way."""

    id: str
    text: str
    situation: Situation
    expect: frozenset[str] = frozenset()
    suggest: frozenset[str] = frozenset()
    tolerate: frozenset[str] = frozenset()


class _Situation(Shape):
    def read(self, node: yaml.Node, problems: Problems) -> Any:
        situation = situation_of(node, problems)
        return INVALID if situation is None else situation


class _Draft(Shape):
    """Any text at all, even an empty one: drafts are people's own, whatever is in them."""

    def read(self, node: yaml.Node, problems: Problems) -> Any:
        if not isinstance(node, yaml.ScalarNode) or node.tag != "tag:yaml.org,2002:str":
            problems.at(node, "`draft` must be a text; begin it with `draft: |` and indent the lines below")
            return INVALID
        if len(node.value) > MAX_CHARACTERS:
            problems.at(node, f"`draft` has {len(node.value):,} characters; up to {MAX_CHARACTERS:,} are checked")
            return INVALID
        return node.value


_IDS = Text("a rule's id")
_DRAFTS = List(
    "a file of drafts",
    Record(
        "a draft",
        {
            "id": Text("`id`"),
            "situation": _Situation(),
            "draft": _Draft(),
            "expect": List("`expect`", _IDS),
            "suggest": List("`suggest`", _IDS),
            "tolerate": List("`tolerate`", _IDS),
        },
        ("id", "draft"),
    ),
)


def read_drafts(text: str, name: str) -> tuple[list[LabelledDraft], list[Problem]]:
    """The drafts of a YAML or JSON text, and all its problems. Nothing is read where anything is wrong."""
    problems = Problems(name)
    root = compose_data(text, problems)
    if root is None:
        if not problems.found:
            problems.add(1, 1, "there are no drafts in this file")
        return [], problems.found
    entries = _DRAFTS.read(root, problems)
    if entries is INVALID:
        return [], problems.found
    seen: set[str] = set()
    for entry, node in zip(entries, root.value):
        if entry["id"] in seen:
            problems.at(node, f"the id `{entry['id']}` is taken by an earlier draft")
        seen.add(entry["id"])
    return [_draft(entry) for entry in entries], problems.found


def _draft(entry: dict[str, Any]) -> LabelledDraft:
    labels = {key: frozenset(entry.get(key, ())) for key in ("expect", "suggest", "tolerate")}
    return LabelledDraft(entry["id"], entry["draft"], entry.get("situation", Situation({})), **labels)
