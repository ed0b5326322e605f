"""The browser bundle: complete, the same bytes from the same sources, and what it says of itself is true."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from checker.site.bundle import RULES as RULES_FILE
from checker.site.bundle import BundleError, build_bundle
from checker.site.lean.runtime import CACHE as LEAN
from checker.site.lean.runtime import RUNTIME
from checker.site.packed import CACHE as PACKED
from checker.site.rules_feed import engine_data
from checker.site.wheel import CACHE, cached_wheel

ROOT = Path(__file__).resolve().parents[2]
RULES = '{"version": "0.1.0", "rules": []}'


def project_in(root: Path) -> Path:
    """A project of the same make, with the real Pyodide, and with what was packed of the same sources before."""
    for part in ("core", "author", "site"):
        shutil.copytree(ROOT / "checker" / part, root / "checker" / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-guidance", "checker/__init__.py"):
        shutil.copy(ROOT / name, root / name)
    (root / "rules").mkdir()
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    for kept in (PACKED, LEAN):
        (ROOT / kept).mkdir(parents=True, exist_ok=True)
        (root / kept).parent.mkdir(exist_ok=True)
        (root / kept).symlink_to(ROOT / kept)
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_in(tmp_path / "project")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    build_bundle(folder / "site", RULES, project_in(folder / "project"))
    return folder / "site" / "assets" / "engine"


def parts(folder: Path) -> dict[str, dict]:
    return json.loads((folder / "parts.json").read_text())["files"]


def library(site: Path, files: dict[str, dict]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(gzip.decompress((site / files["library.bin"]["place"]).read_bytes())))


def test_all_that_a_worker_fetches_is_there_with_its_size_and_hash(engine: Path) -> None:
    site = engine.parent.parent
    found = parts(engine)
    assert set(found) == {*RUNTIME, "library.bin", "cards.json"}
    for told in [*found.values(), *parts(engine.parent / "workshop").values()]:
        content = (site / told["place"]).read_bytes()
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        assert (told["size"], told["sha256"]) == (len(content), f"sha256-{digest}")


def test_there_is_nothing_to_install_and_pyodide_takes_the_lock(engine: Path) -> None:
    lock = json.loads((engine / "parts.json").read_text())["lock"]
    assert lock["packages"] == {}
    assert lock["info"] == json.loads((ROOT / "node_modules/pyodide/pyodide-lock.json").read_text())["info"]


def test_a_folder_is_named_after_what_is_in_it(engine: Path, project: Path, tmp_path: Path) -> None:
    build_bundle(tmp_path / "other", RULES.replace("0.1.0", "0.2.0"), project)
    before, after = parts(engine), parts(tmp_path / "other" / "assets" / "engine")
    for name in RUNTIME:
        assert before[name] == after[name]
    for name in ("library.bin", "cards.json"):
        assert Path(before[name]["place"]).parent != Path(after[name]["place"]).parent


def test_the_library_holds_the_engine_compiled_and_the_rules(engine: Path) -> None:
    packed = library(engine.parent.parent, parts(engine))
    names = packed.namelist()
    assert {"checker/core/__init__.pyc", "afterword_browser.pyc", "dataclasses.pyc", "pyodide/webloop.pyc"} <= set(names)
    assert not [name for name in names if name.endswith(".py")]
    assert not [name for name in names if name.startswith(("test/", "unittest/", "email/parser", "xml/", "checker/author", "checker/site"))]
    assert json.loads(packed.read(RULES_FILE)) == engine_data(json.loads(RULES))


def test_compiled_files_are_taken_as_they_are_and_bear_no_date(engine: Path) -> None:
    for entry in (packed := library(engine.parent.parent, parts(engine))).infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        if entry.filename.endswith(".pyc"):
            assert packed.read(entry)[4:8] == b"\x01\0\0\0"  # by hash, and not looked at again


def test_the_workshop_has_its_own_library_with_the_licences_of_what_it_carries(engine: Path) -> None:
    site, found = engine.parent.parent, parts(engine.parent / "workshop")
    assert set(found) == {*RUNTIME, "library.bin"}  # and the rules, where a site has them
    assert found["pyodide.asm.wasm"]["size"] > parts(engine)["pyodide.asm.wasm"]["size"]  # Markdown reads XML
    names = library(site, found).namelist()
    assert {"checker/core/wire.pyc", "afterword_workshop.pyc", "yaml/__init__.pyc", "markdown/core.pyc"} <= set(names)
    for project in ("pyyaml", "markdown"):
        assert [name for name in names if name.startswith(project) and "LICEN" in name]


def test_what_reads_emails_lies_beside_it_with_its_licence(engine: Path) -> None:
    folder = engine.parent / "postal-mime"
    assert "Permission is hereby granted" in (folder / "LICENSE.txt").read_text()
    wanted = {name for path in folder.glob("*.js") for name in re.findall(r"^import .* from '\./([\w-]+\.js)'", path.read_text(), re.MULTILINE)}
    assert "mime-node.js" in wanted
    assert {path.name for path in folder.iterdir()} >= {"postal-mime.js", *wanted}


def test_without_what_reads_emails_the_message_says_what_to_do(project: Path, tmp_path: Path) -> None:
    (project / "node_modules").unlink()
    (project / "node_modules").mkdir()
    for package in ("pyodide", "terser"):
        (project / "node_modules" / package).symlink_to(ROOT / "node_modules" / package)
    with pytest.raises(BundleError, match="postal-mime"):
        build_bundle(tmp_path / "site", RULES, project)


def test_the_same_sources_give_the_same_bytes(project: Path) -> None:
    first = cached_wheel(project)
    before = first.read_bytes()
    shutil.rmtree(project / CACHE)
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
