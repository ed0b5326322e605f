"""A project under git, for what is told from its history."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def commit(folder: Path, day: str, files: dict[str, str | None]) -> None:
    """Write files, or remove those that are None, and commit all at noon of that day. Makes the repository where need be."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    git(folder, day, "init", "-q", "--initial-branch=main")  # harmless where there is a repository already
    git(folder, day, "add", "--all")
    git(folder, day, "commit", "-q", "--allow-empty", "-m", "A subject that nobody is shown")


def git(folder: Path, day: str, *arguments: str) -> None:
    """Run git as somebody, on that day."""
    who = ["-c", "user.name=T", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false"]
    dated = os.environ | {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
    subprocess.run(["git", *who, *arguments], cwd=folder, env=dated, check=True, capture_output=True)
