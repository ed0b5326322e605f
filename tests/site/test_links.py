"""Every link inside the site leads somewhere: each page, each file, each anchor, also those in raw HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

Site = tuple[Path, str]
_LINKS = {"a": "href", "link": "href", "script": "src", "img": "src"}


@dataclass
class _Page(HTMLParser):
    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.anchors.add(given["id"] or "")
        target = given.get(_LINKS.get(tag, ""))
        if target:
            self.links.append(target)


@pytest.fixture(scope="module")
def parsed(built_site: Site) -> dict[str, _Page]:
    """Every page by its address."""
    site, address = built_site
    found = {}
    for file in sorted(site.rglob("*.html")):
        page = _Page()
        page.feed(file.read_text(encoding="utf-8"))
        place = file.relative_to(site).as_posix()
        found[urljoin(address, place.removesuffix("index.html"))] = page
    return found


def test_no_link_is_broken(built_site: Site, parsed: dict[str, _Page]) -> None:
    assert len(parsed) > 120
    assert sum(len(page.links) for page in parsed.values()) > 5_000
    assert list(_broken(built_site, parsed)) == []


def _broken(built_site: Site, parsed: dict[str, _Page]) -> Iterator[str]:
    site, address = built_site
    for here, page in parsed.items():
        for link in set(page.links):
            target, _, anchor = urljoin(here, link).partition("#")
            if anchor.partition("=")[0] == "start":  # what the checker begins with, and no place
                anchor = ""
            if target == f"{address}workshop/" and f"{address}rules/{anchor}/" in parsed:  # the rule that it opens
                anchor = ""
            target = target.partition("?")[0]  # a page's own state, such as the filters of the list of rules
            if not target.startswith(address):
                continue
            if target in parsed:
                if anchor and unquote(anchor) not in parsed[target].anchors:
                    yield f"{here}: no such place: {link}"
            elif not (site / unquote(target.removeprefix(address))).is_file():
                yield f"{here}: no such page or file: {link}"
