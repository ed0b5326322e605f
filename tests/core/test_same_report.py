"""The same draft gives the same report, byte for byte, in every process: nothing hangs on the order of a set."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
from checker.author.load import default_folder, load
from checker.core.wire import dumps
from checker.core.check import check
from checker.core.situation import read_situation
rules = load(default_folder()).rule_set()
facts = {
    "me": "Sam Reyes", "company": "Northwind Foods", "position": "Data Analyst", "now": "2026-03-05",
    "interview": {"at": "2026-03-02", "interviewers": [{"name": "Dana Müller-Ortiz"}, {"name": "Tom Baker"}]},
}
drafts = [
    "Dear Dena, Tim and Peter,\\n\\nThank u 4 the tour!!! Please reply ASAP, [Name], I beg you. 😀\\n\\nBest, Sam",
    "hi\\n\\nI havent heard back, I need this job. gonna call @ 5\\n\\nSent from my iPhone\\n\\n> old mail",
    "",
]
for stage in ("thank-you", "check-in", "withdraw", "after-decision", "other-offer"):
    for draft in drafts:
        print(dumps(check(draft, read_situation({**facts, "stage": stage}), rules).as_dict()))
"""


def answers(seed: str) -> str:
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", SCRIPT], env=surroundings, capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout


def test_same_report_in_every_process():
    first = answers("0")
    assert first.count('"findings"') == 15
    assert answers("4242") == first
