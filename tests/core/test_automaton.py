"""The automaton: what it remembers of earlier texts changes its speed, never its answers."""

from __future__ import annotations

import random

import pytest

from checker.core import automaton
from checker.core.automaton import Automaton, places
from checker.core.phrases import WordLists, read_phrase

LISTS = {"soon": ["soon", "at once", "by <number>"], "much": ["very", "so", "[so] very much"]}
PHRASES = ["a *3 b", "[a] b (c|d $)", "^ a b", "<soon> c", "b {name} c", "c <much> d", "(a|b *2 a) <number>", "d * d", "[x] <number> [*2 a] d"]
FACTS = {"name": [("a", "b"), ("c",)]}


def made(phrases: list[str] = PHRASES) -> Automaton:
    lists = WordLists(LISTS)
    made = Automaton(lists.pieces)
    for number, phrase in enumerate(phrases):
        made.add(number, read_phrase(phrase, lists))
    return made


def answers(machine: Automaton, words: list[str]) -> list[dict[int, int]]:
    return [machine.follow(words, at, places(words, FACTS)) for at in range(len(words))]


@pytest.fixture(scope="module")
def texts() -> list[list[str]]:
    words = "a b c d soon at once by 5 very so much ! x".split()
    pick = random.Random(7)
    return [[pick.choice(words) for _ in range(pick.randint(0, 14))] for _ in range(300)]


def test_each_phrase_is_answered_as_if_it_were_alone(texts) -> None:
    together = made()
    alone = [made([phrase]) for phrase in PHRASES]
    for words in texts:
        expected = [
            {number: ends[0] for number, one in enumerate(alone) if (ends := one.follow(words, at, places(words, FACTS)))}
            for at in range(len(words))
        ]
        assert answers(together, words) == expected


def test_a_full_memory_is_emptied_and_nothing_is_lost(texts, monkeypatch) -> None:
    expected = [answers(made(), words) for words in texts]
    monkeypatch.setattr(automaton, "_MOST_STEPS", 10)
    machine = made()
    assert [answers(machine, words) for words in texts] == expected


def test_a_phrase_may_be_added_after_texts_were_read() -> None:
    machine = made(["a b"])
    assert machine.follow(["b", "c"], 0, places(["b", "c"], {})) == {}
    machine.add(1, read_phrase("b c", WordLists({})))
    assert machine.follow(["b", "c"], 0, places(["b", "c"], {})) == {1: 2}


def test_what_was_said_once_is_one_step_the_second_time() -> None:
    machine = made()
    words = "a b c soon c d very d 5".split()
    answers(machine, words)
    steps = machine._steps
    answers(machine, words)
    assert machine._steps == steps
