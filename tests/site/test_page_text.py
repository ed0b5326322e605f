"""Texts of rule files on a page: seen to the letter, whatever they hold."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from checker.author.examples import Example
from checker.site.figures import figure, gallery
from checker.site.text import as_written, inline, prose, sentence, summary, typographic

HOSTILE = (
    "<script>alert(1)</script>",
    "**bold** and *so* on, __this__ _too_, ~~that~~",
    "[a link](javascript:alert(1)) and ![a picture](x)",
    "[Name], {{company}} and <position>, see [1] and [^1]",
    "</blockquote></figure><h1>out</h1>",
    "# no heading",
    "1. no list",
    "- no list",
    "> no quotation",
    "+ no list",
    "=====",
    "`code` and ``more``",
    "a | b | c",
    "{: .no-class } {#no-id}",
    "AT&T &amp; &lt;b&gt; &#42;",
    "back\\slash \\* \\[",
    "<!-- no comment -->",
    "<https://no.link.example> x@no.example <a@b.example>",
    "[TOC]",
    "&nbsp;",
    "% {% raw %} {{ config }}",
)


class _Seen(HTMLParser):
    """The text and the elements of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.tags = "", []
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "br":
            self.text += "\n"


def seen(markdown: str) -> _Seen:
    extensions = ["attr_list", "md_in_html", "pymdownx.tasklist", "toc", "tables"]
    return _Seen(Markdown(extensions=extensions).convert(markdown))


@pytest.mark.parametrize("text", HOSTILE)
def test_prose_is_shown_as_it_is(text: str) -> None:
    page = seen(inline(text))
    assert page.text == typographic(text)
    assert page.tags == ["p"]


@pytest.mark.parametrize("text", HOSTILE)
def test_prose_in_a_heading_is_shown_as_it_is(text: str) -> None:
    page = seen(f"# {inline(text)}")
    assert page.text == typographic(text)
    assert page.tags == ["h1"]


@pytest.mark.parametrize("text", HOSTILE)
def test_an_example_is_shown_to_the_letter(text: str) -> None:
    message = f"Dear you,\n\n{text}\n    four spaces\n\tand 'quotes'"
    page = seen(f"before\n\n{figure(Example(message, None), 'flag')}\n\nafter")
    assert re.sub(r"\n+after$", "\nafter", page.text) == f"before\n{message}\nafter"
    assert page.tags == ["p", "figure", "blockquote", *["br"] * 4, "p"]


@given(st.text(st.characters(exclude_categories=("C", "Z")) | st.sampled_from(" \n"), min_size=1).filter(str.strip))
def test_any_prose_is_shown_as_it_is(text: str) -> None:
    assert seen(inline(text)).text == typographic(" ".join(text.split()))


@given(st.text(st.characters(exclude_categories=("C", "Z")) | st.sampled_from(" \n")))
def test_any_message_stays_inside_its_figure(text: str) -> None:
    page = seen(f"<figure><blockquote>{as_written(text)}</blockquote></figure>")
    assert page.text.strip() == text.strip()


def test_the_flagged_words_are_marked() -> None:
    page = figure(Example("Reply <now>, you!", (6, 11)), "flag")
    assert "Reply <mark>&lt;now&gt;</mark>, you!" in page


@pytest.mark.parametrize(
    ("text", "fixed", "shown"),
    [
        ("Dear Siobahn,\n\nThanks.", "Dear Siobhan,\n\nThanks.", "Dear <ins>Siobhan</ins>,<br><br>Thanks."),
        ("Thank you!!!", "Thank you.", "Thank you<ins>.</ins>"),
        ("Good day 🌱 to you", "Good day to you", "Good day to you"),
        ("Kind regards", "Kind regards\nSam Reyes", "Kind regards<ins><br>Sam Reyes</ins>"),
        ("ha", "ha", "ha"),
        ("<b>", "<i>", "&lt;<ins>i</ins>&gt;"),
    ],
)
def test_what_a_fix_puts_in_is_marked(text: str, fixed: str, shown: str) -> None:
    better = figure(Example(text, None, fixed=fixed), "flag").partition("Better")[2]
    assert f">{shown}</blockquote>" in better


@pytest.mark.parametrize(("count", "folded"), [(1, None), (4, None), (5, "1 more"), (12, "8 more")])
def test_four_examples_are_in_sight(count: int, folded: str | None) -> None:
    page = gallery(["A text."] * count, "leave", "that are left alone")
    assert page.count("<figure") == count
    assert page.partition("<details")[0].count("<figure") == min(count, 4)
    assert ("<details" in page) is (folded is not None)
    assert f"<summary>{folded} that are left alone" in page if folded else True
    assert seen(page).text.count("A text.") == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes".', "He said “yes”."),
        ("""\"I don't," she said, "'tis so.\"""", "“I don’t,” she said, “‘tis so.”"),
        ("the candidates' own ...", "the candidates’ own …"),
        ('("[Name]")', "(“[Name]”)"),
        ("“typed so” already", "“typed so” already"),
    ],
)
def test_quotation_marks_curl(text: str, expected: str) -> None:
    assert typographic(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\nline.\n\nAnother.\n", "One line.\n\nAnother."),
        ("Say:\n\n- this, or\n  that\n- those", "Say:\n\n- this, or that\n- those"),
        ("Say:\n- this\n- that\n\nThen stop.", "Say:\n\n- this\n- that\n\nThen stop."),
        ("    indented is no code", "indented is no code"),
    ],
)
def test_paragraphs_and_lists(text: str, expected: str) -> None:
    assert prose(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("it is so", "It is so."), ("is it so?", "Is it so?"), ('he said "no."', "He said “no.”"), ("", "")],
)
def test_a_remark_becomes_a_sentence(text: str, expected: str) -> None:
    assert sentence(text) == expected


def test_a_summary_ends_between_words() -> None:
    assert summary("One two three four", most=12) == "One two …"
    assert summary("One two") == "One two"
    assert len(summary("x" * 400)) <= 157  # one word, too long for anybody
