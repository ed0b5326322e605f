"""Drafts that are pasted with a mail's head, from a page or a word processor, or that come as files."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from .page import CheckerPage

MAIL = """From: Sam Reyes <sam.reyes@post.example>
Sent: Tuesday, 3 March 2026 09:12
To: Dana Ortiz <d.ortiz@northwind.example>; "Baker, Tom" <tom@northwind.example>
Subject: Thank you for Monday

Dear Dana, dear Tom,

Thank you – it was a pleasure.

Sam Reyes
"""
BARE = "Subject: Thank you for Monday\n\nDear Dana, dear Tom,\n\nThank you – it was a pleasure.\n\nSam Reyes"


def paste(checker: CheckerPage, text: str, html: str = "") -> bool:
    """Paste into the box; whether the page took it over from the browser."""
    return checker.draft.evaluate(
        """(area, [text, html]) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            if (html) clipboardData.setData("text/html", html);
            area.focus();
            return !area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        [text, html],
    )


def open_file(checker: CheckerPage, name: str, content: bytes) -> None:
    with checker.page.expect_file_chooser() as chooser:
        checker.page.get_by_role("button", name="Open an .eml or .txt file").click()
    chooser.value.set_files({"name": name, "mimeType": "", "buffer": content})


def line(checker: CheckerPage) -> str:
    checker.page.wait_for_selector(".ck-arrived button")
    return checker.page.locator(".ck-arrived p").inner_text()


def trouble(checker: CheckerPage) -> str:
    checker.page.wait_for_selector("#ck-trouble p")
    return checker.page.locator("#ck-trouble").inner_text()


def test_the_head_of_a_pasted_mail_goes_and_its_subject_stays(checker: CheckerPage) -> None:
    assert paste(checker, MAIL)
    assert checker.draft.input_value().strip() == BARE
    assert line(checker) == "Pasted. From, To and Date were left out; the subject line stays."
    checker.page.locator(".ck-arrived").get_by_role("button", name="Undo").click()
    assert checker.draft.input_value() == MAIL
    assert checker.page.locator(".ck-arrived button").count() == 0


def test_what_the_head_tells_is_offered_as_facts(checker: CheckerPage) -> None:
    paste(checker, MAIL)
    offers = checker.page.locator(".ck-offers")
    offers.get_by_role("button", name="Use it: Is your draft the whole email, Yes").click()
    offers.get_by_role("button", name="Use it: Who gets this message, Dana Ortiz, Baker, Tom").click()
    facts = checker.page.evaluate(
        """async () => {
            const { memory } = await ours("checker/memory.js");
            return (await ours("checker/situation.js")).situationFrom(memory.values);
        }""",
    )
    assert facts["whole_email"] is True
    assert facts["recipients"] == ["Dana Ortiz", "Baker, Tom"]


def test_offers_of_a_head_go_with_its_mail(checker: CheckerPage) -> None:
    paste(checker, MAIL)
    checker.draft.fill("")
    checker.page.wait_for_selector(".ck-offers", state="hidden")


@pytest.mark.parametrize(
    "head, left",
    [
        ("From: Sam\nTo: Dana\nDate: Monday\n\n", ["From", "To", "Date"]),
        ("*Von:* Sam\n*Gesendet:* Montag\n*Betreff:* Danke\n\n", ["From", "Date"]),
        ("Subject: Thanks\nTo: Dana\n  Ortiz\n\n", ["To"]),
        ("From: Sam\n\nTo: Dana\n\nSubject: Thanks\n\n", ["From", "To"]),
        ("To: Dana\n\n", None),
        ("Subject: Thanks\n\n", None),
        ("Dear Dana,\nFrom: Monday\nTo: Friday\n", None),
    ],
)
def test_what_is_a_head(checker: CheckerPage, head: str, left: list[str] | None) -> None:
    found = checker.call("intake.js", "headOf", f"{head}Thank you.")
    assert (found and found["left"]) == left
    if found:
        assert f"{head}Thank you."[found["end"] :] == "Thank you."


def test_a_head_without_a_text_and_one_further_down_stay(checker: CheckerPage) -> None:
    assert checker.call("intake.js", "headOf", "From: Sam\nTo: Dana\n") is None
    checker.draft.fill("Dear Dana,\n")
    checker.draft.press("Control+End")
    assert not paste(checker, MAIL)


