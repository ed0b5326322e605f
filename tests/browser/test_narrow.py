"""On a phone the draft comes first: the questions are a line, and who says so is folded."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .page import GOOD, CheckerPage

FAULTY = GOOD.replace("Dear Dana Ortiz", "Dear [Name]")


@pytest.fixture
def phone(checker: CheckerPage) -> Iterator[CheckerPage]:
    checker.page.set_viewport_size({"width": 360, "height": 800})
    yield checker
    checker.page.set_viewport_size({"width": 1280, "height": 900})


def test_the_box_can_be_seen_without_scrolling(phone: CheckerPage) -> None:
    phone.page.evaluate("scrollTo(0, 0)")
    assert phone.draft.evaluate("area => area.getBoundingClientRect().top") < 500


def test_a_line_says_what_was_answered_and_unfolds_the_questions(phone: CheckerPage) -> None:
    line = phone.page.locator("[data-fold=first] > summary")
    assert line.inner_text().split("\n") == ["Thank-you after an interview, email", "Say who interviewed you and when."]
    assert not phone.page.get_by_label("Who interviewed you?").is_visible()
    line.click()
    phone.page.get_by_label("Who interviewed you?").fill("Dana Ortiz, Tom Baker")
    phone.page.get_by_label("When was the interview?: date").fill("2026-03-03")
    phone.page.get_by_label("How does it go out?").select_option("phone")
    line.click()
    assert line.inner_text().split("\n") == [
        "Thank-you after an interview, phone call (talking points)",
        "Interview with Dana Ortiz, Tom Baker on 3 March.",
    ]


def test_a_question_that_is_needed_unfolds(phone: CheckerPage) -> None:
    phone.check(GOOD)
    phone.page.locator("[data-fold=not-checked] > summary").click()
    phone.page.get_by_role("button", name="when the interview was").first.click()
    assert phone.page.evaluate("document.activeElement.id") == "ck-interview-at"


def test_who_says_so_is_folded_on_a_phone_and_stands_there_on_a_wide_screen(phone: CheckerPage) -> None:
    phone.check(FAULTY)
    card = phone.card("fill-every-blank")
    summary = card.get_by_text("Who says so, and who disagrees")
    assert summary.is_visible() and not card.locator(".ck-sources").first.is_visible()
    summary.click()
    assert card.locator(".ck-sources").first.is_visible()
    phone.page.set_viewport_size({"width": 1280, "height": 900})
    assert not summary.is_visible() and card.locator(".ck-sources").first.is_visible()
