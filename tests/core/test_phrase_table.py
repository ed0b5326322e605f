"""The table of phrases: what each cannot be without, and that a table told as data is the same table."""

from __future__ import annotations

import json

import pytest

from checker.core.phrase_table import Table, table_of
from checker.core.phrases import WordLists

LISTS = {
    "greets": ["hello", "hi", "good (morning|day)"],
    "sees": ["see~", "look at", "<greets> again"],
    "leaves": ["(bye|see (you|ye)|(so long|farewell))"],
}
# Phrase: what it is looked for by, and what else must be there.
NEEDS = {
    "promptly": ({"promptly"}, set()),
    "you reply promptly": ({"promptly"}, {"reply"}),
    "you [may] reply": ({"reply"}, {"you"}),
    "you (reply|answer)": ({"reply", "answer"}, {"you"}),
    "(you reply|you answer) [so] you": ({"reply", "answer"}, {"you"}),
    "(reply|so you) now": ({"now"}, {"reply", "so"}),
    "you *3 reply": ({"reply"}, {"you"}),
    "you <number> {me}": ({"<number"}, {"you"}),
    "<number> $": ({"<number"}, set()),
    "{company}": (set(), set()),
    "see~": ({"see", "sees", "saw", "seen", "seeing"}, set()),
    "you <sees>": ({"<sees"}, {"you"}),
    "<greets>": ({"<greets"}, set()),
}
COMMON = ["you", *(f"you {word}" for word in "a b c d e so so".split()), "so a", "so b", "so c"]


def test_each_phrase_is_entered_under_its_rarest_words() -> None:
    table = table_of([*COMMON, *NEEDS], WordLists(LISTS))
    assert {text: (set(table.phrases[text].rarest), set(table.phrases[text].other)) for text in NEEDS} == NEEDS


def test_lists_have_their_words_and_their_longer_entries() -> None:
    table = table_of(["<sees>"], WordLists(LISTS))
    assert {name: (each.level, len(each.longer)) for name, each in table.lists.items()} == {"greets": (0, 1), "sees": (1, 2)}
    assert set(table.lists["greets"].words) == {"hello", "hi"}
    assert table.phrases["<sees>"].level == 2


def test_each_option_of_a_list_has_rare_words_of_its_own() -> None:
    leaves = table_of(["<leaves>", *COMMON], WordLists(LISTS)).lists["leaves"]
    assert set(leaves.words) == {"bye", "farewell"}
    assert [(set(each.rarest), set(each.other)) for each in leaves.longer] == [({"see"}, {"you", "ye"}), ({"long"}, {"so"})]


def test_only_lists_that_are_asked_for() -> None:
    assert list(table_of(["<greets>"], WordLists(LISTS)).lists) == ["greets"]
    assert not table_of(["hello"], WordLists(LISTS)).lists


@pytest.mark.parametrize("phrase", [*NEEDS, "^ (a|b c [d|*2 e]) *4 (x|[y] z) !", "I'm (so|the <greets> one) 's", "[a [b]] c"])
def test_a_table_told_as_data_is_the_same(phrase) -> None:
    table = table_of([phrase, *COMMON], WordLists(LISTS))
    data = table.as_data()
    again = Table.of_data(json.loads(json.dumps(data)))
    assert again.as_data() == data
    assert [(set(each.rarest), each.other) for each in again.phrases.values()] == [
        (set(each.rarest), each.other) for each in table.phrases.values()
    ]
