"""The verdict begins with what the draft was read as, and a better guess is one press away."""

from __future__ import annotations

from playwright.sync_api import expect

from .axe import violations
from .page import GOOD, CheckerPage

ASKING = """Subject: Lab Technician interview

Dear Karen,

I have not heard back yet about the Lab Technician role that we spoke about. Is there any news?

Kind regards,
Sam Reyes"""
OFFER = "It looks like a check-in: check it as that"


def read_as(checker: CheckerPage) -> str:
    return checker.page.locator("#ck-read-as").inner_text()


def test_a_draft_that_looks_like_something_else_is_checked_as_that_with_one_press(checker: CheckerPage) -> None:
    checker.check(ASKING)
    assert read_as(checker) == "Read as a thank-you by email."
    assert "say-thanks" in checker.rules
    count = checker.checked
    checker.page.get_by_role("button", name=OFFER).click()
    checker.wait_for_report(count)
    assert read_as(checker) == "Read as a check-in by email."
    assert "say-thanks" not in checker.rules
    assert checker.page.locator("#ck-stage").input_value() == "check-in"
    assert not checker.page.get_by_role("button", name=OFFER).is_visible()
    assert checker.focused == checker.page.locator(".ck-card h3, #ck-results-title").first.text_content()
    expect(checker.page.locator('.afterword > [role="status"]')).to_contain_text(f"Read as a check-in now. {checker.verdict}.")


def test_who_chose_a_kind_is_not_asked_again_and_can_change_it(checker: CheckerPage) -> None:
    checker.page.locator("#ck-stage").select_option("other-offer")
    checker.page.locator("#ck-channel").select_option("text")
    checker.check(ASKING)
    assert read_as(checker) == "Read as news of another offer in a text message."
    assert not checker.page.get_by_role("button", name=OFFER).is_visible()
    checker.page.get_by_role("button", name="Change", exact=True).click()
    assert checker.page.evaluate("document.activeElement.id") == "ck-stage"


def test_a_guess_that_is_refused_leaves_the_verdict_too(checker: CheckerPage) -> None:
    checker.check(ASKING)
    checker.page.get_by_role("button", name="No: What are you sending, not Check-in while you wait").click()
    assert not checker.page.get_by_role("button", name=OFFER).is_visible()


def test_the_verdict_is_told_aloud_with_its_counts(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(GOOD)
    expect(checker.page.locator('.afterword > [role="status"]')).to_have_text("Ready to send. Nothing found.")
    limits = checker.page.locator(".ck-verdict > p:last-child")
    assert limits.inner_text().startswith("No rule stands against it.")
    assert "ck-quiet" not in (limits.get_attribute("class") or "")


def test_axe_finds_nothing_with_an_offer_in_the_verdict(checker: CheckerPage) -> None:
    checker.check(ASKING)
    checker.draft.press("Control+Home")
    try:
        for width in (1280, 360):
            checker.page.set_viewport_size({"width": width, "height": 900})
            assert violations(checker.page, ".afterword", preload=False) == [], width
    finally:
        checker.page.set_viewport_size({"width": 1280, "height": 900})
