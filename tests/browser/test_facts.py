"""The form of facts: all that a situation may hold has a field, and nothing is said that the reader has not said."""

from __future__ import annotations

import pytest

from checker.core.fields import FIELDS, Kind, ListOf, Record

from .axe import violations
from .page import GOOD, CheckerPage


def leaves(fields: dict[str, Kind], before: str = "") -> list[str]:
    """The paths of all facts; of a list its own path alone, and "[0].key" for those of its items."""
    found: list[str] = []
    for name, kind in fields.items():
        path = before + name
        if isinstance(kind, Record):
            found += [path, *leaves(kind.fields, path + ".")]
        elif isinstance(kind, ListOf) and isinstance(kind.of, Record):
            found += [path, *leaves(kind.of.fields, path + "[0].")]
        else:
            found.append(path)
    return found


def test_every_fact_of_a_situation_has_a_field_and_words(checker: CheckerPage) -> None:
    for need in leaves(FIELDS):
        answer = checker.call("fields.js", "answerTo", need)
        assert answer.get("field"), need
        path = answer["field"]["path"]
        assert need.startswith(path) or path.startswith(need), (need, path)
        assert answer["words"] and answer["field"]["label"] and answer["field"]["reason"], need


def test_every_choice_of_a_situation_can_be_made(checker: CheckerPage) -> None:
    """The options that the forms have are those that the engine reads, neither more nor fewer."""
    options = checker.page.evaluate(
        """async () => Object.fromEntries(
            Object.entries(await ours("checker/options.js")).map(([name, list]) => [name, list.map((each) => each[0] ?? each)]))""",
    )
    sent = FIELDS["sent"].of.fields  # type: ignore[union-attr]
    assert set(options["STAGES"]) == set(FIELDS["stage"].options) == set(options["PAST_STAGES"]) == set(sent["stage"].options)  # type: ignore[union-attr]
    assert set(options["WAYS"]) == set(options["CHANNELS"]) == set(FIELDS["channel"].options)  # type: ignore[union-attr]
    assert set(options["FORMALITIES"]) == {"", *FIELDS["formality"].options}  # type: ignore[union-attr]
    assert set(options["RAPPORT"]) == {"", *FIELDS["rapport"].options}  # type: ignore[union-attr]
    assert set(options["REQUESTS"]) == set(FIELDS["asked_for"].of.options)  # type: ignore[union-attr]
    assert set(options["OUTCOMES"]) == {"", "closed", *FIELDS["decision"].options}  # type: ignore[union-attr]


def test_three_questions_stand_open_and_the_rest_is_folded_in_groups(checker: CheckerPage) -> None:
    labels = checker.page.locator(".ck-fields--top .ck-label").all_inner_texts()
    assert labels == ["What are you sending?", "How does it go out?", "Who interviewed you?", "When was the interview?"]
    groups = checker.page.locator(".ck-groups > details")
    assert groups.locator("> summary > span:first-child").all_inner_texts() == [
        "The people",
        "Dates",
        "What they told you",
        "Messages so far",
        "How you know each other",
        "Your application",
    ]
    assert groups.evaluate_all("all => all.some(each => each.open)") is False


def test_a_group_says_how_much_of_it_is_filled_in_and_stays_open(checker: CheckerPage) -> None:
    group = checker.page.locator("[data-fold=facts-application]")
    assert group.locator("summary .ck-quiet").inner_text() == ""
    group.locator("summary").click()
    checker.page.locator("#ck-company").fill("Northwind Foods")
    checker.page.get_by_label("Nothing is attached").check()
    assert group.locator("summary .ck-quiet").inner_text() == "2 filled in"
    checker.remount()
    assert checker.page.locator("#ck-company").is_visible()
    assert group.locator("summary .ck-quiet").inner_text() == "2 filled in"


def facts(checker: CheckerPage) -> dict:
    """What the engine would be told, but for the time of sending."""
    found = checker.page.evaluate(
        """async () => {
            const { memory } = await ours("checker/memory.js");
            return (await ours("checker/situation.js")).situationFrom(memory.values);
        }""",
    )
    return {key: value for key, value in found.items() if key not in {"now", "stage", "channel"}}


