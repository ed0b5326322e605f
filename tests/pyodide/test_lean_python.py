"""Python cut down for the browser does all that the whole one does."""

from __future__ import annotations

from pathlib import Path

from running import ROOT, answers

from checker.site.bundle import find_pyodide
from checker.site.packed import packed


def test_it_answers_as_the_whole_python_does(node: str, tmp_path: Path) -> None:
    program = Path(__file__).with_name("exercise.py")
    library = packed(tmp_path, find_pyodide(ROOT), ["exercise"], [program], {})
    whole, ours = (answers(node, tmp_path, library, "exercise", [], [("lines",)], whole=each) for each in (True, False))
    assert len(whole) > 3000
    assert ours == whole
