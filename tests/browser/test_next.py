"""What comes after a message that was copied: when to write again, if at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .axe import violations
from .page import GOOD, CheckerPage
from .test_sending import FAULTY, clipboard, press, section  # noqa: F401 (a fixture that is used of its own accord)


def copy_and_wait(checker: CheckerPage) -> str:
    """Copy the message; what is said of the time after it."""
    press(checker, "Copy the message")
    section(checker).locator(".ck-next").wait_for()
    return section(checker).locator(".ck-next p").first.inner_text()


def test_after_a_thank_you_the_check_in_has_a_day_and_a_place_in_the_calendar(
    checker: CheckerPage, tmp_path: Path
) -> None:
    checker.fill_facts()
    checker.page.locator("#ck-interview-at").fill("2026-03-03")
    checker.draft.fill(GOOD)
    line = copy_and_wait(checker)
    assert line.startswith("Next: check in once, on Tuesday 17 March, from 8:00 on.")
    said = checker.page.locator('.afterword [role="status"]').inner_text()
    assert said.startswith("Copied: 74 words") and line in said
    with checker.page.expect_download() as download:
        press(checker, "Add to my calendar")
    download.value.save_as(tmp_path / "next.ics")
    assert "DTSTART:20260317T080000" in (tmp_path / "next.ics").read_text(encoding="utf-8")


def test_what_comes_next_follows_the_facts(checker: CheckerPage) -> None:
    checker.draft.fill(GOOD)
    assert "depends on" in copy_and_wait(checker)
    press(checker, "Go to")
    assert checker.page.evaluate("document.activeElement.id") == "ck-interview-at"
    checker.page.locator("#ck-interview-at").fill("2026-03-03")
    checker.page.wait_for_function("() => document.querySelector('.ck-next p').textContent.includes('17 March')")


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("check-in", "let it rest"),
        ("withdraw", "nothing more"),
        ("after-decision", "until they write"),
        ("other-offer", "their turn"),
    ],
)
def test_after_other_messages_there_is_nothing_to_plan(checker: CheckerPage, stage: str, words: str) -> None:
    checker.fill_facts()
    checker.page.locator("#ck-interview-at").fill("2026-02-17")
    checker.page.locator("#ck-stage").select_option(stage)
    checker.draft.fill(GOOD)
    assert words in copy_and_wait(checker)
    assert section(checker).get_by_role("button", name="Add to my calendar").count() == 0


def test_the_planner_knows_what_was_sent_once_the_reader_says_so(checker: CheckerPage) -> None:
    checker.draft.fill(GOOD)
    copy_and_wait(checker)
    link = section(checker).get_by_role("link", name="I have sent it")
    assert (link.get_attribute("href") or "").endswith("/planner/")
    link.evaluate(
        "link => { link.addEventListener('click', event => event.preventDefault()); link.click(); link.click(); }"
    )
    entries: list[dict[str, Any]] = checker.page.evaluate(
        "async place => (await ours(place)).memory.values.sent.entries", "checker/memory.js"
    )
    assert [(entry["stage"], entry["date"], entry["channel"]) for entry in entries] == [
        ("thank-you", "2026-03-04", "email")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tools_find_nothing_wrong_with_what_can_be_done(checker: CheckerPage, scheme: str) -> None:
    page = checker.page
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    try:
        checker.check(FAULTY + " [day] and [date]")
        checker.card("few-exclamation-marks").get_by_role("button", name="Ignore here").click()
        for rule in checker.page.locator(".ck-results summary:visible").all():
            rule.click()
        copy_and_wait(checker)
        for width in (1280, 360, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert violations(page, ".afterword", preload=False) == []
            assert page.evaluate("document.documentElement.scrollWidth") == width
        small = page.evaluate(
            """() => [...document.querySelectorAll(".afterword :is(a.ck-button, .ck-order__choice, .ck-send button)")]
                .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 44)
                .map(each => each.textContent)"""
        )
        assert small == []
    finally:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light", reduced_motion="no-preference")


def test_a_sample_has_not_been_sent(checker: CheckerPage) -> None:
    sample = checker.page.get_by_role("button", name="A hurried thank-you")
    sample.click()
    checker.wait_for_report(0)
    copy_and_wait(checker)
    sample.click()
    assert not section(checker).locator(".ck-next").is_visible()
