"""The pages in a real browser: readable by everybody, on a phone too, and in touch with nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from browsing import COLOURS, PAGES, opened, paint, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Site = tuple[Path, str]
# What readers with dyslexia or low vision may set for themselves: WCAG 2.2, 1.4.12.
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }");
    document.adoptedStyleSheets = [sheet];
}"""


@pytest.fixture(scope="module", params=[1280, 360], ids=["desktop", "phone"])
def sized(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[Page, int]]:
    """A page of the width of a desktop or of a phone, the same for all tests of that width; and the width."""
    with opened(browser, request.param) as page:
        yield page, request.param


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible(path: str, sized: tuple[Page, int], built_site: Site) -> None:
    page, width = sized
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="screen", color_scheme="light", forced_colors="none")
    page.goto(built_site[1] + path)
    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
    assert violations(page) == []
    paint(page, "dark")
    assert violations(page, *COLOURS) == []
    assert overflow(page) <= 0
    if width == 360:
        page.set_viewport_size({"width": 320, "height": 900})
        assert overflow(page) <= 0
        page.evaluate(SPACED)
        assert overflow(page) <= 0
    else:
        paint(page, "dark", forced=True)
        assert violations(page, *COLOURS) == []
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 665, "height": 900})  # a sheet of A4 between its margins
        assert overflow(page) <= 0


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def test_no_page_speaks_to_anybody_else(browser: Browser, built_site: Site) -> None:
    site, address = built_site
    with opened(browser) as page:
        requests: list[str] = []
        troubles: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.on(
            "console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None
        )
        files = sorted(site.rglob("*.html"))
        for file in files:
            page.goto(address + file.relative_to(site).as_posix().removesuffix("index.html"))
        assert len(requests) > len(files)
        own = (address, f"blob:{urljoin(address, '/')}", "data:")  # a worker begins with a blob of this site's
        assert [url for url in requests if not url.startswith(own)] == []
        assert troubles == []  # the content security policy complains here


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_the_open_search_is_accessible(scheme: str, width: int, browser: Browser, built_site: Site) -> None:
    with opened(browser, width, scheme) as page:
        page.goto(built_site[1] + "rules/get-the-name-right/")
        page.locator(".aw-menu[data-for=__search]" if width < 500 else ".md-search__input").click()
        page.locator(".md-search__input").press_sequentially("thank")  # the theme listens to keys
        page.locator(".md-search-result__item").first.wait_for()
        assert violations(page) == []


def test_the_closed_search_is_no_stop_for_the_tab_key(browser: Browser, built_site: Site) -> None:
    with opened(browser) as page:
        page.goto(built_site[1])
        page.locator(".md-search__input").focus()
        page.keyboard.press("Escape")
        page.locator(".md-header__source a").wait_for()
        page.locator("[data-md-component=palette] input").first.focus()
        stops = []
        for _ in range(3):
            page.keyboard.press("Tab")
            stops.append(page.evaluate("document.activeElement.className.split(' ')[0]"))
        assert "md-search__scrollwrap" not in stops


@pytest.mark.parametrize(
    ("start", "link", "focused"),
    [
        ("", ".aw-doors a >> nth=0", "The same day"),
        ("", ".md-tabs >> text=About", "How this is made"),
        ("rules/", ".aw-rules a >> text=Get every name right >> nth=0", "Get every name right"),
    ],
)
def test_the_focus_follows_the_reader(start: str, link: str, focused: str, browser: Browser, built_site: Site) -> None:
    from playwright.sync_api import expect

    with opened(browser) as page:
        with page.expect_response("**/sitemap.xml"):  # the theme needs it to know its own pages
            page.goto(built_site[1] + start)
        page.evaluate("window.same = true")
        page.locator(link).click()
        expect(page.get_by_role("heading", name=focused)).to_be_focused()
        assert page.evaluate("window.same") is True  # the document is the one that was opened first
