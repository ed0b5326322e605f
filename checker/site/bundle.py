"""The browser bundle: everything the checker page needs to run the engine in the reader's own browser.

`build_bundle` fills `assets/engine/` of a built site:

    <hash>/pyodide.mjs, pyodide.asm.js, pyodide.asm.wasm    Python itself, from the npm package: see lean/
    <hash>/library.bin                                      its library, our engine and the rules: see packed.py
    <hash>/cards.json                                       what the page shows beside a report
    parts.json                                              where these lie, their sizes and hashes

and `assets/workshop/` with what the workshop's page needs instead, and no other page loads:

    <hash>/pyodide...     as above, with what this library makes use of
    <hash>/library.bin    as above, with what reads and proves rules, and the libraries that it uses
    parts.json            as above, for all that this page loads

and `assets/postal-mime/` with what reads emails, from the npm package of that name, and its licence.

A folder is named after what is in it, so a browser may keep its files for ever, and one that still holds those of yesterday's site
never mixes the two. Nothing is fetched from anywhere else, neither now nor by the reader's browser.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from checker.site.carried import CARRIED, pure_wheel
from checker.site.lean.runtime import RUNTIME, lean_runtime
from checker.site.lean.wasm import LeanError
from checker.site.packed import BEGIN, BEGIN_WORKSHOP, PREPARED, built_in_modules, packed
from checker.site.rules_feed import engine_data, expressions, page_data
from checker.site.wheel import WORKSHOP, cached_wheel
from checker.site.workshop_data import PLACE as SHELF

ENGINE = Path("assets", "engine")
WORKBENCH = Path("assets", "workshop")
MAIL_READER = Path("assets", "postal-mime")
RULES = "rules.json"  # in the library
# The modules that a worker begins with, and those that are imported only when they are needed.
CHECKER = ("afterword_browser", "checker.core.*")
WORKSHOP_PAGE = (
    "afterword_workshop",
    "checker.core.*",
    "html.parser",
    "importlib.metadata._adapters",
    "email.parser",
    "email.policy",
    "yaml",
    "markdown.extensions.attr_list",
    "markdown.extensions.md_in_html",
)


class BundleError(Exception):
    """The bundle cannot be built; the message says what to do."""


def build_bundle(site_dir: Path, rules_json: str, project_root: Path) -> None:
    """Write the engine into the site that was just built into `site_dir`.

    `rules_json` is the text that lies at the site's root as `rules.json`.
    """
    pyodide = find_pyodide(project_root)
    rules = json.loads(rules_json)
    library = engine_library(project_root, rules)
    runtime = _place(site_dir, ENGINE, runtime_for(project_root, library))
    own = _place(site_dir, ENGINE, {"library.bin": library, "cards.json": _compact(page_data(rules))})
    _tell(site_dir, ENGINE, pyodide, [*runtime, *own])
    _build_workbench(site_dir, project_root)
    _place_mail_reader(site_dir / MAIL_READER, project_root / "node_modules" / "postal-mime")


def engine_library(project_root: Path, rules: Mapping[str, Any]) -> bytes:
    """The library of the checker and the planner, with `rules`, the content of rules.json, in it."""
    read = engine_data(rules)
    wheels = [cached_wheel(project_root), BEGIN, PREPARED]
    return packed(project_root, find_pyodide(project_root), CHECKER, wheels, {RULES: _compact(read)}, expressions(read))


def workshop_library(project_root: Path) -> bytes:
    """The library of the rule workshop, which is given its rules by the page."""
    with tempfile.TemporaryDirectory() as aside:
        carried = [pure_wheel(name, package, Path(aside)) for name, package in CARRIED.items()]
        wheels = [cached_wheel(project_root), cached_wheel(project_root, WORKSHOP), BEGIN_WORKSHOP, *carried]
        return packed(project_root, find_pyodide(project_root), WORKSHOP_PAGE, wheels, {})


def runtime_for(project_root: Path, library: bytes) -> dict[str, bytes]:
    """Python itself as far as a library can make use of it, by the names of its files."""
    try:
        return lean_runtime(project_root, find_pyodide(project_root), built_in_modules(library))
    except LeanError as error:
        raise BundleError(str(error)) from error


def _build_workbench(site_dir: Path, project_root: Path) -> None:
    library = workshop_library(project_root)
    runtime = _place(site_dir, WORKBENCH, runtime_for(project_root, library))
    own = _place(site_dir, WORKBENCH, {"library.bin": library})
    texts = [path for path in (site_dir / "rules.json", site_dir / SHELF) if path.is_file()]
    _tell(site_dir, WORKBENCH, find_pyodide(project_root), [*runtime, *own, *texts])


def find_pyodide(project_root: Path) -> Path:
    """The folder of the Pyodide npm package, complete, or a `BundleError` that names the remedy."""
    folder = project_root / "node_modules" / "pyodide"
    missing = [name for name in (*RUNTIME, "python_stdlib.zip", "pyodide-lock.json", "package.json") if not (folder / name).is_file()]
    if missing:
        raise BundleError(
            f"node_modules/pyodide lacks {', '.join(missing)}. Run `make build`, which installs it, or `npm ci`."
        )
    return folder


def empty_lock(pyodide: Path) -> dict[str, Any]:
    """What Pyodide is to install: nothing. It refuses a lock whose ABI version is not its own."""
    info = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    return {"info": info, "packages": {}}


def _place_mail_reader(target: Path, package: Path) -> None:
    modules = sorted((package / "dist" / "esm").glob("*.js"))
    if not modules:
        raise BundleError("node_modules/postal-mime is not there. Run `make build`, which installs it, or `npm ci`.")
    target.mkdir(parents=True, exist_ok=True)
    for path in (*modules, package / "LICENSE.txt"):
        shutil.copy2(path, target / path.name)


def _place(site_dir: Path, folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files that belong together into a folder that is named after their content."""
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name} {len(content)}\n".encode() + content)
    target = site_dir / folder / digest.hexdigest()[:12]
    target.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (target / name).write_bytes(content)
    return [target / name for name in files]


def _tell(site_dir: Path, folder: Path, pyodide: Path, files: Iterable[Path]) -> None:
    """parts.json: all that a worker fetches, by name, with its place below the site's, its bytes and its SHA-256."""
    parts = {path.name: _part(path, site_dir) for path in files}
    build = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]
    told = {"build": build, "files": parts, "lock": empty_lock(pyodide)}
    (site_dir / folder / "parts.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _part(path: Path, site_dir: Path) -> dict[str, Any]:
    digest = base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
    return {"place": path.relative_to(site_dir).as_posix(), "size": path.stat().st_size, "sha256": f"sha256-{digest}"}


def _compact(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
