"""The `check` of a rule of the kind names: whose names decides which keys it takes."""

from __future__ import annotations

from collections.abc import Mapping

from checker.author.shapes import List, OneOf, Plain, Record, Shape, Text
from checker.core.kinds.names import OF

_SIDES: dict[str, Shape] = {
    "side": OneOf("side", ("before", "after"), "Where the words stand beside the employer's name; before it if left out"),
    "alone": Plain("`alone`", bool, "Any capitalised word there is the employer's name"),
}


def names_shape(when: Mapping[str, Shape], evidence: Mapping[str, Shape]) -> Shape:
    """`when` are the keys of conditions, `evidence` those of things to find."""
    beside = Record("a piece of evidence", _SIDES | dict(evidence), ("any",))
    keys: dict[str, Shape] = {
        "of": OneOf("value of `of`", tuple(OF), "Whose names: of people, of the company, or the greeting's tone"),
        "ordinary_words": Text("`ordinary_words`", "Word list of common words, which are no names"),
        "company_endings": Text("`company_endings`", "Word list of words that end companies' names"),
        "no_companies": Text("`no_companies`", "Word list of capitalised words that name no employer"),
        "evidence": List("`evidence`", beside, "Words beside which an employer is named; in greetings, words too casual"),
    }
    return Record("`check`", dict(when) | keys, ("of",))
