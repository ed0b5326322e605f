"""Where sentences end, and what their words are."""

from __future__ import annotations

import pytest

from checker.core.draft import parse


def body(text: str) -> list[str]:
    draft = parse(f"Dear Dana,\n\n{text}")
    return [draft.text[s.start : s.end] for s in draft.sentences if s.part == "body"]


ENDS = {
    "marks": ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
    "several marks": ("Really?! Yes... no. OK!!!", ["Really?!", "Yes...", "no.", "OK!!!"]),
    "an ellipsis": ("Wait… what?", ["Wait…", "what?"]),
    "a typed title": ("I met Mr. Baker and Dr. Shah. Both were kind.", ["I met Mr. Baker and Dr. Shah.", "Both were kind."]),
    "initials": ("J. K. Rowling wrote. I read.", ["J. K. Rowling wrote.", "I read."]),
    "a time": ("We met at 5.30 p.m. on Mon. and left.", ["We met at 5.30 p.m. on Mon. and left."]),
    "a time at the end": ("I came at 9 a.m. It was good.", ["I came at 9 a.m.", "It was good."]),
    "a time and a day": ("It is 9 a.m. Monday for us.", ["It is 9 a.m. Monday for us."]),
    "e.g.": ("We spoke of e.g. the plant. Fine.", ["We spoke of e.g. the plant.", "Fine."]),
    "a number": ("See no. 5. That is all.", ["See no. 5.", "That is all."]),
    "Inc.": ("I work at Acme Inc. The pay is fine.", ["I work at Acme Inc.", "The pay is fine."]),
    "U.S.": ("The U.S. Team came.", ["The U.S. Team came."]),
    "addresses": ("See www.n.example/a?b=1. Mail a.b@c.example. Bye.", ["See www.n.example/a?b=1.", "Mail a.b@c.example.", "Bye."]),
    "lower case": ("i came. it was good. thanks", ["i came.", "it was good.", "thanks"]),
    "I at the end": ("You are as tall as I. So be it.", ["You are as tall as I.", "So be it."]),
    "a closing quotation": ("He said “yes.” Then we left.", ["He said “yes.”", "Then we left."]),
    "said on": ("“Great work!” she said. Good.", ["“Great work!” she said.", "Good."]),
    "asked in the middle": ('I asked, "Is it open?" and he nodded.', ['I asked, "Is it open?" and he nodded.']),
    "brackets": ("She came (twice.) Good.", ["She came (twice.)", "Good."]),
    "a question in brackets": ("The line (really?) runs.", ["The line (really?) runs."]),
    "Chinese": ("你好。谢谢！再见？", ["你好。", "谢谢！", "再见？"]),
    "marks alone": (". . !!!", [".", ".", "!!!"]),
}


@pytest.mark.parametrize("text, expected", ENDS.values(), ids=ENDS)
def test_ends(text, expected):
    assert body(text) == expected


LINES = {
    "a broken line goes on": ("We met\nyesterday. Good\nday", ["We met\nyesterday.", "Good\nday"]),
    "an empty line ends": ("We met\n\nyesterday", ["We met", "yesterday"]),
    "list items": ("Points\n- one\n- two. And more", ["Points", "one", "two.", "And more"]),
    "a broken list item": ("- one\n  and on\n- two", ["one\n  and on", "two"]),
    "text below a list": ("- one\n- two\nI would like both", ["one", "two", "I would like both"]),
    "numbers": ("1. First thing\n2. Second thing", ["First thing", "Second thing"]),
    "Windows": ("We met\r\nyesterday.\r\n\r\nIt rained", ["We met\r\nyesterday.", "It rained"]),
}


@pytest.mark.parametrize("text, expected", LINES.values(), ids=LINES)
def test_lines(text, expected):
    assert body(text) == expected


def test_parts_are_never_joined():
    draft = parse("Subject: Thanks\nHi Dana, I came\n\nBest,\nSam\nAnalyst")
    assert [(s.part, draft.text[s.start : s.end]) for s in draft.sentences] == [
        ("subject", "Thanks"),
        ("greeting", "Hi Dana,"),
        ("body", "I came"),
        ("closing", "Best,"),
        ("signature", "Sam"),
        ("signature", "Analyst"),
    ]


def test_headers_and_quoted_mail_have_no_sentences():
    draft = parse("To: Dana\nSubject: Hi\n\nI came.\n\n> Hi Sam. Bye.")
    assert {s.part for s in draft.sentences} == {"subject", "body"}


@pytest.mark.parametrize(
    "text, words",
    [
        ("Well, I – haven't (yet) “come”.", "well i have not yet come"),
        ("state-of-the-art, follow‑up", "state of the art follow up"),
        ("• no marks", "no marks"),
        ("What now!?", "what now ! ?"),
        ("24/7 at R&D: 50%", "24 / 7 at r & d : 50 %"),
    ],
    ids=ascii,
)
def test_words(text, words):
    (sentence,) = [s for s in parse(f"Dear Dana,\n\n{text}").sentences if s.part == "body"]
    assert [word.norm for word in sentence.words] == words.split()


@pytest.mark.parametrize(
    "text, quoted",
    [
        ('They said "call us" and left', "call us"),
        ("They said “call us” and left", "call us"),
        ("They said „call us“ and left", "call us"),
        ('They said "one. Two." and left', "one two"),
        ('A 5" pipe', ""),
        ('A "b" and "c" d', "b c"),
    ],
    ids=ascii,
)
def test_what_stands_between_quotation_marks(text, quoted):
    draft = parse(f"Dear Dana,\n\n{text}")
    words = [w.norm for s in draft.sentences for w, inside in zip(s.words, s.quoted) if inside]
    assert words == quoted.split()


def test_paragraphs():
    text = "Dear Dana,\n\nOne. Two.\nThree.\n\nFour.\n\nBest,\nSam"
    draft = parse(text)
    assert [text[start:end] for start, end in draft.paragraphs] == ["One. Two.\nThree.", "Four."]


def test_list_items_are_marked():
    draft = parse("Dear Dana,\n\nSome points:\n- one\n2. two")
    assert [s.item for s in draft.sentences if s.part == "body"] == [False, True, True]
