"""Code points and UTF-16 units, converted both ways of looking at the same text."""

from __future__ import annotations

import random

from .page import CheckerPage

LETTERS = ["a", " ", "\n", "é", "\u0301", "漢", "🎈", "👩‍👩‍👧‍👦", "𝒳", "\u200b"]


def texts() -> list[str]:
    chance = random.Random(7)
    return ["", "🎈", "a🎈", "🎈a", *("".join(chance.choices(LETTERS, k=chance.randint(1, 40))) for _ in range(60))]


def test_every_offset_of_every_text(checker: CheckerPage) -> None:
    sample = texts()
    expected = [[len(text[:place].encode("utf-16-le")) // 2 for place in range(len(text) + 1)] for text in sample]
    found = checker.page.evaluate(
        """async ([place, texts]) => {
            const { utf16Offsets } = await ours(place);
            return texts.map(text => {
                const at = utf16Offsets(text);
                return Array.from({ length: [...text].length + 1 }, (_, place) => at(place));
            });
        }""",
        ["checker/offsets.js", sample],
    )
    assert found == expected


def test_a_report_is_converted_with_its_fixes(checker: CheckerPage) -> None:
    span = {"start": 2, "end": 3}
    report = {"findings": [{**span, "fixes": [span]}, {"start": None, "end": None, "fixes": []}]}
    wide = {"start": 3, "end": 4}
    assert checker.call("offsets.js", "inUtf16", report, "🎈ab") == {
        "findings": [{**wide, "fixes": [wide]}, {"start": None, "end": None, "fixes": []}]
    }


def shifted(checker: CheckerPage, before: str, after: str, *spans: tuple[int, int]) -> list[tuple[int, int]]:
    moved = checker.call("offsets.js", "shift", [{"start": start, "end": end} for start, end in spans], before, after)
    return [(span["start"], span["end"]) for span in moved]


def test_spans_move_with_an_edit_and_those_it_touches_go(checker: CheckerPage) -> None:
    assert shifted(checker, "one two three", "one big two three", (0, 3), (4, 7), (8, 13)) == [(0, 3), (8, 11), (12, 17)]
    assert shifted(checker, "one two three", "one two", (0, 3), (8, 13)) == [(0, 3)]
    assert shifted(checker, "one two", "one twice", (0, 3), (4, 7)) == [(0, 3)]
    assert shifted(checker, "", "new") == []
