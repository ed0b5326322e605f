"""The site as MkDocs builds it, with our hook in place."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from our_rules import our_library

ROOT = Path(__file__).resolve().parent.parent.parent
SMALL = f"""\
site_name: Small
nav:
  - Home: index.md
  - Rules: [rules/index.md]
plugins: []
hooks: ['{ROOT / "checker" / "site" / "hook.py"}']
"""
FETCHED = re.compile(
    r"""<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc=["']?([^"'\s>]+)"""
    r"""|<link\b(?=[^>]*\brel=["']?(?:stylesheet|icon|preconnect|preload|modulepreload))[^>]*\bhref=["']?([^"'\s>]+)"""
)
Site = tuple[Path, str]


def test_every_rule_is_built(built_site: Site) -> None:
    site, address = built_site
    for rule in our_library().rules:
        page = (site / rule["page"] / "index.html").read_text(encoding="utf-8")
        assert f"https://github.com/afterword/afterword/edit/main/rules/{rule['group']}/{rule['id']}.yml" in page
        assert f'<link rel="canonical" href="{address}{rule["page"]}">' in page
        assert page.count("<h1") == 1


@pytest.mark.parametrize("page", ["check", "planner", "workshop"])
def test_a_page_with_a_form_has_only_the_beginnings_of_the_navigation(page: str, built_site: Site) -> None:
    site, _ = built_site
    brief, whole = (links_to_rules(site / name / "index.html") for name in (page, "rules/say-thanks"))
    assert brief < 20 < len(our_library().rules) <= whole


def links_to_rules(page: Path) -> int:
    navigation = page.read_text(encoding="utf-8").split("md-sidebar--primary")[1].split("md-content")[0]
    return len(re.findall(r'href="[^"]*/[a-z-]+/"', navigation))


def test_the_feed_and_the_engine_are_built(built_site: Site) -> None:
    site, _ = built_site
    assert json.loads((site / "rules.json").read_text(encoding="utf-8"))["rules"]
    assert (site / "assets" / "engine" / "parts.json").is_file()


def test_templates_are_not_published(built_site: Site) -> None:
    assert not (built_site[0] / "overrides").exists()


def test_no_page_fetches_from_elsewhere(built_site: Site) -> None:
    site, address = built_site
    pages = list(site.rglob("*.html"))
    assert pages
    for page in pages:
        text = page.read_text(encoding="utf-8")
        fetched = [one or other for one, other in FETCHED.findall(text)]
        assert fetched
        assert [each for each in fetched if re.match(r"(?:https?:)?//", each) and not each.startswith(address)] == []
        assert 'data-md-component="source"' not in text  # the theme would ask GitHub for the stars


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project: the configuration, one broken rule and one that is well."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(SMALL, encoding="utf-8")
    for name in ("sources.yml", "claims.yml", "tables", "words"):
        source = ROOT / "rules" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, _made(tmp_path / "rules") / name)
    good = ROOT / "rules" / "before" / "ask-what-happens-next.yml"
    shutil.copy(good, _made(tmp_path / "rules" / "before") / good.name)
    (_made(tmp_path / "rules" / "tone") / "be-kind.yml").write_text("id: be-kind\ntitel: Be kind\n", encoding="utf-8")
    return tmp_path


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_a_broken_rule_stops_a_build(project: Path) -> None:
    with pytest.raises(PluginError, match=r"rules/tone/be-kind\.yml:2:1: .*titel"):
        _files(project, "build")


def test_a_server_goes_on_without_it(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    files, nav = _files(project, "serve")
    assert "rules/tone/be-kind.yml:2:1" in caplog.text
    assert {"rules/index.md", "rules/ask-what-happens-next.md", "rules.json"} <= set(files)
    assert "rules/be-kind.md" not in files
    assert nav[1]["Rules"][1] == {"Before you leave": ["rules/ask-what-happens-next.md"]}


def test_without_the_browsers_python_the_build_says_what_to_do(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"))
    with pytest.raises(PluginError, match="node_modules/pyodide"):
        config.plugins.run_event("post_build", config=config)


def _files(project: Path, command: str) -> tuple[dict[str, File], list[Any]]:
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.run_event("startup", command=command, dirty=False)
    files = config.plugins.run_event("files", Files([]), config=config)
    return {file.src_uri: file for file in files}, config.nav
