"""How often the verdict of a condition can change as time goes by, so that it need not be asked more often."""

from __future__ import annotations

from typing import Any

from checker.core.facts import Condition
from checker.core.situation import UNKNOWN, Situation

NEVER, DAILY, ALWAYS = range(3)

_NOW = ["fact", "now"]
_BY_DAY = {"date", "days", "working_days", "next_working_day", "is_working_day"}  # these look at the day alone
_WHOLE = {"is", "fact", "item", "has", "known", "any", "count", "latest"}  # not functions of plain values


def pace(node: Any) -> int:
    """NEVER, DAILY or ALWAYS: when the verdict of a condition, or the value of a part of it, can change with `now`."""
    if not isinstance(node, list) or not node or node[0] == "is":
        return NEVER
    if node == _NOW:
        return ALWAYS
    if node[0] in _BY_DAY:
        return max(DAILY if inner == _NOW else pace(inner) for inner in node[1:])
    return max(map(pace, node[1:]), default=NEVER)


def without_unknowns(node: Condition | None, situation: Situation) -> Condition | None:
    """The same condition, in which a comparison with an unknown fact is that unknown fact: it is never anything else.

    What is left has the same verdict at every moment, and often the slower pace.
    """
    if node is None or node[0] in _WHOLE:
        return node
    inner = [without_unknowns(arg, situation) for arg in node[1:]]
    unknown = [arg for arg in inner if arg[0] == "fact" and arg != _NOW and situation.get(arg[1]) is UNKNOWN]
    if len(unknown) == len(inner) or (unknown and node[0] not in ("and", "or")):
        return unknown[0]
    return [node[0], *inner]
