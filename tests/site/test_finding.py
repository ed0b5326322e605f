"""Finding things, in a real browser: the search, and the list of all rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Site = tuple[Path, str]

# What people type, and a page that must be among the first three.
FOUND = {
    "chaser": "guide/checking-in/",
    "no response": "guide/waiting/",
    "ghosted": "guide/waiting/",
    "how long to wait": "guide/waiting/",
    "thank you email": "guide/thank-you/",
    "salary": "rules/leave-pay-out/",
    "linkedin": "rules/wait-to-connect/",
    "typo": "rules/proofread/",
    "emoji": "rules/no-emoji/",
    "rejected": "guide/after-a-no/",
    "two offers": "guide/another-offer/",
    "panel": "guide/several-interviewers/",
    "subject line": "rules/write-a-clear-subject/",
    "follow up": "guide/checking-in/",
    "too late": "rules/send-within-a-day/",
    "Should I call?": "rules/call-only-with-reason/",
    "gift": "rules/no-gifts/",
    "phone": "guide/by-phone/",
    "I’m not interested": "guide/withdrawing/",
    # another ending, a slip of the finger, a little word
    "typos": "rules/proofread/",
    "emojis": "rules/no-emoji/",
    "salaries": "rules/leave-pay-out/",
    "ghostd": "guide/waiting/",
    "rejeted": "guide/after-a-no/",
    "the salary": "rules/leave-pay-out/",
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []
    context.close()


@pytest.fixture(scope="module")
def search(page: Page, built_site: Site) -> Page:
    """A page with its search open."""
    page.goto(built_site[1])
    page.locator(".md-search__input").focus()
    return page


@pytest.mark.parametrize("typed", FOUND)
def test_what_comes_first_helps(typed: str, search: Page, built_site: Site) -> None:
    search.locator(".md-search__input").fill("")
    search.locator(".md-search__input").press("Backspace")  # the theme listens to keys
    search.locator(".md-search-result__item").first.wait_for(state="detached")
    search.locator(".md-search__input").fill(typed[:-1])
    search.locator(".md-search__input").press_sequentially(typed[-1])
    search.locator(".md-search-result__meta", has_text="found").wait_for()
    search.wait_for_timeout(200)  # the theme shows what it finds for each key in turn
    links = search.locator(".md-search-result__item > .md-search-result__link").evaluate_all("links => links.map(link => link.href)")
    assert built_site[1] + FOUND[typed] in [link.partition("#")[0] for link in links[:3]]


def test_where_nothing_is_found_there_is_a_hint(search: Page) -> None:
    search.locator(".md-search__input").fill("")
    search.locator(".md-search__input").press_sequentially("xqzzy")
    search.locator("text=Nothing found. Try one word").wait_for()


@pytest.mark.parametrize("opening", ["field", "address", "after another page"])
def test_the_index_is_fetched_when_somebody_searches(opening: str, browser: Browser, built_site: Site) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    def fetched() -> int:
        return sum(url.endswith("/search_index.json") for url in asked)

    with page.expect_response("**/sitemap.xml"):  # comes with the theme's script, as the index would
        page.goto(built_site[1] + ("?q=salary" if opening == "address" else "rules/no-emoji/"))
    page.wait_for_load_state("networkidle")
    if opening != "address":
        assert fetched() == 0
    if opening == "after another page":
        page.locator(".md-tabs >> text=About").click()
        # The heading takes the focus once all is in place; sooner, it would take it from the search.
        page.wait_for_function("() => document.activeElement.matches('h1')")
        page.wait_for_timeout(400)  # an eighth of a second after a page has changed, the theme closes the search
        assert fetched() == 0
    if opening != "address":
        page.locator(".md-search__input").click()
        page.keyboard.type("salary")
    page.locator(".md-search-result__item").first.wait_for()
    assert fetched() == 1
    context.close()


@pytest.fixture
def rules(page: Page, built_site: Site) -> Page:
    """The list of all rules, as it is opened."""
    open_list(page, built_site, "")
    return page


def open_list(page: Page, site: Site, query: str) -> None:
    with page.expect_response("**/sitemap.xml"):
        page.goto(f"{site[1]}rules/{query}")
    # What shows that the script has come: without a choice the button goes, with one the count is said.
    if query:
        said(page, "rule")
    else:
        page.locator(".aw-filter button").wait_for(state="hidden")


def shown(page: Page) -> list[str]:
    """The ids of the rules in sight."""
    return page.locator(".aw-rules li:not([hidden]) a").evaluate_all("links => links.map(link => link.href.split('/').at(-2))")


def said(page: Page, words: str) -> None:
    page.locator(".aw-filter [role=status]", has_text=words).wait_for()


@pytest.mark.parametrize(
    ("query", "there", "not_there"),
    [
        ("?stage=withdraw", "say-plainly-that-you-withdraw", "ask-few-questions"),
        ("?stage=withdraw", "get-the-name-right", "keep-searching"),
        ("?stage=every", "get-the-name-right", "say-thanks"),
        ("?stage=withdraw&level=warning", "say-thanks", "say-plainly-that-you-withdraw"),
        ("?stage=thank-you&level=error", "say-thanks", "say-plainly-that-you-withdraw"),
        ("?level=advice", "write-notes-at-once", "say-thanks"),
        ("?channel=phone", "prepare-the-call", "write-a-clear-subject"),
        ("?disputed=1", "no-gifts", "get-the-name-right"),
        ("?words=smiley", "no-emoji", "say-thanks"),
        ("?stage=bogus&words=Gift", "no-gifts", "say-thanks"),
    ],
)
def test_the_list_shows_what_fits(query: str, there: str, not_there: str, page: Page, built_site: Site) -> None:
    open_list(page, built_site, query)
    said(page, f"{len(shown(page))} of ")
    assert there in shown(page)
    assert not_there not in shown(page)
    assert page.locator(f".aw-rules li[hidden] a[href*='{not_there}/']").count() == 1


def test_a_choice_goes_into_the_address_and_back_again(rules: Page, built_site: Site) -> None:
    everything = len(shown(rules))
    rules.select_option("[name=stage]", "check-in")
    said(rules, " of ")
    in_check_in = len(shown(rules))
    assert rules.url.endswith("rules/?stage=check-in") and in_check_in < everything
    rules.locator(".aw-filter [type=search]").press_sequentially("name")
    said(rules, " of ")
    assert rules.url.endswith("rules/?words=name&stage=check-in")
    named = shown(rules)
    assert 0 < len(named) < in_check_in
    rules.evaluate("window.same = true")
    rules.locator(".aw-rules li:not([hidden]) a").first.click()
    rules.locator(".aw-facts").wait_for()
    assert rules.url.endswith(f"rules/{named[0]}/")
    rules.go_back()
    rules.locator(".aw-filter button").wait_for(state="visible")
    assert shown(rules) == named
    assert rules.evaluate("window.same")  # no page was loaded anew, which would lose a draft
    rules.go_back()
    rules.locator(".aw-filter button").wait_for(state="hidden")
    assert len(shown(rules)) == everything and rules.input_value("[name=stage]") == ""


def test_clearing_shows_everything(page: Page, built_site: Site) -> None:
    open_list(page, built_site, "?stage=withdraw&disputed=1&words=x")
    page.locator(".aw-filter button").click()
    page.locator(".aw-filter button").wait_for(state="hidden")
    assert page.url.endswith("/rules/")
    assert page.locator(".aw-rules li[hidden], .aw-rules[hidden], .aw-jumps li[hidden]").count() == 0


def test_what_fits_nothing_is_said(rules: Page) -> None:
    rules.locator(".aw-filter [type=search]").press_sequentially("zzz")
    said(rules, "No rule fits")
    assert rules.locator("main h2:not([hidden])").count() == 0


def test_a_level_is_the_one_of_the_message(page: Page, built_site: Site) -> None:
    open_list(page, built_site, "?stage=withdraw")
    line = page.locator(".aw-rules li", has_text="Say thank you")
    assert line.locator(".aw-level:visible").all_text_contents() == ["Improve"]


def test_a_rule_leads_to_the_others_of_its_message(page: Page, built_site: Site) -> None:
    with page.expect_response("**/sitemap.xml"):
        page.goto(built_site[1] + "rules/say-plainly-that-you-withdraw/")
    page.evaluate("window.same = true")
    page.locator(".aw-facts a", has_text="Withdrawal").click()
    said(page, " of ")
    assert page.input_value("[name=stage]") == "withdraw"
    assert page.evaluate("window.same")


def test_without_scripts_a_choice_still_hides_what_does_not_fit(browser: Browser, built_site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(built_site[1] + "rules/")
    page.select_option("[name=stage]", "withdraw")
    page.locator(".aw-rules li", has_text="Ask few questions").wait_for(state="hidden")
    assert page.locator(".aw-rules li", has_text="Say plainly that you withdraw").is_visible()
    assert not page.locator(".aw-filter [type=search]").is_visible()
    context.close()
