"""The site as Markdown for another generator: complete, and without what MkDocs alone understands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from our_rules import our_library

from checker.author.load import Library
from checker.cli import main
from checker.site.export import export, plain_config, read_config
from checker.site.front_matter import parted

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def library() -> Library:
    return our_library()


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    export(ROOT, library, folder)
    return folder


def test_every_page_of_the_navigation_is_there(exported: Path, library: Library) -> None:
    config = read_config((exported / "mkdocs.yml").read_text(encoding="utf-8"))
    named = list(_pages(config["nav"]))
    assert [name for name in named if not (exported / "docs" / name).is_file()] == []
    assert {rule["page"].rstrip("/") + ".md" for rule in library.rules if rule["status"] != "retired"} <= set(named)
    assert not {"hooks", "watch"} & config.keys()
    for name in (*config["extra_css"], *(each["path"] for each in config["extra_javascript"])):
        assert (exported / "docs" / name).is_file(), name


def _pages(nav: Any) -> Any:
    for item in nav:
        for each in item.values() if isinstance(item, dict) else [item]:
            if isinstance(each, list):
                yield from _pages(each)
            else:
                yield each


def test_every_page_says_where_it_comes_from(exported: Path) -> None:
    for path in (exported / "docs").rglob("*.md"):
        meta, _ = parted(path.read_text(encoding="utf-8"))
        assert meta["name"] and meta["citation"] and meta["title"], path
        assert not meta.get("source") or (ROOT / meta["source"]).is_file(), path
        assert not meta.get("card") or (exported / "docs" / meta["card"]).is_file(), path
    meta, text = parted((exported / "docs" / "about.md").read_text(encoding="utf-8"))
    assert meta["source"] == "docs/about.md"
    assert text.strip() == parted((ROOT / "docs" / "about.md").read_text(encoding="utf-8"))[1].strip()


@pytest.mark.parametrize(
    "name", ["rules.json", "changes.xml", "assets/engine/parts.json", "assets/checker/main.js", "overrides/main.html"]
)
def test_what_pages_fetch_is_there(name: str, exported: Path) -> None:
    assert (exported / "docs" / name).is_file()


def test_nothing_is_left_for_a_hook_to_fill_in(exported: Path) -> None:
    assert [path for path in (exported / "docs").rglob("*.md") if "```afterword" in path.read_text(encoding="utf-8")] == []


def test_a_configuration_keeps_all_else_to_the_letter() -> None:
    text = (
        'site_url: !ENV [SITE_URL, "https://site.example/"]  # a remark\n\nnav:\n  - Home: index.md  # home\n'
        "  - Rules: [a.md]\nhooks: [h.py]\nwatch:\n  - rules\n# a remark\nplugins: []\n"
    )
    made = plain_config(text, [{"Home": "index.md"}])
    assert made == (
        'site_url: !ENV [SITE_URL, "https://site.example/"]  # a remark\n\nnav:\n- Home: index.md\n\nplugins: []\n'
    )
    assert read_config(made) == {"site_url": "https://site.example/", "nav": [{"Home": "index.md"}], "plugins": []}


def test_a_configuration_that_ends_with_the_navigation() -> None:
    assert yaml.safe_load(plain_config("hooks: [h.py]\nnav: [index.md]", ["a.md"])) == {"nav": ["a.md"]}


@pytest.mark.parametrize("folder", [".", "docs"])
def test_the_command_writes_over_no_source(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pages", str(ROOT / folder)]) == 2
    assert "the project's own files are there" in capsys.readouterr().err


def test_the_command_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.site.export.export", lambda root, library, target: 7 if root == ROOT else 0)
    assert main(["pages", str(tmp_path / "out")]) == 0
    assert f"wrote 7 pages into {tmp_path / 'out'}" in capsys.readouterr().out
