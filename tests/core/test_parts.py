"""Whole messages, as people paste them: which part is what. What an expectation leaves out must be empty."""

from __future__ import annotations

import pytest

from checker.core.draft import parse
from checker.core.parts import PART_NAMES

BODY = "Thank you for meeting me yesterday and for the tour of the plant."


def parts(text: str, me: str | None = None, known: str = "") -> dict[str, str]:
    draft = parse(text, me, frozenset(known.split()))
    return {name: draft.part_text(name) for name in PART_NAMES if draft.has(name)}


MESSAGES = {
    "email": (
        f"Subject: Thank you\n\nDear Ms. Ortiz,\n\n{BODY}\n\nKind regards,\nSam Reyes",
        {"subject": "Thank you", "greeting": "Dear Ms. Ortiz,", "body": BODY, "closing": "Kind regards,", "signature": "Sam Reyes"},
    ),
    "no greeting": (f"{BODY}\n\nBest,\nSam", {"body": BODY, "closing": "Best,", "signature": "Sam"}),
    "no greeting, short": ("Thanks for today.\n\nCheers,\nSam", {"body": "Thanks for today.", "closing": "Cheers,", "signature": "Sam"}),
    "no sign-off": (f"Hi Dana,\n\n{BODY}", {"greeting": "Hi Dana,", "body": BODY}),
    "no empty lines": (
        f"Dear Ms. Ortiz,\n{BODY}\nSincerely,\nSam Reyes",
        {"greeting": "Dear Ms. Ortiz,", "body": BODY, "closing": "Sincerely,", "signature": "Sam Reyes"},
    ),
    "readers on two lines": (
        f"Dear Ms. Ortiz,\ndear Mr. Baker,\n\n{BODY}",
        {"greeting": "Dear Ms. Ortiz,\ndear Mr. Baker,", "body": BODY},
    ),
    "name alone": (f"Dana,\n\n{BODY}", {"greeting": "Dana,", "body": BODY}),
    "hard-wrapped": (
        "Hi Dana,\n\nThank you for meeting with me yesterday,\nit was good to see the plant and\nTom.\n\nBest,\nSam",
        {
            "greeting": "Hi Dana,",
            "body": "Thank you for meeting with me yesterday,\nit was good to see the plant and\nTom.",
            "closing": "Best,",
            "signature": "Sam",
        },
    ),
    "short paragraphs": (
        "Hi Dana\n\nThanks!\n\nI really enjoyed our chat\n\nMonday\n\nI can start then.\n\nSam",
        {"greeting": "Hi Dana", "body": "Thanks!\n\nI really enjoyed our chat\n\nMonday\n\nI can start then.", "signature": "Sam"},
    ),
    "one word above the sign-off": (
        f"Hi Dana,\n\n{BODY}\n\nExciting!\n\nBest,\nSam",
        {"greeting": "Hi Dana,", "body": f"{BODY}\n\nExciting!", "closing": "Best,", "signature": "Sam"},
    ),
    "headings": (
        "Hi Dana,\n\nNotes:\n\nProduct Analytics\nGreat team.\n\nData Platform\nNeeds work.",
        {"greeting": "Hi Dana,", "body": "Notes:\n\nProduct Analytics\nGreat team.\n\nData Platform\nNeeds work."},
    ),
    "days": ("Hi Dana,\n\nI am free on:\n\nMonday\nTuesday", {"greeting": "Hi Dana,", "body": "I am free on:\n\nMonday\nTuesday"}),
    "capitals": (
        f"DEAR DANA,\n\nTHANK YOU FOR YESTERDAY\n\n{BODY}\n\nSINCERELY,\nSAM",
        {"greeting": "DEAR DANA,", "body": f"THANK YOU FOR YESTERDAY\n\n{BODY}", "closing": "SINCERELY,", "signature": "SAM"},
    ),
    "text message": (
        "Hi Bec, I hope the move went well! Any news?",
        {"greeting": "Hi Bec,", "body": "I hope the move went well! Any news?"},
    ),
    "text message, signed": (
        "Hi Bec, I hope the move went well! Any news? Thanks, Tui",
        {"greeting": "Hi Bec,", "body": "I hope the move went well! Any news?", "closing": "Thanks,", "signature": "Tui"},
    ),
    "text message, last line": (
        "Hey Dana! Thanks for today :)\n- Sam",
        {"greeting": "Hey Dana!", "body": "Thanks for today :)", "signature": "- Sam"},
    ),
    "talking points": (
        "Talking points\n\n- Hello Dana, it's Sam\n- thanks for the tour\n- ask for the timeline",
        {"letterhead": "Talking points", "greeting": "Hello Dana,", "body": "it's Sam\n- thanks for the tour\n- ask for the timeline"},
    ),
    "points without a greeting": (
        "Questions\n• Is there news?\n• When is the start?",
        {"body": "Questions\n• Is there news?\n• When is the start?"},
    ),
    "phone script": (
        "Calling Dana:\n\nHi Dana, this is Sam Reyes.\n1. Thanks\n2. Any news?\nThank you, bye!",
        {
            "letterhead": "Calling Dana:",
            "greeting": "Hi Dana,",
            "body": "this is Sam Reyes.\n1. Thanks\n2. Any news?",
            "closing": "Thank you, bye!",
        },
    ),
    "business letter": (
        "Sam Reyes\n12 Main Street\nSpringfield, IL 62701\n(217) 555-0101\n\nMarch 3, 2026\n\nMs. Dana Ortiz\nDirector\n"
        "Northwind Foods Co.\nAnalytics Department\n4th Floor\n400 Lake Drive\nChicago, IL 60601\n\nRE: Data Analyst\n\n"
        f"Dear Ms. Ortiz:\n\n{BODY}\n\nSincerely,\n\n\n\nSam Reyes\n\nEnclosure",
        {
            "letterhead": "Sam Reyes\n12 Main Street\nSpringfield, IL 62701\n(217) 555-0101\n\nMarch 3, 2026\n\nMs. Dana Ortiz\n"
            "Director\nNorthwind Foods Co.\nAnalytics Department\n4th Floor\n400 Lake Drive\nChicago, IL 60601\n\nRE: Data Analyst",
            "greeting": "Dear Ms. Ortiz:",
            "body": BODY,
            "closing": "Sincerely,",
            "signature": "Sam Reyes\n\nEnclosure",
        },
    ),
    "British letter": (
        f"The Old Mill,\nMill Lane,\nWhitby\n\n3 March 2026\n\nDear Ms Ortiz\n\n{BODY}\n\nYours sincerely\n\nSam Reyes",
        {
            "letterhead": "The Old Mill,\nMill Lane,\nWhitby\n\n3 March 2026",
            "greeting": "Dear Ms Ortiz",
            "body": BODY,
            "closing": "Yours sincerely",
            "signature": "Sam Reyes",
        },
    ),
    "Indian letter": (
        f"To,\nThe HR Manager,\nABC Ltd.,\nPune\n\nSub: Interview of 4 March\n\nRespected Sir,\n\n{BODY}\n\nThanking you,\n"
        "Yours sincerely,\n\n(Signature)\nRohit",
        {
            "letterhead": "To,\nThe HR Manager,\nABC Ltd.,\nPune",
            "subject": "Interview of 4 March",
            "greeting": "Respected Sir,",
            "body": BODY,
            "closing": "Thanking you,\nYours sincerely,",
            "signature": "(Signature)\nRohit",
        },
    ),
    "subject below the greeting": (
        f"Respected Sir,\n\nSub: Thank you\n\n{BODY}",
        {"greeting": "Respected Sir,", "subject": "Thank you", "body": BODY},
    ),
    "references below": (
        f"Hi Dana,\n\n{BODY}\n\nBest,\nSam\n\nReferences:\n1. Tom Baker, 555-0102",
        {"greeting": "Hi Dana,", "body": f"{BODY}\n1. Tom Baker, 555-0102", "closing": "Best,", "signature": "Sam\n\nReferences:"},
    ),
    "postscript": (
        f"Hi Dana,\n\n{BODY}\n\nBest,\nSam\n\nP.S. I found the book.\nIt is cheap.\n\nSent from my iPhone",
        {
            "greeting": "Hi Dana,",
            "body": f"{BODY}\nP.S. I found the book.\nIt is cheap.",
            "closing": "Best,",
            "signature": "Sam\nSent from my iPhone",
        },
    ),
    "footnote": (
        f"Hi Dana,\n\n{BODY}\n\nBest,\nSam\n\n[1] https://docs.example/escaping",
        {"greeting": "Hi Dana,", "body": f"{BODY}\n[1] https://docs.example/escaping", "closing": "Best,", "signature": "Sam"},
    ),
    "afterthought": (
        f"Hi Dana,\n\n{BODY}\n\nBest,\nSam\n\nI forgot to say that I could start earlier.",
        {
            "greeting": "Hi Dana,",
            "body": f"{BODY}\nI forgot to say that I could start earlier.",
            "closing": "Best,",
            "signature": "Sam",
        },
    ),
    "no sign-off but a phone": (
        f"Hi Dana,\n\n{BODY}\n\nSent from my iPhone",
        {"greeting": "Hi Dana,", "body": BODY, "signature": "Sent from my iPhone"},
    ),
    "signature after two hyphens": (
        f"Hi Dana,\n\n{BODY}\n\n-- \nSam Reyes\n+1 217 555 0101",
        {"greeting": "Hi Dana,", "body": BODY, "signature": "-- \nSam Reyes\n+1 217 555 0101"},
    ),
    "Windows line ends, hard spaces": (
        f"Subject: \u00a0Hi\u00a0\r\n\r\nDear\u00a0Ms.\u00a0Ortiz,\r\n\r\n{BODY}\r\n\r\nKind\u00a0regards,\r\nSam",
        {"subject": "Hi", "greeting": "Dear\u00a0Ms.\u00a0Ortiz,", "body": BODY, "closing": "Kind\u00a0regards,", "signature": "Sam"},
    ),
    "zero-width characters": (
        f"\ufeffSubject: Hi\n\n\u200bDear Ms.\u200b Ortiz,\n\n\u200b{BODY}\u200b\n\nBest,\u200b\nSam",
        {"subject": "Hi", "greeting": "Dear Ms.\u200b Ortiz,", "body": BODY, "closing": "Best,", "signature": "Sam"},
    ),
    "empty": ("", {}),
    "only a name": ("Sam", {"signature": "Sam"}),
    "only a subject": ("Subject: hi", {"subject": "hi"}),
    "another script": ("感谢您的面试。\n\n李明", {"body": "感谢您的面试。\n\n李明"}),
}


