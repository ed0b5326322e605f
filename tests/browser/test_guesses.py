"""What is guessed from a draft: offered, never assumed, and not offered again once it was refused."""

from __future__ import annotations

import pytest

from .page import GOOD, CheckerPage

WHO, ME, COMPANY, POSITION, STAGE = "interview.interviewers", "me", "company", "position", "stage"
MET, BY = "interview.at", "interview.decision_by"


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        # Whom it greets
        ("Dear Dana Ortiz,\n\nThank you.", {WHO: "Dana Ortiz"}),
        ("Subject: Thanks\n\nHi Dana, thank you for the talk.", {WHO: "Dana"}),
        ("Dear Dr Osei,\n\nThank you.", {WHO: "Dr Osei"}),
        ("Hi Dr. Osei!\n\nThank you.", {WHO: "Dr. Osei"}),
        ("Dear Ms. Ortiz and Mr. Baker:\n\nThank you.", {WHO: "Ms. Ortiz and Mr. Baker"}),
        ("Dear Dana, Tom and Priya,\n\nThank you.", {WHO: "Dana, Tom and Priya"}),
        ("Good morning, Dana,\n\nThank you.", {WHO: "Dana"}),
        ("Dear Anne-Marie van der Berg,\n\nThank you.", {WHO: "Anne-Marie van der Berg"}),
        ("Dear Željko O’Neil,\r\n\r\nThank you.", {WHO: "Željko O’Neil"}),
        ("Dear Dana,\nThanks for the tour.", {WHO: "Dana"}),
        ("Dear Hiring Manager,\n\nThank you.", {}),
        ("Dear Sir or Madam,\n\nThank you.", {}),
        ("Hi team,\n\nThank you.", {}),
        ("Dear [Name],\n\nThank you.", {}),
        ("Hello,\n\nThank you.", {}),
        ("Hello there, I met you on Monday.", {}),
        ("Hi, I met Dana on Monday.", {}),
        # Who signs
        ("Thank you for the talk.\n\nKind regards,\nSam Reyes", {ME: "Sam Reyes"}),
        ("Thank you for the talk.\n\nBest, Sam", {ME: "Sam"}),
        ("Thank you for the talk.\n\nYours sincerely\nK. O'Neil\n+44 20 7946 0000", {ME: "K. O'Neil"}),
        ("Thank you for the talk.\n\nJo", {ME: "Jo"}),
        ("Thank you for the talk.\n\nSam Reyes.", {ME: "Sam Reyes"}),
        ("Thank you for the talk.\n\nKind regards,\n[Your name]", {}),
        ("Thank you for the talk.\n\nI look forward to it.", {}),
        ("Thank you.\n\nBest wishes,\nSam\n\nOn Tue, 3 March 2026, Dana Ortiz wrote:\n> Dear Sam\n> Regards,\n> Dana", {ME: "Sam"}),
        # The company
        ("It was good to see the yard at Northwind Foods on Tuesday.", {COMPANY: "Northwind Foods"}),
        ("I liked it at Fenland Press. Things are good.", {COMPANY: "Fenland Press"}),
        ("I liked the work at the Bank of England.", {COMPANY: "Bank of England"}),
        ("I liked Harbour’s team, and the talk at AT&T.", {COMPANY: "AT&T"}),
        ("We met at Harbour Diagnostics’s office.", {COMPANY: "Harbour Diagnostics"}),
        ("I was at Reception One, then at Kestrel, and liked it at Kestrel.", {COMPANY: "Kestrel"}),
        ("We met at 3 at Christmas, at Noon, at home, at The Hague.", {}),
        ("Look at that. What I saw was good.", {}),
        # The position
        ("I enjoyed our talk about the Senior Data Analyst position.", {POSITION: "Senior Data Analyst"}),
        ("I enjoyed our talk about the Head of Sales role.", {POSITION: "Head of Sales"}),
        ("I enjoyed our talk about the position.", {}),
        # The kind of message
        ("I still have not heard back from you.", {STAGE: "check-in"}),
        ("I am checking in on the schedule.", {STAGE: "check-in"}),
        ("Is there any news?", {STAGE: "check-in"}),
        ("I am following up on my interview.", {STAGE: "check-in"}),
        ("I was told that I would hear by Friday, and nobody has written.", {STAGE: "check-in"}),
        ("Could you tell me how things stand?", {STAGE: "check-in"}),
        ("May I ask when you expect to decide?", {STAGE: "check-in"}),
        ("Thank you. I was told I would hear by Friday.", {}),
        ("I wanted to follow up on our talk and say thank you.", {}),
        ("Thank you. I look forward to any news.", {}),
        ("I would like to withdraw my application.", {STAGE: "withdraw"}),
        ("I have accepted another offer.", {STAGE: "withdraw"}),
        ("I have received another offer and have to answer it by Friday.", {STAGE: "other-offer"}),
        ("Another company made me an offer; I was offered a post elsewhere.", {STAGE: "other-offer"}),
        ("Thank you for your offer. I am glad to accept it.", {STAGE: "after-decision"}),
        ("I was sorry to read that you have chosen another candidate.", {STAGE: "after-decision"}),
        ("Thank you for the offer to visit the shop.", {}),
        # The dates, on Wednesday, 4 March 2026
        ("Thank you for our interview on 12 February.", {MET: "12 February 2026"}),
        ("We met on Monday, March 2nd, and I liked it.", {MET: "2 March 2026"}),
        ("I interviewed with you on the 28th of November 2025.", {MET: "28 November 2025"}),
        ("Our interview on 12 March is in my calendar.", {}),
        ("We met on 30 February.", {}),
        ("You said you would let me know by 23 February.", {BY: "23 February 2026"}),
        ("You had hoped to decide before December 20.", {BY: "20 December 2025"}),
        ("Please let me know by 23 March.", {}),
        ("You said it was urgent, could you answer by 23 March?", {}),
        ("Thanks.\n\nOn 1 March 2026 at 9:12, Ann <a@b.example> wrote:\n> We will be in\n> touch by 6 March.", {BY: "6 March 2026"}),
        # Who is greeted by the first name, and wrote the mail below
        ("Dear Karen,\n\nThank you.\n\nOn 1 March 2026 at 9:12, Karen Doyle <k@b.example> wrote:\n> Hello", {WHO: "Karen Doyle"}),
        ("Dear Dr Doyle,\n\nThank you.\n\nFrom: Doyle, Karen <k@b.example>\nSent: Sunday\n\nHello", {WHO: "Karen Doyle"}),
        ("Dear Dana,\n\nThank you.\n\nOn 1 March 2026 at 9:12, Karen Doyle <k@b.example> wrote:\n> Hello", {WHO: "Dana"}),
        # Nothing
        ("", {}),
        ("thank you for your time", {}),
    ],
)
def test_what_a_draft_tells(checker: CheckerPage, draft: str, expected: dict[str, str]) -> None:
    assert {each["path"]: each["shown"] for each in checker.call("guesses.js", "guessesFrom", draft)} == expected


