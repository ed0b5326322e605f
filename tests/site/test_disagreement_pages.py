"""Pages of disagreements and of the founding articles: who says what, and where it lives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from checker.author.load import Library
from checker.site.disagreement_page import disagreement_page
from checker.site.pages import pages, with_nav
from checker.site.rule_page import rule_page
from checker.site.rules_feed import feed

CLAIMS = {
    "p-fast": {"source": "paper", "topic": "timing", "stage": "any", "where": "Top", "says": "be <quick>"},
    "p-kind": {"source": "paper", "topic": "tone", "stage": "any", "where": "Top", "says": "Be kind."},
}
QUESTION = {
    "id": "how-fast",
    "question": "How fast?",
    "kind": "contradiction",
    "in_short": "Some say *fast*; we suggest slow.",
    "sides": [
        {"position": "Fast, always", "short": "Fast", "claims": ["p-fast"], "wins_when": "It burns"},
        {"position": "Slow, always", "short": "Slow & steady", "followed": True, "sources": ["college", "paper"], "wins_when": "It does not"},
    ],
    "default": "Slowly.",
}


@pytest.fixture
def books(rule: Callable[..., dict[str, Any]], library: Callable[..., Library]) -> Library:
    sources = [{"source": "paper", "stance": "for", "line": "Be kind.", "claims": ["p-kind"]},
               {"source": "college", "stance": "against", "line": "No."}]
    made = library(rule(disagreements=["how-fast"], sources=sources))
    return replace(made, claims=CLAIMS, disagreements={"how-fast": QUESTION})


def test_a_disagreement_shows_sides_support_and_default(books: Library) -> None:
    page = pages(books)["disagreements/how-fast.md"].markdown
    for words in (
        "# How fast?",
        "## What we suggest\n\nSlowly.",
        '### <span class="aw-side">A</span> Fast, always {: #side-a }\n\nHeld by 1 of the 1 founding articles and no other sources that we found.\n',
        "**When this side is right:** It burns.",
        "[The Paper](../articles/paper.md#p-fast): Be &lt;quick&gt;.",
        '### <span class="aw-side aw-side--ours">B</span> Slow, always {: #side-b }\n\nHeld by none of the founding articles and 2 other sources',
        "Our suggestion goes along with it.",
        'href="https://college.example/"',
        "- [Be kind](../rules/be-kind.md)",
    ):
        assert words in page
    assert "Some say &#42;fast&#42;; we suggest slow.\n{: .aw-lead }" in page


@pytest.mark.parametrize(("number", "folded"), [(5, False), (6, True)])
def test_many_other_sources_are_folded_away(books: Library, number: int, folded: bool) -> None:
    names = [f"college-{place}" for place in range(number)]
    sides = [QUESTION["sides"][0], QUESTION["sides"][1] | {"sources": names}]
    sources = {**books.sources, **dict.fromkeys(names, books.sources["college"])}
    page = disagreement_page(QUESTION | {"sides": sides}, replace(books, sources=sources))
    assert page.count("https://college.example/") == number
    assert (f"<summary>The {number} other sources</summary>" in page) is folded


def test_an_article_without_a_title_is_called_after_its_publisher(books: Library) -> None:
    page = pages(books)["articles/paper.md"].markdown
    assert "# The article by The Paper\n" in page
    assert "bears no title" in page
    named = {**books.sources, "paper": {**books.sources["paper"], "title": "On Haste", "publisher": "The Paper (a daily)"}}
    made = pages(replace(books, sources=named))
    assert "# On Haste\n" in made["articles/paper.md"].markdown
    assert "bears no title" not in made["articles/paper.md"].markdown
    assert "- [On Haste](paper.md), The Paper: 2 pieces of advice" in made["articles/index.md"].markdown


def test_an_article_shows_where_each_piece_lives(books: Library) -> None:
    page = pages(books)["articles/paper.md"].markdown
    assert '<span id="p-kind"></span>Be kind.' in page
    assert "In the rules: [Be kind](../rules/be-kind.md) (1 source otherwise)" in page
    assert "Disputed: [How fast?](../disagreements/how-fast.md)" in page
    assert page.index("## When") < page.index("## How to sound")
    assert "[The article by The Paper](paper.md): 2 pieces of advice" in pages(books)["articles/index.md"].markdown


def test_a_rule_names_its_disagreements(books: Library) -> None:
    page = rule_page(books.rules[0], books)
    assert "**[How fast?](../disagreements/how-fast.md)** Some say &#42;fast&#42;; we suggest slow." in page
    assert "editors’ choice" in page
    assert feed(books)["rules"][0]["disagreements"] == [
        {"question": "How fast?", "in_short": "Some say *fast*; we suggest slow.", "page": "disagreements/how-fast/"}
    ]


def test_the_navigation_holds_them_at_any_depth(books: Library) -> None:
    nav = with_nav([{"About": [{"Where sources disagree": []}, {"The founding articles": []}, "about.md"]}], books)
    assert nav == [
        {
            "About": [
                {"Where sources disagree": ["disagreements/index.md", "disagreements/how-fast.md"]},
                {"The founding articles": ["articles/index.md", "articles/paper.md"]},
                "about.md",
            ]
        }
    ]


def test_without_any_there_are_no_such_pages(rule: Callable[..., dict[str, Any]], library: Callable[..., Library]) -> None:
    assert not [uri for uri in pages(library(rule())) if uri.startswith(("articles/", "disagreements/"))]
