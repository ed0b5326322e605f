"""What a rule weighs: its levels, the gravest of them, and the mark that shows one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker.core.fields import FORMALITIES
from checker.core.report import LEVELS
from checker.core.wording import and_join
from checker.site.words import IN_STAGE, LEVEL_SHORT

Rule = Mapping[str, Any]
ADVICE = "advice"  # stands for a level where a rule is not checked

_CASES = {
    "under_5_working_days": "before 5 working days have gone by",
    "under_10_working_days": "before 10 working days have gone by",
    "unanswered_thank_you_only": "after an unanswered thank-you",
    "one_unanswered_check_in": "after one unanswered check-in",
    "two_or_more": "after two unanswered check-ins",
}


def levels(rule: Rule) -> list[tuple[str, str]]:
    """Each level that a rule can have, gravest first, with the case it holds in; "" where there is one for all."""
    level = rule.get("level")
    if level is None:
        return []
    if isinstance(level, str):
        return [(level, "")]
    return [
        (each, and_join([_case(case) for case, of_case in level.items() if of_case == each]))
        for each in LEVELS
        if each in level.values()
    ]


def gravest(rule: Rule, stage: str = "") -> str:
    """The highest level that a rule can have, in that stage where it depends on the stage; "" for advice."""
    level = rule.get("level")
    if isinstance(level, Mapping) and stage in level:
        return level[stage]
    return next((each for each, _ in levels(rule)), "")


def ordered(rules: Iterable[Rule], stage: str = "") -> list[Rule]:
    """The weightiest first, advice last, then by title."""
    weights = (*LEVELS, "")
    return sorted(rules, key=lambda rule: (weights.index(gravest(rule, stage)), rule["title"]))


def badge(level: str, words: str) -> str:
    """A level's mark: its words, in its colour."""
    return f'<span class="aw-level aw-level--{level}">{words}</span>'


def short_badge(rule: Rule, stage: str = "") -> str:
    """The mark of a rule's gravest level, in one word; of a rule that is not checked, "Advice"."""
    level = gravest(rule, stage)
    return badge(level, LEVEL_SHORT[level]) if level else badge(ADVICE, "Advice")


def _case(case: str) -> str:
    if case in FORMALITIES:
        return f"if the tone is {case}"
    if case in _CASES:
        return _CASES[case]
    return IN_STAGE.get(case, case.replace("_", " "))
