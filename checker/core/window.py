"""From when to when a message may go out, found in what the rules say of each moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from checker.core.moments import Mark
from checker.core.report import LEVELS

Fired = frozenset[Mark]

_TIMES_THAT_RECUR = 3  # what comes and goes so often is about hours and weekdays, and closes no window


@dataclass(frozen=True)
class Window:
    """The first stretch of moments at which the fewest errors and warnings fire.

    `latest` is None where nothing closes it. `best` is its first moment with the fewest suggestions. `inside` are its
    moments, each with the number of suggestions. `always` fire at each of them.
    """

    earliest: datetime
    best: datetime
    latest: datetime | None
    inside: tuple[tuple[datetime, int], ...]
    gravity: tuple[int, int]
    why_not_earlier: tuple[Mark, ...]
    why_not_later: tuple[Mark, ...]
    always: tuple[Mark, ...]


def gravity(fired: Iterable[Mark]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    return cost(fired)[:2]


def cost(fired: Iterable[Mark]) -> tuple[int, int, int]:
    """Errors, warnings, suggestions: less is better, in this order."""
    counts = Counter(mark.level for mark in fired)
    return counts["error"], counts["warning"], counts["suggestion"]


def grave(fired: Iterable[Mark]) -> Fired:
    """The errors and warnings among them."""
    return frozenset(mark for mark in fired if mark.level != "suggestion")


def in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The gravest first."""
    return tuple(sorted(set(marks), key=lambda mark: (LEVELS.index(mark.level), mark.rule)))


def find_window(moments: Sequence[datetime], fired: Sequence[Fired]) -> Window | None:
    """The window in these moments, in order of time; `fired` says what fires at each. None without any moment."""
    if not moments:
        return None
    recurring = frozenset(mark for mark in grave(frozenset().union(*fired)) if _recurs(mark, fired))
    usable = [place for place in range(len(moments)) if not recurring & fired[place]]
    if not usable:
        recurring, usable = frozenset(), list(range(len(moments)))
    weights = [gravity(fired[place]) for place in usable]
    least = min(weights)
    first = weights.index(least)
    end = next((at for at in range(first, len(weights)) if weights[at] != least), len(weights))
    inside = usable[first:end]
    suggestions = [cost(fired[place])[2] for place in inside]
    best = inside[suggestions.index(min(suggestions))]

    earlier = _most_telling([fired[place] - fired[best] for place in inside if place < best])
    if first:
        earlier |= grave(fired[usable[first - 1]]) - fired[inside[0]]
    if best and best - 1 not in usable:  # the office was still closed
        earlier |= recurring & fired[best - 1]
    later = grave(fired[usable[end]]) - fired[inside[-1]] if end < len(usable) else frozenset()
    return Window(
        moments[inside[0]],
        moments[best],
        moments[inside[-1]] if end < len(usable) else None,
        tuple((moments[place], count) for place, count in zip(inside, suggestions)),
        least,
        in_order(earlier),
        in_order(later),
        in_order(frozenset.intersection(*(fired[place] for place in inside))),
    )


def _recurs(mark: Mark, fired: Sequence[Fired]) -> bool:
    begins, before = 0, False
    for marks in fired:
        begins += mark in marks and not before
        before = mark in marks
    return begins >= _TIMES_THAT_RECUR


def _most_telling(reasons: list[Fired]) -> Fired:
    """As few marks as will explain each of the moments, the commonest first."""
    chosen: frozenset[Mark] = frozenset()
    open_ones = [marks for marks in reasons if marks]
    while open_ones:
        counts = Counter(mark for marks in open_ones for mark in marks)
        commonest = min(counts, key=lambda mark: (-counts[mark], mark))
        chosen |= {commonest}
        open_ones = [marks for marks in open_ones if commonest not in marks]
    return chosen
