"""Who is measured: the checker page of a built site, Pyodide as its manual says, and harper.js."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

PAGES = Path(__file__).resolve().parent / "pages"


@dataclass(frozen=True)
class Contestant:
    """`place` is its page's address on the host. `stay` is how many quiet seconds a reader stays after the first finding."""

    name: str
    title: str
    place: str
    stay: float
    follows: bool = False  # whether it checks by itself while somebody types


def places(root: Path, site: Path, wheel: Path) -> dict[str, Path]:
    """What the host of all contestants serves; `wheel` is our engine, for the plain way.

    npm's files lie at addresses with a release, as on the hosts that are made for them, so browsers may keep them.
    """
    modules = root / "node_modules"
    return {
        "/": site,
        "/bench/": PAGES,
        _of_npm(root, "pyodide"): modules / "pyodide",
        _of_npm(root, "harper.js"): modules / "harper.js" / "dist",
        _address(wheel): wheel,
    }


def contestants(root: Path, wheel: Path) -> list[Contestant]:
    """All three, ours first."""
    plain = {"worker": "plain-worker.js", "files": _of_npm(root, "pyodide"), "wheel": _address(wheel), "rules": "/rules.json"}
    harper = {"worker": "harper-worker.js", "files": _of_npm(root, "harper.js")}
    return [
        # What it keeps for the next visit it makes once nobody waits for it: so it is given the time of a short stay.
        Contestant("ours", "Afterword", "/check/", 20, follows=True),
        Contestant("plain", "Pyodide, the plain way", f"/bench/page.html?{urlencode(plain)}", 1),
        Contestant("harper", "harper.js", f"/bench/page.html?{urlencode(harper)}", 1),
    ]


def release(root: Path, package: str) -> str:
    """The installed version of an npm package. Raises FileNotFoundError where it is not installed."""
    return json.loads((root / "node_modules" / package / "package.json").read_text(encoding="utf-8"))["version"]


def _of_npm(root: Path, package: str) -> str:
    return f"/npm/{package}@{release(root, package)}/"


def _address(wheel: Path) -> str:
    return f"/wheels/{wheel.parent.name}/{wheel.name}"  # its folder is named after its sources or its content
