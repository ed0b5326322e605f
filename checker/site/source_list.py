"""Who says so, who says otherwise: sources as lists of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from checker.site.search_index import UNSEARCHED
from checker.site.text import escaped, sentence, typographic
from checker.site.words import STANCE, countries


def source_lists(entries: Iterable[Mapping[str, Any]], sources: Mapping[str, Mapping[str, Any]]) -> str:
    """The sources of a rule by stance, each with what it says in our words."""
    entries = list(entries)
    parts = []
    for stance, words in STANCE.items():
        among = [entry for entry in entries if entry["stance"] == stance]
        if among:
            parts += [f"### {words} {UNSEARCHED}", source_list(among, sources)]
    return "\n\n".join(parts)


def source_list(entries: Iterable[Mapping[str, Any]], sources: Mapping[str, Mapping[str, Any]]) -> str:
    """Sources, each with what it says in our words."""
    items = "\n".join(_item(entry["line"], sources[entry["source"]]) for entry in entries)
    return f'<ul class="aw-sources">\n{items}\n</ul>'


def year(source: Mapping[str, Any]) -> int | None:
    """The year of a source's date, which may say "about 2017"."""
    found = re.search(r"\b(?:19|20)\d\d\b", str(source.get("date", "")))
    return int(found[0]) if found else None


def link(source: Mapping[str, Any]) -> str:
    """The publisher, linked to the page that was read."""
    return f'<a href="{escaped(source["url"])}" rel="noopener">{escaped(typographic(source["publisher"]))}</a>'


def about(source: Mapping[str, Any]) -> str:
    """Kind, country and date of a source, as far as known."""
    known = [source.get("kind"), countries(source["country"]) if source.get("country") else None, _date(source)]
    return escaped(", ".join(str(each) for each in known if each))


def _date(source: Mapping[str, Any]) -> str:
    """The year, with the "before" or "about" that was noted."""
    found = re.match(r"(before |about )?((?:19|20)\d\d)\b", str(source.get("date", "")))
    return (found[1] or "") + found[2] if found else ""


def _item(line: str, source: Mapping[str, Any]) -> str:
    facts = about(source)
    where = f' <span class="aw-from">{facts}</span>' if facts else ""
    return f"<li>{link(source)}{where}<br>{escaped(sentence(line))}</li>"
