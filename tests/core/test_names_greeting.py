"""The kind names, of: greeting. Bars mark what is found."""

from __future__ import annotations

import pytest
from small_rules import report, rule

CHECK = {"of": "greeting", "evidence": [{"in": ["greeting"], "any": ["^ hey"]}, {"in": ["closing", "signature"], "any": ["cheers", "xx"]}]}


def marked(text: str, facts) -> str:
    plain = text.replace("|", "")
    for finding in reversed(report(plain, facts, rule("r", "names", CHECK)).findings):
        plain = f"{plain[: finding.start]}|{finding.text}|{plain[finding.end :]}"
    return plain


@pytest.mark.parametrize("formality, found", [("formal", True), ("neutral", False), ("relaxed", False), (None, False)])
def test_casual_words_count_only_where_formality_is_given(formality, found):
    text = "|Hey| Dana,\n\nI came.\n\n|Cheers|,\nSam |xx|"
    facts = {"formality": formality} if formality else {}
    assert marked(text, facts) == (text if found else text.replace("|", ""))


SIGNS = [
    ("Claudia", "Dear |Frau Merz|,"),
    ("Claudia", "Dear |Ms. Claudia Merz|,"),
    ("Claudia", "Dear Claudia,"),
    ("Claudia", "Dear Claudia Merz,"),
    ("Claudia Merz", "Dear Frau Merz,"),
    ("Claudia Merz", "Dear Claudia,"),
    ("Prof. Merz", "Hello |Claudia|,"),
    ("Prof. Merz", "Dear Prof. Merz,"),
    ("Prof. Merz", "Dear Dr Claudia Merz,"),
    ("C. Merz", "Dear |Claudia|,"),
    ("Merz", "Dear Claudia,"),
    ("", "Dear Claudia,"),
    ("Claudia", "Dear Ms Ortiz,"),
]


@pytest.mark.parametrize("signs_as, greeting", SIGNS)
def test_as_they_sign(signs_as, greeting):
    facts = {"interview": {"interviewers": [{"name": "Claudia Merz", "signs_as": signs_as}]}}
    text = f"{greeting}\n\nI came."
    assert marked(text, facts) == text


@pytest.mark.parametrize(
    "signs_as, greeting, replacement",
    [("Claudia", "Dear Frau Merz,", ["Claudia"]), ("Prof. Merz", "Dear Claudia,", ["Prof. Merz"]), ("C. Merz", "Dear Claudia,", [])],
)
def test_the_fix_is_their_own_way(signs_as, greeting, replacement):
    facts = {"interview": {"interviewers": [{"name": "Claudia Merz", "signs_as": signs_as}]}}
    checking = rule("r", "names", CHECK, fix={"replace": "{known}"})
    (finding,) = report(f"{greeting}\n\nI came.", facts, checking).findings
    assert [fix.replacement for fix in finding.fixes] == replacement
