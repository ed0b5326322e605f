"""When something breaks: what is said, that the draft stays, and that there is another way to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .page import GOOD, CheckerPage
from .planner_page import PlannerPage
from .test_loading import with_worker

if TYPE_CHECKING:
    from playwright.sync_api import Browser

OLD_WORKERS = """const Real = Worker;
globalThis.Worker = class { constructor(source) { return new Real(source); } addEventListener() {} terminate() {} };"""
# Storage as a browser denies it that blocks all site data: each look at it throws.
DENIED = """const denied = { get() { throw new DOMException("denied", "SecurityError"); }, configurable: true };
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(globalThis, name, denied);
Object.defineProperty(Navigator.prototype, "serviceWorker", denied);"""
HANG = "for (;;);"


def failed(page: CheckerPage) -> str:
    """What is said once the engine has failed, with the draft still there."""
    page.open(wait=False)
    page.draft.fill(GOOD)
    page.page.get_by_role("button", name="Check", exact=True).click()
    page.wait_for_engine("failed")
    assert page.draft.input_value() == GOOD
    return page.page.locator(".ck-loading").inner_text()


def leads_to_the_checklist(page: CheckerPage, within: str) -> None:
    link = page.page.locator(within).get_by_role("link", name="the checklist")
    assert link.get_attribute("href") == page.url.replace("check/", "checklist/")


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("delete globalThis.WebAssembly", "WebAssembly"),
        ("delete globalThis.Worker", "workers"),
        ("delete globalThis.DecompressionStream", "a way to unpack what travels compressed"),
        (OLD_WORKERS, "workers that are modules"),
    ],
)
def test_a_browser_that_lacks_something_is_told_what(fresh: CheckerPage, script: str, said: str) -> None:
    fresh.page.add_init_script(script)
    words = failed(fresh)
    assert "cannot run in this browser" in words
    assert f"It needs {said}," in words
    assert fresh.page.get_by_role("button", name="Try again").count() == 0  # it would not help
    leads_to_the_checklist(fresh, ".ck-loading")


def test_the_planner_says_so_too(fresh_planner: PlannerPage) -> None:
    fresh_planner.page.add_init_script("delete globalThis.WebAssembly")
    fresh_planner.open(wait=False)
    fresh_planner.wait_for_engine("failed")
    trouble = fresh_planner.page.locator(".ck-loading")
    assert "The planner cannot run in this browser" in trouble.inner_text()
    assert trouble.get_by_role("link", name="usual times").get_attribute("href") == "#the-usual-times"


def test_what_could_not_be_loaded_has_another_way(fresh: CheckerPage) -> None:
    fresh.page.context.route("**/cards.json", lambda route: route.fulfill(status=404, body="gone"))
    assert "could not be loaded" in failed(fresh)
    leads_to_the_checklist(fresh, ".ck-loading")


@pytest.mark.parametrize("crash", ["throw new Error('out of memory')", "setTimeout(() => { null.x; }, 50)"])
def test_a_crash_in_the_middle_of_a_check_is_told_and_the_checker_comes_back(fresh: CheckerPage, crash: str) -> None:
    answer = 'postMessage({ type: "result", id: data.id, answer: report("say-thanks") })'
    with_worker(fresh, f"if (data.draft.includes('boom')) {{ {crash}; }} else {answer};")
    fresh.open()
    fresh.draft.fill(GOOD + " boom")
    fresh.page.get_by_role("button", name="Check", exact=True).click()
    trouble = fresh.page.locator("#ck-trouble")
    trouble.get_by_text("broke down over this draft").wait_for()
    leads_to_the_checklist(fresh, "#ck-trouble")
    fresh.wait_for_engine("ready")
    assert fresh.draft.input_value() == GOOD + " boom"
    fresh.check(GOOD)
    assert trouble.inner_text() == ""


def test_a_check_that_never_ends_gives_way_to_a_new_worker_at_once(fresh: CheckerPage) -> None:
    """The one that takes over has started before: with a worker that needs three seconds to start, it is there in time."""
    with_worker(fresh, HANG)
    slow = "const end = Date.now() + 3000; while (Date.now() < end);\n"
    fresh.open()
    with_worker(fresh, "", slow)  # the last one told counts
    fresh.draft.fill(GOOD)
    fresh.page.evaluate(
        """async () => {
            const { engine } = await ours("checker/engine.js");
            window.times = {};
            engine.addEventListener("slow", () => { times.stopped = performance.now(); });
            engine.addEventListener("state", () => { if (engine.state === "ready") times.ready = performance.now(); });
        }""",
    )
    fresh.page.get_by_role("button", name="Check", exact=True).click()
    fresh.page.locator("#ck-trouble").get_by_text("took too long to check").wait_for(timeout=20_000)
    fresh.page.wait_for_function("() => times.ready >= times.stopped")
    assert fresh.page.evaluate("times.ready - times.stopped") < 1000
    leads_to_the_checklist(fresh, "#ck-trouble")
    assert fresh.draft.input_value() == GOOD


def test_a_check_that_ends_in_time_leaves_one_worker(fresh: CheckerPage) -> None:
    with_worker(fresh, 'setTimeout(() => postMessage({ type: "result", id: data.id, answer: report("x") }), 5500);')
    fresh.open()
    fresh.check(GOOD)
    fresh.page.wait_for_timeout(300)
    assert len([each for each in fresh.page.workers if each.url.startswith("blob:")]) == 1
    assert fresh.page.locator("#ck-trouble").inner_text() == ""


def test_a_browser_that_stores_nothing_checks_all_the_same(fresh: CheckerPage) -> None:
    fresh.page.add_init_script(DENIED)
    with_worker(fresh, 'postMessage({ type: "result", id: data.id, answer: report("say-thanks") });')
    fresh.open()
    fresh.check(GOOD)
    assert fresh.page.locator(".ck-offline").inner_text() == ""  # nothing is promised that cannot be kept


@pytest.mark.parametrize(("over", "words"), [(1, "20,001 characters, 1 more"), (4321, "24,321 characters, 4,321 more")])
def test_a_text_that_is_too_long_is_told_by_how_much(checker: CheckerPage, over: int, words: str) -> None:
    text = ("Thank you. " * 3000)[: 19_999 + over] + "🙂"
    checker.draft.fill(text)
    checker.page.get_by_role("button", name="Check", exact=True).click()
    checker.page.locator("#ck-trouble").get_by_text(words).wait_for()
    assert checker.draft.input_value() == text
    checker.check(GOOD)
    assert checker.page.locator("#ck-trouble").inner_text() == ""


@pytest.mark.parametrize("place", ["check/", "planner/"])
def test_a_browser_too_old_for_the_scripts_is_told(browser: Browser, site_url: str, place: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route("**/assets/checker/main.js", lambda route: route.fulfill(body="let # = 1;", content_type="text/javascript"))
    page.goto(site_url + place)
    note = page.locator("#aw-too-old")
    note.wait_for(timeout=12_000)
    assert "may be too old" in note.inner_text()
    context.close()


def test_a_form_that_comes_late_takes_the_note_back(fresh: CheckerPage) -> None:
    with_worker(fresh, HANG)
    fresh.page.route("**/assets/checker/checker.js", lambda route: route.abort())
    fresh.page.goto(fresh.url)
    note = fresh.page.locator("#aw-too-old")
    note.wait_for()  # at once, as something went wrong
    fresh.page.unroute("**/assets/checker/checker.js")
    fresh.page.reload()
    fresh.wait_for_engine("ready")
    assert not note.is_visible()
    fresh.page.evaluate("dispatchEvent(new Event('error'))")  # a fault elsewhere, while the form is there
    assert not note.is_visible()


def test_without_javascript_the_page_says_what_would_stand_here(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "check/")
    assert "Here a form would stand" in page.locator("main").inner_text()
    assert not page.locator("#aw-too-old").is_visible()
    page.locator("main").get_by_role("link", name="The checklist").first.click()
    assert page.locator("h1").inner_text().startswith("The checklist")
    context.close()
