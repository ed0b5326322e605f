"""The facts of a sample go with it: nobody's own draft is held against somebody else's interview."""

from __future__ import annotations

import pytest

from .page import GOOD, CheckerPage

GONE = "The facts that came with the sample are gone with it."


@pytest.fixture
def sample(checker: CheckerPage) -> CheckerPage:
    count = checker.checked
    checker.page.get_by_role("button", name="An impatient check-in").click()
    checker.wait_for_report(count)
    assert facts(checker) == ["check-in", "Priya Lindqvist", "Dr Osei"]
    return checker


def facts(checker: CheckerPage) -> list[str]:
    return [checker.page.locator(f"#ck-{field}").input_value() for field in ("stage", "me", "interview-interviewers")]


def type_over(checker: CheckerPage, text: str) -> None:
    checker.draft.press("Control+a")
    checker.page.keyboard.insert_text(text)


def test_another_text_takes_them_away_and_one_press_brings_them_back(sample: CheckerPage) -> None:
    type_over(sample, GOOD)
    assert facts(sample) == ["thank-you", "", ""]
    assert GONE in sample.page.locator(".ck-write").inner_text()
    assert sample.page.locator('.afterword > [role="status"]').inner_text() == GONE
    sample.page.get_by_role("button", name="Bring them back").click()
    assert facts(sample) == ["check-in", "Priya Lindqvist", "Dr Osei"]
    assert GONE not in sample.page.locator(".ck-write").inner_text()


def test_what_the_reader_has_changed_stays(sample: CheckerPage) -> None:
    sample.unfold_facts()
    sample.page.locator("#ck-me").fill("Sam Reyes")
    type_over(sample, GOOD)
    assert facts(sample) == ["thank-you", "Sam Reyes", ""]


def test_a_sample_that_is_mended_keeps_its_facts(sample: CheckerPage) -> None:
    sample.draft.press("Control+End")
    sample.page.keyboard.type("!")
    assert facts(sample) == ["check-in", "Priya Lindqvist", "Dr Osei"]


def test_an_empty_box_has_none_and_the_next_sample_has_its_own(sample: CheckerPage) -> None:
    type_over(sample, "")
    sample.draft.fill("")
    assert facts(sample) == ["thank-you", "", ""]
    count = sample.checked
    sample.page.get_by_role("button", name="A vague withdrawal").click()
    sample.wait_for_report(count)
    assert facts(sample) == ["withdraw", "Jo Abernathy", "Marta Quill"]
    assert GONE not in sample.page.locator(".ck-write").inner_text()


def test_whoever_starts_from_nothing_is_not_asked_about_them(sample: CheckerPage) -> None:
    sample.page.get_by_role("button", name="Start from nothing").click()
    dialog = sample.page.locator("dialog[open]")
    assert dialog.get_by_label("Who interviewed you").first.input_value() == ""
    sample.page.keyboard.press("Escape")
    sample.page.wait_for_selector("dialog", state="detached")
    assert facts(sample)[1] == "Priya Lindqvist"
    sample.page.get_by_role("button", name="Start from nothing").click()
    dialog.get_by_label("Your name").fill("Sam Reyes")
    sample.page.get_by_role("button", name="Put the message in").click()
    sample.page.wait_for_selector("dialog", state="detached")
    assert facts(sample) == ["thank-you", "Sam Reyes", ""]
    assert sample.draft.input_value().endswith("Sam Reyes")


@pytest.mark.parametrize(
    ("before", "after", "another"),
    [
        ("Dear Dana, thank you.", "", True),
        ("Dear Dana, thank you.", "Hello Tom!", True),
        ("Dear Dana, thank you.", "Dear Dana, thank you so much.", False),
        ("Dear Dana, thank you.", "Dear Dana", False),
        ("Dear Dana, thank you.", "you.", True),
        ("", "Dear Dana", False),
        ("", "", False),
    ],
)
def test_what_is_another_text(checker: CheckerPage, before: str, after: str, another: bool) -> None:
    assert checker.call("sample-facts.js", "isAnother", before, after) is another
