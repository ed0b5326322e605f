"""Mail that is being answered: found by the page as by the engine, and left out of what is sent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from checker.core.draft import parse

from .page import CheckerPage

ROOT = Path(__file__).resolve().parents[2]
OWN = "Subject: Interview\n\nDear Karen,\n\nIs there any news?\n\nKind regards,\nSam Reyes"
REPLY = "On Tue, 3 March 2026 at 16:12, Karen Doyle <k.doyle@harbour.example> wrote:\n> Thank you for coming in.\n> Karen"
CASES = [
    "",
    OWN,
    f"{OWN}\n\n{REPLY}",
    f"{REPLY}\n\n{OWN}",
    f"> When can you start?\n\nOn Monday.\n\n> Where?\n\nHere.\n\n{REPLY}",
    f"{OWN}\r\n\r\n-----Original Message-----\r\nFrom: Karen Doyle\r\nThank you.",
    f"{OWN}\n\n________________________________\nVon: Karen Doyle\nGesendet: Dienstag",
    f"{OWN}\n\nFrom: Karen Doyle <k@harbour.example>\nSent: Tuesday\nTo: Sam\n\nThank you.",
    f"{OWN}\n\nFrom: what you said, I take it that you wait.\n\nSam",
    f"{OWN}\n\nLe mar. 3 mars 2026 à 16:12, Karen Doyle\n<k@harbour.example> a écrit :\n\nMerci.",
    f"{OWN}\n\nAm 03.03.2026 um 16:12 schrieb Karen Doyle:\n> Danke",
    f"{OWN}\n\nW dniu 3.03.2026 o 16:12 Karen Doyle napisała:\n> Tak",
    f"{OWN}\n\nAs I wrote:\nit is late.",
    f"🎈\u200b{OWN}\n\u00a0\n\u00a0{REPLY}\u2028> more",
    "Begin forwarded message:\n\nFrom: Karen",
    "Hello\n\n2026-03-03 16:12 GMT+01:00 Karen Doyle <k@harbour.example>:\n> Yes",
]
EMAIL = f"{OWN}\n\n{REPLY}"


def by_the_engine(draft: str) -> list[str]:
    """The lines of quoted mail, as the parts of the draft have them."""
    return [draft[start:end] for start, end in parse(draft).spans["quoted"]]


def by_the_page(checker: CheckerPage, drafts: list[str]) -> list[list[str]]:
    found = checker.page.evaluate(
        """async ([place, drafts]) => {
            const { linesOf } = await ours(place);
            return drafts.map(draft => linesOf(draft).filter(({ quoted }) => quoted).map(({ start, end }) => draft.slice(start, end)));
        }""",
        ["checker/quoted.js", drafts],
    )
    return found


def test_the_page_and_the_engine_find_the_same(checker: CheckerPage) -> None:
    drafts = [entry["draft"] for file in sorted((ROOT / "tests" / "drafts").glob("*.yaml")) for entry in yaml.safe_load(file.read_text(encoding="utf-8"))]
    drafts = CASES + drafts + [f"{draft}\n\n{REPLY}" for draft in drafts]
    differ = [draft for draft, found in zip(drafts, by_the_page(checker, drafts), strict=True) if lines(found) != lines(by_the_engine(draft))]
    assert differ == []


def lines(pieces: list[str]) -> list[str]:
    """Pieces that run on are one part to the engine."""
    return [line for piece in pieces for line in (each.strip(" \u00a0") for each in re.split(r"[\r\n\u2028]+", piece)) if line]


@pytest.mark.parametrize(
    ("draft", "own"),
    [
        (EMAIL, OWN),
        (OWN + "\n", OWN + "\n"),
        (f"{REPLY}\n\n{OWN}", f"{REPLY}\n\n{OWN}"),
        ("> When?\n\nOn Monday.", "> When?\n\nOn Monday."),
        (REPLY, REPLY),
    ],
)
def test_what_is_left_out_is_what_stands_below_all_else(checker: CheckerPage, draft: str, own: str) -> None:
    assert checker.call("quoted.js", "withoutQuoted", draft)["own"] == own


def test_quoted_mail_is_not_sent_unless_it_is_wanted(checker: CheckerPage) -> None:
    checker.draft.fill(EMAIL)
    send = checker.page.locator(".ck-send")
    link = send.get_by_role("link", name="Open in mail")
    assert "The mail quoted below your words is left out." in send.inner_text()
    assert "Thank%20you%20for%20coming" not in (link.get_attribute("href") or "")
    checker.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    send.get_by_role("button", name="Copy the message").click()
    checker.page.wait_for_function("() => document.querySelector('.ck-send__done').textContent")
    assert "Copied: 10 words" in send.locator(".ck-send__done").inner_text()
    checker.page.context.clear_permissions()
    send.get_by_label("Take it along").check()
    assert "Thank%20you%20for%20coming" in (link.get_attribute("href") or "")
    checker.draft.fill(OWN)
    assert not send.get_by_label("Take it along").is_visible()


@pytest.mark.parametrize(
    ("people", "recipients", "reader", "expected"),
    [
        ([("Dana Ortiz", "d@n.example", False)], "", "", ["d@n.example"]),
        ([("Dana Ortiz", "d@n.example", False), ("Tom Baker", "", False)], "", "", []),
        ([("Dana Ortiz", "d@n.example", False), ("Tom Baker", "t@n.example", True)], "", "", ["t@n.example"]),
        ([("Dana Ortiz", "d@n.example", False), ("Tom Baker", "", False)], "", "Dana Ortiz", ["d@n.example"]),
        ([("Dana Ortiz", "d@n.example", False)], "Dana Ortiz\nHR <hr@n.example>", "", ["d@n.example", "hr@n.example"]),
        ([("Dana Ortiz", "d@n.example", False)], "Tom Baker", "", []),
        ([], "", "", []),
    ],
)
def test_a_mail_is_addressed_to_whom_the_form_has_addresses_of(
    checker: CheckerPage, people: list[tuple[str, str, bool]], recipients: str, reader: str, expected: list[str]
) -> None:
    values = {
        "interview.interviewers": [{"name": name, "email": email, "lead": lead} for name, email, lead in people],
        "recipients": {"text": recipients, "none": False},
    }
    assert checker.call("addressees.js", "addressees", values, reader) == expected


def test_an_address_stands_in_the_link_and_is_told(checker: CheckerPage) -> None:
    checker.draft.fill(EMAIL)
    checker.page.get_by_role("button", name="Use it: Who interviewed you, Karen Doyle").click()  # named in full by the quoted mail
    link = checker.page.get_by_role("link", name="Open in mail").get_attribute("href") or ""
    assert link.startswith("mailto:k.doyle@harbour.example?subject=Interview&body=")
    assert "It is addressed to k.doyle@harbour.example." in checker.page.locator(".ck-send").inner_text()
