"""The same drafts give the same reports, byte for byte, in CPython and in Pyodide."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import yaml

from checker.author.load import default_folder, load
from checker.core.wire import Engine, dumps
from checker.site.feed import feed
from checker.site.wheel import cached_wheel

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = ["", " ", "😀 Hi [Name],\r\n\r\nplease reply ASAP!!!\u200b", "e\u0301tude\u00a0— «Nom»", "x" * 20_001]


def requests() -> list[tuple[str, str]]:
    """Every labelled draft with its situation as JSON text, and a few texts that nobody would send."""
    drafts = [draft for file in sorted((ROOT / "tests" / "drafts").glob("*.yaml")) for draft in yaml.safe_load(file.read_text())]
    labelled = [(draft["draft"], json.dumps(draft["situation"], default=str)) for draft in drafts]
    return labelled + [(text, "{}") for text in HOSTILE] + [("Hello", '{"stage": "no such stage"}')]


def test_cpython_and_pyodide_agree(tmp_path: Path, node: str) -> None:
    rules = dumps(feed(load(default_folder())))
    todo = requests()
    job = tmp_path / "job.json"
    job.write_text(json.dumps({"wheel": str(cached_wheel(ROOT)), "rules": rules, "requests": todo}))
    ran = subprocess.run([node, "run.mjs", job], cwd=Path(__file__).parent, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr[-2000:]
    engine = Engine(rules)
    assert len(todo) >= 30
    for (draft, situation), there in zip(todo, ran.stdout.splitlines(), strict=True):
        assert there == engine.check(draft, situation), draft
