"""The kind overlap, compared with an application. Bars mark the passage."""

from __future__ import annotations

import pytest
from small_rules import report, rule

CHECK = {"with": "application", "above": 25, "in_a_row": 10}
LETTER = "For six years I have kept the books of three clinics. I like tea. I am applying for the post of Night Planner at Larkspur Foods."
TEXTS = {
    "ten in a row": "Thank you. |For six years I have kept the books of three clinics|, as I said.",
    "marks and capitals do not matter": "|FOR six years, I have kept the books of three clinics|!",
    "nine in a row, in a long note": "I have kept the books of three clinics. One two three four five six seven eight nine ten one more two more three more four more.",
    "two passages": "|For six years I have kept the books of three clinics|. New. |I like tea. I am applying for the post of Night Planner at| Larkspur Foods.",
    "only what cannot be avoided": "I am writing on the post of Night Planner at Larkspur Foods. It was a joy, and the new rota is one that I would like to work by.",
    "nothing": "The looms were a joy to see.",
}


@pytest.mark.parametrize("marked", TEXTS.values(), ids=TEXTS)
def test_passages(marked):
    text = marked.replace("|", "")
    facts = {"application": LETTER, "position": "Night Planner", "company": "Larkspur Foods"}
    for finding in reversed(report(text, facts, rule("r", "overlap", CHECK)).findings):
        text = f"{text[: finding.start]}|{finding.text}|{text[finding.end :]}"
    assert text == marked


@pytest.mark.parametrize(
    "body, found",
    [
        ("a b c d e f g h v", True),  # 2 of 5 five-word runs
        ("a b c d e v w x", False),  # 1 of 4 is a quarter, and no more
        ("a b c d v w x y", False),
        ("a b c", False),
    ],
)
def test_more_than_a_quarter(body, found):
    findings = report(body, {"application": "a b c d e f"}, rule("r", "overlap", CHECK)).findings
    assert [(finding.start, finding.end) for finding in findings] == ([(None, None)] if found else [])


def test_a_blank_application_has_nothing_to_compare():
    found = report("I like tea.", {"application": " \n "}, rule("r", "overlap", CHECK))
    assert (found.findings, found.passed) == ((), ("r",))
