"""Starting from nothing, from blank to blank, and the question before a draft is replaced."""

from __future__ import annotations

import pytest

from .axe import violations
from .page import CheckerPage

BLANK_TEXT = "Dear [Name],\n\nThank you for [Something they said].\n\n[Your name]"


@pytest.fixture
def dialog(checker: CheckerPage):
    return checker.page.locator("dialog[open]")


def start(checker: CheckerPage) -> None:
    checker.page.get_by_role("button", name="Start from nothing").click()
    checker.page.wait_for_selector("dialog[open]")


def put_in(checker: CheckerPage) -> None:
    """Take the message over. A browser tells of a dialog's end a moment after it; then the box is filled."""
    checker.page.get_by_role("button", name="Put the message in").click()
    checker.page.wait_for_selector("dialog", state="detached")


def selected(checker: CheckerPage) -> str:
    return checker.draft.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")


def test_facts_are_filled_in_and_words_are_left(checker: CheckerPage, dialog) -> None:
    start(checker)
    dialog.get_by_label("Who interviewed you").first.fill("Dana Ortiz")
    dialog.get_by_label("Company", exact=True).fill("Northwind Foods")
    dialog.locator("#sk-interview-at").fill("2026-03-03")
    dialog.get_by_label("One thing that you talked").fill("the [returns] desk")
    put_in(checker)
    text = checker.draft.input_value()
    assert text.startswith("Subject: Thank you for the [Position] interview\n\nDear Dana Ortiz,\n")
    assert "on Tuesday" in text
    assert "[Something they said or showed you: the returns desk]" in text
    assert text.endswith("[Your name]")
    assert selected(checker) == "[Position]"
    # The facts are those of the page.
    assert checker.page.locator("#ck-company").input_value() == "Northwind Foods"
    assert checker.page.locator("#ck-interview-interviewers").input_value() == "Dana Ortiz"


def test_the_checker_points_at_each_blank(checker: CheckerPage, dialog) -> None:
    start(checker)
    put_in(checker)
    blanks = checker.page.evaluate(
        "async place => (await ours(place)).blanksIn(document.getElementById('ck-draft').value).length",
        "checker/blanks.js",
    )
    checker.check()
    assert blanks >= 9
    assert len([each for each in checker.underlined() if each.startswith("[")]) == blanks


def test_each_kind_of_message_has_questions_of_its_own(checker: CheckerPage, dialog) -> None:
    start(checker)
    assert dialog.get_by_label("The date that matters").count() == 0
    dialog.get_by_label("What are you sending?").select_option("after-decision")
    dialog.get_by_label("What did they decide?").select_option(label="They made an offer")
    dialog.get_by_label("The date that matters").fill("Friday")
    dialog.get_by_label("How does it go out?").select_option("phone")
    assert dialog.get_by_label("What did they decide?").input_value() == "0"  # another list, chosen from anew
    dialog.get_by_label("What did they decide?").select_option(label="They made an offer")
    put_in(checker)
    assert "- [Your answer, or the day by which you will give it: Friday]" in checker.draft.input_value()
    assert checker.page.locator("#ck-stage").input_value() == "after-decision"
    assert checker.page.locator("#ck-decision").input_value() == "offered"


def test_a_letter_has_no_subject_line(checker: CheckerPage, dialog) -> None:
    start(checker)
    dialog.get_by_label("How does it go out?").select_option("letter")
    put_in(checker)
    assert checker.draft.input_value().startswith("Dear [Name],")


@pytest.mark.parametrize("leave", ["Cancel", "Escape"])
def test_leaving_changes_nothing_and_gives_the_focus_back(checker: CheckerPage, dialog, leave: str) -> None:
    start(checker)
    dialog.get_by_label("Company", exact=True).fill("Northwind Foods")
    if leave == "Escape":
        checker.page.keyboard.press("Escape")
    else:
        dialog.get_by_role("button", name=leave).click()
    checker.page.wait_for_selector("dialog", state="detached")
    assert checker.draft.input_value() == ""
    assert checker.page.locator("#ck-company").input_value() == ""
    assert checker.focused == "Start from nothing"


def test_tab_goes_from_blank_to_blank_and_then_leaves(checker: CheckerPage) -> None:
    place(checker, BLANK_TEXT)
    assert selected(checker) == "[Name]"
    checker.page.keyboard.type("Dana")
    checker.page.keyboard.press("Tab")
    assert selected(checker) == "[Something they said]"
    checker.page.keyboard.press("Tab")
    assert selected(checker) == "[Your name]"
    checker.page.keyboard.press("Shift+Tab")
    assert selected(checker) == "[Something they said]"
    checker.page.keyboard.press("Tab")
    checker.page.keyboard.press("Tab")
    assert checker.focused == "Next blank"
    checker.page.keyboard.press("Enter")
    assert selected(checker) == "[Something they said]"  # and round again


def test_escape_then_tab_leaves_the_box(checker: CheckerPage) -> None:
    place(checker, BLANK_TEXT)
    checker.page.keyboard.press("Escape")
    checker.page.keyboard.press("Tab")
    assert checker.focused == "Next blank"


def test_in_a_draft_of_ones_own_brackets_are_no_blanks(checker: CheckerPage) -> None:
    checker.draft.fill(BLANK_TEXT)
    assert not checker.page.get_by_role("button", name="Next blank").is_visible()
    checker.draft.press("Control+Home")
    checker.draft.press("Tab")
    assert checker.page.evaluate("document.activeElement.id") != "ck-draft"


def place(checker: CheckerPage, text: str) -> None:
    """Have `text` in the box as a skeleton."""
    checker.draft.fill(text)
    checker.page.evaluate("async place => { (await ours(place)).memory.skeleton = true; }", "checker/memory.js")
    checker.draft.press("End")
    checker.draft.dispatch_event("input")
    checker.page.get_by_role("button", name="Next blank").click()


def test_a_sample_asks_before_it_replaces_a_draft(checker: CheckerPage, dialog) -> None:
    checker.draft.fill("My own words.")
    for refuse in ("Keep my draft", "Escape"):
        checker.page.get_by_role("button", name="A hurried thank-you").click()
        assert dialog.get_by_role("heading").inner_text() == "Replace your draft?"
        assert checker.focused == "Keep my draft"  # what does no harm comes first
        if refuse == "Escape":
            checker.page.keyboard.press("Escape")
        else:
            checker.page.keyboard.press("Enter")
        checker.page.wait_for_selector("dialog", state="detached")
        assert checker.draft.input_value() == "My own words."
        assert checker.focused == "A hurried thank-you"
    count = checker.checked
    checker.page.get_by_role("button", name="A hurried thank-you").click()
    dialog.get_by_role("button", name="Replace it").click()
    checker.wait_for_report(count)
    assert "My own words." not in checker.draft.input_value()


@pytest.mark.parametrize("width", [1280, 320])
def test_the_dialog_has_nothing_for_axe(checker: CheckerPage, width: int) -> None:
    checker.page.set_viewport_size({"width": width, "height": 800})
    try:
        start(checker)
        assert violations(checker.page) == []
        wide = "() => { const dialog = document.querySelector('dialog'); return dialog.scrollWidth - dialog.clientWidth; }"
        assert checker.page.evaluate(wide) == 0
    finally:
        checker.page.keyboard.press("Escape")
        checker.page.set_viewport_size({"width": 1280, "height": 900})
