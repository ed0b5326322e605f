"""Dates that cannot be get a kind word at their field, and the draft is checked all the same."""

from __future__ import annotations

import pytest

from .page import GOOD, CheckerPage

# The reader's clock is Wednesday 4 March 2026, 9:30.
CASES = [
    ({"interview-at": "2026-03-03"}, {}),
    ({"interview-at": "2026-03-04"}, {}),
    ({"interview-at": "2026-03-05"}, {"interview-at": "This has not come yet by your clock."}),
    ({"interview-at": "2025-03-03", "now": "2026-03-04"}, {}),
    ({"interview-at": "2016-03-03"}, {"interview-at": "Please look at the year."}),
    ({"interview-at": "2026-03-03", "now": "2026-03-02"}, {"now": "This lies before the interview."}),
    ({"interview-at": "2026-03-03", "now": "2026-03-03"}, {}),
    ({"interview-at": "2026-03-03", "interview-decision-by": "2026-03-02"}, {"interview-decision-by": "before the interview"}),
    ({"interview-at": "2026-03-03", "reply-needed-by": "2026-03-01"}, {"reply-needed-by": "before the interview"}),
    ({"employer-limit-not-before": "2036-03-03"}, {"employer-limit-not-before": "Please look at the year."}),
]


@pytest.mark.parametrize(("dates", "expected"), CASES)
def test_a_word_at_the_field(checker: CheckerPage, dates: dict[str, str], expected: dict[str, str]) -> None:
    checker.unfold_facts()
    for name, date in dates.items():
        checker.page.locator(f"#ck-{name}").fill(date)
    said = {
        (each.get_attribute("id") or "").removeprefix("ck-").removesuffix("-fault"): each.inner_text()
        for each in checker.page.locator(".aw-fault:not(:empty)").all()
    }
    assert list(said) == list(expected)
    for name, words in expected.items():
        assert words in said[name]
        field = checker.page.locator(f"#ck-{name}")
        assert field.get_attribute("aria-invalid") == "true"
        assert f"ck-{name}-fault" in (field.get_attribute("aria-describedby") or "")


def test_the_time_of_day_counts_where_it_is_given(checker: CheckerPage) -> None:
    fault = checker.page.locator("#ck-interview-at-fault")
    checker.page.locator("#ck-interview-at").fill("2026-03-04")
    for time, told in (("09:00", False), ("14:00", True)):
        checker.page.get_by_label("When was the interview?: time").fill(time)
        assert bool(fault.inner_text()) is told


def test_a_message_that_was_sent_tomorrow(checker: CheckerPage) -> None:
    checker.unfold_facts()
    checker.page.get_by_role("button", name="Add a message that you sent").click()
    checker.page.locator("#ck-sent-0-date").fill("2026-03-05")
    fault = checker.page.locator("#ck-sent-fault")
    assert fault.inner_text() == "Message 1: This day has not come yet. List only what you have sent."
    checker.page.locator("#ck-sent-0-date").fill("2026-03-03")
    assert fault.inner_text() == ""


def test_the_draft_is_checked_all_the_same(checker: CheckerPage) -> None:
    checker.page.locator("#ck-interview-at").fill("2026-03-05")
    invitation = checker.verdict
    checker.check(GOOD)
    assert checker.verdict != invitation
