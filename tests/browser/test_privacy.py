"""The draft stays in the reader's browser: in memory, never on the network, in the address or in storage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from .leaks import EVERYWHERE, PAGE, Elsewhere
from .page import GOOD, CheckerPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Worker

ASSETS = Path(__file__).resolve().parents[2] / "docs" / "assets"
SECRET = "quetzalcoatl"
WORKER = "globalThis.made = new Worker(URL.createObjectURL(new Blob([''], { type: 'text/javascript' })), { type: 'module' })"


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Elsewhere]:
    made = Elsewhere()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def control() -> Iterator[Elsewhere]:
    """Another one, who is spoken to: what comes late from there is not heard where nobody should be."""
    made = Elsewhere()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def bare(browser: Browser, control: Elsewhere) -> Iterator[Page]:
    """A page without a policy: it shows that each way out would be one."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(control.url)
    yield page
    context.close()


@pytest.fixture(scope="module")
def bare_worker(browser: Browser, control: Elsewhere) -> Iterator[Worker]:
    """A worker of such a page."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(control.url)
    with page.expect_worker() as made:
        page.evaluate(WORKER)
    yield made.value
    context.close()


@pytest.fixture
def tried(checker: CheckerPage) -> Iterator[CheckerPage]:
    """The checker, which other tests share: what an attempt has left on it is taken away."""
    yield checker
    checker.page.evaluate(
        """() => {
            for (const each of document.querySelectorAll(".attempt")) each.remove();
            document.body.style.backgroundImage = "";
            history.replaceState(history.state, "", location.pathname);
        }"""
    )


def heard(elsewhere: Elsewhere, where: Page | Worker, code: str, pause: Page, *, page: bool = True, most: int = 10) -> int:
    """How often somebody elsewhere hears of it when `where` tries, within a second or `most` tenths of one."""
    before = elsewhere.heard
    where.evaluate(elsewhere.script(code, page=page))
    for _ in range(most):
        pause.wait_for_timeout(100)
        if elsewhere.heard > before:
            break
    return elsewhere.heard - before


@pytest.mark.parametrize("way", PAGE)
def test_the_page_cannot_send_a_draft_away(way: str, tried: CheckerPage, bare: Page, control: Elsewhere, elsewhere: Elsewhere) -> None:
    assert heard(control, bare, PAGE[way], bare, most=100) > 0
    assert heard(elsewhere, tried.page, PAGE[way], tried.page) == 0


@pytest.mark.parametrize("way", EVERYWHERE)
def test_the_worker_cannot_send_a_draft_away(way: str, checker: CheckerPage, bare_worker: Worker, control: Elsewhere, elsewhere: Elsewhere) -> None:
    assert heard(control, bare_worker, EVERYWHERE[way], checker.page, page=False, most=100) > 0
    [worker] = [each for each in checker.page.workers if each.url.startswith("blob:")]  # the other one is the search's
    assert heard(elsewhere, worker, EVERYWHERE[way], checker.page, page=False) == 0


def test_inline_scripts_that_are_not_the_themes_do_not_run(tried: CheckerPage) -> None:
    ran = tried.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.className = "attempt";
            script.textContent = "globalThis.strange = true";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<img class='attempt' src='data:,' onerror='globalThis.strange = true'>");
            return new Promise((go) => setTimeout(() => go(globalThis.strange === true), 300));
        }"""
    )
    assert not ran


def test_no_script_of_ours_knows_a_way_out() -> None:
    """What no policy can forbid: leaving for another address with words in it."""
    ways = re.compile(
        r"sendBeacon|XMLHttpRequest|WebSocket|EventSource|WebTransport|BroadcastChannel|importScripts"
        r"|\bwindow\.open|\blocation(?:\.href)?\s*=[^=]|\blocation\.(?:assign|replace)\(|\.submit\(|\.requestSubmit\("
    )
    scripts = [path for path in ASSETS.rglob("*.js")]
    assert len(scripts) > 30
    assert [(path.name, found) for path in scripts for found in ways.findall(path.read_text(encoding="utf-8"))] == []
    fetching = {path.name for path in scripts if re.search(r"(?<![.\w])fetch\(", path.read_text(encoding="utf-8"))}
    assert fetching <= {"ahead.js", "python.js", "skeletons.js"}  # files of this site, at addresses without a word of the draft


def test_after_loading_no_request_leaves_the_page(fresh: CheckerPage) -> None:
    requests: list[str] = []
    fresh.open()
    fresh.wait_for_theme()
    fresh.page.context.on("request", lambda request: requests.append(request.url))
    fresh.fill_facts()
    fresh.check(GOOD.replace("Dana Ortiz", "[Name]").replace("next step.", f"next step, {SECRET}!!!"))
    assert len(fresh.rules) >= 2
    fresh.page.locator(".ck-button--primary", has_text="Replace").first.click()
    fresh.page.locator("[data-fold=not-checked] > summary").click()
    count = fresh.checked
    fresh.draft.press("a")
    fresh.wait_for_report(count)
    fresh.page.wait_for_timeout(500)
    assert requests == []


def test_everything_that_is_loaded_comes_from_this_site(fresh: CheckerPage) -> None:
    addresses: set[str] = set()
    fresh.page.context.on("request", lambda request: addresses.add(request.url))
    fresh.open()
    fresh.check(GOOD)
    hosts = {urlsplit(each).netloc for each in addresses if not each.startswith("blob:")}  # made by the page itself
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
