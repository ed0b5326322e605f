"""The page of a rule: what is on it, and that no rule is without one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from our_rules import our_library

from checker.author.load import Library
from checker.site.levels import levels
from checker.site.pages import nav, pages, with_nav
from checker.site.rule_page import rule_page
from checker.site.words import fill, stages

Make = Callable[..., Any]


@pytest.fixture(scope="module")
def real() -> Library:
    return our_library()


def test_every_rule_has_a_page_and_a_place(real: Library) -> None:
    made = pages(real)
    listed = [uri for section in nav(real)[1:] for among in section.values() for uri in among]
    assert sorted(listed) == sorted(f"rules/{rule['id']}.md" for rule in real.rules if rule["status"] != "retired")
    for rule in real.rules:
        page = made[f"rules/{rule['id']}.md"]
        assert page.file == f"rules/{rule['group']}/{rule['id']}.yml"
        assert page.added == rule["added"]
        assert page.markdown.count("<figure") == sum(len(examples) for examples in rule.get("examples", {}).values())
        assert page.markdown.count("<li>") == len(rule["sources"])


def test_no_brace_of_a_message_is_left_open(real: Library) -> None:
    for rule in real.rules:
        assert "{" not in fill(rule.get("message", ""))


@pytest.mark.parametrize(
    "part",
    [
        '# Be kind\n\n<span class="aw-level aw-level--error">Fix before sending</span> · [Thank-you](index.md?stage=thank-you), [Check-in](index.md?stage=check-in) · [How to sound](index.md#group-tone)',
        "<p>Take out “you fool”.</p>",
        "Reply, <mark>you fool</mark>.",
        "It is unkind.",
        "### Left alone",
        '<a href="https://paper.example/a?b=1&amp;c=2" rel="noopener">The Paper</a> <span class="aw-from">press, United Kingdom, about 2017</span><br>Be kind, it says.',
        "### Says otherwise",
        "A &lt;College&gt;</a><br>Kindness is overrated.",
    ],
)
def test_what_a_page_shows(part: str, rule: Make, library: Make) -> None:
    one = rule()
    assert part in rule_page(one, library(one))


@pytest.mark.parametrize(
    "absent", ["### Known misses", "## Where sources differ", "### It depends", "draft.", "retired"]
)
def test_what_it_does_not(absent: str, rule: Make, library: Make) -> None:
    one = rule()
    assert absent not in rule_page(one, library(one))


def test_the_words_that_people_search_for_are_told(rule: Make, library: Make) -> None:
    one = rule(asked=["chaser", "no reply"])
    page = rule_page(one, library(one))
    assert 'tags: ["chaser", "no reply"]' in page.split("---")[1]  # the search reads these
    assert page.index("## What to write instead") < page.index("Also asked as: chaser, no reply.") < page.index("## Examples")


@pytest.mark.parametrize(
    ("changes", "fact"),
    [
        ({"disputed": "Some say so."}, " · [Sources differ](#where-sources-differ-and-what-we-chose) · "),
        ({"check": {"when": ["==", ["fact", "channel"], ["is", "email"]]}}, " · only by email · "),
        ({"stages": ["thank-you", "check-in", "withdraw", "after-decision", "other-offer"]}, " · Every message · "),
    ],
)
def test_what_a_rule_is_about_is_told(changes: dict[str, Any], fact: str, rule: Make, library: Make) -> None:
    one = rule(**changes)
    assert fact in rule_page(one, library(one))


def test_a_title_is_safe_where_the_theme_repeats_it(rule: Make, library: Make) -> None:
    one = rule(title="</title><script>", why='"><script>')
    head = rule_page(one, library(one)).split("---")[1]
    assert 'title: "&lt;/title&gt;&lt;script&gt;"' in head
    assert "<" not in head


def test_advice_has_no_level_and_no_message(advice: dict[str, Any], library: Make) -> None:
    page = rule_page(advice, library(advice))
    assert ">Advice</span> · [Before you leave]" in page
    assert "## How to do it" in page
    assert "What the checker says" not in page
    assert "## Examples" not in page


def test_a_dispute_is_told_with_whose_choice_it_is(rule: Make, library: Make) -> None:
    one = rule(disputed="Some say so, some do not.")
    page = rule_page(one, library(one))
    assert page.index("Some say so, some do not.") < page.index("editors’ choice") < page.index("## Sources")


@pytest.mark.parametrize(("status", "words"), [("draft", "does not apply it yet"), ("retired", "no longer applies it")])
def test_a_status_is_told(status: str, words: str, rule: Make, library: Make) -> None:
    one = rule(status=status)
    assert words in rule_page(one, library(one))
    assert "Take out “…”." in rule_page(one, library(one))


def test_a_retired_rule_keeps_its_page_and_leaves_the_lists(rule: Make, library: Make) -> None:
    books = library(rule(), rule(id="old-one", title="An old one", status="retired"))
    made = pages(books)
    assert not made["rules/old-one.md"].in_nav
    assert "old-one" not in str(nav(books))
    assert "old-one" not in made["rules/index.md"].markdown


def test_a_replaced_id_leads_to_its_successor(rule: Make, library: Make) -> None:
    made = pages(library(rule(replaces=["be-nice", "be-kind"])))
    assert "[Be kind](be-kind.md)" in made["rules/be-nice.md"].markdown
    assert not made["rules/be-nice.md"].in_nav
    assert "has moved" not in made["rules/be-kind.md"].markdown


def test_the_navigation_goes_by_group_and_weight(rule: Make, advice: dict[str, Any], library: Make) -> None:
    books = library(
        advice,
        rule(id="b", title="B", level="suggestion"),
        rule(id="c", title="C", level={"thank-you": "suggestion", "check-in": "error"}),
        rule(id="a", title="A", level="warning"),
        rule(id="d", title="D", group="content"),
    )
    assert nav(books) == [
        {"All rules": "rules/index.md"},
        {"What to say": ["rules/d.md"]},
        {"How to sound": ["rules/c.md", "rules/a.md", "rules/b.md"]},
        {"Before you leave": ["rules/ask-first.md"]},
    ]
    assert with_nav([{"Home": "index.md"}, {"Rules": ["rules/index.md"]}], library(advice))[1]["Rules"][1] == {
        "Before you leave": ["rules/ask-first.md"]
    }


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (None, []),
        ("warning", [("warning", "")]),
        (
            {"thank-you": "error", "check-in": "error", "withdraw": "warning"},
            [("error", "in a thank-you and in a check-in"), ("warning", "in a withdrawal")],
        ),
        (
            {"formal": "warning", "relaxed": "suggestion"},
            [("warning", "if the tone is formal"), ("suggestion", "if the tone is relaxed")],
        ),
        ({"two_or_more": "error"}, [("error", "after two unanswered check-ins")]),
    ],
)
def test_levels_in_words(level: Any, expected: list[tuple[str, str]]) -> None:
    assert levels({"level": level}) == expected


def test_stages_in_words(rule: Make, advice: dict[str, Any]) -> None:
    assert stages(rule(stages=["check-in", "thank-you"])) == "Thank-you, Check-in"
    assert stages(rule(stages=advice["stages"])) == "Every message"
    assert stages(advice) == ""
