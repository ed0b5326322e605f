"""A note for each interviewer: tabs, what is checked across them, and that no text is ever lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .axe import violations
from .page import GOOD, CheckerPage
from .test_keep import KEY, TICK, visit

TO_DANA = GOOD
TO_TOM = """Subject: Thank you for the tour of the cold store

Dear Tom Baker,

Thank you for walking me through the cold store on Tuesday. I keep thinking of the pallet that you turn by hand, and of \
the hoist that we rigged for the same job in the mail hub. I would be glad to try one here with you.

Kind regards,
Sam Reyes"""
THREE = ("Dana Ortiz", "Tom Baker", "Priya Shah")
EACH = "A note for each of them"
ALL = "Write one note for all instead"


def name_people(checker: CheckerPage, *names: str) -> None:
    checker.fill_facts(**{"interview-interviewers": names[0]})
    for place, name in enumerate(names[1:], 2):
        checker.page.get_by_role("button", name="Add another person").click()
        checker.page.get_by_label(f"Who interviewed you? Person {place}").fill(name)


def tab(checker: CheckerPage, name: str):
    return checker.page.get_by_role("tab", name=re.compile(f"^{name} "))


def tabs(checker: CheckerPage) -> list[str]:
    return checker.page.get_by_role("tab").evaluate_all("all => all.map((each) => [...each.children].map((part) => part.textContent).join(': '))")


def box(checker: CheckerPage):
    return checker.page.locator("#ck-draft")


def overview(checker: CheckerPage):
    return checker.page.locator(".ck-overview")


def begin(checker: CheckerPage, *names: str, draft: str = TO_DANA) -> None:
    """One checked draft, then a note for each; the first one's is what was written."""
    name_people(checker, *names)
    checker.check(draft)
    checker.page.get_by_role("button", name=EACH).click()


def write(checker: CheckerPage, name: str, text: str) -> None:
    tab(checker, name).click()
    box(checker).fill(text)


@pytest.fixture
def two(checker: CheckerPage) -> CheckerPage:
    """Dana's and Tom's notes, both ready."""
    begin(checker, "Dana Ortiz", "Tom Baker")
    write(checker, "Tom Baker", TO_TOM)
    expect(overview(checker)).to_have_text("Dana’s and Tom’s are ready.")
    return checker


# Offered


def test_it_is_offered_for_a_written_thank_you_to_several(checker: CheckerPage) -> None:
    offer = checker.page.get_by_role("button", name=EACH)
    name_people(checker, "Dana Ortiz")
    assert offer.count() == 0
    checker.page.get_by_label("Who interviewed you?").fill("Dana Ortiz, Tom Baker")
    assert offer.is_visible()
    for label, other, usual in (("What are you sending?", "check-in", "thank-you"), ("How does it go out?", "phone", "email")):
        checker.page.get_by_label(label).select_option(other)
        assert offer.count() == 0, other
        checker.page.get_by_label(label).select_option(usual)
        assert offer.is_visible()


@pytest.mark.parametrize(
    ("draft", "whose"),
    [
        ("Dear Ms Baker,\n\nThank you.", "Tina Baker"),
        ("Hi Priya,\n\nThank you.", "Priya Shah"),
        ("Dear Priya and Tina,\n\nThank you.", "Dana Ortiz"),
        ("", "Dana Ortiz"),
    ],
)
def test_the_draft_becomes_the_note_to_whom_it_greets(checker: CheckerPage, draft: str, whose: str) -> None:
    name_people(checker, "Dana Ortiz", "Tina Baker", "Priya Shah")
    box(checker).fill(draft)
    checker.page.get_by_role("button", name=EACH).click()
    assert tab(checker, whose).get_attribute("aria-selected") == "true"
    assert checker.page.get_by_label(f"Your note to {whose}").and_(checker.page.locator("textarea")).input_value() == draft
    assert sum("not written yet" in each for each in tabs(checker)) == (2 if draft else 3)


# Where they stand


