"""The condition language over a situation: three-valued, evaluated from compiled JSON.

A condition is compiled by `checker.author.conditions` into nested lists, for example
`working_days(interview.at, now) < 5` into `["<", ["working_days", ["fact", "interview.at"], ["fact", "now"]], ["is", 5]]`.
Here it is only evaluated: to True, False or UNKNOWN, together with the facts whose absence made it unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from checker.core.situation import UNKNOWN, Situation
from checker.core.workdays import Calendar

Condition = list[Any]


class Facts:
    """Evaluates conditions over one situation; `of_draft` holds facts of the draft itself, such as draft.has_subject."""

    def __init__(self, situation: Situation, calendar: Calendar, of_draft: Mapping[str, Any]) -> None:
        self.situation = situation
        self.calendar = calendar
        self.of_draft = of_draft
        self._items: list[dict[str, Any]] = []

    def judge(self, condition: Condition | None) -> tuple[bool | None, tuple[str, ...]]:
        """True, False or None for unknown; with the missing facts where it is unknown. No condition is True."""
        if condition is None:
            return True, ()
        value, missing = self._value(condition)
        if value is UNKNOWN and not missing:  # nothing is there to compare with, as the latest of no messages
            return False, ()
        return (None, tuple(dict.fromkeys(missing))) if value is UNKNOWN else (bool(value), ())

    def _value(self, node: Condition) -> tuple[Any, list[str]]:
        name, *args = node
        if name == "is":
            return args[0], []
        if name == "fact":
            path = args[0]
            value = self.of_draft[path] if path in self.of_draft else self.situation.get(path)
            return value, [path] if value is UNKNOWN else []
        if name == "item":
            return self._items[-1].get(args[0], UNKNOWN), []
        if name == "has":
            return args[0] in self._items[-1], []
        if name == "known":
            return self.situation.get(args[0]) is not UNKNOWN, []
        if name in ("and", "or"):
            return self._joined(name == "or", args)
        if name == "not":
            value, missing = self._value(args[0])
            return (UNKNOWN if value is UNKNOWN else not value), missing
        if name in ("any", "count", "latest"):
            return self._over_list(name, args)
        values: list[Any] = []
        missing = []
        for arg in args:
            value, lacks = self._value(arg)
            values.append(value)
            missing += lacks
        if any(value is UNKNOWN for value in values):
            return UNKNOWN, missing
        result = _FUNCTIONS[name](self.calendar, *values)
        if result is UNKNOWN:  # a date stands where the hour is needed: ask for the moments again
            known = [(arg, value) for arg, value in zip(args, values) if arg[0] == "fact"]
            missing = [arg[1] for arg, value in known if not isinstance(value, datetime)]
        return result, missing

    def _joined(self, stop: bool, args: list[Condition]) -> tuple[Any, list[str]]:
        """`and` stops at the first False, `or` at the first True, wherever it stands; else unknown wins."""
        missing: list[str] = []
        unknown = False
        for arg in args:
            value, lacks = self._value(arg)
            if value is UNKNOWN:
                unknown = True
                missing += lacks
            elif bool(value) is stop:
                return stop, []
        return (UNKNOWN, missing) if unknown else (not stop, [])

    def _over_list(self, name: str, args: list[Any]) -> tuple[Any, list[str]]:
        """`any`, `count` and `latest` over the items of a list fact for which the inner condition holds.

        An item whose own key is absent counts as "does not hold": `sent` entries are the person's own short notes.
        """
        path, condition, *field = args
        items = self.situation.get(path)
        if items is UNKNOWN:
            return UNKNOWN, [path]
        held: list[dict[str, Any]] = []
        lacking: list[str] = []
        for item in items:
            self._items.append(item)
            value, missing = self._value(condition)
            self._items.pop()
            if value is UNKNOWN:
                lacking += missing
            elif value:
                held.append(item)
        if lacking and (name != "any" or not held):
            return UNKNOWN, lacking
        if name == "latest":
            moments = [item[field[0]] for item in held if field[0] in item]
            if not moments:  # none held: there is nothing to compare with; some held, but undated: unknown
                return UNKNOWN, [path] if held else []
            return max(moments, key=_as_datetime), []
        return (len(held) if name == "count" else bool(held)), []


def as_date(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _as_datetime(moment: date | datetime) -> datetime:
    return moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)


def _compare(test: Callable[[Any, Any], bool]) -> Callable[..., Any]:
    """Compare two values; two moments by their days as soon as one of them has no hour."""

    def compare(_: Calendar, left: Any, right: Any) -> bool:
        if isinstance(left, date) and isinstance(right, date):
            timed = isinstance(left, datetime) and isinstance(right, datetime)
            return test(left, right) if timed else test(as_date(left), as_date(right))
        return test(left, right)

    return compare


def _hours(_: Calendar, first: date, last: date) -> Any:
    if not (isinstance(first, datetime) and isinstance(last, datetime)):
        return UNKNOWN
    return (last - first).total_seconds() / 3600


def _hour(_: Calendar, moment: date) -> Any:
    return moment.hour + moment.minute / 60 if isinstance(moment, datetime) else UNKNOWN


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "<": _compare(lambda a, b: a < b),
    "<=": _compare(lambda a, b: a <= b),
    ">": _compare(lambda a, b: a > b),
    ">=": _compare(lambda a, b: a >= b),
    "==": _compare(lambda a, b: a == b),
    "!=": _compare(lambda a, b: a != b),
    "in": lambda _, value, options: value in options,
    "not in": lambda _, value, options: value not in options,
    "date": lambda _, moment: as_date(moment),
    "hour": _hour,
    "hours": _hours,
    "days": lambda _, first, last: (as_date(last) - as_date(first)).days,
    "working_days": lambda calendar, first, last: calendar.working_days(as_date(first), as_date(last)),
    "next_working_day": lambda calendar, moment: calendar.next_working_day(as_date(moment)),
    "is_working_day": lambda calendar, moment: calendar.is_working_day(as_date(moment)),
}
