"""The points of a report: their order, points with several places, the verdict, what went well and what was not checked."""

from __future__ import annotations

from typing import Any

import pytest

from .page import GOOD, CheckerPage

# Found: two blanks (to fix), shouted marks and slang (to improve). The slang stands before the blanks.
FAULTY = (
    GOOD.replace("You described", "It was gonna be fun. You described")
    .replace("with you, and", "with you on [day] about [topic], and")
    .replace("the next step.", "the next step!!!")
)
SLIPS = (
    GOOD.replace("I would be glad", "i would be glad").replace("and I look", "and i look").replace("I have", "i have")
)


def status(checker: CheckerPage) -> str:
    return checker.page.locator('.afterword [role="status"]').inner_text()


# Order


def test_points_come_by_importance_or_by_place_and_stay_so_for_the_visit(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(FAULTY)
    assert checker.rules == ["fill-every-blank", "keep-it-professional", "few-exclamation-marks"]
    by_place = checker.page.get_by_role("radio", name="By place")
    checker.page.get_by_role("radio", name="By importance").focus()
    checker.page.keyboard.press("ArrowRight")
    assert checker.rules == ["keep-it-professional", "fill-every-blank", "few-exclamation-marks"]
    assert by_place.evaluate("radio => radio === document.activeElement")
    assert status(checker) == "Sorted by place."
    checker.remount()
    assert by_place.is_checked()
    assert checker.rules[0] == "keep-it-professional"


def test_one_point_needs_no_order(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(GOOD.replace("the next step.", "the next step!!!"))
    assert len(checker.rules) == 1
    assert not checker.page.get_by_role("radio", name="By place").is_visible()


# Several places


def test_what_one_rule_finds_several_times_is_one_card(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(SLIPS)
    assert checker.rules == ["proofread"]
    card = checker.card("proofread")
    assert "appears 3 times" in card.locator(".ck-card__level").inner_text()
    assert card.locator(".ck-place mark").all_inner_texts() == ["i", "i", "i"]
    assert card.locator(".ck-card__message").count() == 1  # said once, as it is the same for all
    assert card.get_by_role("button", name="Show in draft").count() == 3
    assert "1 to improve" in checker.page.locator(".ck-tally").inner_text()


def test_all_places_are_mended_at_once_and_one_undo_brings_them_back(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check("🎈" + SLIPS)
    count = checker.checked
    checker.card("proofread").get_by_role("button", name="Fix all 3").click()
    checker.wait_for_report(count)
    assert checker.draft.input_value() == "🎈" + GOOD
    assert "Changed in 3 places." in status(checker)
    count = checker.checked
    checker.draft.press("Control+z")
    checker.wait_for_report(count)
    assert checker.draft.input_value() == "🎈" + SLIPS


def test_one_place_can_be_mended_alone(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(SLIPS)
    count = checker.checked
    checker.card("proofread").locator(".ck-place").nth(1).get_by_role("button", name="Replace").click()
    checker.wait_for_report(count)
    assert "appears 2 times" in checker.card("proofread").inner_text()
    assert checker.card("proofread").get_by_role("button", name="Fix both").is_visible()


def test_the_fourth_place_and_those_after_it_are_folded(checker: CheckerPage) -> None:
    checker.check(GOOD.replace("with you, and", "with [name] on [day] at [time] in [city] about [topic], and"))
    card = checker.card("fill-every-blank")
    assert card.locator(".ck-place:visible").count() == 3
    assert card.locator(".ck-card__message").count() == 1  # they differ in the words alone, which stand above each
    card.get_by_text("2 more places").click()
    assert card.locator(".ck-place:visible").count() == 5


def fix(start: int, end: int, replacement: str) -> dict[str, Any]:
    return {"fixes": [{"label": "", "start": start, "end": end, "replacement": replacement}]}


@pytest.mark.parametrize(
    ("findings", "text"),
    [
        ([fix(0, 1, "A"), fix(4, 5, "E")], "AbcdE"),
        ([fix(4, 5, ""), fix(0, 2, "xyz")], "xyzcd"),
        ([fix(0, 3, "X"), fix(2, 4, "Y"), fix(4, 5, "Z")], "XdZ"),  # the second reaches into the first
        ([fix(0, 0, "!"), fix(5, 5, "!")], "!abcde!"),
        ([fix(0, 1, "A"), {"fixes": []}], None),
        ([fix(0, 1, "A"), {"fixes": fix(1, 2, "B")["fixes"] * 2}], None),  # which of the two is for the reader to say
    ],
)
def test_a_fix_for_all_is_one_change(checker: CheckerPage, findings: list[Any], text: str | None) -> None:
    made = checker.call("points.js", "fixForAll", findings, "abcde")
    assert (made and "abcde"[: made["start"]] + made["replacement"] + "abcde"[made["end"] :]) == text


# Verdict, praise, what was not checked


@pytest.mark.parametrize(
    ("levels", "ignored", "words"),
    [
        ([], [], "Ready to send"),
        (["suggestion"], [], "Ready to send"),
        ([], ["suggestion"], "Ready to send"),
        ([], ["warning"], "Ready to send, apart from what you ignore"),
        (["warning"], [], "Good, and could be better"),
        (["warning"] * 6, [], "Several things to improve"),
        (["error"], [], "Fix this first"),
        (["error"] * 2 + ["warning"] * 6, ["error"], "Fix these first"),
    ],
)
def test_the_verdict_fits_what_was_found(
    checker: CheckerPage, levels: list[str], ignored: list[str], words: str
) -> None:
    assert checker.call("verdict.js", "headingOf", [{"level": level} for level in levels], ignored) == words


def test_what_went_well_is_said_in_words_and_grammar_is_said_not_to_be_checked(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(GOOD)
    said = checker.page.locator(".ck-praise").inner_text()
    assert said.startswith("Good already: it says thank you, ")
    assert said.count("it ") == 4
    assert "No rule stands against it." in checker.page.locator(".ck-verdict").inner_text()
    checker.check(FAULTY)
    assert "Grammar is not checked" in checker.page.locator(".ck-verdict").inner_text()


def test_praise_is_only_of_rules_that_exist(checker: CheckerPage) -> None:
    rules = checker.page.evaluate("fetch('../rules.json').then(answer => answer.json()).then(({ rules }) => rules)")
    kinds = {rule["id"]: rule["kind"] for rule in rules}
    assert {kinds[rule] for rule in checker.call("praise.js", "praised")} <= {"missing", "count"}


def test_an_empty_report_praises_nothing(checker: CheckerPage) -> None:
    assert checker.call("praise.js", "praise", ["no-emoji"]) == ""
    assert checker.call("praise.js", "praise", ["keep-it-short"]) == "Good already: it is short."


def test_what_was_not_checked_is_folded_by_the_fact_it_needs(checker: CheckerPage) -> None:
    checker.check(GOOD)
    fold = checker.page.locator("[data-fold=not-checked]")
    fold.locator("> summary").click()
    buttons = fold.get_by_role("button").all_inner_texts()
    needs = [text for text in fold.locator(".ck-needs").all_inner_texts() if " and " not in text]
    assert len(needs) == len(set(needs)) and len(buttons) >= len(needs)
    inner = fold.locator("details summary").first
    assert inner.inner_text().startswith("for ")
    assert not fold.locator("details a").first.is_visible()
    inner.click()
    assert fold.locator("details a").first.is_visible()


def test_whoever_reads_a_card_keeps_the_place_when_a_check_comes_back(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(FAULTY)
    shown = checker.card("few-exclamation-marks").get_by_role("button", name="Show in draft")
    shown.focus()
    count = checker.checked
    # As if typed just before the focus went to the card.
    checker.draft.evaluate("area => { area.value = `🎈${area.value}`; area.dispatchEvent(new Event('input')); }")
    checker.wait_for_report(count)
    assert shown.evaluate("button => button === document.activeElement")
    count = checker.checked
    checker.draft.evaluate(
        "area => { area.value = area.value.replace('!!!', '.'); area.dispatchEvent(new Event('input')); }"
    )
    checker.wait_for_report(count)
    assert "few-exclamation-marks" not in checker.rules
    assert checker.focused == checker.verdict