def offered(checker: CheckerPage) -> list[str]:
    checker.page.wait_for_timeout(600)  # guesses come in a pause
    return checker.page.locator(".ck-offers li strong").all_inner_texts()


def test_a_guess_is_offered_and_fills_its_field_only_when_it_is_used(checker: CheckerPage) -> None:
    checker.draft.fill(GOOD)
    assert offered(checker) == ["Dana Ortiz?", "Sam Reyes?"]
    who = checker.page.locator("#ck-interview-interviewers")
    assert (who.input_value(), checker.page.locator("#ck-me").input_value()) == ("", "")
    checker.page.get_by_role("button", name="Use it: Who interviewed you, Dana Ortiz").click()
    assert who.input_value() == "Dana Ortiz"
    assert offered(checker) == ["Sam Reyes?"]
    assert "Dana Ortiz. Filled in." in checker.page.locator('.afterword > [role="status"]').inner_text()
    assert checker.page.evaluate("document.activeElement.getAttribute('aria-label')") == "Use it: Your name, Sam Reyes"
    checker.page.keyboard.press("Enter")
    assert checker.page.locator("#ck-me").input_value() == "Sam Reyes"
    assert checker.page.locator(".ck-offers").is_hidden()
    assert checker.page.evaluate("document.activeElement.id") == "ck-draft"


def test_all_of_them_are_used_with_one_press(checker: CheckerPage) -> None:
    checker.draft.fill("Dear Dana,\n\nThank you.")
    assert offered(checker) == ["Dana?"]
    everything = checker.page.get_by_role("button", name="Use all")
    assert not everything.is_visible()
    checker.draft.fill(GOOD + "\nYou said you would let me know by 23 February.")
    assert offered(checker) == ["Dana Ortiz?", "23 February 2026?", "Sam Reyes?"]
    everything.click()
    assert checker.page.locator("#ck-interview-interviewers").input_value() == "Dana Ortiz"
    assert checker.page.locator("#ck-interview-decision-by").input_value() == "2026-02-23"
    said = checker.page.locator('.afterword > [role="status"]').inner_text()
    assert said == "Filled in: Who interviewed you, Dana Ortiz; Decision promised by, 23 February 2026; Your name, Sam Reyes."
    assert checker.page.locator(".ck-offers").is_hidden()


def test_several_names_become_several_people(checker: CheckerPage) -> None:
    checker.draft.fill("Dear Dana and Tom,\n\nThank you.")
    assert offered(checker) == ["Dana and Tom?"]
    checker.page.get_by_role("button", name="Use it: Who interviewed you, Dana and Tom").click()
    names = checker.page.locator(".ck-person input").evaluate_all("all => all.map(each => each.value)")
    assert names == ["Dana", "Tom"]


def test_a_refused_guess_does_not_come_back(checker: CheckerPage) -> None:
    checker.draft.fill(GOOD)
    offered(checker)
    checker.page.get_by_role("button", name="No: Who interviewed you, not Dana Ortiz").click()
    assert offered(checker) == ["Sam Reyes?"]
    checker.draft.fill(GOOD + "\n")
    assert offered(checker) == ["Sam Reyes?"]
    checker.remount()
    assert offered(checker) == ["Sam Reyes?"]
    checker.draft.fill(GOOD.replace("Dana Ortiz", "Tom Baker"))
    assert offered(checker) == ["Tom Baker?", "Sam Reyes?"]


def test_what_is_known_is_not_guessed(checker: CheckerPage) -> None:
    checker.fill_facts(me="Samuel Reyes")
    checker.draft.fill(GOOD)
    assert offered(checker) == []


def test_the_kind_of_message_is_guessed_until_it_is_chosen(checker: CheckerPage) -> None:
    checker.draft.fill("I would like to withdraw my application.")
    assert offered(checker) == ["Withdrawing your application?"]
    checker.page.get_by_label("What are you sending?").select_option("other-offer")
    assert offered(checker) == []


def test_guesses_are_mentioned_before_the_first_check(checker: CheckerPage) -> None:
    checker.draft.fill(GOOD)
    status = checker.page.locator('.afterword > [role="status"]')
    checker.page.wait_for_function("() => document.querySelector('.afterword > [role=status]').textContent")
    assert status.inner_text() == "2 guessed from your draft, offered below it."
