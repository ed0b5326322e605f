"""All findings over many messages, so that a change to a rule shows its whole effect.

A snapshot maps a message's name to its findings, each in one line: level, rule and the words. Findings of the engine's are
in document order, so equal rules give an equal snapshot.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checker.author.changed_fields import without
from checker.author.drafts import LabelledDraft
from checker.core.check import check
from checker.core.report import Finding
from checker.core.rules import RuleSet

Snapshot = Mapping[str, list[str]]


@dataclass(frozen=True)
class Change:
    """One message whose findings differ: lines that vanished and lines that are new."""

    name: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


def snapshot(drafts: Iterable[LabelledDraft], rules: RuleSet) -> dict[str, list[str]]:
    """The findings of every message, by the message's id."""
    return {draft.id: [_line(found) for found in check(draft.text, draft.situation, rules).findings] for draft in drafts}


def changes(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """What differs, message by message, in the order of the names; a message that one side lacks has no findings there."""
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name, []), after.get(name, [])
        if old != new:
            yield Change(name, tuple(without(old, new)), tuple(without(new, old)))


def as_text(found: Snapshot) -> str:
    """A snapshot as JSON, a line for each finding, so that a difference between two versions can be read."""
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _line(found: Finding) -> str:
    words = "" if found.text is None else ": " + " ".join(found.text.split())
    return f"{found.level} {found.rule}{words}"
