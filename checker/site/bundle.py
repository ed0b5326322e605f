"""The browser bundle: everything the checker page needs to run the engine in the reader's own browser.

`build_bundle` fills `assets/engine/` of a built site:

    pyodide.mjs, pyodide.asm.js, pyodide.asm.wasm, python_stdlib.zip    Python itself, from the npm package
    <hash>/afterword-<version>-py3-none-any.whl                         our engine
    pyodide-lock.json                                                   our wheel's name, place and SHA-256
    sizes.json                                                          bytes of each file, for the progress bar

and `assets/workshop/` with what the workshop's page needs on top of that, and no other page loads:

    <hash>/*.whl                     what reads and proves rules, and the libraries that it uses
    pyodide-lock.json, sizes.json    as above, for all that this page loads

and `assets/postal-mime/` with what reads emails, from the npm package of that name, and its licence.

Nothing is fetched from anywhere else, neither now nor by the reader's browser.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from checker.site.carried import CARRIED, pure_wheel
from checker.site.wheel import WORKSHOP, cached_wheel, lock_for
from checker.site.workshop_data import PLACE as SHELF

ENGINE = Path("assets", "engine")
WORKBENCH = Path("assets", "workshop")
MAIL_READER = Path("assets", "postal-mime")
RUNTIME = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")


class BundleError(Exception):
    """The bundle cannot be built; the message says what to do."""


def build_bundle(site_dir: Path, rules_json: str, project_root: Path) -> None:
    """Write the engine into the site that was just built into `site_dir`.

    `rules_json` is the text that lies at the site's root as `rules.json`; only its size is needed here.
    """
    pyodide = find_pyodide(project_root)
    engine = site_dir / ENGINE
    engine.mkdir(parents=True, exist_ok=True)
    for name in RUNTIME:
        shutil.copy2(pyodide / name, engine / name)
    wheel = _place(cached_wheel(project_root), engine)
    _write_json(engine / "pyodide-lock.json", lock_for([wheel], engine, pyodide))
    sizes = {name: (engine / name).stat().st_size for name in (*RUNTIME, wheel.relative_to(engine).as_posix())}
    sizes["rules.json"] = len(rules_json.encode())
    _write_json(engine / "sizes.json", sizes)
    _build_workbench(site_dir, wheel, sizes, project_root)
    _place_mail_reader(site_dir / MAIL_READER, project_root / "node_modules" / "postal-mime")


def _build_workbench(site_dir: Path, engine_wheel: Path, sizes: Mapping[str, int], project_root: Path) -> None:
    """Wheels, lock and sizes for the workshop; places are relative to the engine's folder, as the worker's are."""
    engine, bench, shelf = (site_dir / place for place in (ENGINE, WORKBENCH, SHELF))
    bench.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as aside:
        carried = [pure_wheel(name, package, Path(aside)) for name, package in CARRIED.items()]
        wheels = [_place(each, bench) for each in (cached_wheel(project_root, WORKSHOP), *carried)]
    _write_json(bench / "pyodide-lock.json", lock_for([engine_wheel, *wheels], engine, find_pyodide(project_root)))
    more = {f"../workshop/{wheel.relative_to(bench).as_posix()}": wheel.stat().st_size for wheel in wheels}
    _write_json(bench / "sizes.json", {**sizes, **more, shelf.name: shelf.stat().st_size if shelf.is_file() else 0})


def find_pyodide(project_root: Path) -> Path:
    """The folder of the Pyodide npm package, complete, or a `BundleError` that names the remedy."""
    folder = project_root / "node_modules" / "pyodide"
    missing = [name for name in (*RUNTIME, "pyodide-lock.json", "package.json") if not (folder / name).is_file()]
    if missing:
        raise BundleError(
            f"node_modules/pyodide lacks {', '.join(missing)}. Run `make build`, which installs it, or `npm ci`."
        )
    return folder


def _place_mail_reader(target: Path, package: Path) -> None:
    modules = sorted((package / "dist" / "esm").glob("*.js"))
    if not modules:
        raise BundleError("node_modules/postal-mime is not there. Run `make build`, which installs it, or `npm ci`.")
    target.mkdir(parents=True, exist_ok=True)
    for path in (*modules, package / "LICENSE.txt"):
        shutil.copy2(path, target / path.name)


def _write_json(path: Path, value: Mapping[str, object]) -> None:
    path.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")


def _place(wheel: Path, engine: Path) -> Path:
    # A folder named after the content: a browser that still holds the wheel of yesterday's site never mixes the two.
    content = wheel.read_bytes()
    target = engine / hashlib.sha256(content).hexdigest()[:12] / wheel.name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(content)
    return target
