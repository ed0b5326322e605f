"""Word lists that differ between two versions of the rules, and who looks into them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.author.load import Library
from checker.author.reload import differing
from checker.author.within import texts_within

_LIST = re.compile(r"<([\w-]+)>")
Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class WordsChange:
    """A word list: its id, the entries that are gone and new, and the rules that look into it, by their ids."""

    id: str
    gone: tuple[str, ...]
    new: tuple[str, ...]
    rules: tuple[str, ...]


def changed_lists(before: Library, after: Library) -> Iterator[WordsChange]:
    """Each list whose entries differ; their order means nothing."""
    for name in differing(before.words, after.words):
        old, new = before.words.get(name, []), after.words.get(name, [])
        gone, come = (tuple(word for word in one if word not in other) for one, other in ((old, new), (new, old)))
        if gone or come:
            holders = _with_holders({name}, after.words)
            yield WordsChange(name, gone, come, tuple(rule["id"] for rule in after.rules if looks_into(rule, holders)))


def touched_lists(before: Library, after: Library) -> set[str]:
    """Lists that differ, and those that hold them."""
    names = differing(before.words, after.words)
    return _with_holders(names, before.words) | _with_holders(names, after.words)


def looks_into(rule: Mapping[str, Any] | None, lists: set[str]) -> bool:
    """Whether a rule looks into one of these word lists: in a phrase, or by its name alone."""
    return rule is not None and any(text in lists or not lists.isdisjoint(_LIST.findall(text)) for text in texts_within(rule.get("check")))


def _with_holders(names: Iterable[str], lists: Lists) -> set[str]:
    found = set(names)
    held = {name: set(_LIST.findall(" ".join(words))) for name, words in lists.items()}
    while more := {name for name, inner in held.items() if inner & found} - found:
        found |= more
    return found
