"""What a reader's browser transfers for a page of guidance. `pytest -s` on this file prints the table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIRST, NEXT = 200_000, 40_000  # bytes over the line, compressed
# A page of each template, and a link on it that leads to the next view.
PAGES = {
    "": "guide/thank-you/",
    "guide/": "guide/waiting/",
    "guide/thank-you/": "guide/waiting/",
    "rules/": "rules/say-thanks/",
    "rules/say-thanks/": "rules/ask-few-questions/",
    "disagreements/": "disagreements/gift/",
    "disagreements/gift/": "disagreements/linkedin/",
    "articles/": "articles/jobjumpstart/",
    "known/": "countries/",
    "countries/": "sources/",
    "sources/": "rules/say-thanks/",
    "changes/": "rules/say-thanks/",
    "about/": "sources/",
}


class Meter:
    """Bytes and requests since it was last read."""

    def __init__(self, page: Page) -> None:
        self._bytes = self._requests = 0
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", self._finished)

    def _finished(self, event: dict) -> None:
        self._bytes += int(event["encodedDataLength"])
        self._requests += 1

    def read(self) -> tuple[int, int]:
        found = self._bytes, self._requests
        self._bytes = self._requests = 0
        return found


@contextmanager
def metered(browser: Browser) -> Iterator[tuple[Page, Meter]]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    yield page, Meter(page)
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_guidance_is_light(path: str, browser: Browser, built_site: tuple[Path, str]) -> None:
    _, address = built_site
    with metered(browser) as (page, meter):
        with page.expect_response("**/sitemap.xml"):  # a busy machine may be idle half a second before the theme asks
            page.goto(address + path)
        page.wait_for_load_state("networkidle")
        first, first_requests = meter.read()
        page.evaluate("window.same = true")
        heading = page.locator("main h1").text_content()
        page.locator(f'a[href$="{PAGES[path].split("/")[-2]}/"]').first.evaluate("link => link.click()")
        page.wait_for_url(address + PAGES[path])
        page.wait_for_function("h1 => document.querySelector('main h1')?.textContent !== h1", arg=heading)
        page.wait_for_timeout(300)  # for what the new page fetches besides
        following, following_requests = meter.read()
        assert page.evaluate("window.same") is True  # the theme fetched the page alone
    print(f"\n{path or '(home)':22} first {first / 1000:6.1f} kB in {first_requests:2} requests, next {following / 1000:5.1f} kB in {following_requests}", end="")
    assert 20_000 < first < FIRST
    assert 2_000 < following < NEXT
