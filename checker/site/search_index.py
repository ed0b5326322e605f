"""What the search looks through: made smaller and surer, after the theme has gathered it. Pure.

An index is the theme's: {"config": …, "docs": [{"location", "title", "text", "tags"?, "boost"?}, …]}, one entry for each
heading of each page. A page's `tags` are the words that people search for and that the page itself lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from itertools import groupby
from typing import Any

from checker.site.text import inline

Entry = dict[str, Any]

UNSEARCHED = "{: data-search-exclude }"  # behind a heading: what stands below it is left out

_WHOLE = "rules/"  # below it, a page is one entry: headings such as "Why", alike on all of them, help nobody


def also_asked(words: Iterable[str]) -> str:
    """The words that people search for, as a quiet line of their page."""
    return f"Also asked as: {inline(', '.join(words))}.\n{{: .aw-quiet }}"


def tidied(index: Mapping[str, Any]) -> dict[str, Any]:
    """The index with one entry for each rule, and with each page's words for it on its first entry alone."""
    pages = groupby(index["docs"], key=lambda entry: entry["location"].partition("#")[0])
    return {**index, "docs": [entry for page, entries in pages for entry in _page(page, list(entries))]}


def _page(page: str, entries: list[Entry]) -> Iterable[Entry]:
    first, *rest = entries
    if "tags" in first:
        first = first | {"tags": [escape(word, quote=False) for word in first["tags"]]}
    if page.startswith(_WHOLE):
        return [first | {"text": " ".join(filter(None, (entry["text"] for entry in entries)))}]
    return [first, *({key: value for key, value in entry.items() if key != "tags"} for entry in rest)]
