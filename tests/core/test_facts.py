"""Conditions in three values. Unknown never wins over what is certain, and names the facts it lacks."""

from __future__ import annotations

import pytest

from checker.author.conditions import compile_condition
from checker.core.facts import Facts
from checker.core.situation import read_situation
from checker.core.workdays import Calendar

SITUATION = {
    "stage": "check-in",
    "channel": "email",
    "now": "2026-03-13T09:30",
    "interview": {"at": "2026-03-02T14:00", "round": 2, "decision_by": "2026-03-13", "interviewers": [{"name": "Dana", "lead": True}]},
    "asked_for": ["pay"],
    "process_closed": False,
    "whole_email": True,
    "sent": [
        {"at": "2026-03-03T09:00", "stage": "thank-you", "channel": "email", "round": 1},
        {"at": "2026-03-10", "stage": "check-in", "channel": "phone"},
        {"stage": "check-in", "answered": True},
    ],
}
HOLIDAYS = {"GB": {"2026": "0403 0406"}}


def judge(condition: str, situation=SITUATION, draft=None):
    facts = Facts(read_situation(situation), Calendar(HOLIDAYS, situation.get("country")), draft or {})
    return facts.judge(compile_condition(condition))


@pytest.mark.parametrize(
    "condition, value",
    [
        ("whole_email and whole_email", True),
        ("whole_email and process_closed", False),
        ("process_closed and invited_to_connect", False),
        ("invited_to_connect and process_closed", False),
        ("whole_email and invited_to_connect", None),
        ("invited_to_connect and whole_email", None),
        ("whole_email or invited_to_connect", True),
        ("invited_to_connect or whole_email", True),
        ("process_closed or invited_to_connect", None),
        ("process_closed or process_closed", False),
        ("invited_to_connect or invited_to_drop_in", None),
        ("not whole_email", False),
        ("not process_closed", True),
        ("not invited_to_connect", None),
        ("not (invited_to_connect and process_closed)", True),
        ("not (invited_to_connect or whole_email)", False),
        ("whole_email and (invited_to_connect or whole_email) and not process_closed", True),
    ],
)
def test_three_values(condition, value):
    assert judge(condition)[0] is value


@pytest.mark.parametrize(
    "condition, missing",
    [
        ("invited_to_connect", ("invited_to_connect",)),
        ("invited_to_connect and invited_to_drop_in", ("invited_to_connect", "invited_to_drop_in")),
        ("invited_to_connect and invited_to_connect", ("invited_to_connect",)),
        ("invited_to_connect and process_closed", ()),
        ("days(interview.at, reply_needed_by) > 1", ("reply_needed_by",)),
        ("hours(reply_needed_by, employer_limit.not_before) > 1", ("reply_needed_by", "employer_limit.not_before")),
        ("hours(interview.decision_by, now) > 1", ("interview.decision_by",)),
        ("hour(interview.decision_by) > 8", ("interview.decision_by",)),
        ("'email' in their_channels", ("their_channels",)),
        ("known(invited_to_connect)", ()),
    ],
)
def test_missing_facts_are_named_once(condition, missing):
    assert judge(condition)[1] == missing


@pytest.mark.parametrize(
    "condition, value",
    [
        ("stage == 'check-in'", True),
        ("stage != 'check-in'", False),
        ("formality == 'formal'", True),  # a default is known
        ("channel in ['text', 'email']", True),
        ("channel not in ['text', 'email']", False),
        ("'pay' in asked_for", True),
        ("'answer' in asked_for", False),
        ("'answer' not in asked_for", True),
        ("interview.round > 1", True),
        ("interview.round >= 3", False),
        ("known(interview.decision_by)", True),
        ("not known(company)", True),
        ("known(stage)", True),
    ],
)
def test_comparisons(condition, value):
    assert judge(condition) == (value, ())


@pytest.mark.parametrize(
    "condition, value",
    [
        ("now == interview.decision_by", True),  # the same day, as one of them has no hour
        ("now > interview.decision_by", False),
        ("now >= interview.decision_by", True),
        ("interview.at < now", True),
        ("date(interview.at) == interview.at", True),
        ("days(interview.at, now) == 11", True),
        ("days(now, interview.at) < 0", True),
        ("hours(interview.at, now) == 259.5", True),
        ("hour(now) == 9.5", True),
        ("working_days(interview.at, now) == 9", True),
        ("next_working_day(now) > interview.decision_by", True),
        ("is_working_day(now)", True),
    ],
)
def test_moments(condition, value):
    assert judge(condition) == (value, ())


def test_working_days_follow_the_country():
    facts = {"interview": {"at": "2026-04-02"}, "now": "2026-04-07"}
    condition = "working_days(interview.at, now) == 1"
    assert judge(condition, facts)[0] is False
    assert judge(condition, {**facts, "country": "GB"})[0] is True


@pytest.mark.parametrize(
    "condition, value, missing",
    [
        ("any(sent, it.stage == 'thank-you')", True, ()),
        ("any(sent, it.stage == 'withdraw')", False, ()),
        ("any(sent, it.round == 2)", False, ()),  # an entry that does not say its round does not hold
        ("any(sent, it.answered)", True, ()),
        ("count(sent, it.stage == 'check-in') == 2", True, ()),
        ("count(sent, it.stage == 'check-in' and not it.answered) == 1", True, ()),
        ("any(sent, it.stage == 'check-in' and not known(it.at))", True, ()),
        ("any(sent, not known(it.stage))", False, ()),
        ("any(interview.interviewers, it.lead)", True, ()),
        ("any(sent, it.at > reply_needed_by)", None, ("reply_needed_by",)),
        ("any(sent, it.stage == 'thank-you' or it.at > reply_needed_by)", True, ()),
        ("count(sent, it.stage == 'thank-you' or it.at > reply_needed_by) == 1", None, ("reply_needed_by",)),
        ("days(latest(sent, it.stage == 'check-in', it.at), now) == 3", True, ()),
        ("days(latest(sent, True, it.at), now) == 3", True, ()),
        ("days(latest(sent, it.stage == 'withdraw', it.at), now) == 3", False, ()),
        ("days(latest(sent, it.answered, it.at), now) == 3", None, ("sent",)),  # there is one, but undated
    ],
)
def test_lists(condition, value, missing):
    assert judge(condition) == (value, missing)


@pytest.mark.parametrize(
    "situation, value, missing",
    [({}, None, ("sent",)), ({"sent": []}, False, ()), ({"sent": [{"stage": "check-in"}]}, True, ())],
    ids=["unknown", "none", "one"],
)
def test_nothing_sent_is_not_unknown(situation, value, missing):
    assert judge("any(sent, it.stage == 'check-in')", situation) == (value, missing)


def test_facts_of_the_draft():
    assert judge("draft.has_subject and draft.words > 10", draft={"draft.has_subject": True, "draft.words": 11})[0] is True


def test_no_condition_always_holds():
    assert Facts(read_situation({}), Calendar({}, None), {}).judge(None) == (True, ())
