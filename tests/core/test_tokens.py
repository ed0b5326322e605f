"""Words and their places: contractions spelled out, quotes and accents made plain, nothing lost."""

from __future__ import annotations

import pytest

from checker.core.tokens import normal, runs, spell_out, tokenize


@pytest.mark.parametrize(
    "text, norms",
    [
        ("haven't", "have not"),
        ("haven’t", "have not"),
        ("havent", "have not"),
        ("have not", "have not"),
        ("haven`t", "have not"),
        ("have\u200bn’t", "have not"),
        ("Won't", "will not"),
        ("can't", "can not"),
        ("cannot", "can not"),
        ("shan't", "shall not"),
        ("I'm", "i am"),
        ("Im", "i am"),
        ("I've", "i have"),
        ("they're", "they are"),
        ("I'll", "i will"),
        ("I'd", "i 'd"),
        ("Dana's", "dana"),
        ("it's", "it 's"),
        ("let's", "let 's"),
        ("O’Brien", "o'brien"),
        ("o'clock", "o'clock"),
        ("wont", "will not"),
        ("want", "want"),
        ("well", "well"),
        ("were", "were"),
    ],
)
def test_contractions(text, norms):
    assert [token.norm for token in tokenize(text)] == norms.split()


@pytest.mark.parametrize(
    "text, norms",
    [
        ("Thank you, Dana!", "thank you , dana !"),
        ("state-of-the-art", "state - of - the - art"),
        ("24/7", "24 / 7"),
        ("R&D", "r & d"),
        ("5.30", "5 . 30"),
        ("«Position»", '" position "'),
        ("“yes”", '" yes "'),
        ("____", "____"),
        ("a\u00a0b", "a b"),
        ("a\tb\r\nc", "a b c"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\ufeffHi", "hi"),
        ("👍🏽", "👍 🏽"),
        ("", ""),
        ("\u200b", ""),
    ],
    ids=lambda value: ascii(value)[:20],
)
def test_tokens(text, norms):
    assert [token.norm for token in tokenize(text)] == norms.split()


@pytest.mark.parametrize(
    "word",
    ["naïve", "nai\u0308ve", "Zoë", "Zoe\u0308", "Müller", "Łukasz", "İstanbul", "Straße", "नमस्ते", "สวัสดี", "שָׁלוֹם", "Đặng", "李明"],
    ids=ascii,
)
def test_a_word_stays_one_word(word):
    assert len(tokenize(word)) == 1
    assert len(runs(word)) == 1


def test_composed_and_decomposed_accents_are_equal():
    assert normal("Zoe\u0308") == normal("ZOË") == "zoë"


@pytest.mark.parametrize(
    "text, kinds",
    [("14", "number"), ("2nd", "number"), ("9am", "number"), ("five", "word"), ("!", "mark"), ("__", "mark")],
)
def test_kinds(text, kinds):
    assert [token.kind for token in tokenize(text)] == [kinds]


def test_places_are_those_of_the_pasted_text():
    text = "\u200bI haven’t\u00a0— 😀 yet."
    assert [text[token.start : token.end] for token in tokenize(text)] == ["I", "haven’t", "haven’t", "—", "😀", "yet", "."]


def test_only_the_first_token_of_a_word_is_its_head():
    assert [token.head for token in tokenize("I haven't")] == [True, True, False]


@pytest.mark.parametrize(
    "word, parts",
    [("won't", ("will", "not")), ("ain't", ("am", "not")), ("she'll", ("she", "will")), ("rock'n'roll", ("rock'n'roll",))],
)
def test_spell_out(word, parts):
    assert spell_out(word) == parts


@pytest.mark.parametrize(
    "text, count",
    [
        ("We met on Monday.", 4),
        ("It's a state-of-the-art re-entry", 4),
        ("well‑known", 1),
        ("today--it was", 3),
        ("today — it was", 3),
        ("today—it was", 3),
        ("60,000", 2),
        ("dogs' dinner", 2),
        ("mid-\u200bterm", 1),
        ("- one\n- two", 2),
        ("a_b", 2),
        ("😀 !", 0),
    ],
    ids=ascii,
)
def test_words_as_the_catalogue_counts_them(text, count):
    assert len(runs(text)) == count
