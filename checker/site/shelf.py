"""Keeping what was made for the next build. Two builds may run at once, so nothing half-written is ever seen."""

from __future__ import annotations

import os
from pathlib import Path


def keep(path: Path, content: bytes) -> None:
    """Write a file whole: aside first, then into its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{os.getpid()}-{path.name}")
    aside.write_bytes(content)
    os.replace(aside, path)
