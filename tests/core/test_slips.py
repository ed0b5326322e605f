"""Slips of the pen. Bars mark what is found; behind the arrow stands what the fix makes of the whole text."""

from __future__ import annotations

import pytest
from small_rules import report, rule

CORRECTIONS = {"recieve": "receive", "alot": "a lot", "febuary": "February", "id be": "I'd be", "i am agree": "I agree"}
ENTRIES = {
    "correction": {"corrections": CORRECTIONS},
    "near-word": {"ordinary": ["stock"]},
    "capitals": {"ordinary": ["stock"], "acronyms": "acronyms"},
}


def read(slip: str, text: str, situation=None) -> tuple[str, str]:
    """The text with what is found between bars, and with all fixes made."""
    check = {"slips": [{"slip": slip} | ENTRIES.get(slip, {})]}
    findings = report(text, situation, rule("r", "phrase", check, fix={"replace": "{known}"})).findings
    marked = fixed = text
    for finding in reversed(findings):
        marked = f"{marked[: finding.start]}|{finding.text}|{marked[finding.end :]}"
        for fix in finding.fixes[:1]:
            fixed = fix.apply(fixed)
    return marked, fixed


FOUND = [
    ("doubled-word", "I saw |the the| kiln.", "I saw the kiln."),
    ("doubled-word", "I saw |the\nthe| kiln.", "I saw the kiln."),
    ("doubled-word", "I was |in the in the| yard.", "I was in the yard."),
    ("doubled-mark", "I came|,,| I saw.", "I came, I saw."),
    ("doubled-mark", "I came|..| I saw.", "I came. I saw."),
    ("doubled-mark", "Did you|?.| Yes.", "Did you? Yes."),
    ("space-at-mark", "I came| ,| I saw.", "I came, I saw."),
    ("space-at-mark", "I |came,and| I saw.", "I came, and I saw."),
    ("space-at-mark", "I saw |it.The| end.", "I saw it. The end."),
    ("small-i", "So |i| came, and |i'm| here.", "So I came, and I'm here."),
    ("small-start", "I came. |it| was good.", "I came. It was good."),
    ("small-start", "|it| was good.", "It was good."),
    ("small-start", "Dear Dana\n\n|it| was good.", "Dear Dana\n\nIt was good."),
    ("open-end", "I would be glad to know |more|", "I would be glad to know more."),
    ("article", "I had |a interview| and |an university| tour.", "I had an interview and a university tour."),
    ("article", "|An new| day, |a hour| long.", "A new day, an hour long."),
    ("near-word", "A fine |opportunty| it was.", "A fine opportunity it was."),
    ("near-word", "A fine |opportuinty| it was.", "A fine opportunity it was."),
    ("near-word", "A fine |opporttunity| it was.", "A fine opportunity it was."),
    ("correction", "I |recieve| it in |Febuary|.", "I receive it in February."),
    ("correction", "Thanks |alot|, |id be| glad.", "Thanks a lot, I'd be glad."),
    ("correction", "|Recieve| this.", "Receive this."),
    ("correction", "So |I am agree| with it.", "So I agree with it."),
    ("capitals", "I am |REALLY| glad.", "I am really glad."),
    ("capitals", "|TWO HOURS| long.", "Two hours long."),
    ("capitals", "It is |BY FAR| the best.", "It is by far the best."),
    ("capitals", "I |DON'T WAIT|.", "I don't wait."),
]


@pytest.mark.parametrize("slip, marked, fixed", FOUND)
def test_found_and_mended(slip, marked, fixed):
    assert read(slip, marked.replace("|", "")) == (marked, fixed)


LEFT = [
    ("doubled-word", "I know that that helps. I had had it. So, so. Bora Bora. 5 5."),
    ("doubled-word", "again and again and again"),
    ("doubled-mark", "Well... yes. Really?! Ltd., etc., and so on. ../path"),
    ("space-at-mark", "At 5.30 it cost 1,200. See example.com,or write to a@b.example. .NET"),
    ("small-i", "(i) and i.e. and `for i in x` and i) are fine."),
    ("small-start", "Dear Dana,\n\nthank you."),
    ("small-start", "Dear Dana -\n\nit was good."),
    ("small-start", "Hi Dana it was good."),
    ("small-start", "It was... well, good. I use iOS. iPads are fine. At 9 a.m. or so. \"the best,\" you said."),
    ("small-start", "- thanks\n- when?"),
    ("open-end", "Next steps\n\nI came, I saw, and I was glad of it.\n\n- one thing that I liked"),
    ("open-end", "Looking forward to hearing from you soon"),
    ("article", "A university, an hour, an MBA, a UK firm, a one-off, vitamin A is, an X-ray."),
    ("near-word", "The marital status of the theatergoer, the opportunities, Opportunty Ltd."),
    ("correction", "Mr Recieve wrote “alot”. The ID be it."),
    ("capitals", "The query JOINs and a LEFT JOIN. HMS WAIT is a GO."),
    ("capitals", "The WHO, AWS and my STAR. The sign said WAIT. A box marked WORK. O'BRIEN. WAIT in block capitals."),
]


@pytest.mark.parametrize("slip, text", LEFT)
def test_left_alone(slip, text):
    assert read(slip, text)[0] == text


@pytest.mark.parametrize("slip", ["doubled-word", "small-i", "small-start", "open-end", "article", "correction"])
def test_talking_points_are_for_the_writer(slip):
    text = "the the plan i recieve. a interview is what i would like to ask"
    assert read(slip, text, {"channel": "phone"})[0] == text


def test_a_chat_needs_no_last_full_stop():
    text = "I would be glad to know more"
    assert read("open-end", text, {"channel": "text"})[0] == text


def test_names_of_the_situation_are_spelt_by_their_owners():
    facts = {"company": "Alot Foods", "position": "Wait Staff", "me": "Really Two"}
    assert read("correction", "I like alot of Foods.", facts)[0] == "I like alot of Foods."
    assert read("capitals", "WAIT STAFF at ALOT FOODS, REALLY TWO.", facts)[0] == "WAIT STAFF at ALOT FOODS, REALLY TWO."


def test_a_slip_goes_before_a_phrase_at_the_same_place():
    check = {"slips": [{"slip": "small-i"}], "any": ["i came"]}
    found = report("So i came. I came.", {}, rule("r", "phrase", check)).findings
    assert [finding.text for finding in found] == ["i", "I came"]
