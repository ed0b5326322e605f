"""What our templates make of a page's metadata alone, without the hook: any text is safe, former addresses lead on."""

from __future__ import annotations

import datetime
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rules_folder import ASK, write_rules

from checker.author.load import load
from checker.site.front_matter import with_meta
from checker.site.page_meta import page_meta, told
from checker.site.pages import pages

ROOT = Path(__file__).resolve().parent.parent.parent
SITE = "https://site.example/under/"
FILE = "rules/before/ask-first.yml"
TITLE = "Ask </script><b>&\"'{{ config }}"
RULE = ASK.replace("title: Ask first", f"title: {json.dumps(TITLE)}") + "replaces: [ask-soon]\n"
CONFIG = f"""\
site_name: Small
site_url: {SITE}
repo_url: https://host.example/us/small
edit_uri: edit/main/docs/
theme: {{name: material, custom_dir: '{ROOT / "docs" / "overrides"}', font: false}}
markdown_extensions: [attr_list, md_in_html]
plugins: [search]
"""


class _Head(HTMLParser):
    """What a page's `meta` and `link` elements say, by name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        name = found.get("name") or found.get("http-equiv") or found.get("rel") or found.get("property")
        if tag in ("meta", "link") and name:
            self.said[name] = found.get("content") or found.get("href") or ""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one rule that has replaced another, its metadata in the page."""
    tmp_path = tmp_path_factory.mktemp("small")
    library = load(write_rules(tmp_path / "rules", RULE))
    made = pages(library)
    texts = {"index.md": "# Home\n", "check.md": "# Check\n", **{uri: made[uri].markdown for uri in made if uri.startswith("rules/")}}
    page = told("rules/ask-first.md", texts["rules/ask-first.md"])
    meta = page_meta(page, {}, {FILE: datetime.date(2026, 3, 7)}, SITE, FILE, added=library.rules[0]["added"], card="assets/cards/x.png")
    texts["rules/ask-first.md"] = with_meta(texts["rules/ask-first.md"], meta)
    for uri, text in texts.items():
        (tmp_path / "docs" / uri).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / uri).write_text(text, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    built = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return tmp_path / "site"


def read(site: Path, place: str) -> str:
    return (site / place / "index.html").read_text(encoding="utf-8")


def test_a_former_address_leads_on(site: Path) -> None:
    page = read(site, "rules/ask-soon")
    head = _Head(page).said
    assert head["refresh"] == "0; url=../ask-first/"
    assert head["canonical"] == SITE + "rules/ask-first/"
    assert head["description"].startswith("It is part of “Ask </script>")
    assert "og:url" not in head
    assert re.search(r'It is part of <a href="\.\./ask-first/">Ask &lt;/script&gt;', page)
    assert "aw-foot" not in page  # nothing there to edit or to cite


def test_a_former_address_is_in_no_list(site: Path) -> None:
    assert "ask-first" in (site / "sitemap.xml").read_text(encoding="utf-8")
    for name in ("sitemap.xml", "search/search_index.json"):
        assert "ask-soon" not in (site / name).read_text(encoding="utf-8"), name


def test_other_pages_stay_where_they_are(site: Path) -> None:
    head = _Head(read(site, "rules/ask-first")).said
    assert "refresh" not in head
    assert head["canonical"] == head["og:url"] == SITE + "rules/ask-first/"
    assert head["og:image"] == SITE + "assets/cards/x.png"


def test_the_foot_says_when_and_how_to_mend_it(site: Path) -> None:
    foot = read(site, "rules/ask-first").partition('<footer class="aw-foot">')[2].partition("</footer>")[0]
    assert "Rule <code>ask-first</code>, added on 23 November 2026 · last changed on <time datetime=\"2026-03-07\">7 March 2026</time>" in foot
    assert f'<a href="https://host.example/us/small/edit/main/{FILE}">Edit this page</a>' in foot
    form = "issues/new?template=source-or-fact.yml&amp;title=rules/ask-first%3A%20&amp;page=rules/ask-first"
    assert f'<a href="https://host.example/us/small/{form}">Report a problem</a>' in foot


def test_no_title_breaks_out_of_its_place(site: Path) -> None:
    page = read(site, "rules/ask-first")
    article = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(article)["headline"] == "Ask </script><b>&”’{{ config }}"
    assert "<b>" not in page


def test_the_sitemap_has_the_days_of_the_metadata(site: Path) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert re.findall(r"<loc>(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", text) == [(SITE + "rules/ask-first/", "2026-03-07")]
    assert text.count("<loc>") > 1
