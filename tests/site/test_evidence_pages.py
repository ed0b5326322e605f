"""What is really known, and country by country: figures with their year, place and people, and how thin it all is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from checker.author.load import Library
from checker.site.countries_page import countries_page, sources_of, stances
from checker.site.known_page import known_page
from checker.site.pages import pages

SURVEY = {
    "id": "managers", "part": "thanks", "title": "Managers <asked>", "source": "paper", "also": ["college"], "year": "about 2017", "country": "UK/EU",
    "asked": "12 managers", "caution": "they were few", "use": "not much",
    "questions": [{"question": "Does it 'help'?", "answers": [{"label": "<Yes>", "percent": 62.5}, {"label": "No", "percent": 0}]}],
}  # fmt: skip
TRIAL = {
    "id": "trial", "part": "thanks", "title": "A trial", "source": "paper", "year": "2010", "asked": "69 students",
    "caution": "Old", "use": "A bit", "finding": "It helped.",
}  # fmt: skip
SURVEYS = {
    "short": "Nobody knows.\n\nStill.",
    "parts": [{"id": "thanks", "title": "On thanks", "about": "Opinions."}],
    "surveys": [SURVEY, TRIAL],
    "misquoted": [
        {"claim": "All of *them*", "where": "a blog", "pages": ["paper"], "really": "few of them", "source": "college"},
        {"claim": "Twice as many", "where": "another blog", "really": "no source is given"},
    ],
    "cases": [{"what": "a note", "outcome": "hired", "source": "paper"}],
    "good_study": "It would need:\n\n- Chance.\n- Numbers.",
}
COUNTRIES = {
    "short": "It differs.",
    "countries": [
        {"id": "britain", "title": "Britain & Ireland", "codes": ["UK", "IE"], "about": "Cool."},
        {"id": "kenya", "title": "Kenya", "codes": ["KE"], "about": "We found nothing."},
    ],
    "elsewhere": "Ask.",
    "planner": "Holidays are known.",
}
QUESTION = {
    "id": "how-fast", "question": "How fast?", "kind": "contradiction", "in_short": "Some fast; we suggest slow", "default": "Slowly.",
    "sides": [
        {"position": "Fast", "short": "Fast", "sources": ["paper", "paper-2", "college"], "wins_when": "It burns"},
        {"position": "Slow", "short": "Slow", "followed": True, "sources": ["college"], "wins_when": "It does not"},
    ],
}  # fmt: skip


@pytest.fixture
def books(rule: Callable[..., dict[str, Any]], library: Callable[..., Library]) -> Library:
    return replace(library(rule()), surveys=SURVEYS, countries=COUNTRIES)


@pytest.fixture
def many(books: Library) -> Library:
    """Four sources from Britain, three of them with an opinion."""
    more = {f"paper-{number}": books.sources["paper"] for number in (2, 3, 4)}
    said = {"paper": "for", "paper-2": "against", "paper-3": "against"}
    cited = [{"source": name, "stance": stance, "line": "x"} for name, stance in said.items()]
    kind = books.rules[0] | {"sources": cited}
    brief = kind | {"id": "be-brief", "title": "Be brief", "sources": [cited[0] | {"stance": "conditional"}]}
    return replace(books, rules=[kind, brief], sources={**books.sources, **more}, disagreements={"how-fast": QUESTION})


def test_the_page_starts_with_the_short_answer(books: Library) -> None:
    page = known_page(books)
    assert page.index("Nobody knows.") < page.index("## On thanks {: #thanks }") < page.index("## Real cases")


def test_a_survey_has_its_year_country_people_and_limits(books: Library) -> None:
    page = known_page(books)
    for words in (
        "### Managers &lt;asked&gt; {: #survey-managers }",
        "<dt>When</dt><dd>about 2017</dd>",
        "<dt>Where</dt><dd>United Kingdom and European Union</dd>",
        "<dt>Who was asked</dt><dd>12 managers</dd>",
        "**What it does not show:** They were few.",
        "**What it is good for:** Not much.",
        'Read at <a href="https://paper.example/a?b=1&amp;c=2" rel="noopener">The Paper</a> and <a href="https://college.example/"',
        "<dt>Where</dt><dd>Country not shown</dd>",
        "It helped.",
    ):
        assert words in page


def test_the_numbers_of_a_figure_are_text_and_its_bars_are_not_read_aloud(books: Library) -> None:
    page = known_page(books)
    assert "<figcaption>Does it ‘help’?</figcaption>" in page
    assert (
        '<li><span class="aw-bars__label">&lt;Yes&gt;</span> '
        '<span class="aw-bars__track" aria-hidden="true"><span style="width:62.5%"></span></span> '
        '<span class="aw-bars__number">62.5%</span></li>'
    ) in page
    assert '<span class="aw-bars__number">0%</span>' in page


def test_weaker_surveys_are_folded_away(books: Library) -> None:
    folded = replace(books, surveys=SURVEYS | {"surveys": [SURVEY, TRIAL | {"folded": True}]})
    page = known_page(folded)
    assert "<details" not in known_page(books)
    assert page.index("Managers &lt;asked&gt;") < page.index("<summary>1 more, older or weaker</summary>") < page.index("### A trial")
    alone = replace(books, surveys=SURVEYS | {"surveys": [TRIAL | {"folded": True}]})
    assert "<summary>1 survey</summary>" in known_page(alone)


def test_a_wrong_figure_is_struck_and_called_wrong(books: Library) -> None:
    page = known_page(books)
    assert '<strong class="aw-wrong__mark">Wrong:</strong> <s>All of *them*</s>' in page
    assert "Met at: a blog (<a" in page
    assert "<strong>What is behind it:</strong> Few of them. Source: <a" in page
    assert '<strong class="aw-wrong__mark">Not a fact:</strong> <s>Twice as many</s>' in page


def test_cases_are_called_anecdotes(books: Library) -> None:
    below = known_page(books).partition("## Real cases")[2]
    assert "These are anecdotes" in below
    assert "- A note. **Hired.** <span" in below


def test_a_country_says_how_many_sources_it_has(books: Library) -> None:
    page = countries_page(books)
    assert "- [Britain &amp; Ireland](#britain): 1 source\n- [Kenya](#kenya): no sources\n- No country shown: 1 source" in page
    assert "## Kenya {: #kenya }\n\nNo sources\n{: .aw-quiet }\n\nWe found nothing.\n\n## Elsewhere" in page


def test_a_few_sources_are_quoted_one_by_one(books: Library) -> None:
    page = countries_page(books)
    assert "Surveys made here: [Managers &lt;asked&gt;](known.md#survey-managers)\n" in page
    assert "What our rules quote from it</summary>\n\n- Be kind, it says. [Be kind](rules/be-kind.md) (says so)" in page


def test_many_sources_are_counted(many: Library) -> None:
    page = countries_page(many)
    assert "4 sources\n" in page
    assert '- [How fast?](disagreements/how-fast.md): <span class="aw-side">A</span> Fast 2\n' in page
    assert "- [Be kind](rules/be-kind.md): 1 says so, 2 say otherwise\n- [Be brief](rules/be-brief.md): 1 says that it depends" in page


def test_the_most_disputed_rule_stands_first(many: Library) -> None:
    names = sources_of(["UK"], many)
    assert names == ["paper", "paper-2", "paper-3", "paper-4"]
    assert list(stances(names, many).items()) == [("be-kind", Counter({"against": 2, "for": 1})), ("be-brief", Counter(conditional=1))]


def test_a_source_of_two_countries_counts_in_both(books: Library) -> None:
    shared = replace(books, sources={"both": {"publisher": "Both", "url": "https://both.example/", "country": "UK/EU"}})
    assert [sources_of([code], shared) for code in ("UK", "EU", "U")] == [["both"], ["both"], []]


def test_sources_that_surveys_name_are_listed(books: Library) -> None:
    made = pages(replace(books, rules=[], files={}))
    assert {"known.md", "countries.md"} <= set(made)
    assert "2 pages are named" in made["sources.md"].markdown
    assert made["sources.md"].markdown.count("[What is really known](known.md)\n") == 2


def test_without_data_there_are_no_such_pages(rule: Callable[..., dict[str, Any]], library: Callable[..., Library]) -> None:
    assert not {"known.md", "countries.md"} & set(pages(library(rule())))
