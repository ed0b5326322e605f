"""Asks Python in CPython's place: the same wheels as the browser has, under Pyodide in Node.js."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path


def answers(node: str, folder: Path, wheels: Sequence[Path], maker: type, given: Sequence[str], requests: Sequence[Sequence[object]]) -> list[str]:
    """What an object of the class `maker`, made from `given`, answers to each request: a method and what it is given."""
    job = folder / "job.json"
    told = {"wheels": [str(wheel) for wheel in wheels], "from": maker.__module__, "name": maker.__name__, "given": given, "requests": requests}
    job.write_text(json.dumps(told))
    ran = subprocess.run([node, "run.mjs", job], cwd=Path(__file__).parent, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr[-2000:]
    return ran.stdout.splitlines()
