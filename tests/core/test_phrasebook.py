"""All phrases of all rules: where hits stand, and which of several possible hits is taken."""

from __future__ import annotations

import json

import pytest

from checker.core.draft import parse
from checker.core.matcher import Matcher
from checker.core.phrasebook import Phrasebook
from checker.core.phrases import PhraseError
from checker.core.piece_store import Pieces

LISTS = {"when": ["soon", "this week", "by <number>"]}


def find(phrases: list[str], text: str, facts=None) -> dict[str, list[str]]:
    hits = Phrasebook(phrases, LISTS).find(parse(text), facts or {})
    return {phrase: [text[hit.start : hit.end] for hit in found] for phrase, found in hits.items()}


CASES = {
    "each phrase apart": (["to you", "you soon"], "Talk to you soon.", {"to you": ["to you"], "you soon": ["you soon"]}),
    "the longest": (["call [me [soon]]"], "Please call me soon.", {"call [me [soon]]": ["call me soon"]}),
    "the leftmost": (["a *3 b"], "It is a a a b.", {"a *3 b": ["a a a b"]}),
    "not over itself": (["a a"], "It is a a a.", {"a a": ["a a"]}),
    "twice": (["soon"], "Soon. Very soon!", {"soon": ["Soon", "soon"]}),
    "in every part": (["dana"], "Subject: Dana\n\nDear Dana,\n\nHello, Dana is here.\n\nBest, Dana", {"dana": ["Dana"] * 4}),
    "not in quoted mail": (["dana"], "I came.\n\n> Dana came.", {}),
    "not in a mail's head": (["dana"], "To: Dana\nSubject: x\n\nI came.", {}),
    "between quotation marks too": (["call us"], "They said “call us”.", {"call us": ["call us"]}),
    "across a broken line": (["call us"], "Please call\nus now.", {"call us": ["call\nus"]}),
    "with a list": (["call <when>"], "I call this week, or call by 5.", {"call <when>": ["call this week", "call by 5"]}),
    "written twice": (["soon", "soon"], "Soon.", {"soon": ["Soon"]}),
    "whole words": (["not"], "I haven't.", {"not": ["haven't"]}),
    "nothing": (["soon"], "", {}),
    "no phrases": ([], "Soon.", {}),
}


@pytest.mark.parametrize("phrases, text, expected", CASES.values(), ids=CASES)
def test_hits(phrases, text, expected):
    assert find(phrases, text) == expected


@pytest.mark.parametrize(
    "facts, expected",
    [
        ({"company": [("northwind", "foods")]}, {"at {company}": ["at Northwind Foods"]}),
        ({"company": [("acme",)]}, {}),
        ({}, {}),
    ],
    ids=["this company", "another", "unknown"],
)
def test_facts(facts, expected):
    assert find(["at {company}"], "I sat at Northwind Foods.", facts) == expected


def test_a_phrase_may_begin_with_a_fact():
    assert find(["{name} said"], "I heard what Dana said.", {"name": [("dana",)]}) == {"{name} said": ["Dana said"]}


def test_hits_know_their_sentence_and_words():
    (hit,) = Phrasebook(["soon"], {}).find(parse("It rains. Come soon."), {})["soon"]
    assert (hit.sentence, hit.first, hit.last) == (1, 1, 2)


def test_a_phrase_that_cannot_be_read():
    with pytest.raises(PhraseError):
        Phrasebook(["fine", "(broken"], {})


def test_a_book_with_more_phrases_finds_what_one_with_all_of_them_does():
    first, second = ["call <when>", "a *3 b", "not"], ["not", "soon", "<when>", "call"]
    text = "I call soon, not this week. It is a a b. Call by 5!"
    book = Phrasebook(first, LISTS)
    more = book.with_more(second)
    together = Phrasebook([*first, *second], LISTS)
    assert more.find(parse(text), {}) == together.find(parse(text), {})
    assert (len(book), len(more)) == (3, len(together)) == (3, 6)
    assert all(phrase in more for phrase in first + second)
    assert "soon" not in book.find(parse(text), {})


def test_a_book_over_the_same_lists_has_only_its_own_phrases():
    other = Phrasebook(["soon"], LISTS).afresh(["call <when>"])
    assert list(other.find(parse("I call soon."), {})) == ["call <when>"]


def looked_at(monkeypatch, book: Phrasebook, texts: list[str], facts: list[dict]) -> list[list[str]]:
    """The sentences that the matcher is asked about, text by text."""
    asked: list[list[str]] = []
    find = Matcher.find
    monkeypatch.setattr(Matcher, "find", lambda self, words, where: (asked[-1].append(" ".join(words)), find(self, words, where))[1])
    for text, known in zip(texts, facts, strict=True):
        asked.append([])
        expected = Phrasebook(["call <when>", "{name} may"], LISTS)
        found = book.find(parse(text), known)
        kept, asked[-1] = asked[-1], []
        assert found == expected.find(parse(text), known)
        asked[-1] = kept
    return asked


def test_only_sentences_that_changed_are_looked_at_again(monkeypatch):
    book = Phrasebook(["call <when>", "{name} may"], LISTS)
    texts = ["I call soon. Dana may.", "I call soon. Dana may. Lee may.", "Well. I call soon. Dana may. Lee may.", "Well. I call."]
    assert looked_at(monkeypatch, book, texts, [{}] * 4) == [["i call soon", "dana may"], ["lee may"], ["well"], ["i call"]]


def test_a_sentence_in_which_a_fact_fits_elsewhere_has_changed(monkeypatch):
    book = Phrasebook(["call <when>", "{name} may"], LISTS)
    facts = [{}, {"name": [("dana",)]}, {"name": [("lee",), ("dana",)]}, {"name": [("lee",)]}]
    assert looked_at(monkeypatch, book, ["I call soon. Dana may."] * 4, facts) == [["i call soon", "dana may"], ["dana may"], [], ["dana may"]]


def test_a_book_told_as_data_finds_the_same_and_is_as_long():
    phrases = ["call <when>", "a *3 b", "{name} may", "(so|not yet) $"]
    book = Phrasebook(phrases, LISTS)
    again = Phrasebook.of_data(json.loads(json.dumps(book.as_data())))
    text = parse("I call soon, not this week. It is a a b. Dana may not yet!")
    assert again.find(text, {"name": [("dana",)]}) == book.find(text, {"name": [("dana",)]})
    assert (len(again), "a *3 b" in again) == (4, True)


def test_after_all_phrases_are_put_together_no_draft_waits_for_one(monkeypatch):
    phrases = ["call <when>", "a *3 b", "{name} may"]
    book = Phrasebook.of_data(Phrasebook(phrases, LISTS).as_data())
    assert len(list(book.put_together())) == 1
    monkeypatch.delattr(Pieces, "of_data")
    assert list(book.find(parse("I call this week, a very b."), {})) == ["call <when>", "a *3 b"]
    with pytest.raises(AttributeError):
        Phrasebook.of_data(Phrasebook(phrases, LISTS).as_data()).find(parse("I call this week."), {})
