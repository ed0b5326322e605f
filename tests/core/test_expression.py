"""A rule's regular expression is searched for where it can fit, and only in the parts that are looked at."""

from __future__ import annotations

import re
import sys

import pytest

from checker.core.draft import parse
from checker.core.expression import Expression

EVERYWHERE = frozenset({"subject", "body"})


def found(data: dict[str, object], text: str, parts: frozenset[str] = EVERYWHERE) -> list[str]:
    return [each.group() for each in Expression.from_data(data).find(parse(text), parts)]


def test_in_the_order_of_the_parts() -> None:
    text = "Subject: [one]\n\nI saw [two] and [three]."
    assert found({"regex": r"\[\w+\]"}, text) == ["[two]", "[three]", "[one]"]
    assert found({"regex": r"\[\w+\]"}, text, frozenset({"subject"})) == ["[one]"]


@pytest.mark.parametrize(
    "data, expected",
    [
        ({"regex": "[xy]{2}"}, ["xy"]),
        ({"regex": "[xy]{2}", "has": []}, ["xy"]),
        ({"regex": "[xy]{2}", "has": ["yx", "xy"]}, ["xy"]),
        ({"regex": "[xy]{2}", "has": ["yx"]}, []),
        ({"regex": "(?i)[xy]{2}", "has": ["zz"]}, ["xy", "YX"]),
        ({"regex": "[xy]{2}", "has": ["zz"]}, []),
    ],
)
def test_without_one_of_the_texts_it_is_not_searched_for(data, expected) -> None:
    assert found(data, "A note of xy and YX and ZZ.") == expected


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_small_letters_are_what_an_expression_takes_for_them(letter: str) -> None:
    pattern = re.compile(letter, re.IGNORECASE)
    likes = [chr(code) for code in range(sys.maxunicode + 1) if pattern.match(chr(code))]
    assert {parse(each).folded for each in likes} == {letter}
