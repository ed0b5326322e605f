"""Pyodide's files, as its npm package has them, without what nothing in the reader's browser can reach."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path

from checker.site.lean.cut import cut
from checker.site.lean.glue import placed, used_names, without_names
from checker.site.lean.indirect import through_one
from checker.site.lean.unused import TERSER, without_tables, without_unused
from checker.site.lean.wasm import LeanError, read_module, written_module
from checker.site.shelf import keep

LOADER, SCRIPT, MODULE = "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm"
RUNTIME = (LOADER, SCRIPT, MODULE)
CACHE = Path(".cache", "lean")


def lean(files: Mapping[str, bytes], built_in: Collection[str], modules: Path) -> dict[str, bytes]:
    """The files of `RUNTIME`, smaller; of Python's built-in modules they have those that are given. `modules` is npm's folder.

    To import another one fails as with any module that is not there. `LeanError` where Pyodide is not made as expected.
    """
    script, loader = files[SCRIPT].decode(), files[LOADER].decode()
    names = used_names(script, loader)
    module = through_one(cut(read_module(files[MODULE]), names, built_in, placed(script)))
    script = without_tables(without_names(script, names), {each.name for each in module.imports}, loader)
    return {LOADER: files[LOADER], SCRIPT: without_unused(script, modules).encode(), MODULE: written_module(module)}


def lean_runtime(project_root: Path, pyodide: Path, built_in: Collection[str]) -> dict[str, bytes]:
    """The same for the npm package in the folder `pyodide`. It takes seconds, so the outcome is kept under `.cache`."""
    files = {name: (pyodide / name).read_bytes() for name in RUNTIME}
    tool = (pyodide.parent / TERSER).parents[1] / "package.json"  # which says of what version it is
    used = [*files.values(), *([tool.read_bytes()] if tool.is_file() else [])]
    shelf = project_root / CACHE / _fingerprint(used, built_in)
    if not all((shelf / name).is_file() for name in RUNTIME):
        try:
            made = lean(files, built_in, pyodide.parent)
        except LeanError as error:
            raise LeanError(
                f"Pyodide could not be cut down to what the browser needs. {error} Its version is the one in package.json; "
                "checker/site/lean/ knows how it is built."
            ) from error
        for name, content in made.items():
            keep(shelf / name, content)
    return {name: (shelf / name).read_bytes() for name in RUNTIME}


def _fingerprint(contents: Collection[bytes], built_in: Collection[str]) -> str:
    own = sorted(Path(__file__).parent.glob("*.py"))
    digest = hashlib.sha256(" ".join(sorted(built_in)).encode())
    for content in (*contents, *(path.read_bytes() for path in own)):
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:16]
