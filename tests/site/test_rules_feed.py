"""rules.json: the engine reads it, and others can."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from our_rules import our_library

from checker.author.drafts import read_drafts
from checker.core.wire import Engine
from checker.site.rules_feed import engine_data, expressions, feed, feed_text
from checker.site.source_list import year

Make = Callable[..., Any]
LETTERS = Path(__file__).parents[1] / "letters" / "good"


def test_the_engine_reads_the_feed() -> None:
    library = our_library()
    engine = Engine(feed_text(library))
    assert {rule.id for rule in engine.rules.rules} == {
        rule["id"] for rule in library.rules if rule["kind"] != "none" and rule["status"] == "stable"
    }
    assert json.loads(engine.check("Dear Ms Ortiz,", "{}"))["findings"]


def test_what_the_engine_takes_of_the_feed_gives_the_same_reports() -> None:
    data = feed(our_library())
    whole, taken = Engine(json.dumps(data)), Engine(json.dumps(engine_data(data)))
    letters = [letter for path in sorted(LETTERS.glob("*.yml")) for letter in read_drafts(path.read_text(encoding="utf-8"), path.name)[0]]
    for letter in letters[::4]:
        assert taken.check(letter.text) == whole.check(letter.text)


def test_the_engine_takes_only_the_lists_that_words_are_looked_up_in(rule: Make, library: Make) -> None:
    words = {"kind": ["you star"], "common": ["and"], "others": ["or"]}
    check = {"any": ["you <kind>"], "except": ["others"], "ordinary_words": "common"}
    taken = engine_data(feed(library(rule(check=check))) | {"words": words})
    assert set(taken["words"]) == {"common", "others"}
    assert taken["phrases"]["lists"] == {"kind": [0, "", [["you star", 1, 0]]]}


def test_the_expressions_of_the_rules_each_once(rule: Make, library: Make) -> None:
    first = rule(check={"any": [{"regex": "b+"}, "you fool"]})
    second = rule(id="be-fair", check={"any": [{"all": ["a", "c"]}, {"regex": "a+"}, {"regex": "b+"}]})
    assert expressions(feed(library(first, second))) == ["a+", "b+"]


def test_a_rule_in_the_feed(rule: Make, library: Make) -> None:
    entry = feed(library(rule(disputed="Some say no.", fix={"delete": "match"})))["rules"][0]
    assert "examples" not in entry
    assert entry["check"] == {"any": ["you fool"]}
    assert entry["fix"] == {"delete": "match"}
    assert entry["disputed"] == "Some say no."
    assert entry["added"] == "2026-11-23"
    assert entry["page"] == "rules/be-kind/"
    assert entry["sources"][0] == {
        "id": "paper",
        "publisher": "The Paper",
        "url": "https://paper.example/a?b=1&c=2",
        "stance": "for",
        "line": "Be kind, it says.",
        "year": 2017,
    }
    assert entry["sources"][1]["year"] is None


def test_advice_is_in_the_feed_too(advice: dict[str, Any], library: Make) -> None:
    assert [entry["id"] for entry in json.loads(feed_text(library(advice)))["rules"]] == ["ask-first"]


def test_the_same_rules_give_the_same_bytes(rule: Make, library: Make) -> None:
    assert feed_text(library(rule())) == feed_text(library(rule()))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2016-09-20", 2016),
        ("2019-04", 2019),
        ("before 2006-12-10", 2006),
        ("about 2017", 2017),
        (2016, 2016),
        ("undated", None),
        (None, None),
    ],
)
def test_the_year_of_a_date(date: Any, expected: int | None) -> None:
    assert year({"date": date}) == expected