def test_one_sentence_says_where_things_stand(checker: CheckerPage) -> None:
    begin(checker, *THREE)
    write(checker, "Tom Baker", TO_TOM.replace("Tom Baker", "[Name]"))
    expect(overview(checker)).to_have_text("Dana’s is ready. Tom’s has one thing to fix. Priya has none yet.")
    assert tabs(checker) == ["Dana Ortiz: ready", "Tom Baker: 1 to fix", "Priya Shah: not written yet"]
    assert "Your note to Tom Baker" in checker.page.locator(".ck-verdict").inner_text()
    expect(checker.page.locator('.afterword > [role="status"]')).to_have_text(overview(checker).inner_text())


WORDS = [
    ([("Dana Ortiz", "ready", 0), ("Tom Baker", "ready", 0)], "Dana’s and Tom’s are ready."),
    ([("Dana Ortiz", "unchecked", 0), ("Tom Baker", "thanked", 0)], "Dana’s is not checked yet. Tom is thanked already."),
    ([("Dr Osei", "improve", 2), ("Tom Baker", "none", 0)], "Dr Osei’s has two things to improve. Tom has none yet."),
    ([("Tom Baker", "fix", 1), ("Tom Hale", "fix", 1)], "Tom Baker’s and Tom Hale’s have one thing to fix each."),
    ([("A. Ng", "fix", 12), ("Person 2", "none", 0)], "A. Ng’s has 12 things to fix. Person 2 has none yet."),
]


@pytest.mark.parametrize(("states", "words"), WORDS)
def test_the_words_for_where_they_stand(checker: CheckerPage, states: list, words: str) -> None:
    records = [{"key": str(n), "name": name, "state": state, "count": count} for n, (name, state, count) in enumerate(states)]
    assert checker.call("note-words.js", "overview", records) == words


def test_two_that_are_too_much_alike_are_both_told_and_each_mends_the_other(two: CheckerPage) -> None:
    box(two).fill(TO_DANA.replace("Dana Ortiz", "Tom Baker"))
    expect(overview(two)).to_contain_text("Dana’s and Tom’s are too much alike.")
    assert tabs(two) == ["Dana Ortiz: 1 to improve", "Tom Baker: 1 to improve"]
    assert two.rules == ["write-each-note-afresh"]
    box(two).press_sequentially(" ")  # the caret stays where the reader types while Dana's is checked again
    box(two).fill(TO_TOM)
    expect(overview(two)).to_have_text("Dana’s and Tom’s are ready.")
    assert two.page.evaluate("document.activeElement.id") == "ck-draft"


def test_a_greeting_with_another_ones_name_is_found(two: CheckerPage) -> None:
    box(two).fill(TO_TOM.replace("Dear Tom Baker", "Dear Dana Ortiz"))
    expect(tab(two, "Tom Baker")).to_contain_text("1 to fix")
    assert two.rules == ["get-the-name-right"]
    count = two.checked
    two.card("get-the-name-right").get_by_role("button", name="Replace with “Tom Baker”").click()
    two.wait_for_report(count)
    expect(tab(two, "Tom Baker")).to_contain_text("ready")


def test_who_is_left_out_is_told_below_the_box_and_not_in_a_note(checker: CheckerPage) -> None:
    begin(checker, *THREE)
    told = checker.page.locator(".ck-left-out")
    expect(told).to_contain_text("Tom and Priya would go without thanks")
    assert "thank-every-interviewer" not in checker.rules
    write(checker, "Tom Baker", TO_TOM)
    expect(told).to_contain_text("Priya would go without thanks")
    told.get_by_role("button", name="Priya is thanked already").click()
    expect(told).to_have_count(0)
    expect(overview(checker)).to_have_text("Dana’s and Tom’s are ready. Priya is thanked already.")
    checker.page.locator("summary", has_text="More about Priya Shah").wait_for()
    assert checker.page.get_by_label("Already thanked").nth(2).is_checked()


def test_who_is_thanked_by_name_in_another_note_is_not_left_out(checker: CheckerPage) -> None:
    begin(checker, *THREE, draft=TO_DANA.replace("Kind regards", "Please pass my thanks on to Tom Baker, too.\n\nKind regards"))
    told = checker.page.locator(".ck-left-out")
    expect(told).to_contain_text(re.compile("^Priya would go without thanks"))


