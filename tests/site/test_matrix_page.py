"""The overview of disagreements: a row for each question, and who stands where."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from checker.author.load import Library
from checker.site.matrix_page import matrix_page
from checker.site.pages import pages

CLAIMS = {
    "a-fast": {"source": "ads", "topic": "timing", "stage": "any", "where": "Top", "says": "Be quick."},
    "b-kind": {"source": "bay", "topic": "tone", "stage": "any", "where": "Top", "says": "Be kind."},
}
SIDES = [
    {"position": "Fast, always", "short": "Fast *now*", "claims": ["a-fast"], "sources": ["college", "paper"], "wins_when": "It burns"},
    {"position": "Slow, always", "short": "Slow", "followed": True, "sources": ["paper"], "wins_when": "It does not"},
    {"position": "Never", "short": "Never", "claims": ["a-fast"], "wins_when": "It is over"},
]
QUESTION = {
    "id": "how-fast", "question": "How <fast>?", "kind": "contradiction", "in_short": "Some say fast; we suggest slow", "sides": SIDES,
    "default": "Slowly.",
}  # fmt: skip
ARTICLES = {
    "ads": {"publisher": "Ads (a job board)", "url": "https://ads.example/"},
    "bay": {"publisher": "Bay", "url": "https://bay.example/"},
}


@pytest.fixture
def books(rule: Callable[..., dict[str, Any]], library: Callable[..., Library]) -> Library:
    made = library(rule())
    return replace(made, claims=CLAIMS, disagreements={"how-fast": QUESTION}, sources={**made.sources, **ARTICLES})


def cells(page: str) -> list[str]:
    """The cells of the one row as text: the marks stay, other tags go."""
    row = page.partition("<tbody")[2].partition("</tbody>")[0]
    found = re.findall(r"<t[hd] [^>]*>(.*?)</t[hd]>", row)
    return [" ".join(re.sub(r'<span class="aw-column".*?</span>|<[^>]+>', "", cell).split()) for cell in found]


def test_a_row_says_what_we_suggest_and_who_is_on_which_side(books: Library) -> None:
    assert cells(matrix_page(books)) == [
        "[How &lt;fast&gt;?](how-fast.md)",
        "Slow.",
        "A Fast &#42;now&#42; C Never",
        "nothing on it",
        "A Fast &#42;now&#42;&nbsp;2 B (as we suggest) Slow&nbsp;1",
    ]


def test_the_table_names_its_parts(books: Library) -> None:
    page = matrix_page(books)
    assert 'role="region" aria-labelledby="aw-matrix-caption" tabindex="0"' in page
    assert '<caption id="aw-matrix-caption">' in page
    assert page.count('scope="col"') == 5  # question, suggestion, two articles, the field
    assert page.count('scope="row"') == 1
    assert 'scope="col" markdown>[Ads](../articles/ads.md)</th>' in page


def test_each_cell_of_a_card_says_whose_it_is(books: Library) -> None:
    labels = re.findall(r'<span class="aw-column" aria-hidden="true">(.*?)</span>', matrix_page(books))
    assert labels == ["We suggest", "Ads", "Bay", "Wider field"]


def test_it_says_what_a_founding_article_is_and_counts_the_others(books: Library) -> None:
    page = matrix_page(books)
    assert "The [founding articles](../articles/index.md) are the pages that this guide began with, 2 in all" in page
    assert "2 other sources" in page
    assert pages(books)["disagreements/index.md"].markdown == page
