"""How well the rules find what editors found: precision and recall over labelled drafts.

Over the rules of level error and warning, as sets of rule ids a draft: found and expected is a hit; expected and not
found is a miss; found and neither expected, suggested nor tolerated is a false alarm. Suggestions are scored apart, by
recall alone: at whatever level they are found. Labels of rules that do not exist are left out, and named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from checker.author.drafts import LabelledDraft
from checker.core.check import check
from checker.core.rules import RuleSet


@dataclass
class Tally:
    """Hits, false alarms and misses. A share of nothing is None."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float | None:
        return _share(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        return _share(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float | None:
        return _share(2 * self.tp, 2 * self.tp + self.fp + self.fn)

    def as_dict(self) -> dict[str, Any]:
        return {
            "tp": self.tp, "fp": self.fp, "fn": self.fn,
            "precision": self.precision, "recall": self.recall, "f1": self.f1,
        }  # fmt: skip


@dataclass(frozen=True)
class Slip:
    """One draft that was judged otherwise than its labels say."""

    id: str
    missed: tuple[str, ...]
    false: tuple[str, ...]


@dataclass
class Score:
    drafts: int = 0
    left_out: Counter[str] = field(default_factory=Counter)  # label of a rule that does not exist → how often
    rules: dict[str, Tally] = field(default_factory=dict)
    suggested: int = 0
    suggested_found: int = 0
    clean_drafts: int = 0
    clean_alarms: int = 0
    slips: list[Slip] = field(default_factory=list)  # the worst first

    @property
    def micro(self) -> Tally:
        """All rules taken together."""
        tallies = self.rules.values()
        return Tally(sum(t.tp for t in tallies), sum(t.fp for t in tallies), sum(t.fn for t in tallies))

    @property
    def macro(self) -> dict[str, float | None]:
        """The mean over rules, each weighing the same; a rule counts where its number is defined."""
        return {
            name: _mean(getattr(tally, name) for tally in self.rules.values()) for name in ("precision", "recall", "f1")
        }

    @property
    def suggestion_recall(self) -> float | None:
        return _share(self.suggested_found, self.suggested)

    @property
    def alarms_per_clean_draft(self) -> float | None:
        return _share(self.clean_alarms, self.clean_drafts)

    def as_dict(self) -> dict[str, Any]:
        return {
            "drafts": self.drafts,
            "left_out": dict(sorted(self.left_out.items())),
            "rules": {rule: tally.as_dict() for rule, tally in self.rules.items()},
            "micro": self.micro.as_dict(),
            "macro": self.macro,
            "suggestions": {"expected": self.suggested, "found": self.suggested_found, "recall": self.suggestion_recall},
            "clean": {
                "drafts": self.clean_drafts, "false_alarms": self.clean_alarms, "per_draft": self.alarms_per_clean_draft,
            },
            "slips": [{"id": slip.id, "missed": list(slip.missed), "false": list(slip.false)} for slip in self.slips],
        }  # fmt: skip


def score(drafts: Iterable[LabelledDraft], rules: RuleSet) -> Score:
    """Check every draft and compare with its labels."""
    known = {rule.id for rule in rules.rules}
    result = Score()
    tallies = {rule: Tally() for rule in sorted(known)}
    for draft in drafts:
        findings = check(draft.text, draft.situation, rules).findings
        found = {finding.rule for finding in findings if finding.level != "suggestion"}
        expect, suggest = draft.expect & known, draft.suggest & known
        missed = expect - found
        false = found - expect - draft.suggest - draft.tolerate
        for rule in expect & found:
            tallies[rule].tp += 1
        for rule in missed:
            tallies[rule].fn += 1
        for rule in false:
            tallies[rule].fp += 1
        result.drafts += 1
        result.left_out.update((draft.expect | draft.suggest) - known)
        result.suggested += len(suggest)
        result.suggested_found += len(suggest & {finding.rule for finding in findings})
        if not draft.expect:
            result.clean_drafts += 1
            result.clean_alarms += len(false)
        if missed or false:
            result.slips.append(Slip(draft.id, tuple(sorted(missed)), tuple(sorted(false))))
    result.slips.sort(key=lambda slip: -len(slip.missed) - len(slip.false))
    result.rules = {rule: tally for rule, tally in tallies.items() if tally.tp or tally.fp or tally.fn}
    return result


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