# The tabs


def test_the_keys_of_the_tabs(checker: CheckerPage) -> None:
    begin(checker, *THREE)
    press = checker.page.keyboard.press
    for key, name in (
        ("ArrowRight", "Tom Baker"),
        ("End", "Priya Shah"),
        ("ArrowRight", "Dana Ortiz"),
        ("ArrowLeft", "Priya Shah"),
        ("Home", "Dana Ortiz"),
        ("ArrowDown", "Tom Baker"),
        ("ArrowUp", "Dana Ortiz"),
    ):
        press(key)
        assert checker.focused.startswith(name), key
        assert tab(checker, name).get_attribute("aria-selected") == "true"
        assert checker.page.get_by_role("tabpanel", name=re.compile(name)).locator("#ck-draft").count() == 1
    assert checker.page.get_by_role("tab").evaluate_all("all => all.map((each) => each.tabIndex)") == [0, -1, -1]
    assert checker.page.locator("[role=tabpanel]").get_attribute("id") == tab(checker, "Dana Ortiz").get_attribute("aria-controls")
    press("Tab")
    assert checker.page.evaluate("document.activeElement.id") == "ck-draft"


def test_each_note_has_its_own_words_points_and_undo(two: CheckerPage) -> None:
    box(two).fill(slang := TO_TOM.replace("Kind regards", "It was gonna be fun.\n\nKind regards"))
    expect(tab(two, "Tom Baker")).to_contain_text("1 to improve")
    tab(two, "Dana Ortiz").click()
    assert box(two).input_value() == TO_DANA
    assert two.rules == [] and two.underlined() == []
    tab(two, "Tom Baker").click()
    assert box(two).input_value() == slang
    assert two.underlined() == ["gonna"]
    tab(two, "Dana Ortiz").click()
    box(two).press("Control+z")  # what was written to Tom is not undone in the note to Dana
    assert box(two).input_value() == TO_DANA


def test_what_is_ignored_in_one_note_is_not_in_another(two: CheckerPage) -> None:
    for name, text in (("Dana Ortiz", TO_DANA), ("Tom Baker", TO_TOM)):
        write(two, name, text.replace("Kind regards", "It was gonna be fun.\n\nKind regards"))
        expect(two.card("keep-it-professional")).to_be_visible()
    two.card("keep-it-professional").get_by_role("button", name="Ignore here").click()
    expect(tab(two, "Tom Baker")).to_contain_text("ready")
    tab(two, "Dana Ortiz").click()
    expect(two.card("keep-it-professional")).to_be_visible()
    tab(two, "Tom Baker").click()
    assert two.rules == []


# Nothing is lost


def test_a_note_stays_with_its_person_whatever_they_are_called(two: CheckerPage) -> None:
    name = two.page.get_by_label("Who interviewed you? Person 2")
    name.fill("")
    assert tabs(two)[1].startswith("Person 2: ")
    assert box(two).input_value() == TO_TOM
    name.fill("Thomas Baker")
    assert tab(two, "Thomas Baker").get_attribute("aria-selected") == "true"
    assert box(two).input_value() == TO_TOM
    expect(overview(two)).to_have_text("Dana’s and Thomas’s are ready.")


def test_a_row_with_two_people_taken_apart_keeps_their_notes_and_what_is_said_of_the_first(checker: CheckerPage) -> None:
    checker.page.get_by_label("Who interviewed you?").fill("Dana Ortiz")
    checker.page.get_by_text("More about Dana Ortiz").click()
    checker.page.get_by_label("Leads the hiring").check()
    checker.page.get_by_label("Who interviewed you?").fill("Dana Ortiz, Tom Baker")
    box(checker).fill(TO_DANA)
    checker.page.get_by_role("button", name=EACH).click()
    write(checker, "Tom Baker", TO_TOM)
    checker.page.get_by_role("button", name="A row for each of them").click()
    assert checker.page.locator(".ck-person input").evaluate_all("all => all.map(each => each.value)") == ["Dana Ortiz", "Tom Baker"]
    assert [tick.is_checked() for tick in checker.page.get_by_label("Leads the hiring").all()] == [True, False]
    assert tab(checker, "Tom Baker").get_attribute("aria-selected") == "true"
    assert box(checker).input_value() == TO_TOM
    tab(checker, "Dana Ortiz").click()
    assert box(checker).input_value() == TO_DANA
    assert checker.page.locator(".ck-aside").is_hidden()


