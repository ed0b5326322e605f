"""Asks Python in CPython's place: the same library as the browser has, under Pyodide in Node.js."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from checker.site.bundle import empty_lock, find_pyodide, runtime_for

ROOT = Path(__file__).resolve().parents[2]


def answers(
    node: str,
    folder: Path,
    library: bytes,
    program: str,
    given: Sequence[str],
    requests: Sequence[Sequence[object]],
    *,
    snapshot: bool = False,
    whole: bool = False,
) -> list[str]:
    """What `program`, made ready with `given`, answers to each request: a method and what it is given. `library` is as it is served.

    It is asked in Python as it is served, or in the `whole` one that the npm package has.
    """
    job, unpacked = folder / "job.json", folder / "library.zip"
    unpacked.write_bytes(gzip.decompress(library))
    if not whole:
        for name, content in runtime_for(ROOT, library).items():
            (folder / name).write_bytes(content)
    python = find_pyodide(ROOT) if whole else folder
    told = {"python": str(python), "library": str(unpacked), "lock": empty_lock(find_pyodide(ROOT)), "program": program}
    job.write_text(json.dumps({**told, "given": given, "requests": requests, "snapshot": snapshot}))
    ran = subprocess.run([node, "run.mjs", job], cwd=Path(__file__).parent, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr[-2000:]
    return ran.stdout.splitlines()
