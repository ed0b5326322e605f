"""How many drafts a second the command line checks, on one core and on all of them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.cli.cores import number_of_cores
from tools.bench.texts import message

DRAFTS = 600
WORDS = 250


def drafts_a_second(of: list[str], run: int) -> dict[str, float]:
    """For "one" core and for "all": drafts of 250 words a second. What it takes to start and to answer a single one is left out."""
    with TemporaryDirectory() as folder:
        many, single = Path(folder, "many.jsonl"), Path(folder, "single.jsonl")
        lines = [json.dumps({"id": number, "draft": message(WORDS, run * DRAFTS + number, of)}) for number in range(DRAFTS)]
        many.write_text("\n".join(lines), encoding="utf-8")
        single.write_text(lines[0], encoding="utf-8")
        starting = _seconds(single, 1)
        jobs = {"one": 1, "all": number_of_cores()}
        return {which: (DRAFTS - 1) / (_seconds(many, number) - starting) for which, number in jobs.items()}


def _seconds(lines: Path, jobs: int) -> float:
    before = time.perf_counter()
    command = [sys.executable, "-m", "checker.cli", "check", "--batch", str(lines), "--jobs", str(jobs)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return time.perf_counter() - before