def test_an_untouched_form_says_nothing(checker: CheckerPage) -> None:
    assert facts(checker) == {}


@pytest.mark.parametrize(
    ("label", "answer", "expected"),
    [
        ("Is the hiring over?", "Yes", {"process_closed": True}),
        ("Is the hiring over?", "No", {"process_closed": False}),
        ("Is the hiring over?", "Not said", {}),
        ("Did they invite you to drop in?", "No", {"invited_to_drop_in": False}),
        ("Did they ask to connect on a network?", "Yes", {"invited_to_connect": True}),
        ("Is your draft the whole email?", "No, only the text", {"whole_email": False}),
        ("What have they decided?", "Nothing yet", {"decision": "none"}),
        ("What have they decided?", "They are not filling the post", {"process_closed": True}),
        ("How did you get on?", "Well, we clicked", {"rapport": "good"}),
    ],
)
def test_yes_and_no_are_said_only_when_they_are_chosen(checker: CheckerPage, label: str, answer: str, expected: dict) -> None:
    checker.unfold_facts()
    checker.page.get_by_label(label).select_option(label=answer)
    assert facts(checker) == expected


@pytest.mark.parametrize(
    ("group", "some", "none", "path", "expected"),
    [
        ("What did they ask you for?", ["References", "What you want to earn"], "Nothing", "asked_for", ["references", "pay"]),
        ("How have they been in touch with you?", ["Text message", "Visit"], "None of these yet", "their_channels", ["text", "in-person"]),
    ],
)
def test_none_of_several_is_not_the_same_as_nothing_said(
    checker: CheckerPage, group: str, some: list[str], none: str, path: str, expected: list[str]
) -> None:
    checker.unfold_facts()
    boxes = checker.page.get_by_role("group", name=group)
    for label in some:
        boxes.get_by_label(label, exact=True).check()
    assert facts(checker) == {path: expected}
    boxes.get_by_label(none, exact=True).check()
    assert facts(checker) == {path: []}
    boxes.get_by_label(some[0], exact=True).check()
    assert facts(checker) == {path: expected[:1]}
    boxes.get_by_label(some[0], exact=True).uncheck()
    assert facts(checker) == {}


def test_what_is_attached_is_a_list_or_nothing_or_unknown(checker: CheckerPage) -> None:
    checker.unfold_facts()
    box, none = checker.page.get_by_label("What do you attach?"), checker.page.get_by_label("Nothing is attached")
    box.fill("cv.pdf\n\n references.pdf ")
    assert facts(checker) == {"attachments": ["cv.pdf", "references.pdf"]}
    none.check()
    assert (facts(checker), box.input_value()) == ({"attachments": []}, "")
    box.fill("cv.pdf")
    assert (facts(checker), none.is_checked()) == ({"attachments": ["cv.pdf"]}, False)


def test_the_other_facts_take_the_shape_that_the_engine_reads(checker: CheckerPage) -> None:
    checker.unfold_facts()
    for field, value in {
        "recipients": "Dana Ortiz\nhr@northwind.example",
        "their-addresses": "dana@mail.example",
        "agency-name": "Hale Recruitment",
        "agency-contact": "Priya Shah",
        "interview-round": "2",
        "reply-needed-by": "2026-03-05",
        "employer-limit-messages": "0",
        "employer-limit-not-before": "2026-03-20",
    }.items():
        checker.page.locator(f"#ck-{field}").fill(value)
    assert facts(checker) == {
        "recipients": ["Dana Ortiz", "hr@northwind.example"],
        "their_addresses": ["dana@mail.example"],
        "agency": {"name": "Hale Recruitment", "contact": "Priya Shah"},
        "interview": {"round": 2},
        "reply_needed_by": "2026-03-05",
        "employer_limit": {"messages": 0, "not_before": "2026-03-20"},
    }
    assert checker.call("situation.js", "situationFrom", {"employer_limit.messages": ""}) == {}


