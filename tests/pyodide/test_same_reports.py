"""The same drafts give the same reports, and the same situations the same plans, byte for byte, in CPython and in Pyodide."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import yaml

from checker.author.load import default_folder, load
from checker.core.wire import Engine, dumps
from checker.site.rules_feed import feed
from checker.site.wheel import cached_wheel

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
    """Every labelled draft with its situation as JSON text, a few texts that nobody would send, and situations to plan for."""
    drafts = [draft for file in sorted((ROOT / "tests" / "drafts").glob("*.yaml")) for draft in yaml.safe_load(file.read_text())]
    labelled = [("check", draft["draft"], json.dumps(draft["situation"], default=str)) for draft in drafts]
    hostile = [("check", text, "{}") for text in HOSTILE] + [("check", "Hello", '{"stage": "no such stage"}')]
    return labelled + hostile + [("plan", json.dumps(situation), "https://afterword.example/") for situation in PLANS]


def test_cpython_and_pyodide_agree(tmp_path: Path, node: str) -> None:
    rules = dumps(feed(load(default_folder())))
    todo = requests()
    job = tmp_path / "job.json"
    job.write_text(json.dumps({"wheel": str(cached_wheel(ROOT)), "rules": rules, "requests": todo}))
    ran = subprocess.run([node, "run.mjs", job], cwd=Path(__file__).parent, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr[-2000:]
    engine = Engine(rules)
    assert len(todo) >= 30
    for (method, *given), there in zip(todo, ran.stdout.splitlines(), strict=True):
        assert there == getattr(engine, method)(*given), given
