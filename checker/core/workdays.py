"""Working days: Monday to Friday without the nationwide public holidays of a country."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

# Country code → year → "0101 0525 ...", month and day of each holiday; made from the library `holidays`.
Table = Mapping[str, Mapping[str, str]]

_ONE_DAY = timedelta(days=1)
_LONGEST_COUNT = 400  # days; beyond that the exact number decides nothing


class Calendar:
    """The working days of one country; without a country, or one that is not in the table, weekends only."""

    def __init__(self, table: Table, country: str | None) -> None:
        self._years = table.get(country or "", {})

    def is_holiday(self, day: date) -> bool:
        return f"{day:%m%d}" in self._years.get(str(day.year), "").split()

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5 and not self.is_holiday(day)

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`."""
        for _ in range(min(_LONGEST_COUNT, (date.max - day).days)):
            day += _ONE_DAY
            if self.is_working_day(day):
                break
        return day

    def working_days(self, first: date, last: date) -> int:
        """Working days after `first` up to and including `last`; negative when `last` is earlier."""
        if last < first:
            return -self.working_days(last, first)
        if (last - first).days > _LONGEST_COUNT:
            last = first + _LONGEST_COUNT * _ONE_DAY
        count, day = 0, first
        while day < last:
            day += _ONE_DAY
            count += self.is_working_day(day)
        return count