def test_who_is_added_gets_a_tab(two: CheckerPage) -> None:
    two.page.get_by_role("button", name="Add another person").click()
    two.page.keyboard.type("Priya Shah")
    assert tabs(two)[2] == "Priya Shah: not written yet"
    assert box(two).input_value() == TO_TOM


def test_the_note_to_somebody_removed_is_put_aside_and_comes_back(two: CheckerPage) -> None:
    two.page.get_by_role("button", name="Remove person 2").click()
    aside = two.page.locator(".ck-aside")
    expect(aside).to_contain_text(re.compile(r"The note to Tom Baker is put aside \(\d+ words\)"))
    assert box(two).input_value() == TO_DANA
    aside.get_by_role("button", name="Bring it back").click()
    assert two.focused.startswith("Tom Baker")
    assert box(two).input_value() == TO_TOM
    assert two.page.get_by_label("Who interviewed you? Person 2").input_value() == "Tom Baker"
    expect(overview(two)).to_have_text("Dana’s and Tom’s are ready.")


def test_one_note_for_all_and_back_again(two: CheckerPage) -> None:
    two.page.get_by_role("button", name=ALL).click()
    assert two.page.get_by_role("tab").count() == 0
    assert two.page.locator("[role=tabpanel]").count() == 0
    assert two.draft.input_value() == TO_TOM
    assert two.focused == EACH
    assert "The note to Dana Ortiz is put aside" in two.page.locator(".ck-aside").inner_text()
    two.page.get_by_role("button", name=EACH).click()
    assert box(two).input_value() == TO_TOM
    tab(two, "Dana Ortiz").click()
    assert box(two).input_value() == TO_DANA
    assert two.page.locator(".ck-aside").is_hidden()


def test_a_note_that_is_put_aside_can_be_thrown_away(two: CheckerPage) -> None:
    two.page.get_by_role("button", name="Remove person 2").click()
    for answer, left in (("Keep it", True), ("Throw it away", False)):
        two.page.locator(".ck-aside").get_by_role("button", name="Throw it away").click()
        two.page.get_by_role("dialog").get_by_role("button", name=answer).click()
        expect(two.page.locator("dialog")).to_have_count(0)
        assert two.page.locator(".ck-aside").is_visible() is left
    assert two.page.get_by_role("tab").count() == 0  # one person, one note
    assert two.draft.input_value() == TO_DANA


def test_a_sample_goes_into_the_present_note_and_leaves_the_facts(two: CheckerPage) -> None:
    two.page.get_by_role("button", name="An impatient check-in").click()
    dialog = two.page.get_by_role("dialog", name="Replace this note?")
    assert "Your note to Tom Baker would be replaced by this sample." in dialog.inner_text()
    count = two.checked
    dialog.get_by_role("button", name="Replace it").click()
    two.wait_for_report(count)
    assert box(two).input_value().startswith("Subject: Lab Technician interview")
    assert two.page.locator("#ck-stage").input_value() == "thank-you"
    tab(two, "Dana Ortiz").click()
    assert box(two).input_value() == TO_DANA


def test_starting_from_nothing_fills_in_the_reader_of_the_tab(two: CheckerPage) -> None:
    box(two).fill("")
    two.page.get_by_role("button", name="Start from nothing").click()
    dialog = two.page.locator("dialog[open]")
    assert dialog.get_by_label("Who interviewed you").count() == 0
    dialog.get_by_role("button", name="Put the message in").click()
    two.page.wait_for_selector("dialog", state="detached")  # it closes first, and then the message goes in
    assert "Tom Baker" in box(two).input_value() and "Dana" not in box(two).input_value()
    tab(two, "Dana Ortiz").click()
    assert two.page.locator(".ck-blanks").is_hidden()
    tab(two, "Tom Baker").click()
    assert two.page.locator(".ck-blanks").is_visible()


