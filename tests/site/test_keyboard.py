"""The site without a mouse: what has the focus is in sight and marked, menus open and close, nothing is a trap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Site = tuple[Path, str]
# What is wrong with the element that has the focus; null at the end of the page.
FAULT = """() => {
    const at = document.activeElement;
    if (at === document.body) return null;
    const shown = at.matches(".md-option") ? at.nextElementSibling : at.matches(".md-search__input") ? at.form : at;
    const name = (at.ariaLabel || at.textContent).trim().slice(0, 40) || at.id || at.className;
    const { left, right, top, bottom } = shown.getClientRects()[0] ?? {};
    if (left === undefined || right <= 0 || left >= innerWidth || bottom <= 0 || top >= innerHeight) return `${name}: out of sight`;
    if (getComputedStyle(shown).outlineStyle === "none") return `${name}: not marked`;
    const header = document.querySelector(".md-header");
    if (!header.contains(at) && bottom <= header.getBoundingClientRect().bottom && !at.matches(".md-skip")) return `${name}: below the header`;
    return "";
}"""


@pytest.fixture(scope="module")
def desktop(browser: Browser) -> Iterator[Page]:
    with opened(browser) as page:
        yield page


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    with opened(browser, 360) as page:
        yield page


@pytest.fixture
def moving_phone(phone: Page) -> Iterator[Page]:
    """The same for a reader who does not mind motion."""
    phone.emulate_media(reduced_motion="no-preference")
    yield phone
    phone.emulate_media(reduced_motion="reduce")


def visit(page: Page, address: str) -> None:
    """Opens a page as the theme likes it: it needs the list of pages to know which are its own."""
    page.goto("about:blank")
    with page.expect_response("**/sitemap.xml"):
        page.goto(address)
    page.locator(".aw-menu").first.wait_for(state="attached")


def focused(page: Page) -> str:
    return page.evaluate("(({ ariaLabel, textContent }) => ariaLabel || textContent.trim())(document.activeElement)")


def expect_focus(page: Page, selector: str) -> None:
    from playwright.sync_api import expect

    expect(page.locator(selector)).to_be_focused()


def menu(page: Page) -> None:
    page.locator(".md-header .aw-menu[data-for=__drawer]").focus()
    page.keyboard.press("Enter")
    expect_focus(page, ".aw-close")


@pytest.mark.parametrize("width", ["desktop", "phone"])
@pytest.mark.parametrize("path", ["", "guide/thank-you/", "rules/", "disagreements/"])
def test_each_stop_is_in_sight_and_marked(path: str, width: str, request, built_site: Site) -> None:
    page = request.getfixturevalue(width)
    visit(page, built_site[1] + path)
    faults = []
    for key in ("Tab", "Shift+Tab"):
        stops = 0
        while stops < 60 and (fault := (page.keyboard.press(key), page.evaluate(FAULT))[1]) is not None:
            stops += 1
            faults += [f"{key}: {fault}"] if fault else []
        assert stops > 15
    assert faults == []


def test_the_link_to_the_content_skips_the_navigation(desktop: Page, built_site: Site) -> None:
    visit(desktop, built_site[1] + "guide/thank-you/")
    desktop.keyboard.press("Tab")
    assert focused(desktop) == "Skip to content"
    desktop.keyboard.press("Enter")
    expect_focus(desktop, "main h1")
    desktop.keyboard.press("Tab")
    assert desktop.evaluate("document.activeElement.closest('.md-content__inner') !== null")


def test_the_menu_opens_and_closes_and_gives_the_focus_back(phone: Page, built_site: Site) -> None:
    visit(phone, built_site[1] + "guide/thank-you/")
    menu(phone)
    opener = phone.locator(".md-header .aw-menu[data-for=__drawer]")
    assert opener.get_attribute("aria-expanded") == "true"
    assert phone.locator(".md-content").evaluate("each => each.inert")
    phone.keyboard.press("Escape")
    assert focused(phone) == "Menu"
    assert opener.get_attribute("aria-expanded") == "false"
    assert not phone.locator(".md-content").evaluate("each => each.inert")


def test_the_lists_of_the_menu_open_and_close(phone: Page, built_site: Site) -> None:
    visit(phone, built_site[1] + "guide/thank-you/")
    menu(phone)
    shown = []
    for key in ("Tab", "Tab", "Space", "Tab", "Shift+Tab", "Enter"):
        phone.keyboard.press(key)
        phone.wait_for_timeout(100)  # the focus follows the list that opens or closes
        shown.append(focused(phone))
    assert shown == [
        "Guide",  # the way back from the list above
        "In the order of your days",
        "In the order of your days",  # now what opens that list
        "By channel",
        "In the order of your days",
        "In the order of your days",
    ]
    phone.keyboard.press("Tab")
    assert focused(phone) == "Before you leave"


@pytest.mark.parametrize("name", ["Guide", "Rules"])
def test_a_list_that_slides_in_comes_to_rest_in_sight(name: str, moving_phone: Page, built_site: Site) -> None:
    phone = moving_phone
    visit(phone, built_site[1])
    menu(phone)
    phone.wait_for_function("() => document.querySelector('.md-sidebar--primary').getBoundingClientRect().left === 0")
    opener = phone.locator(".md-nav--primary > ul > li > :is(label, .md-nav__container label)").filter(has_text=name)
    opener.first.dispatch_event("click")  # as a finger does it; Playwright's own click scrolls the list into place
    phone.wait_for_function("() => document.activeElement.matches('.md-nav__title')")
    assert focused(phone) == name
    phone.wait_for_timeout(400)  # the theme slides for a quarter of a second
    assert phone.locator(".md-sidebar--primary .md-sidebar__scrollwrap").evaluate("each => each.scrollLeft") == 0


def test_a_link_in_the_menu_leads_to_the_heading(phone: Page, built_site: Site) -> None:
    visit(phone, built_site[1] + "guide/thank-you/")
    menu(phone)
    phone.locator(".md-nav--primary").get_by_role("link", name="Waiting").focus()
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/guide/waiting/")
    expect_focus(phone, "main h1")
    phone.wait_for_timeout(300)  # the theme closes the menu a little later
    expect_focus(phone, "main h1")
    assert not phone.locator("#__drawer").is_checked()


def test_the_closed_search_gives_the_focus_back(phone: Page, desktop: Page, built_site: Site) -> None:
    for page, opener in ((phone, ".aw-menu[data-for=__search]"), (desktop, ".md-option:checked")):
        visit(page, built_site[1] + "rules/say-thanks/")
        page.locator(opener).focus()
        page.keyboard.press("Enter" if page is phone else "Tab")
        assert page.evaluate("document.activeElement.matches('.md-search__input')")
        page.keyboard.insert_text("thank")
        page.keyboard.press("Escape")
        expect_focus(page, opener)
        assert not page.locator("#__search").is_checked()


def test_the_colours_change_by_keyboard(desktop: Page, built_site: Site) -> None:
    visit(desktop, built_site[1] + "about/")
    desktop.locator(".md-option:checked").focus()
    schemes = []
    for key in ("Space", "Enter", "Space"):
        desktop.keyboard.press(key)
        schemes.append(desktop.evaluate("document.body.dataset.mdColorMedia"))
    assert schemes == ["(prefers-color-scheme: light)", "(prefers-color-scheme: dark)", "(prefers-color-scheme)"]


@pytest.mark.parametrize("key", ["n", "p", "s", "/", "."])
def test_a_key_hit_by_chance_does_nothing(key: str, desktop: Page, built_site: Site) -> None:
    """WCAG 2.2, 2.1.4: people who speak their input, or whose hands shake, press such keys unawares."""
    visit(desktop, built_site[1] + "guide/waiting/")
    desktop.keyboard.press(key)
    desktop.wait_for_timeout(200)
    assert desktop.url.endswith("/guide/waiting/")
    assert not desktop.locator("#__search").is_checked()


def test_screen_readers_hear_headings_and_where_they_are(desktop: Page, built_site: Site) -> None:
    visit(desktop, built_site[1] + "guide/thank-you/")
    heard = desktop.locator("main").aria_snapshot()
    assert '- heading "The thank-you" [level=1]' in heard
    assert ' #"' not in heard
    assert desktop.locator("[aria-current]").all_text_contents()[0].strip() == "Guide"
    assert desktop.locator("[aria-current=page]").inner_text() == "The thank-you"
