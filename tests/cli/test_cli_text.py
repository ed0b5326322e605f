"""The report for a reader at a terminal."""

from __future__ import annotations

import io

import pytest

from checker.cli.places import Lines
from checker.cli.style import columns, terminal_style
from checker.cli.text import TextReport, first_sentence
from checker.core.report import Finding, Fix, NotChecked, Report


def report_lines(text: str, start: int, end: int, width: int = 60) -> list[str]:
    fix = Fix("Change it", start, end, "")
    finding = Finding("r", "error", start, end, text[start:end], "A message.", "A reason. More.", "", (fix,))
    report = Report("1", (finding,), (), (NotChecked("r", ("a", "b", "c")),))
    return list(TextReport(report, text, "d", {"r": "A title"}, width=width).lines())


@pytest.mark.parametrize(
    "text, start, end, shown, marked",
    [
        ("say asap now", 4, 8, "say asap now", "    ^^^^"),
        ("one\n\ttwo asap", 9, 13, " two asap", "     ^^^^"),
        ("日本 asap", 3, 7, "日本 asap", "     ^^^^"),
        ("e\u0301te\u0301 asap", 6, 10, "e\u0301te\u0301 asap", "    ^^^^"),
        ("a\u200b asap", 3, 7, "a\u200b asap", "  ^^^^"),
        ("say \u200b now", 4, 5, "say \u200b now", "    ^"),
        ("reply at\nonce", 0, 13, "reply at", "^^^^^^^^ … to line 2"),
        ("say \x1b[31masap\x07", 4, 13, "say ␛[31masap␇", "    ^^^^^^^^^"),
        ("say \u202easap", 5, 9, "say \ufffdasap", "     ^^^^"),
    ],
)
def test_the_place_is_underlined(text: str, start: int, end: int, shown: str, marked: str) -> None:
    lines = report_lines(text, start, end)
    assert lines[1:3] == ["    " + shown, "    " + marked]


def test_long_lines_are_cut_around_the_place() -> None:
    text = "word " * 100 + "asap" + " word" * 100
    for width in (40, 61, 100):
        _, shown, marked, *_ = report_lines(text, 500, 504, width)
        assert columns(shown) <= width
        assert shown.startswith("    …") and shown.endswith("…")
        assert shown[marked.index("^") : marked.rindex("^") + 1] == "asap"


def test_facts_are_listed_as_people_list_them() -> None:
    assert "Not checked: “A title” needs a, b and c." in report_lines("asap", 0, 4)


def test_colour_only_where_somebody_looks_on(monkeypatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert terminal_style(Terminal())("x", "error") == "\033[1;31mx\033[0m"
    assert terminal_style(io.StringIO())("x", "error") == "x"
    monkeypatch.setenv("TERM", "dumb")
    assert terminal_style(Terminal())("x", "error") == "x"
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert terminal_style(Terminal())("x", "error") == "x"


@pytest.mark.parametrize(
    "text, first",
    [
        ("One. Two.", "One."),
        ("See Dr. Ortiz\nthen. Go.", "See Dr. Ortiz then."),
        ("It is “so.” Yes.", "It is “so.”"),
        ("In the U.S. it is so. Yes.", "In the U.S. it is so."),
        ("No end\n\nNext.", "No end"),
        ("Is it? Yes.", "Is it?"),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_places_count_from_one() -> None:
    lines = Lines("a\r\nbc\n\nd")
    assert [tuple(lines.place(offset)) for offset in (0, 1, 3, 5, 6, 7, 8)] == [
        (1, 1), (1, 2), (2, 1), (2, 3), (3, 1), (4, 1), (4, 2),
    ]  # fmt: skip
    assert lines.texts == ["a", "bc", "", "d"]
