"""The service worker of a built site: what it keeps for use without a network, file by file with its SHA-256."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

NAME = "service-worker.js"
# The files that must be of one build: the engine, its rules, the scripts, the pages that these fill, and their looks.
KIT = (
    "assets/engine/**/*",
    "assets/checker/**/*",
    "assets/planner/**/*",
    "assets/postal-mime/*.js",
    "assets/*.js",
    "assets/*.css",
    "assets/mark.*",
    "assets/fonts/*",
    "assets/stylesheets/*.css",
    "assets/javascripts/bundle.*.js",
    "check/index.html",
    "planner/index.html",
    "checklist/index.html",
)
# Pages that are at hand without having been visited, and come from the network while there is one.
PAGES = ("index.html", "guide/**/index.html")


def write_service_worker(site_dir: Path) -> None:
    """Write the service worker for the site that was just built into `site_dir`: last of all, as it knows every file."""
    kit, pages = _digests(site_dir, KIT), _digests(site_dir, PAGES)
    code = Path(__file__).with_name("service_worker.js").read_text(encoding="utf-8")
    build = hashlib.sha256(json.dumps([kit, pages, code]).encode()).hexdigest()[:16]
    told = {"BUILD": build, "KIT": kit, "PAGES": pages}
    head = "".join(f"const {name} = {json.dumps(value, indent=1)};\n" for name, value in told.items())
    (site_dir / NAME).write_text(f"{head}\n{code}", encoding="utf-8")


def _digests(site_dir: Path, patterns: Iterable[str]) -> dict[str, str]:
    """Of each file, by its address below the site's, what a browser compares with what it has fetched."""
    files = {path for pattern in patterns for path in site_dir.glob(pattern) if path.is_file()}
    return {_place(path.relative_to(site_dir).as_posix()): _digest(path) for path in sorted(files)}


def _place(file: str) -> str:
    return file.removesuffix("index.html")


def _digest(path: Path) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
