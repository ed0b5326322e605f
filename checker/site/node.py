"""Node.js, for what only it can do while the site is built: the one on this machine, or the one beside our Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


class NodeError(Exception):
    """Node.js is missing, or what it ran has failed; the message says what to do, or what was said."""


def run_node(script: Path, *args: str, folder: Path | None = None) -> None:
    """Run a script with these arguments, in `folder`. Raises `NodeError`."""
    node = shutil.which("node", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]))
    if not node:
        raise NodeError("Node.js is missing. Run `make build`, which installs it.")
    ran = subprocess.run([node, str(script), *args], capture_output=True, text=True, cwd=folder)
    if ran.returncode:
        raise NodeError(ran.stderr[-3000:])
