"""What every page of the built site says of itself to browsers, to search engines and to those who share a link."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import feedparser
import pytest
from PIL import Image

from checker.site.history import changed_dates

ROOT = Path(__file__).resolve().parent.parent.parent
Site = tuple[Path, str]


class Head(HTMLParser):
    """A page's language, title, heads, headings of the first rank, and structured data."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lang, self.title, self.headings = "", "", 0
        self.meta: dict[str, str] = {}
        self.links: dict[str, list[dict[str, str]]] = {}
        self.data: list[dict] = []
        self._in = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        if tag == "html":
            self.lang = found.get("lang", "")
        if tag == "meta":
            self.meta[found.get("name") or found.get("property") or ""] = found.get("content", "")
        if tag == "link":
            self.links.setdefault(found.get("rel", ""), []).append(found)
        self.headings += tag == "h1"
        self._in = "title" if tag == "title" and not self.title else found.get("type", "") if tag == "script" else ""

    def handle_data(self, data: str) -> None:
        if self._in == "title":
            self.title += data
        if self._in == "application/ld+json":
            self.data.append(json.loads(data))
        self._in = ""


@pytest.fixture(scope="module")
def heads(built_site: Site) -> dict[str, Head]:
    """Place → head, of every page with an address of its own; not of those that only lead on."""
    site, _ = built_site
    found = {}
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in text and path.name != "404.html":
            found[path.relative_to(site).as_posix().removesuffix("index.html")] = Head(text)
    assert len(found) > 100
    return found


def test_every_page_has_a_language_and_one_heading(heads: dict[str, Head], built_site: Site) -> None:
    lost = Head((built_site[0] / "404.html").read_text(encoding="utf-8"))
    assert {place for place, head in {**heads, "404.html": lost}.items() if head.lang != "en" or head.headings != 1} == set()


@pytest.mark.parametrize("what", ["title", "description", "canonical"])
def test_every_page_has_its_own(what: str, heads: dict[str, Head]) -> None:
    said = {
        "title": {place: head.title for place, head in heads.items()},
        "description": {place: head.meta.get("description", "") for place, head in heads.items()},
        "canonical": {place: head.links["canonical"][0]["href"] for place, head in heads.items()},
    }[what]
    assert [place for place, text in said.items() if len(text) < 10] == []
    often = {text for text, times in Counter(said.values()).items() if times > 1}
    assert {place: text for place, text in said.items() if text in often} == {}


def test_no_description_is_too_long_for_a_list_of_results(heads: dict[str, Head]) -> None:
    assert {place: text for place, head in heads.items() if len(text := head.meta["description"]) > 160} == {}


def test_every_page_has_a_card(heads: dict[str, Head], built_site: Site) -> None:
    site, address = built_site
    for place, head in heads.items():
        assert head.meta["twitter:card"] == "summary_large_image", place
        assert head.meta["og:image:alt"].startswith(head.meta["og:title"]), place
        image = head.meta["og:image"]
        assert image.startswith(address), place
        path = site / image.removeprefix(address)
        assert path.stat().st_size < 25_000, place
        with Image.open(path) as picture:
            assert picture.size == (1200, 630), place


def test_structured_data_says_what_a_page_is(heads: dict[str, Head], built_site: Site) -> None:
    _, address = built_site
    for place, head in heads.items():
        kinds = [each["@type"] for each in head.data]
        folder, _, name = place.strip("/").rpartition("/")
        if folder in ("rules", "guide", "disagreements"):
            assert kinds == ["Article", "BreadcrumbList"], place
            assert head.data[0]["description"] == unescape(head.meta["description"]), place
            assert head.data[1]["itemListElement"][-1]["item"] == address + place
        else:
            expected = {"": ["WebSite"], "check": ["WebApplication"], "planner": ["WebApplication"]}
            assert kinds == expected.get(place.strip("/"), []), place


def test_every_page_has_a_foot(heads: dict[str, Head], built_site: Site) -> None:
    site, address = built_site
    for place in heads:
        page = (site / place / "index.html").read_text(encoding="utf-8")
        foot = page.partition('<footer class="aw-foot">')[2].partition("</footer>")[0]
        assert "Report a problem" in foot, place
        assert "CC BY 4.0" in foot, place
        assert f"{address}{place}" in foot.partition("Cite this page")[2], place
        edited = re.search(r'href="https://github\.com/afterword/afterword/edit/main/([^"]+)">Edit this page', foot)
        lists = ("rules/", "guide/", "disagreements/", "changes/", "checklist/")
        assert edited or place in lists, place
        if edited:
            assert (ROOT / edited[1]).is_file(), place


def test_pages_that_have_a_history_have_their_dates(heads: dict[str, Head], built_site: Site) -> None:
    site, address = built_site
    dates = changed_dates(ROOT)
    page = (site / "about" / "index.html").read_text(encoding="utf-8")
    named = {place: day for place, day in _sitemap(site)}
    assert set(named) == {address + place for place in heads}
    if dates:  # a shallow clone has none
        assert f'datetime="{dates["docs/about.md"]}"' in page
        assert named[f"{address}about/"] == dates["docs/about.md"].isoformat()
        assert named[f"{address}rules/"] == max(day for path, day in dates.items() if re.match(r"rules/(?!words|guide|disag|tables)\w+/", path)).isoformat()
    else:
        assert set(named.values()) == {None}


def _sitemap(site: Path) -> Iterator[tuple[str, str | None]]:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    for url in ElementTree.parse(site / "sitemap.xml").iterfind("s:url", space):
        yield url.findtext("s:loc", "", space), url.findtext("s:lastmod", None, space)


def test_the_feed_is_named_on_every_page_and_leads_to_pages(heads: dict[str, Head], built_site: Site) -> None:
    site, address = built_site
    assert all(head.links["alternate"][0]["type"] == "application/atom+xml" for head in heads.values())
    feed = feedparser.parse((site / "changes.xml").read_bytes())
    assert not feed.bozo
    for entry in feed.entries:
        assert (site / entry.link.removeprefix(address).partition("#")[0] / "index.html").is_file(), entry.link
        assert f'id="{entry.id.partition("#")[2]}"' in (site / "changes" / "index.html").read_text(encoding="utf-8")
