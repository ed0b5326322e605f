"""Where the engine starts with the page, the theme's script comes later: at rest, or when somebody wants what it serves."""

from __future__ import annotations

from playwright.sync_api import Browser, Route

from .builds import Builds
from .page import CheckerPage

HERE = "() => Boolean(globalThis.document$)"
WORDS = "My own words, which nobody has written down elsewhere."


def without_engine(page: CheckerPage) -> list[Route]:
    """Open the page, and let the engine wait for its Python, which is what is returned."""
    held: list[Route] = []
    page.page.context.route("**/pyodide.asm.wasm", lambda route: held.append(route))
    page.open(wait=False)
    page.wait_for_engine("loading")
    return held


def test_it_comes_when_the_engine_is_ready_and_nothing_is_pressed(fresh: CheckerPage) -> None:
    held = without_engine(fresh)
    fresh.page.wait_for_timeout(1500)
    assert not fresh.page.evaluate(HERE)
    # Pressed within the page, as a busy machine may take a second from one press to the next, and before the engine is ready.
    fresh.page.evaluate("globalThis.pressing = setInterval(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'a' })), 50)")
    held[0].continue_()
    fresh.wait_for_engine("ready")
    fresh.page.wait_for_timeout(1600)
    assert not fresh.page.evaluate(HERE)
    fresh.page.evaluate("clearInterval(pressing)")
    fresh.page.wait_for_function(HERE)


def test_the_search_works_for_who_moves_there_before(fresh: CheckerPage) -> None:
    without_engine(fresh)
    field = fresh.page.get_by_role("textbox", name="Search")
    field.click()
    field.press_sequentially("deadline")
    fresh.page.locator(".md-search-result__item").first.wait_for()


def test_the_colours_are_those_of_the_system_before_it_comes(fresh: CheckerPage) -> None:
    fresh.page.emulate_media(color_scheme="dark")
    without_engine(fresh)
    assert fresh.page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert not fresh.page.evaluate(HERE)


def test_the_choice_of_colours_can_be_reached_by_keyboard_once_it_is_there(fresh: CheckerPage) -> None:
    without_engine(fresh)
    fresh.page.get_by_role("textbox", name="Search").focus()
    fresh.page.wait_for_function(HERE)
    assert fresh.page.locator(".md-option:checked + label:not([hidden])").count() == 1


def test_what_is_written_outlives_a_link_that_is_followed_before(browser: Browser, builds: Builds) -> None:
    builds.folder = builds.make("one")
    page = browser.new_page()
    page.goto(builds.url + "check/")
    page.locator("#ck-draft").fill(WORDS)
    page.evaluate("globalThis.same = true")
    assert not page.evaluate(HERE)
    page.evaluate("""document.querySelector('.md-tabs a[href$="planner/"]').click()""")
    page.locator("#afterword-planner .afterword").wait_for()
    page.go_back()
    page.wait_for_selector("#ck-draft")
    assert page.evaluate("globalThis.same") is True
    assert page.locator("#ck-draft").input_value() == WORDS
    page.close()


def test_without_it_links_are_links(fresh: CheckerPage) -> None:
    fresh.page.context.route("**/assets/javascripts/bundle.*.js", lambda route: route.abort())
    fresh.open()
    fresh.page.locator(".md-tabs").get_by_role("link", name="When to write").click()
    fresh.page.wait_for_url("**/planner/")
    fresh.page.locator("#afterword-planner .afterword").wait_for()


def test_other_pages_have_it_from_the_first(fresh: CheckerPage) -> None:
    fresh.page.goto(f"{fresh.site}checklist/")
    assert fresh.page.evaluate(HERE)
