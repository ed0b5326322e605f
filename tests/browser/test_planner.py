"""The planner: from a few dates to what is due, what comes next, and why."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import Route

from .planner_page import PlannerPage

INTERVIEW = {"interview.at": "2026-03-03"}  # the day before the tests' clock
MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), "12mm")  # as printers have them


@pytest.fixture
def travelling(fresh_planner: PlannerPage, site_url: str) -> PlannerPage:
    """A planner page on which links to other pages work as they do at the site's own address.

    The theme changes pages without a new document only where the sitemap names them; here it names this server's.
    """
    server = "{0.scheme}://{0.netloc}".format(urlsplit(site_url))

    def sitemap(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=re.sub(r"(?<=<loc>)https?://[^/<]+", server, response.text()))

    fresh_planner.page.context.route("**/sitemap.xml", sitemap)
    fresh_planner.open()
    return fresh_planner


def test_the_day_of_the_interview_is_enough(planner: PlannerPage) -> None:
    planner.plan(INTERVIEW)
    assert planner.headline == "Now: send your thank-you"
    assert [step for step, _ in planner.steps] == ["notes", "thank-you", "their-date", "check-in", "rest"]
    assert planner.times("thank-you")["In time"] == "on Wednesday 4 March, between 8:00 and 18:00"
    assert planner.times("check-in") == {"Best": "Tuesday 17 March, from 8:00", "In time": "from Wednesday 11 March, 8:00 on"}
    assert planner.step("thank-you").get_by_role("link", name="Send your thanks by the end of the next working day").count() == 1


def test_on_the_day_itself_the_notes_come_first(planner: PlannerPage) -> None:
    planner.page.get_by_label("When was the interview?: time").fill("08:00")
    planner.plan({"interview.at": "2026-03-04"})
    assert planner.headline == "Now: write down what you talked about"
    assert ("thank-you", "Soon") in planner.steps
    assert planner.times("thank-you")["Best"] == "Thursday 5 March, from 8:00"


def test_before_the_interview_everything_lies_ahead(planner: PlannerPage) -> None:
    planner.plan({"interview.at": "2026-03-10"})
    assert planner.headline == "Next: send your thank-you, on Wednesday 11 March"
    assert {state for _, state in planner.steps} == {"Later", "Then", "Not known yet"}


def test_their_date_moves_the_check_in_behind_it(planner: PlannerPage) -> None:
    planner.plan({**INTERVIEW, "interview.decision_by": "2026-03-13"})
    assert planner.times("their-date") == {"Day": "Friday 13 March"}
    assert planner.times("check-in")["Best"] == "Monday 16 March, from 8:00"
    assert "Wait until the date they gave has passed" in planner.step("check-in").inner_text()


def test_public_holidays_of_their_country_are_free_days(planner: PlannerPage) -> None:
    facts = {"interview.at": "2026-03-16", "country": "Ireland"}
    planner.plan(facts)
    assert planner.times("thank-you")["Best"] == "Wednesday 18 March, from 8:00"
    assert "17 March" in planner.step("thank-you").locator(".aw-todo__note").inner_text()


def test_the_countries_of_the_sources_come_first(planner: PlannerPage) -> None:
    groups = planner.field("country").locator("optgroup")
    assert groups.first.locator("option").first.inner_text() == "United States"
    options = groups.locator("option").evaluate_all("all => all.map(each => each.value)")
    assert len(options) == len(set(options)) > 200


def test_what_was_sent_is_done_and_the_next_step_counts_from_it(planner: PlannerPage) -> None:
    planner.sent("A thank-you", "2026-02-20")
    planner.plan({"interview.at": "2026-02-19"})
    assert ("thank-you", "Done") in planner.steps
    assert planner.headline == "Next: check in once, on Thursday 5 March"


def test_after_a_check_in_without_an_answer_it_is_time_to_rest(planner: PlannerPage) -> None:
    planner.sent("A thank-you", "2026-02-03")
    planner.sent("A check-in", "2026-02-17")
    planner.plan({"interview.at": "2026-02-02"})
    assert planner.headline == "Now: let it rest"
    assert planner.steps[-1] == ("rest", "Now")


def test_an_entry_can_be_taken_back(planner: PlannerPage) -> None:
    planner.sent("A thank-you", "2026-03-04")
    planner.plan(INTERVIEW)
    assert ("thank-you", "Done") in planner.steps
    count = planner.planned
    planner.page.get_by_role("button", name="Remove message 1").click()
    assert planner.page.evaluate("document.activeElement.textContent") == "Add a message that you sent"
    planner.wait_for_plan(count)
    assert ("thank-you", "Done") not in planner.steps


@pytest.mark.parametrize(
    ("decision", "headline"),
    [
        ("They said no", "Now: answer their no"),
        ("They made an offer", "Now: answer their offer"),
        ("They are not filling the post", "Now: let it rest"),
    ],
)
def test_after_a_decision_no_other_date_is_needed(planner: PlannerPage, decision: str, headline: str) -> None:
    planner.plan({"decision": decision})
    assert planner.headline == headline


def test_a_day_before_which_they_want_no_message(planner: PlannerPage) -> None:
    planner.plan({**INTERVIEW, "employer_limit.not_before": "2026-03-20"})
    assert planner.headline == "Next: send your thank-you, on Friday 20 March"
    assert "Keep to the limit on contact that they set" in planner.step("thank-you").inner_text()


def test_what_a_step_needs_leads_to_its_field(planner: PlannerPage) -> None:
    planner.plan(INTERVIEW)
    planner.step("their-date").get_by_role("button", name="the date they promised").click()
    assert planner.focused == "pl-interview-decision-by"


def test_a_change_plans_anew_and_is_announced(planner: PlannerPage) -> None:
    planner.plan(INTERVIEW)
    count = planner.planned
    planner.fill({"interview.decision_by": "2026-03-13"})
    planner.wait_for_plan(count)
    assert planner.times("their-date") == {"Day": "Friday 13 March"}
    planner.page.wait_for_function(
        "() => document.querySelector('.afterword [role=status]').textContent.startsWith('The plan has changed. Now: send')"
    )


def test_the_weeks_show_each_step_on_its_day(planner: PlannerPage) -> None:
    planner.plan({**INTERVIEW, "interview.decision_by": "2026-03-13"})
    days = planner.page.locator(".aw-day:has(.aw-todo__number)").evaluate_all(
        "all => all.map(day => [...day.querySelectorAll('span:not(.aw-day__steps)')].map(each => each.textContent).join(' '))"
    )
    assert days == ["3 1", "4 2", "13 3", "16 4 5"]
    assert planner.page.locator(".aw-weeks").get_attribute("aria-hidden") == "true"


def test_a_wait_of_many_weeks_is_drawn_short(planner: PlannerPage) -> None:
    planner.plan({**INTERVIEW, "interview.decision_by": "2026-04-17"})
    assert planner.page.locator(".aw-weeks__gap").all_inner_texts() == ["5 weeks"]


def test_the_calendar_file_holds_what_lies_ahead(planner: PlannerPage) -> None:
    planner.plan({**INTERVIEW, "interview.decision_by": "2026-03-13", "company": "Northwind Foods"})
    with planner.page.expect_download() as download:
        planner.page.get_by_role("button", name="Add to my calendar").click()
    assert download.value.suggested_filename == "after-the-interview.ics"
    calendar = Calendar.from_ical(download.value.path().read_bytes())
    events = {str(event["summary"]): event for event in calendar.walk("VEVENT")}
    begins = [str(event["dtstart"].dt) for event in events.values()]
    assert begins == ["2026-03-04 09:30:00", "2026-03-13", "2026-03-16 08:00:00"]
    assert all("Northwind Foods" in title for title in events)
    assert {str(event["url"]) for event in events.values()} == {planner.url}


def test_where_nothing_lies_ahead_there_is_no_file(planner: PlannerPage) -> None:
    planner.plan({"decision": "They are not filling the post"})
    assert planner.page.get_by_role("button", name="Add to my calendar").count() == 0
    assert planner.page.get_by_role("button", name="Print").count() == 1


def test_every_link_of_a_plan_leads_to_a_page(planner: PlannerPage) -> None:
    planner.sent("A check-in", "2026-03-04")
    links: set[str] = set()
    for facts in ({**INTERVIEW, "interview.decision_by": "2026-03-13"}, {"decision": "They said no"}, {"decision": "They made an offer"}):
        planner.plan(facts)
        links |= set(planner.page.locator(".aw-plan a").evaluate_all("all => all.map(link => link.href)"))
        planner.reset()
    assert len(links) >= 8
    for link in links:
        assert planner.page.request.get(link).status == 200, link


def test_a_step_is_taken_on_to_the_checker_with_what_is_known(travelling: PlannerPage) -> None:
    planner = travelling
    planner.sent("A thank-you", "2026-02-20")
    planner.plan({"interview.at": "2026-02-19", "interview.decision_by": "2026-02-27"})
    planner.step("check-in").get_by_role("link", name="Check a draft of it").click()
    planner.page.wait_for_url("**/check/")
    planner.page.locator("#ck-stage").wait_for()
    values = {name: planner.page.locator(f"#ck-{name}").input_value() for name in ("stage", "interview-at", "sent-0-stage", "sent-0-date")}
    assert values == {"stage": "check-in", "interview-at": "2026-02-19", "sent-0-stage": "thank-you", "sent-0-date": "2026-02-20"}


def test_going_away_and_coming_back_finds_everything(travelling: PlannerPage) -> None:
    planner = travelling
    planner.sent("A thank-you", "2026-03-04")
    planner.plan({**INTERVIEW, "country": "Ireland"})
    planner.page.evaluate("window.same = true")
    planner.page.locator(".md-tabs").get_by_role("link", name="Rules").click()
    planner.page.wait_for_url("**/rules/")
    planner.page.locator(".md-tabs").get_by_role("link", name="When to write").click()
    planner.page.wait_for_url("**/planner/")
    planner.page.locator("[data-planned]").wait_for()
    assert planner.page.evaluate("window.same")  # without a new document
    assert planner.field("interview.at").input_value() == "2026-03-03"
    assert planner.field("country").input_value() == "IE"
    assert planner.page.locator("#pl-sent-0-date").input_value() == "2026-03-04"
    assert ("thank-you", "Done") in planner.steps
    assert planner.errors == []


def test_on_paper_a_plan_fills_one_page(planner: PlannerPage) -> None:
    planner.sent("A thank-you", "2026-02-20")
    for facts in (
        {**INTERVIEW, "interview.decision_by": "2026-04-17", "country": "United Kingdom"},
        {"interview.at": "2026-03-20", "interview.decision_by": "2026-04-03", "country": "United Kingdom"},
    ):
        planner.reset()
        planner.plan(facts)
        for paper in ("A4", "Letter"):
            assert planner.page.pdf(format=paper, margin=MARGINS).count(b"/Type /Page\n") == 1, (facts, paper)


def test_without_scripts_the_usual_times_are_there(browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(site_url + "planner/")
        text = page.locator("article").inner_text()
        assert "needs JavaScript" in text
        for rule in ("send-within-a-day", "wait-for-their-date", "give-it-a-week-or-two", "stop-after-one-check-in"):
            assert page.locator(f'article a[href$="rules/{rule}/"]').is_visible(), rule
    finally:
        context.close()
