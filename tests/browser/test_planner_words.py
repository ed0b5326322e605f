"""What the planner's modules make of facts and plans: the engine's situation, days in words, weeks."""

from __future__ import annotations

import pytest

from .planner_page import PlannerPage

NOW = {"date": "2026-03-04", "time": "09:30"}
EMPTY = {"interview.at": {"date": "", "time": ""}}


def entry(stage: str, date: str = "", answered: bool = False) -> dict:
    return {"stage": stage, "date": date, "answered": answered}


@pytest.mark.parametrize(
    ("values", "log", "expected"),
    [
        ({}, [], {}),
        ({"interview.at": {"date": "2026-03-03", "time": "14:00"}}, [], {"interview": {"at": "2026-03-03T14:00"}}),
        ({"decision": "none"}, [], {"decision": "none"}),
        ({"decision": "closed"}, [], {"process_closed": True}),
        ({"employer_limit.not_before": "2026-03-20"}, [], {"employer_limit": {"not_before": "2026-03-20"}}),
        (
            {"country": "IE", "channel": "phone", "company": " Northwind Foods "},
            [entry("thank-you", "2026-03-04", True), entry("check-in")],
            {
                "country": "IE",
                "channel": "phone",
                "company": "Northwind Foods",
                "sent": [
                    {"stage": "thank-you", "answered": True, "at": "2026-03-04"},
                    {"stage": "check-in", "answered": False},
                ],
            },
        ),
        ({"stage": "withdraw", "me": "Sam Reyes", "whole_email": "yes"}, [], {}),  # the checker's affair
    ],
)
def test_the_situation_that_is_planned_for(planner: PlannerPage, values: dict, log: list, expected: dict) -> None:
    found = planner.call("situation.js", "plannedSituation", {**EMPTY, **values}, log, NOW)
    assert found == {"sent": [], "now": "2026-03-04T09:30", **expected}


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (None, None, ""),
        ("2026-03-03T09:00", None, "from Tuesday 3 March, 9:00 on"),
        (None, "2026-03-03", "until Tuesday 3 March"),
        ("2026-03-03T09:00", "2026-03-04T17:30", "between Tuesday 3 March, 9:00 and Wednesday 4 March, 17:30"),
        ("2026-03-03T09:00", "2026-03-03T17:30", "on Tuesday 3 March, between 9:00 and 17:30"),
        ("2025-12-31T09:00", "2026-01-02T12:00", "between Wednesday 31 December 2025, 9:00 and Friday 2 January, 12:00"),
    ],
)
def test_windows_in_words(planner: PlannerPage, earliest: str | None, latest: str | None, words: str) -> None:
    assert planner.call("dates.js", "windowInWords", earliest, latest, "2026-03-04T09:30") == words


def step(id: str = "check-in", state: str = "later", next: str | None = None, **more: str) -> dict:
    stage = None if id in ("notes", "their-date", "rest") else id
    return {"id": id, "stage": stage, "state": state, "best": next, "next": next, "earliest": None, "latest": None, **more}


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([step("thank-you", "now", "2026-03-04T09:30"), step("check-in", "later", "2026-03-17T08:00")], "Now: send your thank-you"),
        ([step("thank-you", "now", "2026-03-04T14:00")], "Today: send your thank-you"),
        ([step("thank-you", "now", "2026-03-05T08:00")], "Next: send your thank-you, on Thursday 5 March"),
        ([step("thank-you", "missed", "2026-03-04T09:30")], "Now: send your thank-you"),
        ([step("thank-you", "missed"), step("check-in", "now", "2026-03-04T09:30")], "Now: check in once"),
        ([step("notes", "now", best="2026-03-04"), step("thank-you", "now", "2026-03-05T08:00")], "Now: write down what you talked about"),
        ([step("notes", "now", best="2026-02-04"), step("check-in", "now", "2026-03-05T08:00")], "Next: check in once, on Thursday 5 March"),
        ([step("check-in", "done"), step("check-in-2", "later", "2027-03-05T08:00")], "Next: check in again, on Friday 5 March 2027"),
        ([step("check-in", "done"), step("rest", "now")], "Now: let it rest"),
        ([step("thank-you", "blocked"), step("rest", "unknown")], "Send nothing for now"),
        ([step("thank-you", "unknown")], "One more fact is needed"),
        ([step("answer-decision", "done")], "Nothing is left to send"),
    ],
)
def test_a_plan_in_one_line(planner: PlannerPage, steps: list, words: str) -> None:
    assert planner.call("words.js", "headline", steps, "2026-03-04T09:30") == words


def test_weeks_begin_on_a_monday_and_leave_out_those_in_which_nothing_happens(planner: PlannerPage) -> None:
    plan = {
        "steps": [step("thank-you", "now", "2026-03-03T08:00", earliest="2026-03-02T15:00", latest="2026-03-03T18:00"),
                  step("check-in", "later", "2026-03-24T08:00", earliest="2026-03-23T08:00")],
        "holidays": [{"date": "2026-03-25", "name": None}],
    }  # fmt: skip
    rows = planner.call("weeks.js", "weeks", plan, "2026-03-02", "2026-03-03")
    assert [row["gap"] if isinstance(row, dict) else row[0]["day"] for row in rows] == ["2026-03-02", 2, "2026-03-23"]
    monday, tuesday, *rest = rows[0]
    assert (monday["interview"], monday["open"], monday["today"]) == (True, True, False)
    assert (tuesday["today"], tuesday["open"], tuesday["steps"]) == (True, True, [1])
    assert [cell["free"] for cell in rest] == [False, False, False, True, True]
    assert [cell["day"] for cell in rows[2] if cell["free"]] == ["2026-03-25", "2026-03-28", "2026-03-29"]
    assert all(cell["open"] for cell in rows[2])
