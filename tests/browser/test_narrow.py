"""On a phone the draft comes first: the questions are a line, who says so is folded, and a line tells of the points below."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from .page import GOOD, CheckerPage

FAULTY = GOOD.replace("Dear Dana Ortiz", "Dear [Name]")
SEVERAL = FAULTY.replace("the next step.", "the next step!!! Reply ASAP 🙂 I was gonna ask.")


@pytest.fixture
def phone(checker: CheckerPage) -> Iterator[CheckerPage]:
    checker.page.set_viewport_size({"width": 360, "height": 800})
    expect(checker.page.locator("[data-fold=first]:not([open])")).to_be_attached()  # folds follow a frame later
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


def test_who_says_so_is_folded_under_how_many_they_are(phone: CheckerPage) -> None:
    phone.check(FAULTY)
    card = phone.card("fill-every-blank")
    for width in (360, 1280):
        phone.page.set_viewport_size({"width": width, "height": 900})
        assert card.locator("summary", has_text=re.compile(r"^Who says so: \d+ sources")).is_visible()
        assert not card.locator(".ck-sources").first.is_visible()
    card.locator("summary", has_text="Who says so").click()
    assert card.locator(".ck-sources").first.is_visible()


def test_the_fourth_card_and_those_after_it_unfold(phone: CheckerPage) -> None:
    phone.check(SEVERAL)
    cards = phone.page.locator(".ck-card")
    assert cards.count() > 3
    for place in range(cards.count()):
        card = cards.nth(place)
        assert card.locator("h3").is_visible() and card.locator(".ck-card__message").first.is_visible()
        assert card.locator(".ck-card__why").is_visible() == (place < 3)
    last = cards.nth(3)
    last.locator("summary", has_text="Where, why and what to do").click()
    button = last.get_by_role("button", name="Ignore here").first
    button.focus()
    phone.page.set_viewport_size({"width": 1280, "height": 900})
    expect(cards.last.locator(".ck-card__why")).to_be_visible()
    phone.page.set_viewport_size({"width": 360, "height": 800})
    expect(cards.last.locator(".ck-card__why")).to_be_visible(visible=cards.count() == 4)
    assert button.evaluate("button => button === document.activeElement")


def test_a_card_that_moves_below_the_third_stays_unfolded_for_whoever_is_in_it(phone: CheckerPage) -> None:
    phone.check(SEVERAL.replace("[Name]", "Dana Ortiz"))
    third = phone.page.locator(".ck-card").nth(2)
    rule = third.get_attribute("data-rule")
    third.get_by_role("button", name="Ignore here").first.focus()
    count = phone.checked
    phone.draft.evaluate("area => { area.value = area.value.replace('Dana Ortiz', '[Name]'); area.dispatchEvent(new Event('input')); }")
    phone.wait_for_report(count)
    assert phone.rules.index(rule or "") == 3
    assert phone.page.evaluate("document.activeElement.closest('.ck-card')?.dataset.rule") == rule
    assert phone.card(rule or "").locator(".ck-card__why").is_visible()


@pytest.mark.parametrize(
    ("stances", "words"),
    [
        (["for"], "Who says so: 1 source"),
        (["for", "conditional", "against"], "Who says so: 2 sources, 1 disagrees"),
        (["for", "against", "against"], "Who says so: 1 source, 2 disagree"),
        (["against"], "Who disagrees, and why"),
    ],
)
def test_the_sources_in_short(checker: CheckerPage, stances: list[str], words: str) -> None:
    assert checker.call("sources.js", "sourcesInShort", [{"stance": stance} for stance in stances]) == words


def test_a_line_over_the_draft_says_what_was_found_and_that_it_is_looked_at_again(phone: CheckerPage) -> None:
    line = phone.page.locator(".ck-glance")
    assert not line.is_visible()
    phone.check(FAULTY + "\n" * 40)
    expect(line).to_contain_text("Fix this first. 1 to fix")
    phone.draft.evaluate("area => area.scrollIntoView({ block: 'end' })")
    expect(line).to_be_in_viewport(ratio=1)
    phone.draft.press("Control+Home")
    place = phone.draft.evaluate("area => area.getBoundingClientRect().top")
    assert line.evaluate("line => line.getBoundingClientRect().bottom") <= place + 1
    phone.draft.evaluate("area => area.setRangeText('Dana Ortiz', area.value.indexOf('[Name]'), area.value.indexOf('[Name]') + 6)")
    phone.draft.dispatch_event("input")
    assert "Checking" in line.inner_text()
    expect(line).not_to_contain_text("to fix")
    expect(line).not_to_contain_text("Checking")
    line.click()
    assert phone.focused == phone.verdict
    phone.page.set_viewport_size({"width": 1280, "height": 900})
    assert not line.is_visible()
