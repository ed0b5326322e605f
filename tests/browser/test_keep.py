"""Remembering on this device: off until it is asked for, restored on the next visit, forgotten whole."""

from __future__ import annotations

import json

import pytest

from .page import GOOD, CheckerPage

TICK = "Remember my draft and these facts on this device"
KEY = "afterword.kept"


def kept(checker: CheckerPage) -> dict | None:
    return json.loads(checker.page.evaluate("key => localStorage.getItem(key)", KEY) or "null")


def visit(checker: CheckerPage) -> None:
    """Come to the page anew, as on another day."""
    checker.open(wait=False)
    checker.draft.wait_for()


@pytest.fixture(autouse=True)
def _leaving_is_fine(request: pytest.FixtureRequest) -> None:
    """The page asks before a draft is lost; here it may be."""
    if "fresh" in request.fixturenames:
        page = request.getfixturevalue("fresh").page
        page.context.on("dialog", lambda dialog: dialog.accept())


def fill(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.page.get_by_label("Is the hiring over?").select_option("no")
    checker.page.get_by_role("button", name="Add a message that you sent").click()
    checker.draft.fill(GOOD)


def test_nothing_is_kept_unless_it_is_asked_for(fresh: CheckerPage) -> None:
    visit(fresh)
    assert not fresh.page.get_by_label(TICK).is_checked()
    fill(fresh)
    fresh.page.wait_for_timeout(700)
    assert kept(fresh) is None
    visit(fresh)
    assert fresh.draft.input_value() == ""


def test_what_is_kept_is_there_on_the_next_visit(fresh: CheckerPage) -> None:
    visit(fresh)
    fill(fresh)
    fresh.page.get_by_label(TICK).check()
    assert "Kept since 4 March 2026 at 09:30." in fresh.page.locator(".ck-keep").inner_text()
    fresh.draft.fill(draft := GOOD + " PS")
    visit(fresh)  # at once: leaving the page keeps what was waiting for a pause
    assert fresh.draft.input_value() == draft
    assert fresh.page.get_by_label("Who interviewed you?").input_value() == "Dana Ortiz"
    assert fresh.page.locator("#ck-process-closed").input_value() == "no"
    assert fresh.page.locator("#ck-sent-0-stage").input_value() == "thank-you"
    assert fresh.page.get_by_label(TICK).is_checked()
    assert "Kept since 4 March 2026 at 09:30." in fresh.page.locator(".ck-keep").inner_text()


def test_a_refused_guess_stays_refused_on_the_next_visit(fresh: CheckerPage) -> None:
    visit(fresh)
    fresh.page.get_by_label(TICK).check()
    fresh.draft.fill(GOOD)
    fresh.page.get_by_role("button", name="No: Who interviewed you, not Dana Ortiz").click()
    visit(fresh)
    assert fresh.page.locator(".ck-offers li strong").all_inner_texts() == ["Sam Reyes?"]


def test_what_is_ignored_and_that_there_were_blanks_is_known_on_the_next_visit(fresh: CheckerPage) -> None:
    fresh.open()
    fresh.page.get_by_role("button", name="Start from nothing").click()
    fresh.page.get_by_role("button", name="Put the message in").click()
    fresh.page.locator(".ck-blanks").wait_for()
    fresh.check()
    fresh.page.get_by_label(TICK).check()
    fresh.card("fill-every-blank").get_by_text("False alarm?").click()
    fresh.card("fill-every-blank").get_by_role("button", name="Ignore this rule").click()
    other = fresh.rules[0]
    fresh.card(other).get_by_role("button", name="Ignore here").first.click()
    left = fresh.rules
    fresh.open()
    assert fresh.page.locator(".ck-blanks").is_visible()
    fresh.check()
    assert fresh.rules == left


def test_a_time_of_sending_that_has_gone_by_is_not_kept(fresh: CheckerPage) -> None:
    visit(fresh)
    fresh.page.get_by_label(TICK).check()
    fresh.unfold_facts()
    for date, expected in (("2026-03-02", "2026-03-04"), ("2026-03-09", "2026-03-09")):
        fresh.page.locator("#ck-now").fill(date)
        visit(fresh)
        fresh.unfold_facts()
        assert fresh.page.locator("#ck-now").input_value() == expected


def test_the_planner_knows_what_was_kept_and_keeps_it_too(fresh: CheckerPage) -> None:
    visit(fresh)
    fresh.page.get_by_label("When was the interview?: date").fill("2026-03-03")
    fresh.page.get_by_label(TICK).check()
    fresh.page.goto(fresh.url.replace("/check/", "/planner/"))
    interview = fresh.page.locator("#pl-interview-at")
    assert interview.input_value() == "2026-03-03"
    interview.fill("2026-03-02")
    visit(fresh)
    assert fresh.page.locator("#ck-interview-at").input_value() == "2026-03-02"


def test_without_the_tick_it_is_gone_from_the_device_and_still_on_the_page(fresh: CheckerPage) -> None:
    visit(fresh)
    fill(fresh)
    fresh.page.get_by_label(TICK).check()
    assert kept(fresh)["draft"] == GOOD
    fresh.page.get_by_label(TICK).uncheck()
    assert kept(fresh) is None
    assert fresh.draft.input_value() == GOOD
    assert fresh.page.locator('.afterword > [role="status"]').inner_text() == "No longer kept on this device."


def test_forget_everything_asks_and_then_clears_all(checker: CheckerPage) -> None:
    fill(checker)
    checker.page.get_by_label(TICK).check()
    checker.check(GOOD + " [topic]")
    button = checker.page.get_by_role("button", name="Forget everything")
    button.click()
    dialog = checker.page.get_by_role("dialog", name="Forget everything?")
    assert checker.focused == "Keep it"
    checker.page.keyboard.press("Enter")
    dialog.wait_for(state="detached")
    assert checker.draft.input_value() and kept(checker)
    assert checker.focused == "Forget everything"
    button.click()
    dialog.get_by_role("button", name="Forget everything").click()
    dialog.wait_for(state="detached")
    checker.page.wait_for_function("() => document.activeElement.id === 'ck-draft'")
    assert checker.page.evaluate("document.activeElement.id") == "ck-draft"
    assert checker.page.locator('.afterword > [role="status"]').inner_text() == "Everything is forgotten."
    assert kept(checker) is None
    assert checker.draft.input_value() == ""
    assert checker.page.get_by_label("Who interviewed you?").input_value() == ""
    assert checker.page.locator("#ck-process-closed").input_value() == ""
    assert checker.page.locator("#ck-sent-0-stage").count() == 0
    assert checker.rules == []
    assert checker.underlined() == []
    assert not checker.page.get_by_label(TICK).is_checked()
    checker.draft.press("Control+z")
    assert checker.draft.input_value() == ""
    checker.check(GOOD)  # and the page works on
    assert checker.verdict


def test_what_another_tab_forgets_is_not_written_down_again(fresh: CheckerPage) -> None:
    visit(fresh)
    fresh.page.get_by_label(TICK).check()
    other = CheckerPage(fresh.page.context.new_page(), fresh.url.removesuffix("check/"))
    visit(other)
    other.page.get_by_role("button", name="Forget everything").click()
    other.page.get_by_role("dialog").get_by_role("button", name="Forget everything").click()
    fresh.page.wait_for_function("() => !document.querySelector('.ck-keep input').checked")
    fresh.draft.fill(GOOD)
    fresh.page.wait_for_timeout(700)
    assert kept(fresh) is None


DENIED = """
Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("the browser denies storage", "SecurityError"); },
});
"""
FULL = """
const set = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
    if (key === "afterword.kept" && (window.full ?? true)) throw new DOMException("full", "QuotaExceededError");
    set.call(this, key, value);
};
"""


@pytest.mark.parametrize(("script", "words"), [(DENIED, "does not let the page keep anything"), (FULL, "There is no room left")])
def test_where_nothing_can_be_kept_the_reader_is_told_and_loses_nothing(fresh: CheckerPage, script: str, words: str) -> None:
    fresh.page.add_init_script(script)
    visit(fresh)
    fresh.draft.fill(GOOD)
    fresh.page.get_by_label(TICK).click()
    told = fresh.page.locator(".ck-keep [role=alert]")
    assert words in told.inner_text() and "Nothing is lost" in told.inner_text()
    assert not fresh.page.get_by_label(TICK).is_checked()
    assert fresh.draft.input_value() == GOOD
    assert [error for error in fresh.errors if "denies storage" not in error] == []  # the theme's own script trips over it


def test_when_the_room_runs_out_later_what_was_kept_before_stays(fresh: CheckerPage) -> None:
    fresh.page.add_init_script(FULL)
    visit(fresh)
    fresh.page.evaluate("window.full = false")
    fresh.draft.fill("First")
    fresh.page.get_by_label(TICK).check()
    fresh.page.evaluate("window.full = true")
    fresh.draft.fill("Second")
    told = fresh.page.locator(".ck-keep [role=alert]")
    told.get_by_text("What was kept before is still there.").wait_for()
    assert kept(fresh)["draft"] == "First"
    assert fresh.draft.input_value() == "Second"
    fresh.page.evaluate("window.full = false")
    fresh.draft.fill("Third")
    fresh.page.wait_for_function("() => !document.querySelector('.ck-keep [role=alert]').textContent")
    assert kept(fresh)["draft"] == "Third"


@pytest.mark.parametrize("entry", ["", "no JSON", '{"version": 0, "draft": "old"}', "null", "[]"])
def test_what_cannot_be_read_is_left_alone(fresh: CheckerPage, entry: str) -> None:
    fresh.page.add_init_script(f"localStorage.setItem('{KEY}', {json.dumps(entry)});")
    visit(fresh)
    assert fresh.draft.input_value() == ""
    assert not fresh.page.get_by_label(TICK).is_checked()
    assert fresh.errors == []


def test_closing_the_tab_does_not_ask_when_all_is_kept(fresh: CheckerPage) -> None:
    asked: list[str] = []
    fresh.page.context.on("dialog", lambda dialog: asked.append(dialog.type))
    fresh.open(wait=False)
    fresh.page.get_by_label(TICK).check()
    fresh.draft.press_sequentially("Dear Dana")
    fresh.page.close(run_before_unload=True)
    fresh.page.wait_for_event("close")
    assert asked == []


def test_nothing_goes_into_the_address(fresh: CheckerPage) -> None:
    visit(fresh)
    before = fresh.page.url
    fresh.page.get_by_label(TICK).check()
    fresh.draft.fill("quetzalcoatl")
    fresh.page.wait_for_timeout(700)
    assert fresh.page.url == before
    assert "quetzalcoatl" not in fresh.page.evaluate("document.cookie + JSON.stringify([{ ...sessionStorage }, history.state])")
