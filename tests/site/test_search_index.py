"""What the search looks through, and the theme's scripts that do the looking."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import material
import pytest

from checker.site.search_index import tidied
from checker.site.search_theme import UnknownTheme, is_of_search, later, understanding, with_ours

SCRIPTS = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
FETCH = 'x;return a($(location.protocol!=="file:"),b("search")).pipe(c);y'


def entry(location: str, text: str = "", **more: Any) -> dict[str, Any]:
    return {"location": location, "title": location, "text": text, **more}


@pytest.mark.parametrize(
    ("docs", "expected"),
    [
        (  # a rule is one entry, wherever its words stand
            [entry("rules/a/", "<p>One.</p>"), entry("rules/a/#why", "<p>Two.</p>"), entry("rules/b/", "Three.")],
            [entry("rules/a/", "<p>One.</p> <p>Two.</p>"), entry("rules/b/", "Three.")],
        ),
        (  # any other page keeps its sections, and the words for it stand on the first alone
            [entry("guide/a/", tags=["chaser"], boost=3), entry("guide/a/#do", tags=["chaser"], boost=3)],
            [entry("guide/a/", tags=["chaser"], boost=3), entry("guide/a/#do", boost=3)],
        ),
        ([entry("guide/a/", tags=["<b> & so"])], [entry("guide/a/", tags=["&lt;b&gt; &amp; so"])]),
        ([entry("rules/a/"), entry("rules/a/#why")], [entry("rules/a/")]),
        ([entry(""), entry("#home")], [entry(""), entry("#home")]),
        ([], []),
    ],
)
def test_an_index_is_tidied(docs: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    assert tidied({"config": {"lang": ["en"]}, "docs": docs}) == {"config": {"lang": ["en"]}, "docs": expected}


def test_the_index_waits_for_the_search() -> None:
    assert later(FETCH) == 'x;return b("search").pipe(c);y'


@pytest.mark.parametrize("script", ["", FETCH + FETCH, FETCH.replace("file:", "https:")])
def test_a_theme_that_does_it_in_another_way_is_noticed(script: str) -> None:
    with pytest.raises(UnknownTheme, match="search_theme"):
        later(script)


def test_the_theme_is_the_one_that_this_was_written_for() -> None:
    found = {path.relative_to(SCRIPTS.parent.parent).as_posix(): path.read_text(encoding="utf-8") for path in SCRIPTS.rglob("*.js")}
    ours = {uri: with_ours(uri, script) for uri, script in found.items() if is_of_search(uri)}
    assert sorted(re.sub(r"\.\w+\.min\.js$", "", uri.rpartition("/")[2]) for uri in ours) == ["bundle", "search"]
    for uri, script in ours.items():
        assert script != found[uri]


def test_our_part_of_the_worker_comes_first() -> None:
    assert understanding("theirs();").endswith("theirs();")
    assert "addEventListener" in understanding("")
