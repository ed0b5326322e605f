"""While the engine comes, when it does not come, and when it does not come back."""

from __future__ import annotations

import gzip

from playwright.sync_api import Route

from .page import GOOD, CheckerPage, EnginePage

# A worker that starts at once and then does as it is told by `answer`, a JavaScript statement.
STUB = """
postMessage({{ type: "rules", rules: {{ rules: [] }} }});
postMessage({{ type: "ready" }});
addEventListener("message", ({{ data }}) => {{
    const report = (found) => ({{ verdict: "ready", findings: [], passed: [found], not_checked: [] }});
    {answer}
}});
"""


def with_worker(page: EnginePage, answer: str, before: str = "") -> None:
    """`before` is what it does before it starts."""
    body = before + STUB.format(answer=answer)
    page.page.context.route("**/checker/worker.js", lambda route: route.fulfill(body=body, content_type="text/javascript"))


def test_progress_is_told_in_words_and_a_draft_waits_for_the_engine(fresh: CheckerPage) -> None:
    held: list[Route] = []
    fresh.page.context.route("**/pyodide.asm.wasm", lambda route: held.append(route))
    fresh.open(wait=False)
    fresh.wait_for_engine("loading")
    text = fresh.page.locator("#ck-loading-text")
    text.wait_for()
    assert "about 3 MB, once" in text.inner_text()
    fresh.draft.fill("Dear [Name],")
    fresh.page.get_by_role("button", name="Check", exact=True).click()
    assert "as soon as it is there" in text.inner_text()
    fresh.page.wait_for_function("() => document.querySelector('.ck-loading progress').value > 0.05")
    held[0].continue_()
    fresh.page.wait_for_selector(".ck-card", timeout=60_000)
    assert "fill-every-blank" in fresh.rules
    assert not text.is_visible()


def test_the_engine_starts_while_the_rest_of_the_page_is_on_its_way(fresh: CheckerPage) -> None:
    held: list[Route] = []
    fresh.page.context.route("**/assets/checker/main.js", lambda route: held.append(route))
    with fresh.page.context.expect_event("request", lambda request: request.url.endswith("/assets/engine/parts.json")):
        fresh.page.goto(fresh.url, wait_until="commit")
    assert fresh.page.locator(".afterword").count() == 0
    while not held:
        fresh.page.wait_for_timeout(20)
    held[0].continue_()
    fresh.wait_for_engine("ready")


def test_where_data_are_to_be_saved_the_engine_waits_for_somebody_to_use_the_page(fresh: CheckerPage) -> None:
    fresh.page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    fresh.open(wait=False)
    fresh.wait_for_engine("idle")
    fresh.page.wait_for_timeout(500)
    fresh.wait_for_engine("idle")
    fresh.draft.focus()
    fresh.wait_for_engine("ready")


def test_a_failed_download_can_be_tried_again(fresh: CheckerPage) -> None:
    fresh.page.context.route("**/pyodide.asm.wasm", lambda route: route.abort())
    fresh.open(wait=False)
    fresh.draft.fill("Dear [Name],")
    fresh.wait_for_engine("failed")
    assert "could not be loaded" in fresh.page.locator(".ck-loading").inner_text()
    fresh.page.context.unroute("**/pyodide.asm.wasm")
    fresh.page.get_by_role("button", name="Try again").click()
    fresh.wait_for_engine("ready")
    assert fresh.draft.input_value() == "Dear [Name],"
    fresh.check()
    assert "fill-every-blank" in fresh.rules


def test_a_worker_that_does_not_begin_is_followed_by_another(fresh: CheckerPage) -> None:
    fresh.page.context.route("**/checker/worker.js", lambda route: route.abort(), times=1)
    fresh.open()
    assert not fresh.page.locator(".ck-loading").is_visible()


def test_a_missing_file_is_a_failure_and_not_a_long_wait(fresh: CheckerPage) -> None:
    fresh.page.context.route("**/cards.json", lambda route: route.fulfill(status=404, body="gone"))
    fresh.open(wait=False)
    fresh.wait_for_engine("failed")
    assert "404" in fresh.page.locator(".ck-loading").inner_text()


def test_a_library_that_was_tampered_with_is_refused(fresh: CheckerPage) -> None:
    fresh.page.context.route("**/library.bin", lambda route: route.fulfill(body=gzip.compress(b"PK\x05\x06" + b"\0" * 18)))
    fresh.open(wait=False)
    fresh.wait_for_engine("failed")


def test_a_check_that_never_ends_is_stopped_and_the_draft_kept(fresh: CheckerPage) -> None:
    with_worker(fresh, "for (;;);")
    fresh.open()
    fresh.draft.fill(GOOD)
    fresh.page.get_by_role("button", name="Check", exact=True).click()
    fresh.page.wait_for_function("() => document.getElementById('ck-trouble').textContent.includes('too long')", timeout=20_000)
    fresh.wait_for_engine("ready")
    assert fresh.draft.input_value() == GOOD


def test_a_late_answer_to_an_older_draft_is_dropped(fresh: CheckerPage) -> None:
    with_worker(
        fresh,
        """const wait = data.draft === "old" ? 800 : 0;
        setTimeout(() => postMessage({ type: "result", id: data.id, answer: report(data.draft) }), wait);""",
    )
    fresh.open()
    fresh.draft.fill("old")
    fresh.page.get_by_role("button", name="Check", exact=True).click()
    fresh.draft.fill("new")
    fresh.wait_for_report(0)
    assert fresh.page.locator("[data-fold=passed] li").text_content().startswith("new")
    assert fresh.checked == 1
