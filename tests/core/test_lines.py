"""Lines with their places, whatever ends them."""

from __future__ import annotations

import pytest

from checker.core.lines import split_lines

ENDS = {
    "unix": "\n",
    "windows": "\r\n",
    "old mac": "\r",
    "soft": "\v",
    "page": "\f",
    "next line": "\x85",
    "separator": "\u2028",
    "paragraph": "\u2029",
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_line_ends(end):
    text = f"one{end}{end}  two {end}three"
    lines = split_lines(text)
    assert [line.text for line in lines] == ["one", "two", "three"]
    assert [line.after_blank for line in lines] == [True, True, False]
    assert [text[line.start : line.end] for line in lines] == ["one", "two", "three"]


@pytest.mark.parametrize(
    "blank",
    ["", "   ", "\t", "\u00a0", "\u200b", "\u3000", "\ufeff", "\u2003", "\x1c", "\x1f", " \u00a0\u200b\t"],
    ids=ascii,
)
def test_a_blank_line_is_none(blank):
    assert [line.text for line in split_lines(f"one\n{blank}\ntwo")] == ["one", "two"]
    assert split_lines(f"one\n{blank}\ntwo")[1].after_blank


@pytest.mark.parametrize(
    "line, mark",
    [
        ("- item", "- "),
        ("* item", "* "),
        ("• item", "• "),
        ("•  item", "•  "),
        ("–\u00a0item", "–\u00a0"),
        ("1. item", "1. "),
        ("2) item", "2) "),
        ("(3) item", "(3) "),
        ("12. item", "12. "),
        ("[1] a note", "[1] "),
        ("-item", ""),
        ("5.30 is late", ""),
        ("2026. A year", ""),
        ("--", ""),
        ("(217) 555-0101", ""),
    ],
)
def test_list_marks(line, mark):
    (found,) = split_lines(line)
    assert line[: found.bullet] == mark


@pytest.mark.parametrize("text", ["", "\n", "\r\n\r\n", " \t\n\u200b"], ids=ascii)
def test_nothing_has_no_lines(text):
    assert split_lines(text) == []


def test_what_no_piece_has_taken():
    (line,) = split_lines("  Hi Bec,\u00a0 any news?")
    assert line.free == 2
    line.pieces = (("greeting", 2, 9),)
    assert line.free == 11
