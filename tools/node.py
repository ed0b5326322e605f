"""Say whether this machine has a Node.js that will do, with npm: exit status 0 if so, 1 if not.

The Makefile asks first, and only installs the Node.js that PyPI offers where the answer is no.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

OLDEST = 20
PATIENCE = 60  # seconds; a cold machine can be slow to start its first Node.js


def major_version(command: str) -> int | None:
    """The first number that `command --version` prints, or None if there is no such command or it does not run."""
    path = shutil.which(command)
    if path is None:
        return None
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return None
    number = re.match(r"v?(\d+)\.", answer.stdout)
    return int(number[1]) if answer.returncode == 0 and number else None


def will_do(node: int | None, npm: int | None) -> bool:
    """Debian packages Node.js and npm apart, so having the one does not mean having the other."""
    return node is not None and node >= OLDEST and npm is not None


if __name__ == "__main__":
    sys.exit(not will_do(major_version("node"), major_version("npm")))
