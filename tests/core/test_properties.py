"""What holds for any text whatever."""

from __future__ import annotations

import functools
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from our_rules import our_rules

from checker.core.check import check
from checker.core.draft import MAX_CHARACTERS, DraftTooLong, parse
from checker.core.parts import PART_NAMES
from checker.core.situation import read_situation
from checker.core.tokens import runs, tokenize
from checker.core.wire import dumps

FRAGMENTS = [
    "Subject: Thank you", "Subject:", "Re: Interview", "To: d@n.example", "From: Dana Ortiz <d@n.example>", "Sent: Monday",
    "Dear Dana,", "Dear Ms. Ortiz, Mr. Baker and", "Hi", "hi dana thanks", "To whom it may concern:", "Dear [Name],", "G’day",
    "Thank you for your time", "I haven't heard", "Please reply ASAP!!!", "at 5.30 p.m.", "e.g.", "“quoted”", "you said \"call", "[Name]",
    "{{me}}", "- item", "• item", "1. ", "(2) two", "On Mon, 2 Mar 2026 at 9:12, Dana <d@n.example> wrote:", "> quoted", ">",
    "-----Original Message-----", "________________", "Best,", "Kind regards, Sam", "Thanks, Sam xx", "Sam Reyes", "-- ", "P.S. one more",
    "Sent from my iPhone", "+1 217 555 0101", "😀", "👩‍💻", "🇳🇴", "e\u0301", "\u0301", "\u200b", "\u00ad", "\ufeff", "\u00a0", "\u202e", "\ud83d",
    "İ", "ß", "ﬁ", "नमस्ते", "مرحبا", "你好。", "((([[[", "]]})", "*", "~", "|", "$", "^", "#", "\\", "\x00", "\x1c", "...", "?!", "'", "`", "—",
]  # fmt: skip
ENDS = ["\n", "\r\n", "\r", "\n\n", " ", "", "\t", "\u2028", "\v", ", ", ". "]
GLUED = st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(ENDS)), max_size=25).map(
    lambda pieces: "".join(piece + end for piece, end in pieces)
)
TEXTS = st.one_of(GLUED, st.text(max_size=200))
NAMES = st.sampled_from([None, "Sam Reyes", "sam", "P. S. Raman", "李明", "", " ", "'"])
KNOWN = st.sampled_from([frozenset(), frozenset({"dana", "ortiz"}), frozenset({"hi", "dear", "best"})])

modest = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
few = settings(modest, max_examples=60)


@modest
@given(TEXTS, NAMES, KNOWN)
def test_parts_stand_in_the_text_in_order_and_apart(text, me, known):
    draft = parse(text, me, known)
    ranges = sorted((span, part) for part in PART_NAMES for span in draft.spans[part])
    for (start, end), part in ranges:
        assert 0 <= start <= end <= len(text)
        assert start < end or part == "subject"  # "Subject:" alone
    for ((_, end), _), ((start, _), _) in zip(ranges, ranges[1:]):
        assert end <= start
    for part in PART_NAMES:
        assert list(draft.spans[part]) == sorted(draft.spans[part])
        assert draft.part_text(part) == "\n".join(text[start:end] for start, end in draft.spans[part])


@modest
@given(TEXTS, NAMES, KNOWN)
def test_sentences_and_their_words_stand_in_the_text_in_order(text, me, known):
    draft = parse(text, me, known)
    last = 0
    for sentence in draft.sentences:
        assert last <= sentence.start < sentence.end <= len(text)
        assert len(sentence.words) == len(sentence.quoted)
        assert any(start <= sentence.start and sentence.end <= end for start, end in draft.spans[sentence.part]) or (
            sentence.part == "body"  # a broken line: the ranges of its lines
        )
        for word in sentence.words:
            assert sentence.start <= word.start < word.end <= sentence.end
        last = sentence.end


@modest
@given(TEXTS)
def test_every_line_is_some_part(text):
    for line in parse(text).lines:
        assert line.pieces, line.text
        assert line.pieces[-1][2] == line.end


@modest
@given(TEXTS)
def test_tokens_cover_what_is_written(text):
    tokens = tokenize(text)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert all(token.norm and text[token.start : token.end] for token in tokens)
    assert all(word for word in runs(text))


@functools.cache
def real_rules():
    return our_rules()


SITUATIONS = st.sampled_from(
    [
        {},
        {"stage": "check-in", "channel": "text", "formality": "relaxed", "me": "Sam Reyes"},
        {
            "country": "US", "now": "2026-03-03T09:30", "me": "Sam Reyes", "company": "Northwind Foods", "position": "Data Analyst",
            "interview": {"at": "2026-03-02T14:00", "interviewers": [{"name": "Dana Ortiz", "lead": True}, {"name": "J. P. O’Neil"}]},
            "sent": [], "application": "I have led a team of nine people for three years.", "other_notes": ["Dear Tom,\n\nThank you."],
        },
        {"stage": "after-decision", "me": "", "company": "", "recipients": [""], "interview": {"interviewers": [{"name": "?"}]}},
        {"stage": "withdraw", "now": "9999-12-31", "interview": {"at": "0001-01-01", "interviewers": [{"name": " "}, {"name": ""}]}},
    ]
)  # fmt: skip


@few
@given(TEXTS, SITUATIONS)
def test_reports(text, facts):
    situation = read_situation(facts)
    report = check(text, situation, real_rules())
    for finding in report.findings:
        if finding.start is None or finding.end is None:
            assert finding.start is finding.end is finding.text is None
        else:
            assert 0 <= finding.start < finding.end <= len(text)
            assert text[finding.start : finding.end] == finding.text
        for fix in finding.fixes:
            assert 0 <= fix.start <= fix.end <= len(text)
            assert fix.apply(text) != text
    again = dumps(check(text, read_situation(facts), real_rules()).as_dict())
    assert again == dumps(report.as_dict())
    assert json.dumps(json.loads(again), ensure_ascii=False, separators=(", ", ": ")) == again
    judged = [entry.rule for entry in report.findings] + list(report.passed)
    assert set(judged) <= {rule.id for rule in real_rules().rules}
    assert not {finding.rule for finding in report.findings} & set(report.passed)


@pytest.mark.parametrize("piece", FRAGMENTS, ids=ascii)
def test_a_long_text_of_one_thing(piece):
    text = (f"{piece}\n" * MAX_CHARACTERS)[:MAX_CHARACTERS]
    assert parse(text, "Sam Reyes", frozenset({"dana"})).text == text




@pytest.mark.parametrize(
    "number",
    ["१२", "Ⅷ", "½", "²", "80 m ²", "①", "7" * 5000],
    ids=lambda text: ascii(text)[:12],
)
def test_numbers_of_every_kind(number):
    assert check(number, read_situation({}), real_rules()).version


@pytest.mark.parametrize("length", [MAX_CHARACTERS + 1, 3 * MAX_CHARACTERS])
def test_a_text_that_is_too_long(length):
    with pytest.raises(DraftTooLong, match=f"{length:,}"):
        parse("😀" * length)
