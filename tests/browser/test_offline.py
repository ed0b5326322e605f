"""Without a network: the checker, the planner and the guide go on; a new build takes over whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from .axe import violations
from .builds import PARTS, Builds
from .page import GOOD, READY, CheckerPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ALL = """async () => {
    const { engine } = (await import(new URL("../assets/checker/modules.js", location)))["checker/engine.js"];
    return [document.querySelector("[data-build]").dataset.build, globalThis.ofBuild, ...engine.rules.builds];
}"""
MINE = "caches.keys().then((names) => names.filter((name) => name.startsWith('afterword ')))"
REGISTERED = "navigator.serviceWorker.getRegistrations().then((all) => all.length)"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


def opened(context: BrowserContext, host: Builds) -> Page:
    """The checker's page, once its copy is kept."""
    page = context.new_page()
    page.goto(host.url + "check/")
    page.wait_for_selector(".ck-offline strong", timeout=READY)
    page.wait_for_selector('.afterword[data-engine="ready"]', timeout=READY)
    return page


def again(page: Page) -> list[str]:
    """Load the page again, and say of which build each part of it is."""
    page.reload()
    page.wait_for_selector('.afterword[data-engine="ready"]', timeout=READY)
    return page.evaluate(ALL)


def updated(page: Page) -> str:
    """Look for a newer build, as the browser does of its own accord; says how that went."""
    return page.evaluate(
        """async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            const found = new Promise((go) => registration.addEventListener("updatefound", () => go(registration.installing)));
            await registration.update().catch(() => {}); // it may fail with the installation, which is looked at below
            const next = registration.waiting ?? (await Promise.race([found, new Promise((go) => setTimeout(go, 5000))]));
            while (next?.state === "installing") await new Promise((go) => setTimeout(go, 50));
            return next?.state ?? "nothing new";
        }"""
    )


def test_who_reads_guidance_has_no_copy(context: BrowserContext, builds: Builds) -> None:
    page = context.new_page()
    for place in ("", "guide/thank-you/", "rules/say-thanks/", "checklist/"):
        page.goto(builds.url + place, wait_until="networkidle")
    assert page.evaluate(REGISTERED) == 0
    assert page.evaluate("caches.keys()") == []
    assert not {"service-worker.js", "assets/checker/offline.js", PARTS} & set(builds.asked)


def test_webassembly_is_left_to_the_browser_which_keeps_what_it_has_compiled(context: BrowserContext, builds: Builds) -> None:
    page = opened(context, builds)
    copied: dict[str, bool] = {}
    context.on("response", lambda response: copied.update({response.url.rsplit("/", 1)[-1]: response.from_service_worker}))
    before = len(builds.asked)
    page.reload()
    page.wait_for_selector('.afterword[data-engine="ready"]', timeout=READY)
    assert (copied["pyodide.asm.wasm"], copied["library.bin"]) == (False, True)
    assert not [place for place in builds.asked[before:] if place.endswith(".wasm")]  # the browser had it


def test_after_one_visit_all_works_without_a_network(context: BrowserContext, builds: Builds) -> None:
    page = CheckerPage(context.new_page(), builds.url)
    page.open()
    page.page.wait_for_selector(".ck-offline strong", timeout=READY)
    builds.stop()
    page.page.reload()
    page.wait_for_engine("ready")
    page.check("Dear [Name],\n\nThank you for Tuesday.\n\nSam")
    assert "fill-every-blank" in page.rules
    for place, heading in (
        ("planner/", "When should I write?"),
        ("checklist/", "The checklist"),
        ("guide/", "The guide"),
        ("guide/waiting/", "Waiting"),
        ("", "The interview is over"),
    ):
        page.page.goto(builds.url + place)
        assert heading in page.page.locator("h1").inner_text(), place
    page.page.goto(builds.url + "rules/no-pressure/")
    assert "not kept on this device" in page.page.locator("h1").inner_text()
    page.page.get_by_role("link", name="The checklist").click()
    assert "The checklist" in page.page.locator("h1").inner_text()


def test_pages_are_kept_as_they_are_visited(context: BrowserContext, builds: Builds) -> None:
    builds.folder = builds.make("one")
    page = opened(context, builds)
    page.goto(builds.url + "rules/say-thanks/")
    page.goto(builds.url + "rules/?stage=check-in")
    page.wait_for_load_state("networkidle")
    builds.stop()
    for place, heading in (("rules/say-thanks/", "Say thank you"), ("rules/?stage=thank-you", "Rules")):
        page.goto(builds.url + place)
        assert heading in page.locator("h1").inner_text()


def test_pages_change_without_a_new_document_and_without_a_network(context: BrowserContext, builds: Builds) -> None:
    builds.folder = builds.make("one")
    page = opened(context, builds)
    again(page)
    page.wait_for_load_state("networkidle")
    builds.stop()
    again(page)
    page.locator("#ck-draft").fill(GOOD)
    page.evaluate("globalThis.same = true")
    for tab, heading in (("Guide", "The guide"), ("When to write", "When should I write?"), ("Check a draft", "Check your message")):
        page.locator(".md-tabs").get_by_role("link", name=tab).click()
        page.locator("h1", has_text=heading).wait_for()
    page.wait_for_selector("#ck-draft")
    assert page.evaluate("globalThis.same") is True
    assert page.locator("#ck-draft").input_value() == GOOD


