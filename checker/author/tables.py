"""Tables made from well-kept libraries: public holidays, and short forms of first names.

They are made by hand, now and then, and kept under rules/tables/, because the engine in the browser carries no
libraries: `afterword tables`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path


def make_holidays(years: Iterable[int]) -> dict[str, dict[str, str]]:
    """Country → year → "0101 0525 ...": nationwide public holidays of every country that `holidays` knows."""
    import holidays

    span = list(years)
    table: dict[str, dict[str, str]] = {}
    for country in sorted(holidays.list_supported_countries(include_aliases=False)):
        days = sorted(holidays.country_holidays(country, years=span))
        by_year: dict[str, list[str]] = defaultdict(list)
        for day in days:
            if day.year in span:
                by_year[str(day.year)].append(f"{day:%m%d}")
        if by_year:
            table[country] = {year: " ".join(found) for year, found in sorted(by_year.items())}
    return table


def make_short_forms() -> dict[str, list[str]]:
    """First name → its short forms, from `nicknames`."""
    from nicknames import NickNamer

    return {name: sorted(short) for name, short in sorted(NickNamer().nickname_lookup.items()) if short}


def write_tables(folder: Path, years: Iterable[int]) -> list[Path]:
    """Write both tables below a rules folder; gives the files."""
    (folder / "tables").mkdir(exist_ok=True)
    written = []
    for name, table in (("holidays", make_holidays(years)), ("short-forms", make_short_forms())):
        path = folder / "tables" / f"{name}.json"
        lines = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in table.items())
        path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
        written.append(path)
    return written
