"""The matcher: it finds what each phrase finds alone, whatever else is looked for, and what trying everything would find."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence

import pytest

from checker.core.matcher import Fit, Matcher
from checker.core.phrase_table import Table, table_of
from checker.core.phrases import WordLists, read_phrase
from checker.core.pieces import Choice, Fact, Gap, Listed, OneOf, Pair, Piece
from checker.core.row import fact_fits

LISTS = {"soon": ["soon", "at once", "by <number>", "<much> soon"], "much": ["very", "so", "[so] very much"], "turn": ["(c|[b] (d|a x)|<soon> a)"]}
PHRASES = [
    "a *3 b", "[a] b (c|d $)", "^ a b", "<soon> c", "b {name} c", "c <much> d", "(a|b *2 a) <number>", "d * d", "[x] <number> [*2 a] d",
    "<soon>", "{name}", "<number>", "[a|b] (c|[d] 5)", "(<soon>|<much> x) [!]", "a b c d", "(a (b|c) d|b) *2 (c|a)", "[^] a [$]",
    "[<number>] [a] b", "[*2 a] [x|c d] (b|[so] c)", "<turn> [<turn>] b", "(a|a b) (b|b c) (c|c d) x",
]  # fmt: skip
FACTS = {"name": [("a", "b"), ("c",)]}


def found(phrases: Sequence[str], words: Sequence[str], told: bool = False) -> list[Fit]:
    table = table_of(phrases, WordLists(LISTS))
    table = Table.of_data(json.loads(json.dumps(table.as_data()))) if told else table
    return sorted(Matcher(table).find(words, fact_fits(words, FACTS)))


def tried(piece: Piece, words: Sequence[str], at: int, lists: WordLists) -> set[int]:
    """Where a piece ends that begins at a word: all ways are tried."""
    match piece:
        case OneOf():
            return {at + 1} if at < len(words) and words[at] in piece.words else set()
        case Gap():
            return {end for end in range(at + piece.least, at + piece.most + 1) if end <= len(words)}
        case Listed(name="<number"):
            return {at + 1} if at < len(words) and words[at] in {"5", "two"} else set()
        case Listed():
            read = lists.read[piece.name[1:]]
            single = {at + 1} if at < len(words) and words[at] in read.words else set()
            return single.union(*(tried(each, words, at, lists) for each in read.longer))
        case Fact():
            return set(fact_fits(words, FACTS).get(piece.name, {}).get(at, ()))
        case Pair():
            return {end for middle in tried(piece.head, words, at, lists) for end in tried(piece.rest, words, middle, lists)}
        case Choice():
            return {end for option in piece.options for end in tried(option, words, at, lists)}
    return {at}


def by_trying(phrases: Sequence[str], words: Sequence[str]) -> list[Fit]:
    lists = WordLists(LISTS)
    expected = []
    for number, phrase in enumerate(phrases):
        piece = read_phrase(phrase, lists)
        free_from = 0
        for at in range(len(words)):
            ends = tried(piece, words, at, lists)
            if ends and at >= free_from:
                free_from = max(ends)
                expected.append(Fit(number, at, free_from))
    return sorted(expected)


@pytest.fixture(scope="module")
def texts() -> list[list[str]]:
    words = "a b c d soon at once by 5 very so much ! x two".split()
    pick = random.Random(7)
    return [[pick.choice(words) for _ in range(pick.randint(0, 14))] for _ in range(300)]


@pytest.mark.parametrize("told", [False, True], ids=["read", "told as data"])
def test_it_finds_what_trying_all_ways_would_find(texts, told) -> None:
    for words in texts:
        assert found(PHRASES, words, told) == by_trying(PHRASES, words)


@pytest.mark.parametrize("phrase", PHRASES)
def test_each_phrase_is_found_as_if_it_were_alone(texts, phrase) -> None:
    number = PHRASES.index(phrase)
    for words in texts:
        alone = [(first, last) for _, first, last in found([phrase], words)]
        assert [(first, last) for each, first, last in found(PHRASES, words) if each == number] == alone


def test_a_fact_that_fits_twice_from_the_same_word() -> None:
    words = ["ask", "anna", "lee", "now"]
    assert fact_fits(words, {"name": [("anna",), ("anna", "lee"), ("bo",)]})["name"] == {1: (2, 3)}


@pytest.mark.parametrize("text, ends", [("", [0]), ("a", [1]), ("a !", [1, 2]), ("a ! ?", [1, 2, 3]), ("!", [0, 1]), ("! a", [2])])
def test_a_sentence_ends_before_its_last_marks_too(text, ends) -> None:
    assert sorted(fact_fits(text.split(), {})["$"]) == ends
