"""When each rule file was last changed, if the project is a git repository that remembers."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path


def changed_dates(root: Path) -> dict[str, datetime.date]:
    """Path → day of the last commit that touched it. Empty where git or its history is missing."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}  # a shallow clone would give every file the date of the newest commit
    # One call for all: "-z" separates, so that no file's name is quoted.
    return _latest(_git(root, "log", "--format=%x00%cs", "--name-only", "-z", "--relative", "--", "rules"))


def _latest(log: str) -> dict[str, datetime.date]:
    found: dict[str, datetime.date] = {}
    day = None
    for piece in filter(None, (part.strip() for part in log.split("\0"))):
        try:
            day = datetime.date.fromisoformat(piece)
        except ValueError:
            if day:
                found.setdefault(piece, day)  # the newest commit comes first
    return found


def _git(root: Path, *arguments: str) -> str:
    try:
        answer = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout if answer.returncode == 0 else ""