def test_an_opened_file_goes_into_the_present_note(two: CheckerPage) -> None:
    box(two).fill("")
    two.page.locator('input[type="file"]').set_input_files(
        {"name": "note.txt", "mimeType": "text/plain", "buffer": b"Dear Tom,\n\nThank you."}
    )
    expect(box(two)).to_have_value("Dear Tom,\n\nThank you.")
    tab(two, "Dana Ortiz").click()
    assert box(two).input_value() == TO_DANA
    assert two.page.locator(".ck-arrived").is_hidden()


def test_the_present_note_is_what_is_sent_and_all_are_printed(two: CheckerPage) -> None:
    send = two.page.get_by_role("region", name="Send the note to Tom Baker")
    with two.page.expect_download() as download:
        send.get_by_role("button", name="Download as .txt").click()
    assert download.value.suggested_filename == "thank-you-tom-baker.txt"
    assert "cold%20store" in (send.get_by_role("link", name="Open in mail").get_attribute("href") or "")
    two.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheets = two.page.locator(".ck-sheet__one")  # all of them are printed, each on a sheet
    assert sheets.locator("h2:first-child").all_text_contents() == ["Your note to Dana Ortiz", "Your note to Tom Baker"]
    assert sheets.locator(".ck-sheet__draft").all_text_contents() == [TO_DANA, TO_TOM]
    assert ["Ready to send" in head for head in sheets.locator(".ck-sheet__head:nth-of-type(2)").all_text_contents()] == [True, True]
    two.page.evaluate("dispatchEvent(new Event('afterprint'))")


def test_leaving_the_page_and_coming_back_finds_all_of_it(two: CheckerPage) -> None:
    two.remount()
    assert tabs(two) == ["Dana Ortiz: ready", "Tom Baker: ready"]
    assert box(two).input_value() == TO_TOM
    tab(two, "Dana Ortiz").click()
    assert box(two).input_value() == TO_DANA


def test_all_notes_are_remembered_on_this_device_and_forgotten(fresh: CheckerPage) -> None:
    fresh.page.context.on("dialog", lambda dialog: dialog.accept())
    visit(fresh)
    name_people(fresh, "Dana Ortiz", "Tom Baker", "Priya Shah")
    box(fresh).fill(TO_DANA)
    fresh.page.get_by_role("button", name=EACH).click()
    write(fresh, "Tom Baker", TO_TOM)
    fresh.page.get_by_label(TICK).check()
    write(fresh, "Priya Shah", "Dear Priya")
    fresh.open(wait=False)
    box(fresh).wait_for()
    assert tabs(fresh) == ["Dana Ortiz: not checked yet", "Tom Baker: not checked yet", "Priya Shah: not checked yet"]
    for name, text in (("Priya Shah", "Dear Priya"), ("Dana Ortiz", TO_DANA), ("Tom Baker", TO_TOM)):
        tab(fresh, name).click()
        assert box(fresh).input_value() == text
    fresh.page.get_by_role("button", name="Forget everything").click()
    fresh.page.get_by_role("dialog").get_by_role("button", name="Forget everything").click()
    expect(fresh.page.get_by_role("tab")).to_have_count(0)
    assert fresh.page.evaluate("key => localStorage.getItem(key)", KEY) is None


# For everyone


@pytest.mark.parametrize("options", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_axe_finds_nothing_in_any_state(two: CheckerPage, options: dict) -> None:
    two.page.get_by_role("button", name="Add another person").click()
    two.page.keyboard.type("Priya Shah-Featherstonehaugh-Wolstenholme")
    expect(two.page.locator(".ck-left-out")).to_be_visible()
    two.page.emulate_media(**options)
    try:
        for width in (1280, 360, 320):
            two.page.set_viewport_size({"width": width, "height": 900})
            assert violations(two.page, ".afterword", preload=False) == [], width
            assert two.page.evaluate("document.documentElement.scrollWidth") == width
            heights = two.page.get_by_role("tab").evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
            assert min(heights) >= 44
    finally:
        two.page.set_viewport_size({"width": 1280, "height": 900})
        two.page.emulate_media(color_scheme="light", forced_colors="none")