def test_a_new_build_takes_over_whole(context: BrowserContext, builds: Builds) -> None:
    one, two = builds.make("one"), builds.make("two")
    builds.folder = one
    page = opened(context, builds)
    assert page.evaluate(ALL) == ["one"] * 5
    before = page.evaluate(MINE)
    assert len(before) == 1
    builds.folder = two
    assert again(page) == ["one"] * 5  # the new one is not complete yet, and nothing of it is here
    assert updated(page) == "installed"
    assert page.evaluate(ALL) == ["one"] * 5
    # It takes over before anybody has touched the page, which then begins again. What looks into a page touches it.
    loads: list[Page] = []
    page.on("load", lambda page: loads.append(page))
    page.goto(builds.url + "check/")
    for _ in range(150):
        page.wait_for_timeout(100)
        if len(loads) == 2:
            break
    assert len(loads) == 2
    page.wait_for_selector('.afterword[data-engine="ready"]', timeout=READY)
    assert page.evaluate(ALL) == ["two"] * 5
    after = page.evaluate(MINE)
    assert len(after) == 1 and after != before
    builds.stop()
    assert again(page) == ["two"] * 5


def test_only_what_has_changed_is_fetched_again(context: BrowserContext, builds: Builds) -> None:
    builds.folder = builds.make("one")
    page = opened(context, builds)
    builds.folder = builds.make("two")
    builds.asked.clear()
    assert updated(page) == "installed"
    assert {PARTS, "assets/checker/worker.js", "check/"} <= set(builds.asked)
    assert not {"assets/planner/planner.js", "planner/"} & set(builds.asked)
    assert not [each for each in builds.asked if each.endswith((".wasm", "library.bin"))]


@pytest.mark.parametrize("fault", ["a file is missing", "a file is of the build before"])
def test_a_build_that_is_not_whole_never_takes_over(fault: str, context: BrowserContext, builds: Builds) -> None:
    one, two = builds.make("one"), builds.make("two")
    builds.folder = one
    page = opened(context, builds)
    (two / PARTS).unlink()
    if fault == "a file is of the build before":
        builds.write(two, PARTS, (one / PARTS).read_text())
    builds.folder = two
    assert updated(page) == "redundant"
    assert again(page) == again(page) == ["one"] * 5


def test_a_draft_in_another_tab_keeps_its_build(context: BrowserContext, builds: Builds) -> None:
    one, two = builds.make("one"), builds.make("two")
    builds.folder = one
    page = opened(context, builds)
    page.locator("#ck-draft").fill(GOOD)
    builds.folder = two
    assert updated(page) == "installed"
    other = context.new_page()
    other.goto(builds.url + "check/")
    other.wait_for_selector('.afterword[data-engine="ready"]', timeout=READY)
    other.wait_for_timeout(500)
    assert other.evaluate(ALL) == page.evaluate(ALL) == ["one"] * 5
    assert page.locator("#ck-draft").input_value() == GOOD


def test_the_copy_can_be_removed_for_good_and_made_again(context: BrowserContext, builds: Builds) -> None:
    builds.folder = builds.make("one")
    page = opened(context, builds)
    assert "turn off your network" in page.locator(".ck-offline").inner_text()
    page.get_by_role("button", name="Remove the offline copy").click()
    keep = page.get_by_role("button", name="Keep an offline copy")
    keep.wait_for()
    assert keep.evaluate("button => button === document.activeElement")
    assert "No copy is kept" in page.locator('.afterword > [role="status"]').inner_text()
    assert page.evaluate(MINE) == []
    assert violations(page, ".ck-offline") == []
    assert keep.evaluate("button => button.getBoundingClientRect().height") >= 44
    again(page)
    page.goto(builds.url + "rules/say-thanks/")
    page.goto(builds.url + "check/")
    keep.wait_for()
    assert page.evaluate(MINE) == []
    assert page.evaluate(REGISTERED) == 0
    keep.click()
    page.get_by_role("button", name="Remove the offline copy").wait_for(timeout=READY)
    assert len(page.evaluate(MINE)) == 1


def test_other_sites_of_the_host_keep_what_is_theirs(context: BrowserContext, builds: Builds) -> None:
    builds.folder = builds.make("one")
    page = context.new_page()
    page.goto(builds.url)
    page.evaluate("async () => { await caches.open('theirs'); await caches.open('afterword /other/ 1'); }")
    page.goto(builds.url + "check/")
    page.get_by_role("button", name="Remove the offline copy").click(timeout=READY)
    page.get_by_role("button", name="Keep an offline copy").wait_for()
    assert page.evaluate("caches.keys()") == ["theirs", "afterword /other/ 1"]
    assert page.evaluate("fetch('/elsewhere').then((answer) => answer.status)") == 404


def test_a_check_asks_the_network_for_nothing_and_leaves_nothing_in_the_copy(context: BrowserContext, builds: Builds) -> None:
    builds.folder = builds.make("one")
    page = opened(context, builds)
    again(page)
    page.wait_for_load_state("networkidle")
    builds.asked.clear()
    page.locator("#ck-draft").fill(GOOD + " quetzalcoatl")
    page.get_by_role("button", name="Check", exact=True).click()
    page.wait_for_selector(".afterword[data-checked]")
    page.wait_for_timeout(300)
    assert set(builds.asked) <= {"service-worker.js"}  # the browser itself looks whether there is a newer one
    kept = page.evaluate(
        """async () => (await Promise.all((await caches.keys()).map(async (name) => {
            const cache = await caches.open(name);
            return Promise.all((await cache.keys()).map(async (request) => request.url + (await (await cache.match(request)).text())));
        }))).flat()"""
    )
    assert len(kept) > 50
    assert not any("quetzalcoatl" in each for each in kept)
