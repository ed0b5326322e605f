"""A fix is applied as typing would do it: the finding goes, and undo brings the words back."""

from __future__ import annotations

from .page import GOOD, CheckerPage

SHOUTED = GOOD.replace("the next step.", "the next step!!!")


def apply(checker: CheckerPage, rule: str) -> None:
    count = checker.checked
    checker.card(rule).locator(".ck-button--primary").first.click()
    checker.wait_for_report(count)


def test_a_fix_takes_its_finding_away(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(SHOUTED)
    assert checker.rules == ["few-exclamation-marks"]
    apply(checker, "few-exclamation-marks")
    assert checker.rules == []
    assert checker.draft.input_value() == GOOD


def test_native_undo_brings_the_words_back(checker: CheckerPage) -> None:
    checker.check(SHOUTED)
    apply(checker, "few-exclamation-marks")
    count = checker.checked
    checker.draft.press("Control+z")
    checker.wait_for_report(count)
    assert checker.draft.input_value() == SHOUTED
    assert "few-exclamation-marks" in checker.rules


def test_there_is_a_button_for_undo(checker: CheckerPage) -> None:
    checker.check(SHOUTED)
    apply(checker, "few-exclamation-marks")
    count = checker.checked
    checker.page.locator(".ck-write").get_by_role("button", name="Undo").click()
    checker.wait_for_report(count)
    assert checker.draft.input_value() == SHOUTED
    assert checker.page.get_by_role("button", name="Undo").count() == 0


def test_undo_stands_at_the_place_of_the_card_too(checker: CheckerPage) -> None:
    checker.check(SHOUTED.replace("Kind", "[topic]"))
    place = checker.rules.index("few-exclamation-marks")
    apply(checker, "few-exclamation-marks")
    count = checker.checked
    checker.page.locator(".ck-results").get_by_role("button", name="Undo").click()
    checker.wait_for_report(count)
    assert checker.draft.input_value().count("!!!") == 1
    assert checker.rules.index("few-exclamation-marks") == place
    assert checker.page.evaluate("document.activeElement.closest('.ck-card')?.dataset.rule") == "few-exclamation-marks"
    assert checker.page.get_by_role("button", name="Undo").count() == 0


def test_the_focus_goes_to_the_next_card_and_the_change_is_announced(checker: CheckerPage) -> None:
    checker.check("🎈" + SHOUTED.replace("Dear Dana Ortiz", "Dear Dana Ortiz [date]").replace("Kind", "[topic]"))
    rules = checker.rules
    place = rules.index("few-exclamation-marks")
    apply(checker, "few-exclamation-marks")
    left = checker.page.locator(".ck-card")
    expected = left.nth(min(place, left.count() - 1)).locator("h3").text_content()
    assert checker.focused == expected
    said = checker.page.get_by_role("status").and_(checker.page.locator(".afterword *")).inner_text()
    assert f"{left.count()} left" in said and "Control Z" in said


def test_after_the_last_fix_the_focus_is_on_the_verdict(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(SHOUTED)
    apply(checker, "few-exclamation-marks")
    assert checker.focused == "Ready to send"


def test_a_fix_after_an_emoji_lands_in_the_right_place(checker: CheckerPage) -> None:
    checker.check("🎈👩‍👩‍👧‍👦 " + SHOUTED)
    apply(checker, "few-exclamation-marks")
    assert checker.draft.input_value() == "🎈👩‍👩‍👧‍👦 " + GOOD


def test_where_nothing_hovers_no_keys_are_spoken_of(checker: CheckerPage) -> None:
    said = checker.page.evaluate(
        """async place => {
            const real = matchMedia;
            window.matchMedia = query => ({ matches: query === "(hover: none)" });
            try {
                const { howToUndo, howToCopy } = await ours(place);
                return [howToUndo(), howToCopy()];
            } finally {
                window.matchMedia = real;
            }
        }""",
        "checker/by-keys.js",
    )
    assert said == ["The button “Undo” takes it back.", "copy it"]
