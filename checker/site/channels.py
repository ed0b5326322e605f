"""By which channels a rule can speak up at all, told from its conditions. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Any

from checker.core.facts import Condition, Facts
from checker.core.fields import CHANNELS, FORMALITIES
from checker.core.situation import Situation
from checker.core.workdays import Calendar


def channels(rule: Mapping[str, Any]) -> list[str]:
    """The channels that a rule is about: all of them, but for those that its conditions rule out whatever else holds."""
    check = rule.get("check") or {}
    cases = list(product(rule["stages"], FORMALITIES))
    return [channel for channel in CHANNELS if any(_open(check, channel, *case) for case in cases)]


def _open(check: Mapping[str, Any], channel: str, stage: str, formality: str) -> bool:
    """Whether nothing stands in the rule's way that these three facts settle. What turns on others is unknown."""
    facts = Facts(Situation({"channel": channel, "stage": stage, "formality": formality}), Calendar({}, None), {})

    def settled(condition: Condition | None) -> bool | None:
        return facts.judge(_open_minded(condition))[0]

    flag = check.get("flag")
    flags = list(flag.values()) if isinstance(flag, Mapping) else [flag]
    cleared = check.get("unless") is not None and settled(check["unless"]) is True
    return settled(check.get("when")) is not False and not cleared and any(settled(each) is not False for each in flags)


def _open_minded(node: Any) -> Any:
    """A condition in which it is unknown, too, what will be known: `known(x)` asks for x itself."""
    if not isinstance(node, list) or node[:1] == ["is"]:
        return node
    return ["fact", node[1]] if node[:1] == ["known"] else [_open_minded(each) for each in node]
