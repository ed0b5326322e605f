"""Our own wheel for the browser: built by hatchling, described for Pyodide by pyodide-lock.

Both work from what lies on the disk, without the network. Hatchling's wheels are reproducible (fixed dates and
modes), so the same sources give the same bytes and readers keep their cached copy.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder
from pyodide_lock.spec import InfoSpec
from pyodide_lock.utils import package_spec_from_wheel

CACHE = Path(".cache", "engine")


def cached_wheel(project_root: Path) -> Path:
    """The wheel of `project_root`, built only when its sources have changed since the last time."""
    project_root = project_root.resolve()  # hatchling names its files from the root of the file system
    shelf = project_root / CACHE / _fingerprint(project_root)
    if not shelf.is_dir():
        _build_onto(shelf, project_root)
    return next(shelf.glob("*.whl"))


def lock_for(wheel: Path, base: Path, pyodide: Path) -> dict[str, object]:
    """A Pyodide lock that holds our wheel alone, its file named relative to `base`.

    pyodide-lock checks that the wheel fits the Python of this Pyodide, reads its name, version and import names,
    and takes its SHA-256, which the browser compares with what it downloads before anything is unpacked.
    It leaves `depends` empty, and so it should be: the wheel's dependencies serve authors, not the engine.
    """
    info = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    release = json.loads((pyodide / "package.json").read_text(encoding="utf-8"))["version"]
    target = InfoSpec(arch=info["arch"], platform=info["platform"], python=info["python"], version=release)
    package = dict(package_spec_from_wheel(wheel, target))
    package["file_name"] = wheel.relative_to(base).as_posix()
    # `info` as Pyodide's own lock has it: Pyodide refuses a lock whose ABI version is not its own.
    return {"info": info, "packages": {package["name"]: package}}


def _build_onto(shelf: Path, project_root: Path) -> None:
    # Built aside and moved into place, so that a build that was cut short never looks finished.
    shelf.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=shelf.parent) as aside:
        fresh = Path(aside, "wheel")
        list(WheelBuilder(str(project_root)).build(directory=str(fresh), versions=["standard"]))
        try:
            os.rename(fresh, shelf)
        except OSError:  # another build was quicker; the same sources gave the same wheel
            if not shelf.is_dir():
                raise


def _fingerprint(project_root: Path) -> str:
    digest = hashlib.sha256(f"hatchling {version('hatchling')}".encode())
    for path in _sources(project_root):
        content = path.read_bytes()
        digest.update(f"\n{path.relative_to(project_root).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _sources(project_root: Path) -> Iterator[Path]:
    """What goes into the wheel: the files that hatchling would take, and those its metadata comes from."""
    for pattern in ("pyproject.toml", "README*", "LICENSE*"):
        yield from sorted(project_root.glob(pattern))
    yield from sorted(Path(file.path) for file in WheelBuilder(str(project_root)).recurse_included_files())
