"""Asking git, in a process of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

_SECONDS = 60


class NoGit(Exception):
    """git is not installed, or does not answer; says which."""


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git answers in a folder, to the byte; None where it refuses. `given` is what it reads from its standard input. Raises NoGit."""
    try:
        answer = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, input=given, timeout=_SECONDS)
    except FileNotFoundError:
        raise NoGit("git is not installed") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoGit(f"git does not answer: {error}") from None
    return answer.stdout if answer.returncode == 0 else None
