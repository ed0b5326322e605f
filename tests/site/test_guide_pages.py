"""Pages of the guide, and the taste of the checker on the first page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from checker.author.load import Library
from checker.site.guide_page import guide_list, guide_page
from checker.site.pages import pages, with_nav
from checker.site.taste import with_taste

PAGE: dict[str, Any] = {
    "id": "after-lunch",
    "part": "moments",
    "order": 1,
    "title": "After lunch",
    "question": "What *now*?",
    "short": "Rest <a while>.",
    "timeline": {
        "caption": "A day",
        "points": [
            {"when": "Noon", "what": "You eat", "by": "you"},
            {"when": "Later", "what": "They eat", "by": "them"},
            {"when": "Evening", "what": "Nothing", "by": "nobody"},
        ],
    },
    "steps": [{"do": "Rest", "how": "Sit.", "rules": ["be-kind"]}, {"do": "Get up", "how": "Slowly."}],
    "messages": [{"title": "A note", "situation": {}, "parts": [{"text": "Dear <Dana>,", "why": "her name"}, {"text": "Ta.", "why": "Thanks."}]}],
    "instead": [{"say": "You fool", "try": "My friend", "because": "it is kinder", "rule": "be-kind"}],
    "said": [{"source": "paper", "line": "rest is good"}],
    "stage": "thank-you",
}


@pytest.fixture
def guide(rule: Callable[..., dict[str, Any]], library: Callable[..., Library]) -> Library:
    return replace(library(rule()), guide={"after-lunch": PAGE, "by-hand": PAGE | {"id": "by-hand", "part": "channels"}})


def test_the_short_answer_comes_first(guide: Library) -> None:
    page = guide_page(PAGE, guide)
    places = [page.index(words) for words in ("# After lunch", "In short", "aw-time", "## What to do", "## An example", "## Instead of", "## The rules", "## What sources say")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("more", "start"),
    [
        ({}, "thank-you"),
        ({"messages": [PAGE["messages"][0] | {"situation": {"stage": "check-in", "channel": "phone"}}]}, "thank-you,phone"),
        ({"stage": None, "messages": [PAGE["messages"][0] | {"situation": {"stage": "check-in", "channel": "email"}}]}, "check-in"),
    ],
)
def test_a_page_with_messages_leads_to_the_checker_twice(more: dict[str, Any], start: str, guide: Library) -> None:
    given = {name: value for name, value in (PAGE | more).items() if value}
    assert guide_page(given, guide).count(f'href="../../check/#start={start}"') == 2


@pytest.mark.parametrize("more", [{"messages": ()}, {"id": "when-to-stop"}])
def test_where_nothing_is_to_be_sent_no_way_leads_there(more: dict[str, Any], guide: Library) -> None:
    assert "#start" not in guide_page(PAGE | more, guide)


def test_texts_are_shown_to_the_letter(guide: Library) -> None:
    page = guide_page(PAGE, guide)
    assert "Rest &lt;a while&gt;." in page
    assert "What &#42;now&#42;?" in page
    assert "Dear &lt;Dana&gt;," in page
    assert "<Dana>" not in page


def test_rules_and_sources_are_linked(guide: Library) -> None:
    page = guide_page(PAGE, guide)
    assert "[Be kind](../rules/be-kind.md)" in page
    assert '<a href="../../rules/be-kind/">Be kind</a>' in page
    assert '<a href="https://paper.example/a?b=1&amp;c=2"' in page
    assert "Rest is good." in page


@pytest.mark.parametrize("key", ["timeline", "messages", "instead", "stage"])
def test_what_a_page_lacks_leaves_no_trace(key: str, guide: Library) -> None:
    bare = {name: value for name, value in PAGE.items() if name != key}
    heading = {"timeline": "aw-time", "messages": "what each part does", "instead": "Instead of", "stage": "hold for every message"}[key]
    assert heading in guide_page(PAGE, guide)
    assert heading not in guide_page(bare, guide)


def test_the_list_and_the_navigation_have_both_parts_in_order(guide: Library) -> None:
    listed = guide_list(guide)
    assert listed.index("(after-lunch.md)") < listed.index("(by-hand.md)")
    assert with_nav([{"Guide": ["guide/index.md"]}], guide) == [
        {"Guide": ["guide/index.md", {"In the order of your days": ["guide/after-lunch.md"]}, {"By channel": ["guide/by-hand.md"]}]}
    ]
    assert pages(guide)["guide/by-hand.md"].file == "rules/guide/by-hand.yml"


def test_a_taste_shows_what_the_engine_finds(guide: Library) -> None:
    page = with_taste("Before\n\n```afterword-taste\nDear <Dana>,\n\nReply, you fool.\n```\n\nAfter", guide)
    assert '<mark class="aw-mark--error">you fool</mark><sup>1</sup>' in page
    assert '<a href="rules/be-kind/">Be kind</a>' in page
    assert "Dear &lt;Dana&gt;,<br><br>Reply, " in page
    assert page.startswith("Before\n\n<div") and page.endswith("</div>\n\nAfter")


def test_a_page_without_one_stays_as_it_is(guide: Library) -> None:
    assert with_taste("Nothing here", guide) == "Nothing here"
