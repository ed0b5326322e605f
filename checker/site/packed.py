"""Python for the browser: the standard library cut down to what is used, with our own code and the rules, in one file.

Pyodide itself compiles the files, in Node.js, while the site is built; `packing/` beside this module is what runs there. The outcome
is kept under `.cache` until the code, or Pyodide, changes. Only the rules are put in anew each time.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

CACHE = Path(".cache", "python")
_PACKING = Path(__file__).with_name("packing")
BEGIN, BEGIN_WORKSHOP = _PACKING / "afterword_browser.py", _PACKING / "afterword_workshop.py"


class PackingError(Exception):
    """Python could not be packed; the message says what to do."""


def packed(project_root: Path, pyodide: Path, programs: Sequence[str], wheels: Sequence[Path], beside: Mapping[str, bytes]) -> bytes:
    """A library that holds `programs`, which are modules of `wheels`, and the files of `beside`: a zip file, compressed as a whole.

    A wheel may be a single module, too. `beside` has the files' contents by their names.

    The same files give the same bytes. As one piece it becomes smaller than file by file, and Python has nothing to unpack.
    """
    library = io.BytesIO(_cached(project_root, pyodide, programs, wheels))
    with zipfile.ZipFile(library, "a", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(beside.items()):
            archive.writestr(zipfile.ZipInfo(name), content)  # of the year 1980, whenever it is made
    return gzip.compress(library.getvalue(), 9, mtime=0)


def _cached(project_root: Path, pyodide: Path, programs: Sequence[str], wheels: Sequence[Path]) -> bytes:
    kept = project_root / CACHE / f"{_fingerprint(pyodide, programs, wheels)}.zip"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as aside:
            fresh = Path(aside, "library.zip")
            _run(pyodide, fresh, programs, [_as_archive(path, Path(aside)) for path in wheels])
            os.replace(fresh, kept)  # made aside, so that what was cut short never looks finished
    return kept.read_bytes()


def _as_archive(path: Path, aside: Path) -> Path:
    """A wheel as it is; a single module in an archive of its own."""
    if path.suffix != ".py":
        return path
    archive = aside / f"{path.stem}.zip"
    with zipfile.ZipFile(archive, "w") as alone:
        alone.writestr(path.name, path.read_bytes())
    return archive


def _run(pyodide: Path, out: Path, programs: Sequence[str], wheels: Sequence[Path]) -> None:
    node = shutil.which("node", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]))
    if not node:
        raise PackingError("Node.js is missing. Run `make build`, which installs it.")
    command = [node, str(_PACKING / "pack.mjs"), str(pyodide.resolve()), str(out), ",".join(programs), *map(str, wheels)]
    ran = subprocess.run(command, capture_output=True, text=True)
    if ran.returncode:
        raise PackingError(f"Python could not be packed for the browser:\n{ran.stderr[-3000:]}")


def _fingerprint(pyodide: Path, programs: Sequence[str], wheels: Sequence[Path]) -> str:
    digest = hashlib.sha256(" ".join(programs).encode())
    for path in (pyodide / "package.json", pyodide / "python_stdlib.zip", _PACKING / "pack.mjs", _PACKING / "pack.py", *wheels):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
