"""The browser bundle: complete, the same bytes from the same sources, and its lock tells the truth."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from checker.site.bundle import RUNTIME, BundleError, build_bundle
from checker.site.wheel import cached_wheel

ROOT = Path(__file__).resolve().parents[2]
RULES = '{"version": "0.1.0", "rules": []}'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project of the same make, with the real Pyodide."""
    root = tmp_path / "project"
    for part in ("core", "author", "site"):
        (root / "checker" / part).mkdir(parents=True)
        (root / "checker" / part / "__init__.py").write_text("")
    (root / "rules").mkdir()
    for name in ("pyproject.toml", "LICENSE", "LICENSE-guidance"):
        shutil.copy(ROOT / name, root / name)
    (root / "checker" / "__init__.py").write_text('__version__ = "0.1.0"\n')
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    return root


@pytest.fixture
def engine(project: Path, tmp_path: Path) -> Path:
    build_bundle(tmp_path / "site", RULES, project)
    return tmp_path / "site" / "assets" / "engine"


def wheel_in(engine: Path) -> Path:
    return next(engine.glob("*/*.whl"))


def test_all_that_the_worker_fetches_is_there(engine: Path) -> None:
    sizes = json.loads((engine / "sizes.json").read_text())
    assert set(sizes) == {*RUNTIME, wheel_in(engine).relative_to(engine).as_posix(), "rules.json"}
    for name, size in sizes.items():
        assert size == (len(RULES) if name == "rules.json" else (engine / name).stat().st_size)


def test_the_lock_names_our_wheel_and_nothing_else(engine: Path) -> None:
    lock = json.loads((engine / "pyodide-lock.json").read_text())
    wheel = wheel_in(engine)
    assert list(lock["packages"]) == ["afterword"]
    entry = lock["packages"]["afterword"]
    assert (engine / entry["file_name"]) == wheel
    assert entry["sha256"] == hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert entry["imports"] == ["checker"]
    assert entry["depends"] == []
    assert lock["info"] == json.loads((ROOT / "node_modules/pyodide/pyodide-lock.json").read_text())["info"]


def test_the_engine_carries_nothing_that_the_workshop_alone_needs(engine: Path) -> None:
    names = zipfile.ZipFile(wheel_in(engine)).namelist()
    assert [name for name in names if name.startswith("checker/") and not name.startswith("checker/core/")] == ["checker/__init__.py"]


def test_the_workshop_lies_apart_and_finds_the_engine(engine: Path) -> None:
    workshop = engine.parent / "workshop"
    lock = json.loads((workshop / "pyodide-lock.json").read_text())
    assert list(lock["packages"]) == ["afterword", "afterword-workshop", "pyyaml", "markdown"]
    sizes = json.loads((workshop / "sizes.json").read_text())
    assert set(sizes) == {*RUNTIME, "rules.json", "shelf.json", *(each["file_name"] for each in lock["packages"].values())}
    for entry in lock["packages"].values():
        content = (engine / entry["file_name"]).read_bytes()  # as the worker has it: from the engine's folder on
        assert (entry["sha256"], sizes[entry["file_name"]]) == (hashlib.sha256(content).hexdigest(), len(content))


def test_what_reads_emails_lies_beside_it_with_its_licence(engine: Path) -> None:
    folder = engine.parent / "postal-mime"
    assert "Permission is hereby granted" in (folder / "LICENSE.txt").read_text()
    wanted = {name for path in folder.glob("*.js") for name in re.findall(r"^import .* from '\./([\w-]+\.js)'", path.read_text(), re.MULTILINE)}
    assert "mime-node.js" in wanted
    assert {path.name for path in folder.iterdir()} >= {"postal-mime.js", *wanted}


def test_without_what_reads_emails_the_message_says_what_to_do(project: Path, tmp_path: Path) -> None:
    (project / "node_modules").unlink()
    (project / "node_modules").mkdir()
    (project / "node_modules" / "pyodide").symlink_to(ROOT / "node_modules" / "pyodide")
    with pytest.raises(BundleError, match="postal-mime"):
        build_bundle(tmp_path / "site", RULES, project)


def test_the_wheel_is_pure(engine: Path) -> None:
    assert wheel_in(engine).name == "afterword-0.1.0-py3-none-any.whl"
    assert "checker/__init__.py" in zipfile.ZipFile(wheel_in(engine)).namelist()


def test_the_same_sources_give_the_same_bytes(project: Path) -> None:
    first = cached_wheel(project)
    before = first.read_bytes()
    shutil.rmtree(project / ".cache")
    assert cached_wheel(project).read_bytes() == before


def test_a_wheel_is_built_again_only_when_its_sources_change(project: Path) -> None:
    first = cached_wheel(project)
    stamp = first.stat().st_mtime_ns
    assert cached_wheel(project) == first
    assert first.stat().st_mtime_ns == stamp
    (project / "checker" / "author" / "more.py").write_text("MORE = True\n")  # of no concern to the engine
    assert cached_wheel(project) == first
    (project / "checker" / "core" / "more.py").write_text("MORE = True\n")
    assert cached_wheel(project) != first


def test_without_pyodide_the_message_says_what_to_do(project: Path, tmp_path: Path) -> None:
    (project / "node_modules").unlink()
    with pytest.raises(BundleError, match="make build"):
        build_bundle(tmp_path / "site", RULES, project)