def test_people_have_a_row_each_and_more_about_them_folded(checker: CheckerPage) -> None:
    page = checker.page
    assert page.locator(".ck-people details").is_hidden()
    page.get_by_label("Who interviewed you?").fill("Dana Ortiz")
    page.get_by_text("More about Dana Ortiz").click()
    page.get_by_label("Leads the hiring").check()
    page.get_by_label("How they sign").fill("Dana")
    page.get_by_role("button", name="Add another person").click()
    page.keyboard.type("Tom Baker")
    page.get_by_text("More about Tom Baker").click()
    second = page.get_by_role("group", name="Person 2")
    second.get_by_label("Already thanked").check()
    second.get_by_label("Their address").fill("t.baker@northwind.example")
    assert facts(checker) == {
        "interview": {
            "interviewers": [
                {"name": "Dana Ortiz", "lead": True, "signs_as": "Dana"},
                {"name": "Tom Baker", "thanked": True, "email": "t.baker@northwind.example"},
            ]
        }
    }
    checker.remount()
    assert page.get_by_label("How they sign").first.input_value() == "Dana"
    page.get_by_role("button", name="Remove person 1").click()
    assert page.evaluate("document.activeElement.textContent") == "Add another person"
    assert [each["name"] for each in facts(checker)["interview"]["interviewers"]] == ["Tom Baker"]


@pytest.mark.parametrize(
    ("text", "names", "emails"),
    [
        ("Dana Ortiz", ["Dana Ortiz"], [""]),
        ("Dana Ortiz, Tom Baker;Priya Shah\n", ["Dana Ortiz", "Tom Baker", "Priya Shah"], ["", "", ""]),
        ('"Dana Ortiz" <d.ortiz@northwind.example>', ["Dana Ortiz"], ["d.ortiz@northwind.example"]),
        ("Dana Ortiz, PhD, Tom Baker, Jr.", ["Dana Ortiz, PhD", "Tom Baker, Jr."], ["", ""]),
        ("t.baker@northwind.example", ["t.baker@northwind.example"], ["t.baker@northwind.example"]),
        ("Karen Doyle and Dr Osei", ["Karen Doyle", "Dr Osei"], ["", ""]),
        ("Karen Doyle & Dr Osei, Tom Baker, and Priya", ["Karen Doyle", "Dr Osei", "Tom Baker", "Priya"], ["", "", "", ""]),
        ("Sandy Anderson", ["Sandy Anderson"], [""]),
        (" , ", [], []),
    ],
)
def test_names_in_a_line_are_told_apart(checker: CheckerPage, text: str, names: list[str], emails: list[str]) -> None:
    people = checker.call("people.js", "peopleIn", text)
    assert ([each["name"] for each in people], [each["email"] for each in people]) == (names, emails)


def test_names_that_are_pasted_get_a_row_each(checker: CheckerPage) -> None:
    name = checker.page.get_by_label("Who interviewed you?")
    name.focus()
    checker.page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData("text/plain", "Dana Ortiz <d.ortiz@northwind.example>\\nTom Baker");
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    assert facts(checker)["interview"]["interviewers"] == [
        {"name": "Dana Ortiz", "email": "d.ortiz@northwind.example"},
        {"name": "Tom Baker"},
    ]
    assert checker.page.locator(".ck-person input").count() == 2


def test_what_was_sent_is_a_log_or_nothing_or_unknown(checker: CheckerPage) -> None:
    checker.unfold_facts()
    log = checker.page.get_by_role("group", name="What have you sent since the first interview?")
    log.get_by_label("Nothing so far").check()
    assert facts(checker) == {"sent": []}
    log.get_by_role("button", name="Add a message that you sent").click()
    assert log.get_by_label("Nothing so far").is_hidden()
    assert facts(checker) == {"sent": [{"stage": "thank-you", "answered": False}]}
    log.get_by_label("When you sent it").fill("2026-03-03")
    log.get_by_label("How it went out").select_option("letter")
    log.get_by_label("After which round").fill("1")
    log.get_by_label("They answered it").check()
    entry = {"stage": "thank-you", "at": "2026-03-03", "channel": "letter", "round": 1, "answered": True}
    assert facts(checker) == {"sent": [entry]}
    log.get_by_role("button", name="Remove message 1").click()
    assert facts(checker) == {}


