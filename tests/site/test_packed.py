"""Python for the browser in one file: what is in it, that it is the same each time, and what is said where it cannot be made."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from checker.site.bundle import find_pyodide
from checker.site.packed import CACHE, PackingError, built_in_modules, packed

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "greeting.py"
    path.write_text('"""Says hello."""\n\nimport html\n\n\ndef greet(name):\n    return "Hello, " + html.escape(name)\n')
    return path


def names(library: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(gzip.decompress(library))).namelist()


def test_it_holds_what_the_program_uses_and_what_python_needs_to_start(program: Path, tmp_path: Path) -> None:
    found = names(packed(tmp_path, find_pyodide(ROOT), ["greeting"], [program], {"words.txt": b"hello"}))
    assert {"greeting.pyc", "html/__init__.pyc", "html/entities.pyc", "asyncio/__init__.pyc", "traceback.pyc", "words.txt"} <= set(found)
    assert not {"html/parser.pyc", "zipfile/__init__.pyc", "asyncio/tasks.pyc", "difflib.pyc", "importlib/resources/_common.pyc"} & set(found)


def test_it_tells_which_built_in_modules_it_may_ask_for(program: Path, tmp_path: Path) -> None:
    program.write_text("import html\n\n\ndef later():\n    import cmath, unicodedata\n")
    wanted = built_in_modules(packed(tmp_path, find_pyodide(ROOT), ["greeting"], [program], {}))
    assert {"cmath", "sys", "_sre", "itertools"} <= wanted
    assert not {"_decimal", "pyexpat", "unicodedata"} & wanted  # there is one of ours in the place of the last


def test_the_same_files_give_the_same_bytes_and_are_packed_once(program: Path, tmp_path: Path) -> None:
    pyodide = find_pyodide(ROOT)
    first = packed(tmp_path / "one", pyodide, ["greeting"], [program], {})
    assert packed(tmp_path / "other", pyodide, ["greeting"], [program], {}) == first
    (kept,) = (tmp_path / "one" / CACHE).iterdir()
    stamp = kept.stat().st_mtime_ns
    assert packed(tmp_path / "one", pyodide, ["greeting"], [program], {}) == first
    assert kept.stat().st_mtime_ns == stamp
    program.write_text("import html\n")
    assert packed(tmp_path / "one", pyodide, ["greeting"], [program], {}) != first


def test_what_cannot_be_imported_is_told(program: Path, tmp_path: Path) -> None:
    program.write_text("import no_such_module\n")
    with pytest.raises(PackingError, match="no_such_module"):
        packed(tmp_path, find_pyodide(ROOT), ["greeting"], [program], {})
    assert not list((tmp_path / CACHE).iterdir())


def test_without_nodejs_the_message_says_what_to_do(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.site.node.shutil.which", lambda *_, **__: None)
    with pytest.raises(PackingError, match="make build"):
        packed(tmp_path, find_pyodide(ROOT), ["greeting"], [program], {})
