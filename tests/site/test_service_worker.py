"""What the service worker is told: every file of the kit with its hash, and a name that changes with any of them."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

from checker.site.offline import NAME, write_service_worker

FILES = {
    "rules.json": "{}",
    "index.html": "home",
    "check/index.html": "check",
    "guide/index.html": "guide",
    "guide/waiting/index.html": "waiting",
    "rules/say-thanks/index.html": "thanks",
    "assets/engine/abc/library.bin": "library",
    "assets/checker/worker.js": "worker",
    "assets/javascripts/bundle.1.min.js": "theme",
    "assets/javascripts/bundle.1.min.js.map": "map",
    "assets/javascripts/workers/search.1.min.js": "search",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for place, text in FILES.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(text, encoding="utf-8")
    return tmp_path


def told(site: Path) -> tuple[str, dict[str, str], dict[str, str]]:
    write_service_worker(site)
    code = (site / NAME).read_text(encoding="utf-8")
    return tuple(json.loads(re.search(rf"^const {name} = (.*?);$", code, re.DOTALL | re.MULTILINE)[1]) for name in ("BUILD", "KIT", "PAGES"))


def test_the_kit_is_the_engine_the_scripts_and_their_pages(site: Path) -> None:
    _, kit, pages = told(site)
    assert set(kit) == {"check/", "assets/engine/abc/library.bin", "assets/checker/worker.js", "assets/javascripts/bundle.1.min.js"}
    assert set(pages) == {"", "guide/", "guide/waiting/"}


def test_each_file_stands_with_its_hash(site: Path) -> None:
    _, kit, pages = told(site)
    for place, digest in {**kit, **pages}.items():
        text = FILES[place if place in FILES else f"{place}index.html"]
        assert digest == "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize(("place", "changes"), [(place, not re.search("thanks|map|search|rules.json", place)) for place in FILES])
def test_the_name_changes_with_what_is_kept_and_with_nothing_else(site: Path, place: str, changes: bool) -> None:
    before = told(site)[0]
    (site / place).write_text("other", encoding="utf-8")
    assert (told(site)[0] != before) is changes


def test_the_same_site_gives_the_same_bytes(site: Path) -> None:
    told(site)
    first = (site / NAME).read_bytes()
    told(site)
    assert (site / NAME).read_bytes() == first
