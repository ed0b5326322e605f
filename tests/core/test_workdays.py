"""Working days: weekends and a country's holidays left out, the first day not counted, the last one counted."""

from __future__ import annotations

from datetime import date

import pytest

from checker.core.workdays import Calendar

# In 2026: 2 March is a Monday, 3 April is Good Friday, 6 April is Easter Monday, 25 and 28 December are Friday and Monday.
TABLE = {"GB": {"2026": "0101 0403 0406 1225 1228", "2027": "0101"}, "US": {"2026": "0101 0703 1225"}}


@pytest.mark.parametrize(
    "country, first, last, days",
    [
        (None, "2026-03-02", "2026-03-02", 0),
        (None, "2026-03-02", "2026-03-03", 1),
        (None, "2026-03-06", "2026-03-07", 0),
        (None, "2026-03-06", "2026-03-09", 1),
        (None, "2026-03-07", "2026-03-08", 0),
        (None, "2026-03-02", "2026-03-09", 5),
        (None, "2026-03-09", "2026-03-02", -5),
        (None, "2026-04-02", "2026-04-07", 3),
        ("GB", "2026-04-02", "2026-04-07", 1),
        ("US", "2026-04-02", "2026-04-07", 3),
        ("ZZ", "2026-04-02", "2026-04-07", 3),
        ("GB", "2026-12-24", "2027-01-04", 4),
        ("GB", "2029-01-01", "2029-01-02", 1),
    ],
)
def test_working_days(country, first, last, days):
    calendar = Calendar(TABLE, country)
    assert calendar.working_days(date.fromisoformat(first), date.fromisoformat(last)) == days


@pytest.mark.parametrize(
    "country, day, following",
    [
        (None, "2026-03-02", "2026-03-03"),
        (None, "2026-03-06", "2026-03-09"),
        ("GB", "2026-04-02", "2026-04-07"),
        ("US", "2026-04-02", "2026-04-03"),
        ("GB", "2026-12-31", "2027-01-04"),
    ],
)
def test_next_working_day(country, day, following):
    assert Calendar(TABLE, country).next_working_day(date.fromisoformat(day)) == date.fromisoformat(following)


@pytest.mark.parametrize(
    "country, day, working",
    [(None, "2026-12-25", True), ("GB", "2026-12-25", False), ("GB", "2026-12-26", False), ("GB", "2026-12-29", True)],
)
def test_is_working_day(country, day, working):
    assert Calendar(TABLE, country).is_working_day(date.fromisoformat(day)) is working


def test_the_ends_of_the_calendar():
    calendar = Calendar({}, None)
    assert calendar.next_working_day(date.max) == date.max
    assert calendar.working_days(date.min, date.max) > 250
    assert calendar.working_days(date.max, date.min) < -250
