"""Each kind of rule, on rules of a line or two. Bars mark what is found; no bars: nothing is found."""

from __future__ import annotations

import pytest
from small_rules import report, rule, texts

from checker.author.conditions import compile_condition

PANEL = {"interview": {"interviewers": [{"name": "Dana Ortiz", "lead": True}, {"name": "Robert Müller"}]}, "me": "Sam Reyes"}


def marked(text: str, found) -> str:
    for finding in reversed(found.findings):
        if finding.start is not None:
            text = f"{text[: finding.start]}|{finding.text}|{text[finding.end :]}"
    return text


def holds(text_with_bars: str, check, kind="phrase", situation=None) -> bool:
    text = text_with_bars.replace("|", "")
    return marked(text, report(text, situation, rule("r", kind, check))) == text_with_bars


PHRASE = {
    "a phrase": ("Reply |asap|.", {"any": ["asap"]}),
    "a list": ("Reply |at once|.", {"any": ["<urgent>"]}),
    "a regular expression": ("Write to |[Name]|.", {"any": [{"regex": r"\[\w+\]"}]}),
    "together": ("I |need it, please, asap|.", {"any": [{"all": ["asap", "need"]}]}),
    "not together": ("I need it. Please, asap.", {"any": [{"all": ["asap", "need"]}]}),
    "the longest of two": ("Do |reply asap|.", {"any": ["asap", "reply asap"]}),
    "excepted": ("No need to reply asap.", {"any": ["reply asap"], "except": ["no need to reply"]}),
    "excepted elsewhere": ("No need to reply. |Reply asap|.", {"any": ["reply asap"], "except": ["no need to reply"]}),
    "silent sentence": ("You said asap. Now |asap|.", {"any": ["asap"], "except_in_sentence": ["you said"]}),
    "silent message": ("You said so. Now asap.", {"any": ["asap"], "except_in_message": ["you said"]}),
    "whole sentence": ("It rains. |Do it asap.| Bye.", {"any": ["asap"], "mark": "sentence"}),
    "quoted words are not the writer's": ("They said “asap”.", {"any": ["asap"]}),
    "quoted words, asked for": ("They said “|asap|”.", {"any": ["asap"], "quoted": "look"}),
    "parts": ("Subject: asap\n\nDear Dana,\n\nReply |asap|.", {"any": ["asap"], "in": ["body"]}),
    "the subject": ("Subject: |asap|\n\nReply asap.", {"any": ["asap"], "in": ["subject"]}),
    "not in quoted mail": ("I came.\n\n> Reply asap.", {"any": ["asap"]}),
    "not in the signature": ("I came.\n\nBest,\nAsap Reyes", {"any": ["asap"]}),
    "in the signature, asked for": ("I came.\n\nBest,\n|Asap| Reyes", {"any": ["asap"], "in": ["signature"]}),
}


@pytest.mark.parametrize("text, check", PHRASE.values(), ids=PHRASE)
def test_phrase(text, check):
    assert holds(text, check)


@pytest.mark.parametrize(
    "text, check, missing",
    [
        ("Thank you, Dana.", {"evidence": [{"any": ["thank you"]}]}, False),
        ("Hello, Dana.", {"evidence": [{"any": ["thank you"]}]}, True),
        ("", {"evidence": [{"any": ["thank you"]}]}, True),
        ("Hello.\n\n> Thank you.", {"evidence": [{"any": ["thank you"]}]}, True),
        ("Thank you.", {"evidence": [{"any": ["thank you"], "worth": 2}], "enough": 2}, False),
        ("Thank you.", {"evidence": [{"any": ["thank you"]}], "enough": 2}, True),
        ("Thank you. Thank you!", {"evidence": [{"any": ["thank you"]}], "enough": 2}, False),
        ("Thank you. It was fun.", {"evidence": [{"any": ["thank you"]}, {"any": ["fun"]}], "enough": 2}, False),
    ],
)
def test_missing(text, check, missing):
    found = report(text, {}, rule("r", "missing", check))
    assert [(finding.start, finding.end) for finding in found.findings] == ([(None, None)] if missing else [])


@pytest.mark.parametrize(
    "text, of, bound, together",
    [
        ("One two three.", "words", 3, False),
        ("Great! Good! Fine|!|", "exclamation-marks", 2, False),
        ("Great! Good!", "exclamation-marks", 2, False),
        ("Great|!!|", "exclamation-marks", 2, True),
        ("Great!!", "exclamation-marks", 2, False),
        ("Great！ Good|！|", "exclamation-marks", 1, False),
        ("Great.\n\n> Hi!!!", "exclamation-marks", 0, True),
        ("I did. |I did.| |I did.|".replace("|", ""), "exclamation-marks", 0, False),
    ],
)
def test_count(text, of, bound, together):
    assert holds(text, {"of": of, "at_most": [{"is": bound}], "never_together": together}, "count")