@pytest.mark.parametrize(
    "plain, html, text",
    [
        ("One\nTwo", "<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("I can\nplan\nsort", "<p>I can</p><ul><li>plan</li><li>sort</li></ul>", "I can\n\n- plan\n- sort"),
        ("a\nb", "<ol start=3><li>a</li><li>b</li></ol>", "3. a\n4. b"),
        ("“Yes” – it’s\u00a0true…\nBye", "<p>“Yes” – it’s&nbsp;true…</p><p>Bye</p>", "“Yes” – it’s\u00a0true…\n\nBye"),
        ("One Two", "<p>One <b>Two</b></p>", "One Two"),  # a paragraph alone
        ("One\nTwo", "<p>One</p><p>Two</p><p style='display:none'>Three</p>", "One\n\nTwo"),
        ("One\nTwo", "<p>One</p><p>Two and more</p>", "One\nTwo"),  # other words: the plain ones are pasted
        ("x = 1\n  y", "<div>x = 1</div><div>  y</div>", "x = 1\n  y"),
        ("·\tplan\n·\tsort", "<p style='mso-list:l0'><span style='mso-list:Ignore'>·</span>plan</p><p style='mso-list:l0'>sort</p>", "- plan\n- sort"),
    ],
)
def test_rich_text_keeps_its_paragraphs_and_its_list(checker: CheckerPage, plain: str, html: str, text: str) -> None:
    assert checker.call("html-text.js", "pastedText", plain, html) == text
    assert paste(checker, plain, html) == (plain != text)


@pytest.mark.parametrize(
    "html, text",
    [
        ("<div>a</div><div><br></div><div>b<br>c</div>", "a\n\nb\nc"),
        ("<style>p{}</style><script>alert(1)</script><p>a<img src=x onerror='window.bad=1'></p>", "a"),
        ("<p>Yes.</p><blockquote><p>Can you?</p><p>Dana</p></blockquote>", "Yes.\n\n> Can you?\n>\n> Dana"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"),
        ("<ul><li><p>one</p></li><li>two</li></ul>", "- one\n- two"),
        ("a <b> b</b>\n c &lt;i&gt;", "a b c <i>"),
    ],
)
def test_text_of_html(checker: CheckerPage, html: str, text: str) -> None:
    assert checker.call("html-text.js", "textOfHtml", html) == text
    assert checker.page.evaluate("window.bad") is None


def eml(html_only: bool = False) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Sam Reyes <sam@post.example>"
    mail["To"] = "Dana Ortiz <d.ortiz@northwind.example>"
    mail["Subject"] = "Café: thank you"
    html = "<p>Dear Dana,</p><ul><li>Thank you – truly</li></ul><script>window.bad = 1</script>"
    if html_only:
        mail.set_content(html, subtype="html")
    else:
        mail.set_content("Dear Dana,\n\nThank you – truly.\n\nSam Reyes\n")
        mail.add_alternative(html, subtype="html")
        mail.add_attachment(b"%PDF-1.7\0", maintype="application", subtype="pdf", filename="cv.pdf")
    return mail.as_bytes()


def test_an_email_file_is_opened(checker: CheckerPage) -> None:
    open_file(checker, "thanks.eml", eml())
    assert line(checker) == "Opened “thanks.eml”."
    assert checker.draft.input_value() == "Subject: Café: thank you\n\nDear Dana,\n\nThank you – truly.\n\nSam Reyes"
    assert checker.page.locator(".ck-offers").get_by_role("button", name="Use it: Who gets this message, Dana Ortiz").count() == 1
    checker.page.locator(".ck-arrived").get_by_role("button", name="Undo").click()
    assert checker.draft.input_value() == ""


def test_one_that_is_html_alone_becomes_plain_text(checker: CheckerPage) -> None:
    open_file(checker, "thanks.eml", eml(html_only=True))
    line(checker)
    assert checker.draft.input_value() == "Subject: Café: thank you\n\nDear Dana,\n\n- Thank you – truly"
    assert checker.page.evaluate("window.bad") is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_text_file_is_opened_in_the_codes_of_the_time(checker: CheckerPage, encoding: str) -> None:
    open_file(checker, "draft.txt", "Dear Zoë,\r\n\r\nThank you – truly.".encode(encoding))
    line(checker)
    assert checker.draft.input_value() == "Dear Zoë,\n\nThank you – truly."


def test_a_mail_that_was_saved_as_text_loses_its_head(checker: CheckerPage) -> None:
    open_file(checker, "mail.txt", MAIL.encode())
    assert "From, To and Date were left out" in line(checker)
    assert checker.draft.input_value() == BARE
    checker.page.locator(".ck-arrived").get_by_role("button", name="Undo").click()
    assert checker.draft.input_value() == ""


def test_a_file_can_be_dropped_on_the_box(checker: CheckerPage) -> None:
    checker.draft.evaluate(
        """(area, text) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text], "draft.txt", { type: "text/plain" }));
            for (const type of ["dragover", "drop"]) {
                area.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
            }
        }""",
        "Dear Dana",
    )
    assert line(checker) == "Opened “draft.txt”."
    assert checker.draft.input_value() == "Dear Dana"


@pytest.mark.parametrize(
    "name, content, message",
    [
        ("huge.eml", b"a" * 10_000_001, "too large"),
        ("long.txt", b"word " * 5000, "more than 20,000 characters"),
        ("cv.pdf", b"%PDF-1.7\n\0\1\2\3", "is no text"),
        ("note.eml", b"Dear Dana, thank you.", "does not look like an email"),
        ("mail.msg", b"\xd0\xcf\x11\xe0", "Outlook’s own format"),
        ("empty.txt", b" \n", "holds no text"),
        ("bare.eml", b"From: a@b.example\nTo: c@d.example\nSubject: x\n\n", "without a text"),
    ],
)
def test_what_cannot_be_read_leaves_the_draft_alone(checker: CheckerPage, name: str, content: bytes, message: str) -> None:
    checker.draft.fill("My own words.")
    open_file(checker, name, content)
    said = trouble(checker)
    assert message in said and said.endswith("Your draft is as it was.")
    assert checker.draft.input_value() == "My own words."


def test_a_file_asks_before_it_replaces_a_draft(checker: CheckerPage) -> None:
    checker.draft.fill("My own words.")
    open_file(checker, "draft.txt", b"Dear Dana")
    dialog = checker.page.locator("dialog[open]")
    assert "draft.txt" in dialog.inner_text()
    dialog.get_by_role("button", name="Keep my draft").click()
    checker.page.wait_for_selector("dialog", state="detached")
    assert checker.draft.input_value() == "My own words."


def test_what_reads_emails_is_fetched_only_for_one(checker: CheckerPage) -> None:
    requests: list[str] = []
    checker.page.on("request", lambda request: requests.append(request.url))
    open_file(checker, "draft.txt", b"Dear Dana")
    line(checker)
    assert not any("postal-mime" in each for each in requests)
    assert checker.errors == []
