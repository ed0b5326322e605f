"""Texts without which a regular expression fits nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from our_rules import our_library

from checker.author.sure_texts import sure_texts
from checker.core.draft import parse
from checker.site.rules_feed import expressions

few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


OURS = expressions(our_library().as_data())


@pytest.mark.parametrize(
    "pattern, texts",
    [
        ("TODO", ["TODO"]),
        (r"\bTODO\b: ?\w", ["TODO:"]),
        (r"[A-Z]{2,9}_HERE", ["_HERE"]),
        ("___+", ["___"]),
        ("[=]{3,9}", ["==="]),
        ("[%$]{2}", ["$$", "$%", "%$", "%%"]),
        ("(?:FOO|BAR|<x>)", ["<x>", "BAR", "FOO"]),
        ("<(?:a|b) ?[xyz]*>", ["<a", "<b"]),
        ("first[ -]?name", ["first name", "first-name", "firstname"]),
        ("(?i)Mr/Ms", ["mr/ms"]),
        ("(?i)it['’]S MISSION", ["it's mission", "it’s mission"]),
        ("(?i)[é]@", ["@"]),
        (r"(?<=dear )XX", ["dear XX"]),
        (r"(?:(?<=dear )|(?<=hi ))XX", ["dear XX", "hi XX"]),
        (r"[ab]+(?<=dear )XX", ["dear XX"]),
        (r"X(?= JOB)", [" JOB"]),
        (r"\w(?= JOB)", [" JOB"]),
        (r"(?<!a)[<>](?!b)", ["<", ">"]),
        (r"(?P<mark>@@)\1", ["@@"]),
        (r"(?>@@|##)x", ["##", "@@"]),
        (r"(?m)^##$", ["##"]),
    ],
)
def test_texts(pattern: str, texts: list[str]) -> None:
    assert [*sure_texts(pattern)] == texts


@pytest.mark.parametrize(
    "pattern", [r"\w+", "(?:TODO)?", "(?:TODO)*", "(?:TODO|x?)", "(?:TODO|[a-z])", "(?i:TODO)", "a", "e|TODO", "(?i)É+"]
)
def test_none_is_sure_or_seldom(pattern: str) -> None:
    assert not sure_texts(pattern)


def test_one_that_cannot_be_read() -> None:
    with pytest.raises(re.error):
        sure_texts("(a")


@pytest.mark.parametrize("pattern", OURS)
def test_whatever_ours_fit_has_one_of_them(pattern: str) -> None:
    texts = sure_texts(pattern)
    search = re.compile(pattern)

    @few
    @given(st.one_of(st.from_regex(search), st.from_regex(search).map(str.upper)))
    def holds(text: str) -> None:
        if texts and search.search(text):
            seen = parse(text).folded if search.flags & re.IGNORECASE else text
            assert any(each in seen for each in texts)

    holds()


def test_of_ours_nearly_all_have_some() -> None:
    assert sum(1 for each in OURS if sure_texts(each)) > 0.8 * len(OURS)