@pytest.mark.parametrize("text, expected", MESSAGES.values(), ids=MESSAGES)
def test_messages(text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("hi dana thanks so much. sam", {"greeting": "hi dana", "body": "thanks so much.", "signature": "sam"}),
        ("Hi Dana! It was good 😊 Sam", {"greeting": "Hi Dana!", "body": "It was good 😊", "signature": "Sam"}),
        (f"{BODY}\nSam Reyes", {"body": BODY, "signature": "Sam Reyes"}),
        ("Loved it today! Sam", {"body": "Loved it today!", "signature": "Sam"}),
        ("Thanks for that. Sam", {"body": "Thanks for that.", "signature": "Sam"}),
        ("thanks dana!! sam", {"body": "thanks dana!!", "signature": "sam"}),
        (f"{BODY}\n\nsam", {"body": BODY, "signature": "sam"}),
        (f"{BODY}\n\nNgā mihi\nSam", {"body": BODY, "closing": "Ngā mihi", "signature": "Sam"}),
        (f"{BODY}\n\nDana Ortiz", {"body": f"{BODY}\n\nDana Ortiz"}),
    ],
    ids=ascii,
)
def test_the_writers_and_the_readers_names_help(text, expected):
    assert parts(text, "Sam Reyes", "dana ortiz") == expected
