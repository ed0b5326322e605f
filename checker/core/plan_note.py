"""The free days that moved a message, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from checker.core.window import Window
from checker.core.wording import MONTHS, WEEKDAYS, and_join
from checker.core.workdays import Calendar

_SATURDAY = 5


def free_days(window: Window, calendar: Calendar, first: date, without_holidays: Callable[[], Window | None]) -> str:
    """A sentence on the free days right before the best moment, and one on holidays that delayed it from `first` on.

    `without_holidays` finds the window that there would be if every holiday were a working day.
    """
    before = [first + timedelta(days=number) for number in range((window.best.date() - first).days)]
    run: list[date] = []
    while before and before[-1] >= window.earliest.date() and not calendar.is_working_day(before[-1]):
        run.insert(0, before.pop())
    sentences = []
    if run:
        sentences.append(f"{and_join([_named(day, calendar) for day in run])} {'is a free day' if len(run) == 1 else 'are free days'}.")
    holidays = [day for day in before if day.weekday() < _SATURDAY and calendar.is_holiday(day)]
    if holidays:
        otherwise = without_holidays()
        if otherwise and otherwise.best.date() < window.best.date():
            sentences.append(f"Public holidays do not count as working days: {and_join([_day(day) for day in holidays])}.")
    return " ".join(sentences)


def _named(day: date, calendar: Calendar) -> str:
    """ "Saturday 4 April", "Friday 3 April (public holiday)"."""
    return f"{_day(day)} (public holiday)" if day.weekday() < _SATURDAY and calendar.is_holiday(day) else _day(day)


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
