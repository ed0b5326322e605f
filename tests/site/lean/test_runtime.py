"""Python cut down for the browser: how much is left, which modules are gone, and what is said of a Pyodide of another make."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from checker.site.bundle import BundleError, find_pyodide, runtime_for
from checker.site.lean.runtime import CACHE, MODULE, RUNTIME, SCRIPT, lean_runtime
from checker.site.lean.wasm import LeanError
from checker.site.packed import built_in_modules, packed

ROOT = Path(__file__).resolve().parents[3]
EXERCISE = ROOT / "tests" / "pyodide" / "exercise.py"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What exercise.py imports, and so no more of Python than the checker has, but for little."""
    return packed(tmp_path_factory.mktemp("packed"), find_pyodide(ROOT), ["exercise"], [EXERCISE], {})


@pytest.fixture(scope="module")
def lean_folder(tmp_path_factory: pytest.TempPathFactory, library: bytes) -> Path:
    folder = tmp_path_factory.mktemp("lean")
    for name, content in runtime_for(ROOT, library).items():
        (folder / name).write_bytes(content)
    return folder


def test_it_is_little_more_than_half_as_much(library: bytes, lean_folder: Path) -> None:
    def weight(folder: Path) -> int:
        return sum(len(gzip.compress((folder / name).read_bytes())) for name in (SCRIPT, MODULE))

    assert weight(lean_folder) < 0.65 * weight(find_pyodide(ROOT))


def test_built_in_modules_that_nothing_asks_for_are_gone(library: bytes) -> None:
    kept = built_in_modules(library)
    assert {"_sre", "_json", "itertools", "sys"} <= kept
    assert not {"_decimal", "pyexpat", "_codecs_jp", "_ctypes", "unicodedata"} & kept


def test_it_is_made_once(tmp_path: Path) -> None:
    first = lean_runtime(tmp_path, find_pyodide(ROOT), {"sys"})
    (folder,) = (tmp_path / CACHE).iterdir()
    stamps = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert {path.name for path in stamps} == set(RUNTIME)
    assert lean_runtime(tmp_path, find_pyodide(ROOT), {"sys"}) == first
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == stamps
    assert lean_runtime(tmp_path, find_pyodide(ROOT), {"sys", "_decimal"}) != first


def test_a_pyodide_of_another_make_is_refused_with_what_to_look_at(tmp_path: Path) -> None:
    for name in RUNTIME:
        (tmp_path / name).write_bytes((find_pyodide(ROOT) / name).read_bytes())
    (tmp_path / MODULE).write_bytes(b"not WebAssembly")
    with pytest.raises(LeanError, match=r"not a WebAssembly file.*package\.json.*checker/site/lean"):
        lean_runtime(tmp_path, tmp_path, {"sys"})
    assert not list(tmp_path.glob(f"{CACHE}/*"))


def test_the_site_says_so(library: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise LeanError("Pyodide could not be cut down.")

    monkeypatch.setattr("checker.site.bundle.lean_runtime", refuse)
    with pytest.raises(BundleError, match="could not be cut down"):
        runtime_for(ROOT, library)
