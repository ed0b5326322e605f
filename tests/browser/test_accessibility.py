"""What tools can see of accessibility: axe on the page with results, reflow, sizes of what is pressed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .axe import violations
from .page import GOOD, CheckerPage

MAIL = "On 1 March 2026 at 9:12, Dana Ortiz <dana@northwind.example> wrote:\n> Thank you for coming in."
FAULTY = GOOD.replace("Dear Dana Ortiz", "Dear [Name]").replace("the next step.", "the next step!!! Reply ASAP 🙂")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("look", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=["light", "dark", "forced"])
def test_axe_finds_nothing(browser, site_url: str, width: int, look: dict[str, str]) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **look)
    try:
        checker = CheckerPage(context.new_page(), site_url)
        checker.open()
        # A sample that is typed over, with a mail that it answers; then a fix that can be undone; then all unfolded.
        checker.page.get_by_role("button", name="A hurried thank-you").click()
        checker.wait_for_report(0)
        checker.check(f"{FAULTY}\n\n{MAIL}")
        expect(checker.page.locator(".ck-undone", has_text="sample")).to_be_visible()
        expect(checker.page.get_by_label("Take it along")).to_be_visible()
        assert violations(checker.page) == []
        count = checker.checked
        for fold in checker.page.locator(".ck-card > .ck-fold > summary").all():
            if fold.is_visible():
                fold.click()
        checker.page.locator(".ck-card .ck-button--primary").first.click()
        checker.wait_for_report(count)
        expect(checker.page.locator(".ck-results").get_by_role("button", name="Undo")).to_be_visible()
        for summary in checker.page.locator(".afterword summary").all():
            if summary.is_visible():
                summary.click()
        assert violations(checker.page) == []
    finally:
        context.close()


def test_at_320_pixels_nothing_has_to_be_scrolled_sideways(checker: CheckerPage) -> None:
    checker.check(FAULTY + " " + "x" * 200)
    checker.page.set_viewport_size({"width": 320, "height": 700})
    try:
        assert checker.page.evaluate("document.documentElement.scrollWidth") == 320
        wide = checker.page.evaluate(
            """() => [...document.querySelectorAll(".afterword *")]
                .filter(each => !each.closest(".ck-hidden") && each.getBoundingClientRect().right > 320.5)
                .map(each => each.className)"""
        )
        assert wide == []
    finally:
        checker.page.set_viewport_size({"width": 1280, "height": 900})


def test_what_is_pressed_is_large_enough(checker: CheckerPage) -> None:
    checker.check(FAULTY)
    for summary in checker.page.locator(".afterword summary").all():
        if summary.is_visible():
            summary.click()
    small = checker.page.evaluate(
        """() => [...document.querySelectorAll(".afterword :is(button, summary, select, textarea, label.ck-tick, label.ck-order__choice, input:not([type=checkbox], [type=radio]))")]
            .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 44)
            .map(each => each.outerHTML.slice(0, 80))"""
    )
    assert small == []


def test_the_mirror_breaks_its_lines_where_the_box_does(checker: CheckerPage) -> None:
    for text in (FAULTY, "long" * 80, "a\tb\n\n", "漢字" * 120, "🎈👩‍👩‍👧‍👦 " * 60):
        checker.draft.fill(text)
        heights = checker.page.evaluate(
            """() => {
                const area = document.getElementById("ck-draft");
                return [area.scrollHeight, document.querySelector(".ck-draft__mirror").scrollHeight];
            }"""
        )
        assert heights[0] == heights[1], text[:20]


def test_levels_do_not_hang_on_colour(checker: CheckerPage) -> None:
    checker.check(FAULTY)
    levels = checker.page.locator(".ck-card__level")
    for place in range(levels.count()):
        assert levels.nth(place).inner_text() in {"Fix", "Improve", "Consider"}
        assert levels.nth(place).locator("svg").count() == 1
    styles = checker.page.evaluate(
        """() => ["error", "warning", "suggestion"].map(level =>
            getComputedStyle(document.querySelector(".ck-draft__mirror"), `::highlight(afterword-${level})`).textDecorationStyle)"""
    )
    assert len(set(styles)) == 3


def test_the_count_is_announced_only_after_a_pause_and_once(checker: CheckerPage) -> None:
    status = checker.page.locator('.afterword [role="status"]')
    checker.check(FAULTY)
    checker.page.wait_for_timeout(1200)
    assert "to fix" in status.inner_text()
    checker.page.evaluate(
        """() => {
            window.said = [];
            new MutationObserver(() => said.push(document.querySelector('.afterword [role="status"]').textContent))
                .observe(document.querySelector('.afterword [role="status"]'), { childList: true, characterData: true, subtree: true });
        }"""
    )
    checker.draft.evaluate("area => area.setSelectionRange(...Array(2).fill(area.value.indexOf('parcels')))")
    checker.draft.press_sequentially("well-packed ", delay=60)
    checker.page.wait_for_timeout(2000)
    assert checker.page.evaluate("said") == []
