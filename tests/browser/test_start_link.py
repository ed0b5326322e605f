"""The way from the guide and the first page to a message that is begun."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .page import CheckerPage


@pytest.mark.parametrize(
    ("fragment", "stage", "channel"),
    [
        ("#start=withdraw", "withdraw", "email"),
        ("#start=check-in,phone", "check-in", "phone"),
        ("#start", "thank-you", "email"),
        ("#start=nonsense,constructor", "thank-you", "email"),
    ],
)
def test_the_address_chooses_the_message_and_is_put_right(checker: CheckerPage, fragment: str, stage: str, channel: str) -> None:
    follow(checker, fragment)
    dialog = checker.page.locator("dialog[open]")
    assert dialog.get_by_label("What are you sending?").input_value() == stage
    assert dialog.get_by_label("How does it go out?").input_value() == channel
    assert checker.page.evaluate("location.hash") == ""
    checker.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_an_address_typed_into_the_open_page_begins_as_well(fresh: CheckerPage) -> None:
    fresh.open(wait=False)
    fresh.draft.wait_for()
    fresh.page.evaluate("location.hash = '#start=withdraw'")
    dialog = fresh.page.locator("dialog[open]")
    expect(dialog.get_by_label("What are you sending?")).to_have_value("withdraw")
    assert fresh.page.url == fresh.url
    fresh.page.keyboard.press("Escape")
    fresh.draft.fill("Dear Dana")
    fresh.page.evaluate("location.hash = '#start=check-in'")
    expect(fresh.page).to_have_url(fresh.url)
    expect(fresh.draft).to_have_value("Dear Dana")
    expect(dialog).to_have_count(0)


def test_what_is_written_or_answered_already_is_left_alone(checker: CheckerPage) -> None:
    checker.page.locator("#ck-channel").select_option("letter")
    follow(checker, "#start=withdraw")
    assert checker.page.evaluate("location.hash") == ""
    assert checker.page.locator("#ck-stage").input_value() == "thank-you"
    assert checker.page.locator("dialog").count() == 0


def test_the_guide_and_the_first_page_lead_to_it(fresh: CheckerPage) -> None:
    for place, link, stage in (("guide/withdrawing/", "Write it now", "withdraw"), ("", "I have nothing yet", "thank-you")):
        fresh.page.goto(fresh.site + place)
        fresh.page.get_by_role("link", name=link).first.click()
        dialog = fresh.page.locator("dialog[open]")
        assert dialog.get_by_label("What are you sending?").input_value() == stage
        assert fresh.page.url == fresh.site + "check/"


def follow(checker: CheckerPage, fragment: str) -> None:
    """Arrive at the page by a link with `fragment`."""
    checker.page.evaluate("fragment => history.replaceState(history.state, '', fragment)", fragment)
    checker.remount()
