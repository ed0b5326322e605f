"""Our own wheels for the browser, built by hatchling.

Readers of the checker get the engine alone; what else the workshop needs is a second wheel, which adds to the same package.

Hatchling works from what lies on the disk, without the network. Its wheels are reproducible (fixed dates and modes), so the same sources
give the same bytes, and are not packed again.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

CACHE = Path(".cache", "engine")


@dataclass(frozen=True)
class Part:
    """A part of this project as a wheel of its own: its name there, and the files that it holds."""

    name: str
    files: tuple[str, ...]


ENGINE = Part("afterword", ("checker/__init__.py", "checker/core"))
WORKSHOP = Part("afterword-workshop", ("checker/author", "checker/site"))


def cached_wheel(project_root: Path, part: Part = ENGINE) -> Path:
    """A wheel of `project_root`, built only when its sources have changed since the last time."""
    project_root = project_root.resolve()  # hatchling names its files from the root of the file system
    shelf = project_root / CACHE / _fingerprint(project_root, part)
    if not shelf.is_dir():
        _build_onto(shelf, project_root, part)
    return next(shelf.glob("*.whl"))


def _builder(project_root: Path, part: Part) -> WheelBuilder:
    """Hatchling's, with this part's name and files in the place of the project's."""
    config = tomllib.loads((project_root / "pyproject.toml").read_text(encoding="utf-8"))
    config["project"]["name"] = part.name
    for key in ("scripts", "dependencies", "optional-dependencies"):  # they serve who installs it with pip
        config["project"].pop(key, None)
    config["tool"]["hatch"]["build"] = {"targets": {"wheel": {"only-include": list(part.files)}}}
    return WheelBuilder(str(project_root), config=config)


def _build_onto(shelf: Path, project_root: Path, part: Part) -> None:
    # Built aside and moved into place, so that a build that was cut short never looks finished.
    shelf.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=shelf.parent) as aside:
        fresh = Path(aside, "wheel")
        list(_builder(project_root, part).build(directory=str(fresh), versions=["standard"]))
        try:
            os.rename(fresh, shelf)
        except OSError:  # another build was quicker; the same sources gave the same wheel
            if not shelf.is_dir():
                raise


def _fingerprint(project_root: Path, part: Part) -> str:
    digest = hashlib.sha256(f"hatchling {version('hatchling')} {part}".encode())
    for path in _sources(project_root, part):
        content = path.read_bytes()
        digest.update(f"\n{path.relative_to(project_root).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _sources(project_root: Path, part: Part) -> Iterator[Path]:
    """What goes into the wheel: the files that hatchling would take, and those its metadata comes from."""
    for pattern in ("pyproject.toml", "README*", "LICENSE*"):
        yield from sorted(project_root.glob(pattern))
    yield from sorted(Path(file.path) for file in _builder(project_root, part).recurse_included_files())
