"""Python for the browser: the standard library cut down to what is used, with our own code and the rules, in one file.

Pyodide itself compiles the files, in Node.js, while the site is built; `packing/` beside this module is what runs there. The outcome
is kept under `.cache` until the code, a regular expression of the rules, or Pyodide changes. The rules are put in anew each time.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from checker.site.node import NodeError, run_node

CACHE = Path(".cache", "python")
_PACKING = Path(__file__).with_name("packing")
_LIBRARY = "python_stdlib.zip"
_BUILT_IN = "built-in-modules.txt"  # which pack.py writes
# The modules that workers begin with, and one that these use.
BEGIN, BEGIN_WORKSHOP, PREPARED = (_PACKING / f"{name}.py" for name in ("afterword_browser", "afterword_workshop", "prepared"))


class PackingError(Exception):
    """Python could not be packed; the message says what to do."""


def packed(
    project_root: Path,
    pyodide: Path,
    programs: Sequence[str],
    wheels: Sequence[Path],
    beside: Mapping[str, bytes],
    expressions: Sequence[str] = (),
) -> bytes:
    """A library that holds `programs`, which are modules of `wheels`, and the files of `beside`: a zip file, compressed as a whole.

    A program that ends in ".*" means a package with all that is in it. A wheel may be a single module, too. `beside` has the
    files' contents by their names. Regular `expressions` that these ask for are compiled beforehand, as those of the modules are.

    The same files give the same bytes. As one piece it becomes smaller than file by file, and Python has nothing to unpack.
    """
    library = io.BytesIO(_cached(project_root, pyodide, programs, wheels, expressions))
    with zipfile.ZipFile(library, "a", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(beside.items()):
            archive.writestr(zipfile.ZipInfo(name), content)  # of the year 1980, whenever it is made
    return gzip.compress(library.getvalue(), 9, mtime=0)


def built_in_modules(library: bytes) -> frozenset[str]:
    """Which of Python's built-in modules a packed library may ask for; it needs no others."""
    with zipfile.ZipFile(io.BytesIO(gzip.decompress(library))) as archive:
        return frozenset(archive.read(_BUILT_IN).decode().split())


def _cached(
    project_root: Path, pyodide: Path, programs: Sequence[str], wheels: Sequence[Path], expressions: Sequence[str]
) -> bytes:
    kept = project_root / CACHE / f"{_fingerprint(pyodide, programs, wheels, expressions)}.zip"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as aside:
            fresh = Path(aside, "packed.zip")
            _pack(pyodide, programs, wheels, expressions, fresh)
            os.replace(fresh, kept)  # made aside, so that what was cut short never looks finished
    return kept.read_bytes()


def _pack(pyodide: Path, programs: Sequence[str], wheels: Sequence[Path], expressions: Sequence[str], out: Path) -> None:
    ours = {name: content for path in wheels for name, content in _files(path)}
    theirs = dict(_files(pyodide / _LIBRARY)) | {name: path.read_bytes() for name, path in _instead()}
    library, together, asked = (out.with_name(name) for name in ("library.zip", "wheels.zip", "expressions.json"))
    asked.write_text(json.dumps(expressions))
    for archive, files in ((library, theirs), (together, ours)):
        with zipfile.ZipFile(archive, "w") as target:
            for name, content in files.items():
                target.writestr(name, content)
    modules = [name for program in programs for name in _all_of(program, ours)]
    try:
        run_node(_PACKING / "pack.mjs", *map(str, (pyodide.resolve(), library, together)), ",".join(modules), str(asked), str(out))
    except NodeError as error:
        raise PackingError(f"Python could not be packed for the browser:\n{error}") from error


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    """What a wheel holds; a module alone is a wheel of one file."""
    if path.suffix == ".py":
        yield path.name, path.read_bytes()
        return
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def _instead() -> Iterator[tuple[str, Path]]:
    """Files that take the place of those in the standard library."""
    folder = _PACKING / "instead"
    for path in sorted(folder.rglob("*.py")):
        yield path.relative_to(folder).as_posix(), path


def _all_of(program: str, files: Iterable[str]) -> list[str]:
    package, every, _ = program.partition(".*")
    if not every:
        return [program]
    found = {name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in files if name.endswith(".py")}
    return sorted(name for name in found if name == package or name.startswith(f"{package}."))


def _fingerprint(pyodide: Path, programs: Sequence[str], wheels: Sequence[Path], expressions: Sequence[str]) -> str:
    digest = hashlib.sha256(json.dumps([programs, expressions]).encode())
    own = [_PACKING / "pack.mjs", _PACKING / "pack.py", *(path for _, path in _instead())]
    for path in (pyodide / "package.json", pyodide / _LIBRARY, *own, *wheels):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
