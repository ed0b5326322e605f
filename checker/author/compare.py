"""A score against an earlier one: which rules got better or worse, and on which drafts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.author.score import Score, Slip

_NUMBERS = ("tp", "fp", "fn")


class NoScore(ValueError):
    """The earlier numbers are not what `afterword score --json` writes."""


@dataclass(frozen=True)
class RuleChange:
    """Hits, false alarms and misses of one rule, then and now."""

    rule: str
    then: tuple[int, int, int]
    now: tuple[int, int, int]


@dataclass(frozen=True)
class Comparison:
    """`then` and `now` hold (name, number) for precision, recall, f1 and alarms per clean draft; None where undefined."""

    totals: tuple[tuple[str, float | None, float | None], ...]
    rules: tuple[RuleChange, ...]
    worse: tuple[Slip, ...]  # misses and false alarms that are new
    better: tuple[Slip, ...]  # and those that are gone


def compare(then: Any, now: Score) -> Comparison:
    """Compare with the JSON of an earlier score. Raises NoScore where it is none."""
    try:
        rules_then = {rule: tuple(int(tally[key]) for key in _NUMBERS) for rule, tally in then["rules"].items()}
        slips_then = {slip["id"]: (set(slip["missed"]), set(slip["false"])) for slip in then["slips"]}
        totals = [(name, then["micro"][name]) for name in ("precision", "recall", "f1")]
        totals.append(("alarms a clean draft", then["clean"]["per_draft"]))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NoScore(f"no score as `afterword score --json` writes it ({type(error).__name__}: {error})") from None
    rules_now = {rule: (tally.tp, tally.fp, tally.fn) for rule, tally in now.rules.items()}
    slips_now = {slip.id: (set(slip.missed), set(slip.false)) for slip in now.slips}
    numbers = (now.micro.precision, now.micro.recall, now.micro.f1, now.alarms_per_clean_draft)
    return Comparison(
        tuple((name, before, after) for (name, before), after in zip(totals, numbers, strict=True)),
        tuple(_rule_changes(rules_then, rules_now)),
        tuple(_slips_beyond(slips_now, slips_then)),
        tuple(_slips_beyond(slips_then, slips_now)),
    )


def _rule_changes(then: Mapping[str, tuple[int, ...]], now: Mapping[str, tuple[int, ...]]) -> list[RuleChange]:
    none = (0, 0, 0)
    pairs = ((rule, then.get(rule, none), now.get(rule, none)) for rule in sorted(then.keys() | now.keys()))
    return [RuleChange(rule, (*before,), (*after,)) for rule, before, after in pairs if before != after]  # type: ignore[arg-type]


def _slips_beyond(slips: Mapping[str, tuple[set[str], set[str]]], known: Mapping[str, tuple[set[str], set[str]]]) -> list[Slip]:
    found = []
    for name, (missed, false) in sorted(slips.items()):
        known_missed, known_false = known.get(name, (set(), set()))
        if missed - known_missed or false - known_false:
            found.append(Slip(name, tuple(sorted(missed - known_missed)), tuple(sorted(false - known_false))))
    return found
