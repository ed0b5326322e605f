"""Lists, days and moments in words. The names are English whatever the machine's locale, so not strftime."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def and_join(words: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"; "" for no words."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def full_date(day: date) -> str:
    """ "2 March 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_words(moment: date) -> str:
    """ "Tuesday 3 March 2026", with the hour where there is one: "Tuesday 3 March 2026, 9:30"."""
    day = f"{WEEKDAYS[moment.weekday()]} {full_date(moment)}"
    return f"{day}, {moment.hour}:{moment.minute:02}" if isinstance(moment, datetime) else day
