"""Days and moments in words, for plans and calendars."""

from __future__ import annotations

from datetime import date, datetime

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def in_words(moment: date) -> str:
    """Tuesday 3 March 2026, with the hour where there is one: "Tuesday 3 March 2026, 9:30"."""
    day = f"{WEEKDAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    return f"{day}, {moment.hour}:{moment.minute:02}" if isinstance(moment, datetime) else day
