"""The pages in a real browser: readable by everybody, on a phone too, and in touch with nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# One of each template.
PAGES = (
    "",
    "guide/",
    "guide/thank-you/",
    "planner/",
    "check/",
    "known/",
    "countries/",
    "disagreements/",
    "disagreements/phone/",
    "articles/",
    "articles/jobjumpstart/",
    "changes/",
    "rules/",
    "rules/get-the-name-right/",
    "rules/send-within-a-day/",
    "rules/ask-what-happens-next/",
    "about/",
    "sources/",
    "disagreements/",
    "disagreements/phone/",
    "known/",
    "countries/",
    "404.html",
)
LOOKS = (("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360))
Site = tuple[Path, str]


@contextmanager
def opened(browser: Browser, scheme: str = "light", width: int = 1280) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    """What axe finds, one line for each element."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations)")
    return [
        f"{rule['id']}: {node['html'][:120]}: {node['failureSummary'][:200]}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible(path: str, scheme: str, width: int, browser: Browser, built_site: Site) -> None:
    with opened(browser, scheme, width) as page:
        page.goto(built_site[1] + path)
        page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


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
        assert [url for url in requests if not url.startswith((address, "data:"))] == []
        assert troubles == []  # the content security policy complains here


def test_the_narrowest_screen_scrolls_one_way(browser: Browser, built_site: Site) -> None:
    with opened(browser, width=320) as page:
        for path in PAGES:
            page.goto(built_site[1] + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_the_open_search_is_accessible(scheme: str, width: int, browser: Browser, built_site: Site) -> None:
    with opened(browser, scheme, width) as page:
        page.goto(built_site[1] + "rules/get-the-name-right/")
        page.locator("label.md-header__button[for=__search]" if width < 500 else ".md-search__input").click()
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
