"""A draft goes in, findings come out: the right ones, at the right places, and never as markup."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .page import GOOD, CheckerPage

THREE_FAULTS = GOOD.replace("on Tuesday. You", "on [day]. You").replace(
    "the next step.", "the next step!!! Please let me know ASAP."
)


def test_three_faults_are_exactly_what_is_found(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(THREE_FAULTS)
    assert sorted(checker.rules) == ["few-exclamation-marks", "fill-every-blank", "no-pressure"]
    assert checker.verdict == "Fix these first"
    assert not checker.errors


def test_a_good_draft_is_ready(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(GOOD)
    assert checker.rules == []
    assert checker.verdict == "Ready to send"
    assert checker.page.locator("[data-fold=passed] li").count() > 3


def test_errors_come_before_warnings(checker: CheckerPage) -> None:
    checker.check(GOOD.replace("Thank you for", "Wow!!! Thank you for").replace("Kind regards", "[topic]"))
    assert checker.rules.index("fill-every-blank") < checker.rules.index("few-exclamation-marks")


def test_a_card_says_what_why_and_who(checker: CheckerPage) -> None:
    checker.check(THREE_FAULTS)
    card = checker.card("fill-every-blank")
    assert card.locator("mark").inner_text() == "[day]"
    assert card.locator(".ck-card__level").inner_text() == "Fix"
    assert "rules/fill-every-blank/" in (card.locator("h3 a").get_attribute("href") or "")
    assert card.locator(".ck-card__why").inner_text()
    assert card.locator(".ck-sources a").count() > 0
    assert not card.locator("details p").first.is_visible()
    card.get_by_text("What to write instead").click()
    assert card.locator("details p").first.is_visible()


@pytest.mark.parametrize("before", ["", "🎈", "👩‍👩‍👧‍👦 e\u0301 𝒳 "], ids=["plain", "emoji", "joined"])
def test_underlines_and_quotes_stand_where_the_finding_is(checker: CheckerPage, before: str) -> None:
    checker.check(before + THREE_FAULTS)
    underlined = checker.underlined()
    assert "[day]" in underlined
    for rule in ("fill-every-blank", "no-pressure", "few-exclamation-marks"):
        assert checker.card(rule).locator("mark").first.inner_text() in underlined


def test_underlines_move_along_with_what_is_typed(checker: CheckerPage) -> None:
    checker.check(THREE_FAULTS)
    checker.draft.press("Control+Home")
    # In one step, so that what is read is what stands there before the next check.
    moved = checker.page.evaluate(
        """() => {
            document.execCommand("insertText", false, "🙂🙂 ");
            return [...CSS.highlights.get("afterword-error")].map(String);
        }"""
    )
    assert "[day]" in moved


def test_show_in_draft_selects_the_words(checker: CheckerPage) -> None:
    checker.check("🎈" + THREE_FAULTS)
    checker.card("fill-every-blank").get_by_role("button", name="Show in draft").click()
    assert checker.page.evaluate("getSelection().toString()") == "[day]"
    assert checker.page.evaluate("document.activeElement.id") == "ck-draft"


def test_the_caret_marks_the_card_of_its_words(checker: CheckerPage) -> None:
    checker.check(GOOD.replace("the next step.", "the next step!!! I was gonna write."))
    current = checker.page.locator(".ck-card[aria-current=true]")
    scrolled = checker.page.evaluate("scrollY")
    for word, rule in (("gonna", "keep-it-professional"), ("!!!", "few-exclamation-marks")):
        checker.draft.evaluate("(area, word) => { area.focus({ preventScroll: true }); area.setSelectionRange(...Array(2).fill(area.value.indexOf(word) + 1)); }", word)
        expect(current).to_have_attribute("data-rule", rule)
    assert checker.page.evaluate("[document.activeElement.id, scrollY]") == ["ck-draft", scrolled]
    checker.draft.evaluate("area => area.setSelectionRange(0, 0)")
    expect(current).to_have_count(0)
    checker.card("keep-it-professional").get_by_role("button", name="Show in draft").click()
    expect(current).to_have_attribute("data-rule", "keep-it-professional")


def test_a_card_gives_its_reason_before_the_words(checker: CheckerPage) -> None:
    checker.check(GOOD.replace("the next step.", "the next step!!! I was gonna write, and gonna ask."))
    for rule in ("few-exclamation-marks", "keep-it-professional"):  # one place, and two
        order = checker.card(rule).evaluate("card => [...card.querySelectorAll('.ck-card__why, .ck-quote')].map(each => each.className)")
        assert order[0] == "ck-card__why" and set(order[1:]) == {"ck-quote"}


def test_show_in_draft_reaches_words_above_where_the_draft_stops(checker: CheckerPage) -> None:
    checker.check("I was gonna write.\n\n" + "A line.\n" * 60)
    card = checker.card("keep-it-professional")
    checker.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    checker.page.emulate_media(reduced_motion="reduce")
    try:
        card.get_by_role("button", name="Show in draft").evaluate("button => button.click()")
        top = checker.page.evaluate("CSS.highlights.get('afterword-current').values().next().value.getBoundingClientRect().top")
        assert 60 < top < 800
    finally:
        checker.page.emulate_media(reduced_motion="no-preference")
        checker.page.evaluate("scrollTo(0, 0)")


def test_what_is_pasted_never_becomes_markup(checker: CheckerPage) -> None:
    evil = '<img src=x onerror="window.owned = 1"><script>window.owned = 1</script>'
    checker.fill_facts(me=evil, company=evil)
    checker.check(f"Dear [day] {evil},\n\nThank you!!! {evil} ASAP {evil}")
    assert checker.rules
    checker.page.wait_for_timeout(200)
    assert checker.page.evaluate("window.owned") is None
    assert checker.page.locator(".afterword img, .afterword script").count() == 0


def test_results_follow_the_typing_after_the_first_check(checker: CheckerPage) -> None:
    checker.draft.fill(GOOD)
    checker.page.wait_for_timeout(700)
    assert checker.checked == 0
    checker.check()
    assert "fill-every-blank" not in checker.rules
    checker.draft.press("Control+End")
    checker.draft.press_sequentially("\n[day]")
    checker.card("fill-every-blank").wait_for()


def test_an_empty_box_gets_a_kind_word(checker: CheckerPage) -> None:
    checker.page.get_by_role("button", name="Check", exact=True).click()
    assert "nothing to check yet" in checker.page.locator("#ck-trouble").inner_text()
    assert checker.page.evaluate("document.activeElement.id") == "ck-draft"


def test_a_draft_that_is_too_long_is_said_to_be(checker: CheckerPage) -> None:
    checker.draft.fill("word " * 4001)
    checker.page.get_by_role("button", name="Check", exact=True).click()
    checker.page.wait_for_function("() => document.getElementById('ck-trouble').textContent.includes('20,000')")
    checker.check(GOOD)
    assert checker.page.locator("#ck-trouble").inner_text() == ""


@pytest.mark.parametrize("text", ["\u200b", "\ud83c", "\x00\x07", "\u202e[day]", "\n\n\n", "!" * 300])
def test_odd_text_never_breaks_the_page(checker: CheckerPage, text: str) -> None:
    checker.page.evaluate(
        """text => {
            const area = document.getElementById("ck-draft");
            area.value = "x" + text;
            area.dispatchEvent(new Event("input"));
        }""",
        text,
    )
    checker.check()
    assert not checker.errors
