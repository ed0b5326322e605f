"""The planner's form: what is said about facts that cannot be right, and its use without a mouse or without sight."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from .axe import violations
from .planner_page import PlannerPage
from .test_loading import with_worker

NO_DAY = "Fill in the day of the interview. The plan counts from there."
EARLY = "This lies before the interview. Please look at both dates."
YEAR = "Please look at the year."
AHEAD = "This day has not come yet. List only what you have sent."
FULL = {"interview.at": "2026-03-03", "interview.decision_by": "2026-03-13", "country": "Ireland"}


@pytest.mark.parametrize(
    ("values", "sent", "expected"),
    [
        ({}, [], {"interview.at": NO_DAY}),
        ({"decision": "none"}, [], {"interview.at": NO_DAY}),
        ({"decision": "rejected"}, [], {}),
        ({"at": "2026-03-03"}, ["2026-03-03", "", "2026-03-04"], {}),
        ({"at": "0026-03-03"}, [], {"interview.at": YEAR}),
        ({"at": "2028-03-03"}, [], {"interview.at": YEAR}),
        ({"at": "2026-03-03", "by": "2026-03-02"}, [], {"interview.decision_by": EARLY}),
        ({"at": "2026-03-03", "by": "2062-03-13"}, [], {"interview.decision_by": YEAR}),
        ({"at": "2026-03-03", "by": "2026-03-03"}, [], {}),
        ({"at": "2026-03-03", "limit": "2062-03-13"}, [], {"employer_limit.not_before": YEAR}),
        ({"at": "2026-03-03"}, ["2026-03-04", "2026-03-02", "2026-03-05"], {"sent.1": EARLY, "sent.2": AHEAD}),
    ],
)
def test_facts_that_cannot_be_right(planner: PlannerPage, values: dict, sent: list[str], expected: dict) -> None:
    filled = {
        "interview.at": {"date": values.get("at", ""), "time": ""},
        "interview.decision_by": values.get("by", ""),
        "employer_limit.not_before": values.get("limit", ""),
        "decision": values.get("decision", ""),
    }
    log = [{"stage": "thank-you", "date": date, "answered": False} for date in sent]
    assert dict(planner.call("faults.js", "faults", filled, log, "2026-03-04")) == expected


def test_a_fault_stands_at_its_field_and_gets_the_focus(planner: PlannerPage) -> None:
    planner.button.click()
    field = planner.field("interview.at")
    assert planner.focused == "pl-interview-at"
    assert planner.fault("interview.at").inner_text() == NO_DAY
    assert field.get_attribute("aria-invalid") == "true"
    assert "pl-interview-at-fault" in (field.get_attribute("aria-describedby") or "").split()
    assert planner.page.locator(".aw-planner [role=alert]").first.inner_text() == "One answer needs another look."
    planner.plan({"interview.at": "2026-03-03"})
    assert planner.fault("interview.at").inner_text() == ""
    assert field.get_attribute("aria-invalid") is None
    assert planner.page.locator(".aw-planner [role=alert]").first.inner_text() == ""


def test_half_a_date_is_not_taken_for_none(planner: PlannerPage) -> None:
    planner.fill({"interview.at": "2026-03-03"})
    planner.field("interview.decision_by").press_sequentially("03")
    planner.button.click()
    assert planner.focused == "pl-interview-decision-by"
    assert planner.fault("interview.decision_by").inner_text() == "This date or time is not complete."


def test_a_fault_among_the_further_questions_unfolds_them(planner: PlannerPage) -> None:
    planner.fill({"interview.at": "2026-03-03", "employer_limit.not_before": "2062-03-13"})
    planner.page.locator(".aw-questions summary").click()
    planner.button.click()
    assert planner.focused == "pl-employer-limit-not-before"
    assert planner.field("employer_limit.not_before").is_visible()


def test_a_plan_that_no_longer_fits_says_so(planner: PlannerPage) -> None:
    planner.plan({"interview.at": "2026-03-03"})
    planner.fill({"interview.decision_by": "2026-03-01"})
    planner.page.locator(".aw-plan[data-stale]").wait_for()
    assert planner.fault("interview.decision_by").inner_text() == EARLY
    assert "from before" in planner.page.locator(".aw-planner [role=alert]").first.inner_text()
    assert planner.focused == "pl-interview-decision-by"  # goes on typing
    count = planner.planned
    planner.fill({"interview.decision_by": "2026-03-11"})
    planner.wait_for_plan(count)
    assert planner.page.locator(".aw-plan[data-stale]").count() == 0


def test_a_plan_is_made_by_keyboard(planner: PlannerPage) -> None:
    page = planner.page
    planner.field("interview.at").focus()
    page.keyboard.type("03032026")
    count = planner.planned
    page.keyboard.press("Enter")
    planner.wait_for_plan(count)
    assert planner.focused == "pl-result-title"  # goes on reading
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.aw-todo') !== null")


def test_every_control_can_be_reached_and_shows_that_it_is(planner: PlannerPage) -> None:
    planner.sent("A thank-you", "2026-03-04")
    planner.plan(FULL)
    planner.page.locator(".aw-questions summary").click()
    planner.field("interview.at").focus()
    seen: list[str] = []
    bare: list[str] = []
    for _ in range(120):
        name, outline = planner.page.evaluate(
            """() => {
                const at = document.activeElement;
                const name = at.id || at.textContent.trim() || at.ariaLabel || at.type;
                return [at.closest(".afterword") ? name : "", getComputedStyle(at).outlineStyle];
            }"""
        )
        if not name:
            break
        seen.append(name)
        if outline == "none":
            bare.append(name)
        planner.page.keyboard.press("Tab")
    wanted = {"pl-decision", "pl-country", "pl-sent-0-stage", "pl-sent-0-date", "Remove", "Make my plan", "Add to my calendar", "Print"}
    assert wanted <= set(seen)
    assert bare == []


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, site_url: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    try:
        planner = PlannerPage(context.new_page(), site_url)
        planner.open()
        planner.sent("A thank-you", "2026-03-04")
        planner.plan({**FULL, "company": "Northwind Foods"})
        planner.sent("A check-in", "2026-03-20")
        planner.page.locator(".aw-fault", has_text=AHEAD).wait_for()
        planner.page.locator(".aw-plan[data-stale]").wait_for()
        planner.page.evaluate("document.querySelector('.aw-plan').removeAttribute('data-stale')")  # pale on purpose
        assert violations(planner.page) == []
    finally:
        context.close()


def test_at_320_pixels_nothing_has_to_be_scrolled_sideways(planner: PlannerPage) -> None:
    planner.sent("A thank-you", "2026-03-04")
    planner.plan(FULL)
    planner.page.set_viewport_size({"width": 320, "height": 700})
    try:
        wide = planner.page.evaluate(
            """() => [...document.querySelectorAll(".afterword *")]
                .filter(each => !each.closest(".ck-hidden") && each.getBoundingClientRect().right > 320.5)
                .map(each => each.className)"""
        )
        assert wide == []
    finally:
        planner.page.set_viewport_size({"width": 1280, "height": 900})


def test_what_is_pressed_is_large_enough(planner: PlannerPage) -> None:
    planner.sent("A thank-you", "2026-03-04")
    planner.plan({**FULL, "company": "Northwind Foods"})
    small = planner.page.evaluate(
        """() => [...document.querySelectorAll(".afterword :is(button, summary, select, label.ck-tick, input:not([type=checkbox]), .aw-todo__ways a)")]
            .filter(each => each.getBoundingClientRect().height < 44)
            .map(each => each.outerHTML.slice(0, 80))"""
    )
    assert small == []


def test_after_loading_no_request_leaves_the_page_and_nothing_is_kept(fresh_planner: PlannerPage) -> None:
    planner, secret = fresh_planner, "quetzalcoatl"
    hosts: set[str] = set()
    requests: list[str] = []
    planner.page.context.on("request", lambda request: hosts.add(urlsplit(request.url.removeprefix("blob:")).netloc))
    planner.open()
    planner.wait_for_theme()
    planner.page.context.on("request", lambda request: requests.append(request.url))
    planner.sent("A thank-you", "2026-03-04")
    planner.plan({**FULL, "company": secret})
    with planner.page.expect_download():
        planner.page.get_by_role("button", name="Add to my calendar").click()
    kept = planner.page.evaluate(
        """async () => JSON.stringify([
            location.href, document.cookie, { ...localStorage }, { ...sessionStorage }, history.state,
            await indexedDB.databases(), await caches.keys(),
        ])"""
    )
    assert [url for url in requests if not url.startswith("blob:")] == []
    assert hosts == {urlsplit(planner.url).netloc}
    assert secret not in kept and "2026-03-03" not in kept
    assert planner.page.evaluate("indexedDB.databases().then(list => list.length)") == 0


def test_what_the_engine_cannot_read_leads_to_the_field(fresh_planner: PlannerPage) -> None:
    problem = '{ problems: [{ where: "situation.interview.decision_by", message: "expected a date" }] }'
    with_worker(fresh_planner, f'postMessage({{ type: "result", id: data.id, answer: {problem} }});')
    fresh_planner.open()
    fresh_planner.fill({"interview.at": "2026-03-03"})
    fresh_planner.button.click()
    fresh_planner.page.get_by_text("expected a date").wait_for()
    fresh_planner.page.get_by_role("button", name="Go to the field").click()
    assert fresh_planner.focused == "pl-interview-decision-by"


def test_a_country_that_was_chosen_has_its_name_before_the_list_is_there(planner: PlannerPage) -> None:
    shown = planner.page.evaluate(
        """async () => {
            const { control } = await ours("checker/controls.js");
            const { QUESTIONS } = await ours("planner/questions.js");
            const field = QUESTIONS.find((question) => question.kind === "country");
            const made = control(field, "id", "reason", "IE", () => {});
            const shown = () => made.element.selectedOptions[0]?.text;
            const states = [shown()];
            for (const next of ["PE", "", "IE"]) {
                made.set(next);
                states.push(shown());
            }
            made.offer(["IE", "PE"]);
            await new Promise((resolve) => new MutationObserver(resolve).observe(made.element, { childList: true }));
            return [...states, made.element.length, shown()];
        }"""
    )
    assert shown == ["Ireland", "Peru", "Not said", "Ireland", 3, "Ireland"]


def test_checks_and_plans_neither_drop_nor_answer_one_another(fresh_planner: PlannerPage) -> None:
    with_worker(fresh_planner, 'setTimeout(() => postMessage({ type: "result", id: data.id, answer: data }), 50);')
    fresh_planner.open()
    heard = fresh_planner.page.evaluate(
        """async () => {
            const { engine } = await ours("checker/engine.js");
            const heard = [];
            for (const kind of ["check", "plan"]) {
                engine.addEventListener(kind, ({ detail: { answer } }) => heard.push([kind, answer.kind, answer.draft ?? answer.situation]));
            }
            engine.check("first", {});
            engine.plan("old");
            engine.plan("new");
            engine.check("second", {});
            await new Promise((done) => setTimeout(done, 600));
            return heard;
        }""",
    )
    assert sorted(heard) == [["check", "check", "second"], ["plan", "plan", "new"]]
