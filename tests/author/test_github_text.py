"""Somebody's text in GitHub's Markdown: to the letter, whatever is in it."""

from __future__ import annotations

import html

import pytest

from checker.author.github_text import code, fenced, plain, plain_lines

PLAIN = {
    "as it is": ("Ask once, and wait. Two days?", "Ask once, and wait. Two days?"),
    "markup": ("*a* _b_ `c` [d](e) # f", None),
    "HTML": ("<img src=x> &amp; </details>", None),
    "somebody": ("@octocat", "&#64;&#8288;octocat"),
    "an issue": ("closes #1", "closes &#35;&#8288;1"),
    "an address": ("https://a.example www.a.example", "https&#58;&#47;&#47;a.example www&#46;a.example"),
    "a command": ("::error::x\n::warning::y", None),
    "an expression": ("${{ github.token }}", None),
    "a table": ("a | b", None),
    "letters of all scripts": ("Straße, naïve, 北京", "Straße, naïve, 北京"),
}


@pytest.mark.parametrize("text, shown", PLAIN.values(), ids=PLAIN)
def test_a_text_is_shown_to_the_letter(text: str, shown: str | None) -> None:
    written = plain(text)
    assert shown in (None, written)
    assert not set(written) & set("<>*_`[]|${}@:")
    assert html.unescape(written).replace("\u2060", "") == " ".join(text.split())


def test_a_message_keeps_its_lines() -> None:
    assert plain_lines("Dear #1,\n\nwww.a.example") == "Dear &#35;&#8288;1,<br><br>www&#46;a.example"


@pytest.mark.parametrize(
    ("text", "span"),
    [("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("``a", "``` ``a ```"), ("a\nb", "`a b`"), ("", "`(empty)`")],
)
def test_code_spans(text: str, span: str) -> None:
    assert code(text) == span


def test_a_fence_is_longer_than_any_within() -> None:
    assert list(fenced([("+", "a"), (" ", "````")])) == ["`````diff", "+ a", "  ````", "`````"]
    assert list(fenced([("@", "b")])) == ["```diff", "@@ b @@", "```"]
