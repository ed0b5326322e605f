"""The same drafts give the same reports, and the same situations the same plans, byte for byte, in CPython and in Pyodide."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from our_rules import our_library
from running import answers

from checker.core.wire import Engine, dumps
from checker.site.bundle import engine_library
from checker.site.rules_feed import feed

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = ["", " ", "😀 Hi [Name],\r\n\r\nplease reply ASAP!!!\u200b", "e\u0301tude\u00a0— «Nom»", "x" * 20_001]


PLANS = [
    {},
    {"now": "2026-12-23T16:00", "country": "GB", "interview": {"at": "2026-12-22T14:00"}, "sent": []},
    {"now": "2026-03-20", "interview": {"at": "2026-03-02", "decision_by": "2026-03-13"}, "sent": [{"stage": "thank-you"}]},
    {"now": "2026-03-20T10:00", "interview": {"at": "2026-03-02T10:00"}, "decision": "rejected"},
    {"country": "no such country"},
]


def requests() -> list[tuple[str, str, str]]:
    """Labelled drafts with their situations as JSON text, a few texts that nobody would send, and situations to plan for."""
    files = sorted((ROOT / "tests" / "drafts").glob("*.yaml"))
    # Every fourth: each costs a fifth of a second, and they all go through the same code.
    drafts = [draft for file in files for draft in yaml.safe_load(file.read_text())][::4]
    labelled = [("check", draft["draft"], json.dumps(draft["situation"], default=str)) for draft in drafts]
    hostile = [("check", text, "{}") for text in HOSTILE] + [("check", "Hello", '{"stage": "no such stage"}')]
    return labelled + hostile + [("plan", json.dumps(situation), "https://afterword.example/") for situation in PLANS]


@pytest.mark.parametrize("snapshot", [False, True], ids=["as on a first visit", "from a snapshot, as on every later one"])
def test_cpython_and_pyodide_agree(tmp_path: Path, node: str, snapshot: bool) -> None:
    data = feed(our_library())
    todo = requests()
    assert len(todo) >= 200
    todo = todo if snapshot else todo[::3]
    there = answers(node, tmp_path, engine_library(ROOT, data), "afterword_browser", [], todo, snapshot=snapshot)
    engine = Engine(dumps(data))
    for (method, *given), answer in zip(todo, there, strict=True):
        assert answer == getattr(engine, method)(*given), given
