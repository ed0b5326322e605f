"""From the first field to a mended draft without a mouse."""

from __future__ import annotations

from .page import GOOD, CheckerPage


def test_a_draft_is_checked_and_mended_by_keyboard(checker: CheckerPage) -> None:
    page = checker.page
    checker.fill_facts()
    checker.draft.focus()
    page.keyboard.insert_text(GOOD.replace("the next step.", "the next step!!!"))
    count = checker.checked
    page.keyboard.press("Control+Enter")
    checker.wait_for_report(count)
    assert page.evaluate("document.activeElement.id") == "ck-draft"  # goes on writing
    page.keyboard.press("Tab")
    assert checker.focused == "Check"
    count = checker.checked
    page.keyboard.press("Enter")
    checker.wait_for_report(count)
    assert checker.focused == checker.verdict  # goes on reading
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('h3') !== null")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.ck-card button')")
    count = checker.checked
    page.keyboard.press("Enter")
    checker.wait_for_report(count)
    assert checker.draft.input_value() == GOOD
    assert checker.focused == "Ready to send"


def test_every_control_can_be_reached_and_shows_that_it_is(checker: CheckerPage) -> None:
    checker.check(GOOD.replace("the next step.", "the next step!!!"))
    checker.unfold_facts()
    checker.page.locator("#ck-stage").focus()
    seen: set[str] = set()
    bare: list[str] = []
    for _ in range(250):
        name, outline = checker.page.evaluate(
            """() => {
                const at = document.activeElement;
                const inside = at.closest(".afterword");
                const name = at.id || at.textContent.trim() || at.ariaLabel || at.value;
                return [inside ? name : "", getComputedStyle(at).outlineStyle];
            }"""
        )
        if not name:
            break
        seen.add(name)
        if outline == "none":
            bare.append(name)
        checker.page.keyboard.press("Tab")
    assert {"ck-stage", "ck-channel", "ck-draft", "Check", "ck-me", "ck-application"} <= seen
    assert bare == []
