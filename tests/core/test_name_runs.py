"""Runs of capitals. Bars mark the run that begins, or ends, at the place asked for."""

from __future__ import annotations

import pytest

from checker.core.name_runs import run_at, run_before
from checker.core.tokens import tokenize

FORWARD = [
    "|Kestrel Freight| is near.",
    "|Saffron & Rye| bakes.",
    "|Bank of Leeds| pays.",
    "the |Grand Palmera| hotel",
    "|Guy's Hospital| in town",
    "|eBay| and others",
    "|3M|, then",
    "|Kestrel| and the yard",
    "|Bright-Well Energy| grows",
    "|St. Aldhelm's Primary| opens",
]


@pytest.mark.parametrize("text", FORWARD)
def test_run_at(text):
    plain = text.replace("|", "")
    tokens = tokenize(plain)
    run = run_at(plain, tokens, 0, len(plain))
    assert run is not None
    assert plain[tokens[run.first].start : tokens[run.last].end] == text.split("|")[1]
    assert run.the is text.startswith("the ")


@pytest.mark.parametrize("text", ["the yard", "I am", "12 men", "", "and Kestrel"])
def test_no_run(text):
    assert run_at(text, tokenize(text), 0, len(text)) is None


def test_a_run_ends_with_the_sentence():
    text = "Kestrel Freight"
    run = run_at(text, tokenize(text), 0, 7)
    assert run is not None and run.words == ("kestrel",)


@pytest.mark.parametrize(
    "text, found",
    [("I saw Kestrel Freight", ("kestrel", "freight")), ("I saw Kestrel", ("kestrel",)), ("I saw it", None), ("of Saffron & Rye", ("saffron", "rye"))],
)
def test_run_before(text, found):
    tokens = tokenize(text)
    run = run_before(text, tokens, len(tokens) - 1, 0)
    assert (run.words if run else None) == found
