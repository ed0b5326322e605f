"""What is done with a draft in the end: copied, handed to a mail program, kept, printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from .page import GOOD, CheckerPage

if TYPE_CHECKING:
    from playwright.sync_api import Locator

FAULTY = GOOD.replace("You described", "It was gonna be fun. You described").replace(
    "the next step.", "the next step!!!"
)
SUBJECT, BODY = GOOD.removeprefix("Subject: ").split("\n\n", 1)


@pytest.fixture(autouse=True)
def clipboard(checker: CheckerPage) -> Iterator[None]:
    checker.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield
    checker.page.context.clear_permissions()


def section(checker: CheckerPage) -> Locator:
    return checker.page.locator(".ck-send")


def press(checker: CheckerPage, name: str) -> None:
    section(checker).get_by_role("button", name=name).click()


def pasted(checker: CheckerPage) -> str:
    return checker.page.evaluate("navigator.clipboard.readText()")


def test_only_a_draft_can_be_sent(checker: CheckerPage) -> None:
    assert not section(checker).is_visible()
    checker.draft.fill("Dear Dana")
    assert section(checker).is_visible()
    checker.draft.fill(" \n")
    assert not section(checker).is_visible()


# Copy


def test_the_message_and_its_subject_are_copied_apart(checker: CheckerPage) -> None:
    checker.draft.fill(GOOD)
    press(checker, "Copy the message")
    checker.page.wait_for_function("() => document.querySelector('.ck-send__done').textContent")
    assert pasted(checker) == BODY
    assert section(checker).locator(".ck-send__done").inner_text().startswith("Copied: 74 words")
    status = checker.page.locator('.afterword [role="status"]')
    assert "Copied: 74 words" in status.inner_text()
    press(checker, "Copy the subject")
    checker.page.wait_for_function("() => document.querySelector('.ck-send__done').textContent.includes('subject is')")
    assert pasted(checker) == SUBJECT
    checker.draft.press("Control+End")
    checker.draft.press_sequentially("!")
    assert (
        section(checker).locator(".ck-send__done").inner_text() == ""
    )  # what was copied is no longer what stands there


def test_a_draft_without_a_subject_is_copied_whole(checker: CheckerPage) -> None:
    checker.draft.fill(BODY)
    assert not section(checker).get_by_role("button", name="Copy the subject").is_visible()
    press(checker, "Copy the message")
    checker.page.wait_for_function("() => document.querySelector('.ck-send__done').textContent")
    assert pasted(checker) == BODY


def test_where_the_clipboard_is_closed_the_text_is_copied_by_selecting_it(checker: CheckerPage) -> None:
    checker.draft.fill(BODY)
    checker.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    try:
        press(checker, "Copy the message")
        checker.page.wait_for_function("() => document.querySelector('.ck-send__done').textContent")
        assert checker.focused == "Copy the message"
        checker.page.evaluate("() => { document.execCommand = () => false; }")
        press(checker, "Copy the message")
        checker.page.wait_for_function("() => document.querySelector('.ck-send__done').textContent.includes('Ctrl')")
        assert checker.page.evaluate("getSelection().toString()") == BODY
    finally:
        checker.page.evaluate("delete navigator.clipboard.writeText; delete document.execCommand")
    assert pasted(checker) == BODY


@pytest.mark.parametrize(
    ("draft", "subject", "body"),
    [
        ("Subject: One\n\nDear Dana", "One", "Dear Dana"),
        ("\n\nsubject line : One\nDear Dana", "One", "Dear Dana"),
        ("**Subject:** One\n\n\n  Dear Dana", "One", "  Dear Dana"),
        ("Re: Interview\n\nDear Dana", "Re: Interview", "Dear Dana"),
        ("Dear Dana,\nSubject: no", "", "Dear Dana,\nSubject: no"),
        ("Subject:\n\nDear Dana", "", "Dear Dana"),
        ("Regarding: One", "", "Regarding: One"),
    ],
)
def test_a_draft_is_cut_into_subject_and_body(checker: CheckerPage, draft: str, subject: str, body: str) -> None:
    assert checker.call("message.js", "partsOf", draft) == {"subject": subject, "body": body}


# Mail, file


def mail(checker: CheckerPage) -> Locator:
    return section(checker).get_by_role("link", name="Open in mail")


def test_a_mail_program_gets_subject_and_body_with_its_own_line_ends(checker: CheckerPage) -> None:
    checker.draft.fill(GOOD)
    address = mail(checker).get_attribute("href") or ""
    query = parse_qs(urlsplit(address).query)
    assert address.startswith("mailto:?subject=")
    assert "+" not in address and "%0D%0A" in address
    assert query == {"subject": [SUBJECT], "body": [BODY.replace("\n", "\r\n")]}


def test_only_an_email_that_is_short_enough_goes_to_a_mail_program(checker: CheckerPage) -> None:
    checker.draft.fill(GOOD + "\n" + "long " * 250)
    assert not mail(checker).is_visible()
    assert "too long" in section(checker).inner_text()
    checker.draft.fill(GOOD)
    assert mail(checker).is_visible()
    checker.page.locator("#ck-channel").select_option("letter")
    assert not mail(checker).is_visible()
    checker.page.locator("#ck-channel").select_option("phone")
    assert section(checker).locator("h2").inner_text() == "Take it with you"


@pytest.mark.parametrize("text", ["\ud83c", "🎈 & ? # %", "ä\u0301"])
def test_any_text_can_stand_in_a_link(checker: CheckerPage, text: str) -> None:
    link = checker.page.evaluate(
        "async ([place, body]) => (await ours(place)).mailLink({ subject: '', body })",
        ["checker/message.js", text],
    )
    assert link.startswith("mailto:?body=") and "&" not in link and "#" not in link


def test_the_draft_is_kept_as_a_file(checker: CheckerPage, tmp_path: Path) -> None:
    checker.draft.fill(GOOD)
    with checker.page.expect_download() as download:
        press(checker, "Download as .txt")
    assert download.value.suggested_filename == "thank-you.txt"
    download.value.save_as(tmp_path / "draft.txt")
    assert (tmp_path / "draft.txt").read_text(encoding="utf-8") == GOOD


def test_what_is_still_to_fix_is_said_before_sending(checker: CheckerPage) -> None:
    checker.check(GOOD.replace("with you, and", "with you on [day], and"))
    assert "One point is still to fix." in section(checker).inner_text()
    checker.check(GOOD)
    assert "still to fix" not in section(checker).inner_text()


# Paper


def test_on_paper_stand_the_draft_with_numbers_and_what_they_mean(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(FAULTY)
    checker.page.evaluate("window.print = () => { dispatchEvent(new Event('beforeprint')); window.printed = 1; }")
    press(checker, "Print")
    checker.page.emulate_media(media="print")
    try:
        sheet = checker.page.locator(".ck-sheet")
        assert checker.page.evaluate("window.printed") == 1
        assert sheet.locator("mark").all_inner_texts() == ["gonna", "!!!"]
        assert sheet.locator("sup").all_inner_texts() == ["1", "2"]
        items = sheet.locator("li").all_inner_texts()
        assert items[0].startswith("Improve: Leave slang") and items[1].startswith("Improve: Use two exclamation")
        head = sheet.locator(".ck-sheet__head").all_inner_texts()
        assert head[:2] == ["4 March 2026. Read as a thank-you by email.", "Good, and could be better. 2 to improve."]
        assert any(item.startswith("For want of when the interview was: ") for item in items)
        assert not checker.draft.is_visible()
        assert not checker.page.locator("h1").is_visible()
        assert not checker.page.get_by_text("Paste what you want to send").is_visible()
        assert not checker.page.locator("#the-same-on-paper").is_visible()
        checker.page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert checker.page.locator("h1").is_visible()  # printed from the menu, the page is there, too
    finally:
        checker.page.emulate_media(media="screen")
    assert not sheet.is_visible()


@pytest.mark.parametrize(
    ("marks", "made"),
    [
        ([], "abcdef"),
        ([(1, 3, 1)], "a<bc>1def"),
        ([(0, 6, 1), (2, 4, 2)], "<ab><cd>2<ef>1"),
        ([(0, 3, 1), (2, 6, 2)], "<ab><c>1<def>2"),
        ([(1, 3, 1), (0, 3, 2)], "<a><bc>1, 2def"),
    ],
)
def test_numbers_stand_behind_their_marks(checker: CheckerPage, marks: list[tuple[int, int, int]], made: str) -> None:
    text = checker.page.evaluate(
        """async ([place, marks]) => {
            const { numbered } = await ours(place);
            const list = marks.map(([start, end, number]) => ({ start, end, number }));
            return numbered("abcdef", list)
                .map(each => each.tagName === "MARK" ? `<${each.textContent}>` : each.textContent ?? each).join("");
        }""",
        ["checker/sheet.js", marks],
    )
    assert text == made
