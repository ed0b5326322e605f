"""Where and with what it was measured."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path
from typing import Any

from checker.cli.cores import number_of_cores
from tools.bench.contestants import release


def machine() -> dict[str, Any]:
    """The machine, in words that fit into a table's note."""
    return {
        "processor": _processor(),
        "cores": number_of_cores(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def versions(root: Path, browsers: dict[str, str]) -> dict[str, str]:
    """Of the contestants, and of each browser by its name and path."""
    found = {package: release(root, package) for package in ("pyodide", "harper.js")}
    for name, path in browsers.items():
        said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60).stdout.strip()
        found[name] = next((word for word in said.split() if word[0].isdigit()), said)
    return found


def load() -> float | None:
    """How many processes wanted the processor in the last minute, on average; None where the system does not tell."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()
