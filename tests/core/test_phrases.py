"""The phrase language, construct by construct: what a phrase finds, what it leaves, what cannot be read."""

from __future__ import annotations

import time

import pytest

from checker.core.draft import parse
from checker.core.phrasebook import Phrasebook
from checker.core.phrases import MAX_GAP, PhraseError, WordLists, read_phrase

LISTS = {
    "urgent": ["asap", "right away", "urgent~", "cannot wait"],
    "polite": ["please", "kindly", "would you", "<urgent> please"],
    "round": ["<about>"],
    "about": ["<round>"],
    "itself": ["a", "very <itself>"],
}
FACTS = {"company": [("northwind", "foods")], "position": [("data", "analyst")], "me": [("sam",), ("reyes",)], "name": [("dana",)]}


def found(phrase: str, sentence: str, lists: dict = LISTS) -> list[str]:
    text = f"Dear Dana,\n\n{sentence}"
    draft = parse(text)
    hits = Phrasebook([phrase], lists).find(draft, FACTS).get(phrase, [])
    return [text[hit.start : hit.end] for hit in hits if draft.sentences[hit.sentence].part == "body"]


FOUND = """please confirm | You may Please  Confirm it. | Please  Confirm
please confirm | So, please, confirm it. | please, confirm
follow up | A follow-up call came. | follow-up
follow-up | I will follow up soon. | follow up
have not heard | I haven't heard of it. | haven't heard
have not heard | I havent heard of it. | havent heard
have not heard | I haven’t heard of it. | haven’t heard
haven't heard | I have not heard of it. | have not heard
not heard | I haven't heard of it. | haven't heard
it is fine | I say it's fine here. | it's fine
he would come | I said he'd come. | he'd come
expect~ | He is expecting us. | expecting
offer~ | What was offered? | offered
(be~) glad | We were glad of it. | were glad
look~ forward | We looked forward to it. | looked forward
(a|an|the) job | It is the job. | the job
(a|a very good) job | It is a very good job. | a very good job
[very] soon | Call me very soon. | very soon
[very] soon | Call me soon. | soon
at [the|a [new]] place | I sat at a new place. | at a new place
need * answer | We need your answer. | need your answer
need *3 answer | We need answer. | need answer
need *3 answer | We need a very quick answer. | need a very quick answer
<number> years | I spent five years. | five years
<number> years | I spent 14 years. | 14 years
the <number> | It was the 2nd. | the 2nd
<urgent> | Call me ASAP. | ASAP
<urgent> | Do it right away. | right away
<urgent> | It was urgently needed. |
<urgent> | I cannot wait. | cannot wait
<urgent> | I can't wait. | can't wait
<polite> | Call me asap please. | asap please
at {company} | I sat at Northwind Foods. | at Northwind Foods
at {company} | I sat at Northwind-Foods. | at Northwind-Foods
the {position} job | I like the Data Analyst job. | the Data Analyst job
{me} here | Hello, Sam here. | Sam here
ask {name} | I will ask Dana. | ask Dana
^ sorry | Sorry for that. | Sorry
^ sorry | “Sorry” for that. | Sorry
thanks $ | It rains, thanks. | thanks
thanks $ | It rains, thanks!! | thanks
thanks $ | It rains, thanks) | thanks
now ! | Do it now! | now!
why ? | But why? | why?
AT&T | I was at AT&T then. | AT&T
24/7 | They work 24/7 there. | 24/7
50 % | It is 50% done. | 50%
e.g. that | It is, e.g. that one. | e.g. that
café | I saw the CAFE\u0301 there. | CAFE\u0301
to me | Come to me, or to me. | to me; to me
a a | It is a a a a there. | a a; a a
(to be|to be or not) | I want to be or not. | to be or not"""

LEFT = """please confirm | You may confirm, please.
please confirm | You may, please. Confirm it.
please confirm | You may please! confirm it.
please confirm | You may please\n\nconfirm it.
expect~ | The expectation is high.
need * answer | We need answer.
need * answer | We need a quick answer.
need *3 answer | We need a very very quick answer.
<number> years | I spent years.
<urgent> | I can wait.
at {company} | I sat at Northwind.
{me} here | Hello, Samuel here.
^ sorry | I am sorry.
thanks $ | My thanks to you.
now ! | Do it now.
the job | The jobs are many.
won't | I want it."""


@pytest.mark.parametrize("line", FOUND.split("\n"))
def test_found(line):
    phrase, sentence, expected = (part.strip() for part in line.split(" | ") + [""] * (3 - len(line.split(" | "))))
    assert found(phrase, sentence.rstrip(" |")) == (expected.split("; ") if expected else [])


@pytest.mark.parametrize("line", LEFT.replace("\n\n", "¶").split("\n"))
def test_left(line):
    phrase, sentence = line.replace("¶", "\n\n").split(" | ")
    assert found(phrase, sentence) == []


ERRORS = {
    "nothing": ("", 0, "cannot match nothing"),
    "all optional": ("[very] [much]", 0, "cannot match nothing"),
    "an empty choice": ("a|", 0, "cannot match nothing"),
    "only an anchor": ("^", 0, "cannot match nothing"),
    "gap first": ("* answer", 0, "begin or end with *"),
    "gap last": ("answer *3", 0, "begin or end with *"),
    "gap too wide": (f"a *{MAX_GAP + 1} b", 2, "1 to 8 words"),
    "gap of none": ("a *0 b", 2, "1 to 8 words"),
    "open": ("a (b|c", 6, "`)` is missing"),
    "open option": ("a [b", 4, "`]` is missing"),
    "closed twice": ("a ) b", 2, "closes nothing"),
    "crossed": ("(a]", 2, "closes nothing"),
    "unknown list": ("a <nope>", 3, "there is no word list `nope`. The lists are in"),
    "list in a circle": ("<round>", 1, "contains itself"),
    "list in itself": ("<itself>", 6, "contains itself"),
    "unknown fact": ("at {firm}", 4, "`{firm}` is not a fact; known are company"),
    "lone brace": ("at {company", 3, "has no meaning here"),
    "lone angle": ("a>b", 1, "has no meaning here"),
    "no word": ("a - b", 2, "`-` is not a word"),
    "tilde inside": ("a~b", 0, "`~` stands at the end"),
    "tilde first": ("go ~on", 3, "`~` stands at the end"),
    "in brackets": ("go (so|a <nope>) on", 10, "there is no word list `nope`"),
    "in brackets in brackets": ("go (so|a [b|c> d]) on", 13, "has no meaning here"),
    "a word in brackets": ("go (so|a - b)", 9, "`-` is not a word"),
}


@pytest.mark.parametrize("phrase, at, message", ERRORS.values(), ids=ERRORS)
def test_errors_say_where(phrase, at, message):
    with pytest.raises(PhraseError) as error:
        read_phrase(phrase, WordLists(LISTS))
    assert message in str(error.value)
    assert error.value.at == at


@pytest.mark.parametrize(
    "phrase",
    [
        "a *8 b *8 c *8 d *8 e",
        "[a] [a] [a] [a] [a] [a] [a] [a] b",
        "(a|a a|a a a) (a|a a|a a a) (a|a a|a a a) (a|a a|a a a) b",
        "a [*8 a [*8 a]] b",
    ],
)
def test_time_grows_with_the_text_alone(phrase):
    draft = parse("Dear Dana,\n\n" + "a " * 3000)
    book = Phrasebook([phrase], {})
    began = time.perf_counter()
    assert book.find(draft, {}) == {}
    assert time.perf_counter() - began < 5
