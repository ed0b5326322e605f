"""The workshop says the same of the same rule, byte for byte, in CPython and in Pyodide with the library that the browser gets."""

from __future__ import annotations

from pathlib import Path

from our_rules import our_library
from running import answers

from checker.author.scaffold import scaffold
from checker.site.bundle import workshop_library
from checker.site.rules_feed import feed_text
from checker.site.workshop_data import TEMPLATES, shelf_text
from checker.site.workshop_wire import Wire

ROOT = Path(__file__).resolve().parents[2]
RULE = "no-pressure"  # with a fix, word lists, exceptions and situations
SLIPS = [("id: ", "id:"), ("kind: phrase", "kind: frase"), ("<or-else>", "<or-els>"), ("I **expect", "**I expect"), ("- text", "-text"), ("rules", "rules\x07\u2028é😀")]


def requests(text: str) -> list[list[object]]:
    """A rule in order, with slips, and as templates begin: read, shown, tried, and held against messages."""
    changed = text.replace("title: Ask", "title: Please ask").replace("- <or-else>", "- <or-else>\n    - thank you")
    slips = [["read", text.replace(*slip, 1), RULE] for slip in SLIPS]
    begun = [["read", scaffold({"kind": kind}, "2026-11-28")] for kind in TEMPLATES]
    done = [[what, version, RULE] for version in (text, changed) for what in ("read", "page", "prove", "cost")]
    tried = [["draft", changed, RULE, "Please reply asap. 😀 Thank you.", "stage: check-in"], ["sweep", changed, RULE, 0, 25], ["sweep", text, RULE, 360, 100]]
    return [*slips, *begun, *done, *tried]


def test_cpython_and_pyodide_agree(tmp_path: Path, node: str) -> None:
    library = our_library()
    given = [feed_text(library), shelf_text(ROOT, library)]
    here = Wire(*given)
    todo = requests(here.bench.texts[RULE])
    there = answers(node, tmp_path, workshop_library(ROOT), "afterword_workshop", given, todo)
    for (method, *asked), answer in zip(todo, there, strict=True):
        assert answer == getattr(here, method)(*asked), (method, asked)
