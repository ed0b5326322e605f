"""The kind names, of: company. Bars mark what is found."""

from __future__ import annotations

import pytest
from small_rules import report, rule

CHECK = {
    "of": "company",
    "ordinary_words": "stock",
    "company_endings": "endings",
    "no_companies": "places",
    "evidence": [
        {"any": ["(role|team) at", "join"], "alone": True, "except": ["my role at"], "except_in_sentence": ["offer from"]},
        {"any": ["(role|work) with"]},
        {"any": ["is the one for me"], "side": "after"},
    ],
}
FACTS = {
    "company": "Larkspur Foods Ltd",
    "position": "Night Planner",
    "me": "Ana Ruiz",
    "interview": {"interviewers": [{"name": "Dana Ortiz"}]},
    "agency": {"name": "Hale Search", "contact": "Priya Shah"},
}
TEXTS = {
    "right": "I would join Larkspur Foods and like the role at Larkspur.",
    "a slip": "I would join |Larkspr| Foods.",
    "a slip by itself": "I like |Larkpsur|'s rota.",
    "a slip in capitals": "|LARKSPR| FOODS IT IS.",
    "another company": "I would join |Kestrel Freight|.",
    "another company's": "I would join |Kestrel Freight|'s crew.",
    "one word": "I like the role at |Kestrelway|.",
    "one word is not enough here": "I like the role with Kestrelway. I work with Bob.",
    "two words are": "I like the role with |Kestrelway Systems|.",
    "behind it": "|Kestrel Freight| is the one for me.",
    "an excepted sentence": "I have an offer from Kestrel Freight and would join Kestrel Freight.",
    "my own post": "I left my role at Kestrel Freight.",
    "a place": "The role at Leeds would suit me; I start the role at Monday noon.",
    "a person": "I would join Dana and Mr Kestrel. I would join Bob.",
    "the agency": "I would join Hale Search and Priya.",
    "the job": "I would join Night Planner circles.",
    "a noun goes on": "I would join Kestrelway team and the Kestrelway.",
    "apposition": "I met the team at Kestrelway, your supplier.",
    "an ordinary word": "I would join Work Team.",
    "a building or an event": "I like the team at Kestrel House and would join Kestrel Week.",
    "a town": "I like the team at Kestrelton.",
    "a name of the right kind": "I would join Larkspr Castle and see it.",
    "no construction": "Kestrel Freight is near by.",
}


@pytest.mark.parametrize("marked", TEXTS.values(), ids=TEXTS)
def test_company(marked):
    text = marked.replace("|", "")
    found = report(text, FACTS, rule("r", "names", CHECK)).findings
    for finding in reversed(found):
        text = f"{text[: finding.start]}|{finding.text}|{text[finding.end :]}"
    assert text == marked


def test_only_a_slip_is_mended():
    checking = rule("r", "names", CHECK, fix={"replace": "{known}"})
    slip, other = report("I would join Larkspr Foods. I would join Kestrel Freight.", FACTS, checking).findings
    assert [fix.replacement for fix in slip.fixes] == ["Larkspur"]
    assert other.fixes == ()


@pytest.mark.parametrize("facts", [{}, {"company": "  "}, {"company": "–"}])
def test_the_company_has_to_be_known(facts):
    found = report("I would join Kestrel Freight.", facts, rule("r", "names", CHECK))
    assert found.not_checked[0].needs == ("company",)


MORE = [
    ("Lumen & Oak", "I like how Lumen & |Oke| works."),
    ("Lumen & Oak", "I like how Lumen & Oak and Lumen and Dana work."),
    ("Kestrel Council", "I would join Aldgate Library."),
    ("Kestrel Foods", "I would join |Aldgate Foods|."),
]


@pytest.mark.parametrize("company, marked", MORE)
def test_other_companies(company, marked):
    text = marked.replace("|", "")
    found = report(text, {**FACTS, "company": company}, rule("r", "names", CHECK)).findings
    for finding in reversed(found):
        text = f"{text[: finding.start]}|{finding.text}|{text[finding.end :]}"
    assert text == marked
