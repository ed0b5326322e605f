"""Rules as the engine reads them: from plain data that can travel as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from checker.core.evidence import NAMED
from checker.core.kinds import Kind
from checker.core.kinds.count import CountKind
from checker.core.kinds.missing import MissingKind
from checker.core.kinds.names import NamesKind
from checker.core.kinds.overlap import OverlapKind
from checker.core.kinds.phrase import PhraseKind
from checker.core.kinds.situational import SituationalKind
from checker.core.phrasebook import Phrasebook
from checker.core.phrases import WordLists
from checker.core.situation import Situation
from checker.core.word_sets import WordSets
from checker.core.workdays import Table

KINDS: dict[str, type[Kind]] = {
    "phrase": PhraseKind,
    "missing": MissingKind,
    "count": CountKind,
    "names": NamesKind,
    "overlap": OverlapKind,
    "timing": SituationalKind,
    "situation": SituationalKind,
}


@dataclass(frozen=True)
class Rule:
    """One rule that checks. `when` and `unless` are compiled conditions; None holds always, and never."""

    id: str
    title: str
    message: str
    why: str
    page: str
    stages: frozenset[str]
    level: str | Mapping[str, str]
    kind: Kind
    when: Any = None
    unless: Any = None
    fix: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Rule:
        check = data["check"]
        return cls(
            data["id"], data["title"], data["message"], data["why"], data["page"], frozenset(data["stages"]), data["level"],
            KINDS[data["kind"]].from_data(check), check.get("when"), check.get("unless"), data.get("fix") or {},
        )  # fmt: skip

    def level_for(self, situation: Situation, case: str | None) -> str:
        """The level of a breach: one for all, or by the case, the stage or the formality."""
        if isinstance(self.level, str):
            return self.level
        for key in (case, situation.text("stage"), situation.text("formality")):
            if key in self.level:
                return self.level[key]
        return max(self.level.values(), key=("suggestion", "warning", "error").index)


@dataclass(frozen=True)
class RuleSet:
    """All rules that check, their shared word lists, short forms of names and holidays."""

    version: str
    rules: tuple[Rule, ...]
    words: Mapping[str, Sequence[str]]
    word_sets: WordSets = field(repr=False)
    short_forms: Mapping[str, Sequence[str]]
    holidays: Table
    phrasebook: Phrasebook

    @classmethod
    def from_data(cls, data: Mapping[str, Any], lists: WordLists | None = None) -> RuleSet:
        """Build from the content of rules.json. Rules of kind none, drafts and retired rules check nothing.

        `lists` are its word lists where somebody has begun to read them. Data for the browser have `phrases` ready, as `Phrasebook.as_data`
        tells them, and of `words` only the lists that words are looked up in.
        """
        rules = tuple(
            Rule.from_data(entry) for entry in data["rules"] if entry["kind"] != "none" and entry["status"] == "stable"
        )
        words = data.get("words", {})
        ready = data.get("phrases")
        book = Phrasebook.of_data(ready) if ready else Phrasebook(_phrases(rules), lists or words)
        return cls(data["version"], rules, words, WordSets(words), data.get("short_forms", {}), data.get("holidays", {}), book)

    def with_rule(self, data: Mapping[str, Any]) -> RuleSet:
        """The same rules with this one besides, in the place of the one that has its id. Only its own phrases are read anew."""
        rule = Rule.from_data(data)
        rules = sorted((*(each for each in self.rules if each.id != rule.id), rule), key=lambda each: each.id)
        return replace(self, rules=tuple(rules), phrasebook=self.phrasebook.with_more(_phrases([rule])))

    def only(self, *data: Mapping[str, Any]) -> RuleSet:
        """These rules alone, with the same word lists and tables."""
        rules = tuple(Rule.from_data(each) for each in data)
        return replace(self, rules=rules, phrasebook=self.phrasebook.afresh(_phrases(rules)))


def _phrases(rules: Iterable[Rule]) -> list[str]:
    return [*NAMED, *(p for rule in rules for evidence in rule.kind.evidence() for p in evidence.all_phrases())]
