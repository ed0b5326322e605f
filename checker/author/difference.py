"""What a change of the rules does: which rules, which of their parts, and which findings appear or vanish because of it.

Both versions are judged by the engine that is installed. No rule turns on another, so only those that can judge otherwise are run:
the ones whose check, stages, level or status differ, or a word list that they look into.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.author.changed_fields import FieldChange, changed_fields
from checker.author.changed_findings import FindingChange, Tried, changed_findings
from checker.author.changed_lists import WordsChange, changed_lists, looks_into, touched_lists
from checker.author.corpus import Specimen, examples_of
from checker.author.load import Library, load
from checker.author.problems import Problem
from checker.author.reload import Contents, contents_of, differing, is_rule, load_again
from checker.author.yaml_nodes import plain_data

_JUDGING = ("check", "kind", "stages", "level", "status")
_TELLING = ("stages", "level", "message", "check")  # what is told of a new rule; the rest is on its page


@dataclass(frozen=True)
class Version:
    """One version of the rules: what its folder holds, and what that means."""

    library: Library
    contents: Contents

    @classmethod
    def read(cls, folder: Path, like: Version | None = None) -> Version:
        """Read a rules folder. What is as in `like` is taken from there."""
        contents = contents_of(folder)
        return cls(load_again(folder, contents, like.library, like.contents) if like else load(folder), contents)


@dataclass(frozen=True)
class RuleChange:
    """`fields` are the differences in its file, or what there is to say of a new one. `what` is "added", "removed", "changed", or "lists" where only word lists differ that the rule looks into.

    `former` is the id that it had, where that differs. `draft`: its findings are what it will find once it counts.
    """

    id: str
    title: str
    what: str
    former: str
    draft: bool
    fields: tuple[FieldChange, ...]
    findings: tuple[FindingChange, ...]


@dataclass(frozen=True)
class Difference:
    """`specimens` counts the texts that the changed rules were tried on. `others` are further files that differ, and how: "added",
    "removed" or "changed". What `unread` files hold is left out: they have problems, on the newer side, or on the older one alone."""

    rules: tuple[RuleChange, ...] = ()
    words: tuple[WordsChange, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    specimens: int = 0
    unread_before: tuple[Problem, ...] = ()
    unread: tuple[Problem, ...] = ()

    @property
    def findings(self) -> list[FindingChange]:
        return [finding for rule in self.rules for finding in rule.findings]


def difference(before: Version, after: Version, specimens: Iterable[Specimen]) -> Difference:
    """Everything that differs between two versions, tried on `specimens` and on the examples of rules that do not change."""
    changed = differing(before.contents, after.contents)
    old, new = _by_id(before.library), _by_id(after.library)
    ids = _renamed(old, new)
    unread = {problem.file for problem in after.library.problems}
    pairs = {
        now: (old.get(then), new.get(now))
        for then, now in _pairs(old, new, ids)
        if now in new or before.library.files[then].as_posix() not in unread  # a rule that cannot be read is not taken away
    }
    shifted = _shifted(changed, pairs, touched_lists(before.library, after.library))
    apart = shifted | {name for name, (was, rule) in pairs.items() if was != rule}
    tried = _rules_that_judge(apart, pairs, shifted)
    texts = [*specimens, *examples_of(rule for name, (_, rule) in pairs.items() if rule and name not in apart)] if tried else []
    found: dict[str, list[FindingChange]] = {}
    if tried:
        for change in changed_findings(texts, tried, before.library, after.library):
            found.setdefault(change.rule, []).append(change)
    back = {now: then for then, now in ids.items()}
    rules = [_rule_change(name, pairs[name], back.get(name, ""), found.get(name, []), before, after) for name in sorted(apart)]
    others = [(name, _how(name, before.contents, after.contents)) for name in changed if name not in unread and not is_rule(name) and "/words/" not in name]
    return Difference(
        tuple(rule for rule in rules if rule.fields or rule.findings or rule.what in ("added", "removed")),
        tuple(changed_lists(before.library, after.library)),
        tuple(others),
        len(texts),
        tuple(sorted(problem for problem in before.library.problems if problem.file in changed)),
        tuple(sorted(after.library.problems)),
    )


def _by_id(library: Library) -> dict[str, dict[str, Any]]:
    return {rule["id"]: rule for rule in library.rules}


def _renamed(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """Ids that are gone → the ids of the new rules that say that they replace them."""
    return {former: name for name, rule in new.items() if name not in old for former in rule.get("replaces", ())[:1] if former in old and former not in new}


def _pairs(old: Mapping[str, Any], new: Mapping[str, Any], ids: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in old:
        yield name, ids.get(name, name)
    for name in new.keys() - old.keys() - set(ids.values()):
        yield "", name


def _shifted(changed: Iterable[str], pairs: Mapping[str, Any], lists: set[str]) -> set[str]:
    """The rules that can judge otherwise though their files are the same: they look into one of these word lists, or a table changed."""
    tables = any("/tables/" in name for name in changed)
    return {name for name, (was, rule) in pairs.items() if tables or looks_into(was, lists) or looks_into(rule, lists)}


def _rules_that_judge(apart: set[str], pairs: Mapping[str, Any], shifted: set[str]) -> Tried:
    """The rules that can judge otherwise, as the engine reads them: (then, now), None where it does not count."""
    tried: Tried = {}
    for name in sorted(apart):
        was, rule = pairs[name]
        if was and rule and name not in shifted and all(was.get(key) == rule.get(key) for key in _JUDGING):
            continue
        draft = _is_draft(was, rule)
        pair = _counting(was, draft), _counting(rule, draft)
        if pair != (None, None):
            tried[name] = pair
    return tried


def _is_draft(was: Mapping[str, Any] | None, rule: Mapping[str, Any] | None) -> bool:
    return (rule or was or {}).get("status") == "draft"


def _counting(rule: dict[str, Any] | None, draft: bool) -> dict[str, Any] | None:
    if rule is None or rule["kind"] == "none" or not (rule["status"] == "stable" or (draft and rule["status"] == "draft")):
        return None
    return {**rule, "status": "stable"}


def _rule_change(name: str, pair: tuple[Any, Any], former: str, findings: list[FindingChange], before: Version, after: Version) -> RuleChange:
    was, rule = pair
    fields: list[FieldChange] = []
    if was and rule:
        fields = changed_fields(_as_written(was["id"], before), _as_written(name, after))
    elif rule:
        fields = changed_fields({}, {key: value for key, value in _as_written(name, after).items() if key in _TELLING})
    what = "added" if was is None else "removed" if rule is None else "changed" if fields else "lists"
    return RuleChange(name, (rule or was)["title"], what, former, _is_draft(was, rule), tuple(fields), tuple(findings))


def _as_written(rule: str, version: Version) -> dict[str, Any]:
    return plain_data(version.contents[version.library.files[rule].as_posix()])


def _how(name: str, before: Contents, after: Contents) -> str:
    return "added" if name not in before else "removed" if name not in after else "changed"