def test_notes_to_others_are_as_many_as_there_are(checker: CheckerPage) -> None:
    checker.unfold_facts()
    page = checker.page
    page.get_by_label("Your notes to the other interviewers", exact=True).fill("Dear Tom")
    page.get_by_role("button", name="Add another note").click()
    page.keyboard.type("Dear Priya")
    assert facts(checker) == {"other_notes": ["Dear Tom", "Dear Priya"]}
    page.get_by_role("button", name="Remove note 1").click()
    assert facts(checker) == {"other_notes": ["Dear Priya"]}


def test_a_need_of_each_kind_leads_into_its_group(checker: CheckerPage) -> None:
    checker.check(GOOD)
    checker.page.locator("[data-fold=not-checked] > summary").click()
    needs = checker.page.locator(".ck-needs button")
    words = sorted(set(needs.all_inner_texts()))
    assert len(words) >= 4
    for each in words:
        needs.get_by_text(each, exact=True).first.click()
        assert checker.page.evaluate("document.activeElement.matches('.ck-field *')"), each
        assert checker.page.evaluate("document.activeElement.checkVisibility()"), each


def everything_open(checker: CheckerPage) -> None:
    """All groups unfolded, with a row in each list, guesses offered, and what cannot be kept told."""
    page = checker.page
    checker.draft.fill(GOOD)
    page.get_by_role("button", name="Use it: Who interviewed you, Dana Ortiz").click()
    if (first := page.locator("[data-fold=first] > summary")).is_visible():
        first.click()
    page.get_by_text("More about Dana Ortiz").click()
    page.get_by_role("button", name="Add another person").click()
    checker.unfold_facts()
    page.get_by_role("button", name="Add a message that you sent").click()
    page.get_by_role("button", name="Add another note").click()
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }")
    page.get_by_label("Remember my draft").click()
    page.get_by_text("There is no room left").wait_for()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_with_all_of_it_open(browser, site_url: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    try:
        checker = CheckerPage(context.new_page(), site_url)
        checker.open(wait=False)
        everything_open(checker)
        assert violations(checker.page, ".afterword") == []
    finally:
        context.close()


def test_all_of_it_open_fits_a_narrow_screen_and_a_finger(fresh: CheckerPage) -> None:
    fresh.page.set_viewport_size({"width": 320, "height": 700})
    fresh.open(wait=False)
    everything_open(fresh)
    wide, small = fresh.page.evaluate(
        """() => {
            const seen = [...document.querySelectorAll(".afterword *")].filter(each => each.checkVisibility() && !each.closest(".ck-hidden"));
            const box = (each) => each.getBoundingClientRect();
            const pressed = ":is(button, summary, select, textarea, label.ck-tick, input:not([type=checkbox], [type=file]))";
            return [
                seen.filter(each => box(each).right > 320.5).map(each => each.className),
                seen.filter(each => each.matches(pressed) && box(each).height < 44).map(each => each.outerHTML.slice(0, 80)),
            ];
        }"""
    )
    assert (wide, small) == ([], [])


def test_the_form_is_filled_in_by_keyboard(checker: CheckerPage) -> None:
    page = checker.page
    page.get_by_label("Who interviewed you?").focus()
    page.keyboard.type("Dana Ortiz")
    for key in ("Tab", "Enter", "Tab", "Space"):  # to "More about Dana Ortiz", unfold it, and tick that she leads
        page.keyboard.press(key)
    assert facts(checker) == {"interview": {"interviewers": [{"name": "Dana Ortiz", "lead": True}]}}
    page.locator("[data-fold=facts-messages] > summary").focus()
    for key in ("Enter", "Tab", "Enter"):  # unfold the group, go on to the list, and add to it
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.id") == "ck-sent-0-stage"
