"""The facts around a draft: what is missing is asked for, what changes is judged anew, samples."""

from __future__ import annotations

from .page import GOOD, CheckerPage


def test_what_could_not_be_judged_leads_to_the_field(checker: CheckerPage) -> None:
    checker.check(GOOD)
    checker.page.locator("[data-fold=not-checked] > summary").click()
    checker.page.get_by_role("button", name="when the interview was").first.click()
    assert checker.page.evaluate("document.activeElement.id") == "ck-interview-at"


def test_a_folded_field_is_unfolded_when_it_is_needed(checker: CheckerPage) -> None:
    checker.check(GOOD)
    checker.page.locator("[data-fold=not-checked] > summary").click()
    checker.page.get_by_role("button", name="your notes to the other interviewers").first.click()
    assert checker.page.locator("#ck-other-notes").is_visible()
    assert checker.page.evaluate("document.activeElement.id") == "ck-other-notes"


def test_a_new_fact_is_judged_without_pressing_check_again(checker: CheckerPage) -> None:
    checker.check(GOOD)
    before = checker.page.locator("[data-fold=not-checked] > summary").inner_text()
    count = checker.checked
    checker.page.locator("#ck-interview-at").fill("2026-03-02")
    checker.wait_for_report(count)
    after = checker.page.locator("[data-fold=not-checked] > summary").inner_text()
    assert before != after


def test_the_time_of_sending_is_the_readers_clock(checker: CheckerPage) -> None:
    today = checker.page.evaluate("new Date().toLocaleDateString('sv')")
    assert checker.page.locator("#ck-now").input_value() == today


def test_each_field_says_why_it_is_asked(checker: CheckerPage) -> None:
    fields = checker.page.locator(".ck-field")
    assert fields.count() >= 11
    for place in range(fields.count()):
        assert fields.nth(place).locator(".ck-field__reason").text_content()


def test_a_sample_is_checked_at_once(checker: CheckerPage) -> None:
    for label in ("A hurried thank-you", "An impatient check-in", "A vague withdrawal"):
        count = checker.checked
        checker.page.get_by_role("button", name=label).click()
        checker.wait_for_report(count)
        assert len(checker.rules) >= 2, label


def situation(checker: CheckerPage, **values: object) -> dict:
    return checker.call("situation.js", "situationFrom", values)


def test_what_is_empty_is_left_out(checker: CheckerPage) -> None:
    empty = {"me": " ", "interview.at": {"date": "", "time": "10:00"}, "sent": {"entries": [], "none": False}, "country": ""}
    assert situation(checker, **empty) == {}


def test_facts_take_the_shape_that_the_engine_reads(checker: CheckerPage) -> None:
    values = {
        "stage": "check-in",
        "me": " Sam Reyes ",
        "interview.interviewers": [{"name": " Dana Ortiz "}, {"name": "Tom Baker, Priya Shah", "lead": True}, {"name": " "}],
        "interview.at": {"date": "2026-03-02", "time": ""},
        "now": {"date": "2026-03-03", "time": "09:30"},
        "whole_email": "no",
        "sent": {"entries": [{"stage": "thank-you"}, {"stage": "check-in", "date": "2026-03-10", "answered": True}], "none": False},
        "other_notes": ["Dear Tom", " "],
    }
    assert situation(checker, **values) == {
        "stage": "check-in",
        "me": "Sam Reyes",
        "interview": {
            "interviewers": [
                {"name": "Dana Ortiz"},
                {"name": "Tom Baker", "lead": True},
                {"name": "Priya Shah"},
            ],
            "at": "2026-03-02",
        },
        "now": "2026-03-03T09:30",
        "whole_email": False,
        "sent": [{"stage": "thank-you", "answered": False}, {"stage": "check-in", "answered": True, "at": "2026-03-10"}],
        "other_notes": ["Dear Tom"],
    }