def test_words_above_the_bound_have_no_place():
    (finding,) = report("One two three.", {}, rule("r", "count", {"of": "words", "at_most": [{"is": 2}]}, message="{count}/{limit}")).findings
    assert (finding.start, finding.message) == (None, "3/2")


def test_the_first_bound_whose_condition_holds():
    limits = [{"when": compile_condition("channel == 'text'"), "is": 2}, {"is": 9}]
    counting = rule("r", "count", {"of": "words", "at_most": limits})
    assert report("One two three.", {"channel": "text"}, counting).verdict == "fix"
    assert report("One two three.", {}, counting).verdict == "ready"


def test_evidence_counts_once_a_sentence():
    check = {"of": "evidence", "at_most": [{"is": 2}], "evidence": [{"any": ["i led", "i ran"]}, {"any": ["i won"], "worth": 2}]}
    assert holds("I led, I ran, I led. I ran.", check, "count")
    assert holds("I led. I ran. |I led|.", check, "count")
    assert holds("I led. |I won|.", check, "count")


NAMES = {
    "right": "Dear Dana,\n\nI met Robert.",
    "last name": "Dear Ms. Ortiz,\n\nI met Mr. Müller.",
    "plain letters": "Dear Dana,\n\nI met Mr. Mueller and Muller.",
    "short form": "Dear Dana,\n\nI met Bob.",
    "a slip": "Dear |Dena|,\n\nI came.",
    "a slip in the text": "Dear Dana,\n\nI met Mr. |Mülller|.",
    "somebody else": "Dear |Peter|,\n\nI came.",
    "another interviewer": "Dear |Robert|,\n\nI came.",
    "one right, one wrong": "Dear Dana and |Peter|,\n\nI came.",
    "nobody": "Dear Hiring Team,\n\nI came.",
    "an ordinary word": "Dear Dana,\n\nTeam work was good. I met the Teams.",
    "my own name": "Dear Dana,\n\nSam here.",
}


@pytest.mark.parametrize("text", NAMES.values(), ids=NAMES)
def test_names(text):
    assert holds(text, {"of": "people", "ordinary_words": "stock"}, "names", PANEL)


def test_without_recipients_a_message_may_go_to_the_agency():
    facts = {**PANEL, "agency": {"name": "Hale", "contact": "Priya Shah"}}
    check = {"of": "people", "ordinary_words": "stock"}
    assert holds("Dear Priya,\n\nI came.", check, "names", facts)
    assert holds("Dear |Priya|,\n\nI came.", check, "names", {**facts, "recipients": ["Dana Ortiz"]})


def test_names_need_to_know_who_interviewed():
    found = report("Dear Dana,\n\nI came.", {}, rule("r", "names", {"of": "people", "ordinary_words": "stock"}))
    assert found.not_checked[0].needs == ("interview.interviewers",)


APPLICATION = "I have led a team of nine people for three years at Acme. I like tea."


@pytest.mark.parametrize(
    "text, facts, found, needs",
    [
        ("I have led a team of nine people.", {"application": APPLICATION}, True, ()),
        ("I drove the bus that nobody wanted to drive.", {"application": APPLICATION}, False, ()),
        ("Short note.", {"application": "Short note."}, False, ()),
        ("I have led a team of nine people.", {}, False, ("application",)),
        ("", {"application": ""}, False, ("application",)),
    ],
)
def test_overlap(text, facts, found, needs):
    result = report(text, facts, rule("r", "overlap", {"with": "application", "share": 50}))
    assert bool(result.findings) is found
    assert tuple(need for entry in result.not_checked for need in entry.needs) == needs


def test_a_note_that_only_swaps_the_name_is_the_same_note():
    note = "Dear {0},\n\nThank you for the tour, {0}, and for the talk about cold rooms.\n\nBest,\nSam"
    facts = PANEL | {"other_notes": [note.format("Robert")]}
    assert report(note.format("Dana"), facts, rule("r", "overlap", {"with": "other_notes", "share": 100})).findings


CASES = {"early": compile_condition("days(interview.at, now) < 2"), "late": compile_condition("days(interview.at, now) > 4")}


@pytest.mark.parametrize(
    "now, level",
    [("2026-03-03", "error"), ("2026-03-05", None), ("2026-03-09", "suggestion"), (None, "unknown")],
)
def test_timing(now, level):
    facts = {"interview": {"at": "2026-03-02"}} | ({"now": now} if now else {})
    found = report("Hello.", facts, rule("r", "timing", {"flag": CASES}, level={"early": "error", "late": "suggestion"}))
    if level == "unknown":
        assert [entry.needs for entry in found.not_checked] == [("now",)]
    else:
        assert [finding.level for finding in found.findings] == ([level] if level else [])
    assert texts(found) == [None] * len(found.findings)
