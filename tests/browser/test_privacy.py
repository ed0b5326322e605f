"""The draft stays in the reader's browser: in memory, never on the network, in the address or in storage."""

from __future__ import annotations

from urllib.parse import urlsplit

from .page import GOOD, CheckerPage

SECRET = "quetzalcoatl"


def test_after_loading_no_request_leaves_the_page(fresh: CheckerPage) -> None:
    requests: list[str] = []
    fresh.open()
    fresh.page.wait_for_load_state("networkidle")
    fresh.page.context.on("request", lambda request: requests.append(request.url))
    fresh.fill_facts()
    fresh.check(GOOD.replace("Dana Ortiz", "[Name]").replace("next step.", f"next step, {SECRET}!!!"))
    assert len(fresh.rules) >= 2
    fresh.page.locator(".ck-button--primary", has_text="Replace").first.click()
    fresh.page.locator("[data-fold=not-checked] summary").click()
    count = fresh.checked
    fresh.draft.press("a")
    fresh.wait_for_report(count)
    fresh.page.wait_for_timeout(500)
    assert requests == []


def test_everything_that_is_loaded_comes_from_this_site(fresh: CheckerPage) -> None:
    hosts: set[str] = set()
    fresh.page.context.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    fresh.open()
    fresh.check(GOOD)
    assert hosts == {urlsplit(fresh.url).netloc}


def test_nothing_of_the_draft_is_stored_or_put_into_the_address(fresh: CheckerPage) -> None:
    fresh.open()
    fresh.fill_facts(company=SECRET)
    fresh.check(f"{GOOD} {SECRET}")
    kept = fresh.page.evaluate(
        """async () => JSON.stringify([
            location.href, document.cookie, { ...localStorage }, { ...sessionStorage }, history.state,
            await indexedDB.databases(), await caches.keys(),
        ])"""
    )
    assert SECRET not in kept
    assert fresh.page.evaluate("indexedDB.databases().then(list => list.length)") == 0


def test_a_rule_opens_in_a_tab_of_its_own_and_the_draft_stays(fresh: CheckerPage) -> None:
    fresh.open()
    fresh.check(GOOD + " [topic]")
    with fresh.page.context.expect_page() as opened:
        fresh.card("fill-every-blank").locator("h3 a").click()
    opened.value.wait_for_url("**/rules/fill-every-blank/")
    assert fresh.draft.input_value() == GOOD + " [topic]"


def test_coming_back_without_a_new_document_finds_everything(fresh: CheckerPage) -> None:
    """Instant navigation takes the page's elements away and puts new ones in their place."""
    fresh.open()
    fresh.fill_facts()
    fresh.check(GOOD + " [topic]")
    fresh.remount()
    assert fresh.draft.input_value() == GOOD + " [topic]"
    assert fresh.page.locator("#ck-me").input_value() == "Sam Reyes"
    assert "fill-every-blank" in fresh.rules
    assert fresh.underlined() == ["[topic]"]
    assert fresh.page.locator(".afterword").get_attribute("data-engine") == "ready"


def test_closing_the_tab_asks_when_there_is_something_to_lose(fresh: CheckerPage) -> None:
    asked: list[str] = []
    fresh.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    fresh.open(wait=False)
    fresh.draft.press_sequentially("Dear Dana")
    fresh.page.close(run_before_unload=True)
    fresh.page.wait_for_event("close")
    assert asked == ["beforeunload"]
