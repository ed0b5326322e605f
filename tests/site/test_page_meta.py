"""What templates are told of a page: its place, its dates, how to cite it, what it is to programs."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from checker.site.citation import bibtex, citation
from checker.site.front_matter import front_matter
from checker.site.page_meta import page_meta, section, told
from checker.site.structured import structured

SITE = "https://site.example/under/"
DAY = datetime.date(2026, 3, 7)
HOME = told("index.md", "---\ntitle: What to send\ndescription: Home.\n---\n")
RULES = told("rules/index.md", "---\ntitle: Rules\n---\n")
RULE = told("rules/be-kind.md", front_matter(title="Be <kind> & calm", description="It’s “right”."))
ABOUT = told("about.md", "# About us\n")
PAGES = {page.uri: page for page in (HOME, RULES, RULE, ABOUT)}


@pytest.mark.parametrize(
    ("page", "place", "name", "above"),
    [
        (HOME, "", "first page", None),
        (ABOUT, "about/", "about", None),
        (RULES, "rules/", "rules", None),
        (RULE, "rules/be-kind/", "rules/be-kind", RULES),
    ],
)
def test_a_page_has_a_place(page: Any, place: str, name: str, above: Any) -> None:
    assert (page.place, page.name, section(page, PAGES)) == (place, name, above)


def test_texts_are_told_as_they_are_read() -> None:
    assert (RULE.title, RULE.description, ABOUT.title) == ("Be <kind> & calm", "It’s “right”.", "About us")


def test_all_is_told_of_a_rule() -> None:
    dates = {"rules/tone/be-kind.yml": DAY}
    meta = page_meta(RULE, PAGES, dates, SITE, "rules/tone/be-kind.yml", added=datetime.date(2026, 1, 2), card="assets/cards/x.png")
    assert {key: meta[key] for key in ("source", "name", "added_on", "changed", "changed_on", "card")} == {
        "source": "rules/tone/be-kind.yml",
        "name": "rules/be-kind",
        "added_on": "2 January 2026",
        "changed": "2026-03-07",
        "changed_on": "7 March 2026",
        "card": "assets/cards/x.png",
    }
    article, trail = meta["structured"]
    assert (article["headline"], article["datePublished"], article["dateModified"]) == ("Be <kind> & calm", "2026-01-02", "2026-03-07")
    assert article["image"] == SITE + "assets/cards/x.png"
    assert [(item["name"], item["item"]) for item in trail["itemListElement"]] == [
        ("Afterword", SITE),
        ("Rules", SITE + "rules/"),
        ("Be <kind> & calm", SITE + "rules/be-kind/"),
    ]


def test_a_list_has_the_date_of_what_it_is_made_from() -> None:
    meta = page_meta(RULES, PAGES, {"rules/tone/be-kind.yml": DAY}, SITE, made_from=("rules/tone/",))
    assert meta["changed"] == "2026-03-07"
    assert "source" not in meta


def test_what_is_not_known_is_left_out() -> None:
    assert page_meta(ABOUT, PAGES, {}, "", "docs/about.md") == {"source": "docs/about.md", "name": "about"}
    assert "no date" in page_meta(ABOUT, PAGES, {}, SITE)["citation"]


@pytest.mark.parametrize(
    ("place", "kinds"),
    [
        ("", ["WebSite"]),
        ("check/", ["WebApplication"]),
        ("planner/", ["WebApplication"]),
        ("rules/be-kind/", ["Article", "BreadcrumbList"]),
        ("guide/waiting/", ["Article", "BreadcrumbList"]),
        ("disagreements/gift/", ["Article", "BreadcrumbList"]),
        ("rules/", []),
        ("about/", []),
    ],
)
def test_what_a_page_is(place: str, kinds: list[str]) -> None:
    found = structured(place, "Title", "About it.", [("Afterword", "")], SITE)
    assert [each["@type"] for each in found] == kinds
    assert all(each["@context"] == "https://schema.org" for each in found)
    assert "image" not in str(found) and "dateModified" not in str(found)


@pytest.mark.parametrize(
    ("title", "changed", "expected"),
    [
        ("Be kind", DAY, "Afterword contributors. Be kind. Afterword, 7 March 2026. https://site.example/x/"),
        ("How soon?", None, "Afterword contributors. How soon? Afterword, no date. https://site.example/x/"),
    ],
)
def test_a_citation(title: str, changed: datetime.date | None, expected: str) -> None:
    assert citation(title, "https://site.example/x/", changed) == expected


def test_an_entry_for_bibtex() -> None:
    assert bibtex("50% & a_b {c}", "https://site.example/rules/be-kind/", DAY) == (
        "@misc{afterword-rules-be-kind,\n"
        "  author = {{Afterword contributors}},\n"
        "  title = {{50\\% \\& a\\_b \\{c\\}}},\n"
        "  year = {2026},\n"
        "  month = mar,\n"
        "  note = {Last changed on 7 March 2026},\n"
        "  howpublished = {\\url{https://site.example/rules/be-kind/}},\n"
        "}"
    )
    assert "year" not in bibtex("Be kind", "https://site.example/", None)
