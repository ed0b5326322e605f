"""What a plan makes of today, of the log of messages, and of what is not known. In 2026, 2 March is a Monday."""

from __future__ import annotations

import pytest
from plan_rules import about, planned, rules, short, step, why

AT = "2026-03-02T14:00"
THANKED = {"stage": "thank-you", "at": "2026-03-03T09:00", "answered": False}
ASKED = {"stage": "check-in", "at": "2026-03-16T09:00", "answered": False}
ANSWERED = ASKED | {"answered": True}
EARLIER = {"stage": "thank-you", "at": "2026-02-20T09:00"}

STATES = {
    # id: (now, more facts, step, state, next)
    "before the interview": ("2026-03-01T10:00", {}, "thank-you", "later", "03-03 08:00"),
    "during the interview": ("2026-03-02T14:20", {}, "thank-you", "later", "03-03 08:00"),
    "right after the interview": ("2026-03-02T15:10", {}, "thank-you", "now", "03-03 08:00"),
    "the same day": ("2026-03-02T16:10", {}, "thank-you", "now", "03-03 08:00"),
    "the next morning": ("2026-03-03T10:10", {}, "thank-you", "now", "03-03 10:30"),
    "the next evening": ("2026-03-03T19:10", {}, "thank-you", "now", "03-03 19:10"),
    "the next night": ("2026-03-04T00:10", {}, "thank-you", "missed", "03-04 08:00"),
    "too late": ("2026-03-05T19:10", {}, "thank-you", "missed", "03-06 08:00"),
    "too late, on a Friday evening": ("2026-03-06T19:10", {}, "thank-you", "missed", "03-09 08:00"),
    "a day without an hour": ("2026-03-03", {}, "thank-you", "now", "03-03 08:00"),
    "the day before": ("2026-03-01", {}, "thank-you", "later", "03-03 08:00"),
    "the day after": ("2026-03-04", {}, "thank-you", "missed", "03-04 08:00"),
    "an office that is closed": ("2026-03-02T19:00", {"channel": "phone"}, "thank-you", "now", "03-03 09:00"),
    "before the office opens": ("2026-03-10T08:30", {"channel": "phone", "sent": [THANKED]}, "check-in", "later", "03-16 09:00"),
    "the morning after their date": ("2026-03-11T07:10", {"interview": {"at": AT, "decision_by": "2026-03-10"}}, "check-in", "now", "03-11 08:00"),
    "too early to check in": ("2026-03-04T10:00", {"sent": [THANKED]}, "check-in", "later", "03-16 08:00"),
    "soon": ("2026-03-11T10:00", {"sent": [THANKED]}, "check-in", "now", "03-16 08:00"),
    "time to check in": ("2026-03-18T10:00", {"sent": [THANKED]}, "check-in", "now", "03-18 10:00"),
    "thanked": ("2026-03-18T10:00", {"sent": [THANKED]}, "thank-you", "done", "-"),
    "thanked without a date": ("2026-03-18T10:00", {"sent": [{"stage": "thank-you"}]}, "thank-you", "done", "-"),
    "thanked for an earlier round": ("2026-03-03T10:00", {"sent": [EARLIER]}, "thank-you", "now", "03-03 10:00"),
    "checked in": ("2026-03-18T10:00", {"sent": [THANKED, ASKED]}, "check-in", "done", "-"),
    "and then rest": ("2026-03-18T10:00", {"sent": [THANKED, ASKED]}, "rest", "now", "-"),
    "rest comes later": ("2026-03-18T10:00", {"sent": [THANKED]}, "rest", "later", "-"),
    "notes, before": ("2026-03-02T10:00", {}, "notes", "later", "03-02 15:00"),
    "notes, after": ("2026-03-02T15:00", {}, "notes", "now", "-"),
    "notes, long ago": ("2026-03-18T10:00", {"sent": [THANKED]}, "notes", "done", "-"),
    "nothing is wanted": ("2026-03-03T10:00", {"employer_limit": {"messages": 0}}, "thank-you", "blocked", "-"),
    "one message is wanted": ("2026-03-04T10:00", {"sent": [THANKED], "employer_limit": {"messages": 1}}, "check-in", "blocked", "-"),
    "too late for a request": ("2026-03-03T10:00", {"reply_needed_by": "2026-03-02T09:00"}, "thank-you", "missed", "03-03 10:00"),
    "no now": (None, {}, "thank-you", "unknown", "03-03 08:00"),
}


@pytest.mark.parametrize("now, more, id, state, following", STATES.values(), ids=STATES)
def test_states(now, more, id, state, following):
    found = step(id, about(AT, now, **more))
    assert (found.state, short(found.next)) == (state, following)


def test_the_round_tells_which_thanks_are_meant():
    second = {"interview": {"at": AT, "round": 2}, "now": "2026-03-03T10:00"}
    assert step("thank-you", second | {"sent": [THANKED | {"round": 1}]}).state == "now"
    assert step("thank-you", second | {"sent": [EARLIER | {"round": 2}]}).state == "done"


@pytest.mark.parametrize(
    "now, state, day",
    [
        ("2026-03-09T10:00", "later", "03-10"),
        ("2026-03-10T10:00", "now", "03-10"),
        ("2026-03-10", "now", "03-10"),
        ("2026-03-11T08:00", "done", "-"),
        (None, "unknown", "03-10"),
    ],
)
def test_the_date_that_they_gave(now, state, day):
    found = step("their-date", about(AT, now, by="2026-03-10"))
    assert (found.state, short(found.next)) == (state, day)


NEEDS = {
    "nothing is known": ({}, "thank-you", ("interview.at",)),
    "nothing is known, check-in": ({}, "check-in", ("interview.at",)),
    "nothing is known, rest": ({}, "rest", ("interview.at",)),
    "nothing is known, notes": ({}, "notes", ("interview.at",)),
    "no interview, but a log": ({"now": "2026-03-04", "sent": [THANKED]}, "check-in", ("interview.at",)),
    "no interview, but their date": ({"interview": {"decision_by": "2026-03-10"}, "now": "2026-03-04"}, "check-in", ()),
    "no interview, but their date, thanks": ({"interview": {"decision_by": "2026-03-10"}}, "thank-you", ("interview.at",)),
    "no date": (about(AT, "2026-03-02T16:00"), "their-date", ("interview.decision_by",)),
    "no now": (about(AT), "check-in", ("now",)),
    "no now, rest": (about(AT), "rest", ("now",)),
    "no now, but a check-in": (about(AT, sent=[THANKED, ASKED]), "rest", ()),
    "a decision, no now": (about(AT, decision="rejected"), "answer-decision", ("now",)),
    "they answered": (about(AT, "2026-03-18", sent=[THANKED, ANSWERED]), "rest", ("interview.decision_by",)),
    "all is known": (about(AT, "2026-03-18", by="2026-03-20"), "check-in", ()),
}


@pytest.mark.parametrize("situation, id, needs", NEEDS.values(), ids=NEEDS)
def test_what_is_not_known_is_named(situation, id, needs):
    assert step(id, situation).needs == needs


PATHS = {
    "the whole way": ({}, "notes thank-you their-date check-in rest"),
    "rejected": ({"decision": "rejected"}, "answer-decision"),
    "offered, after thanks": ({"decision": "offered", "sent": [THANKED]}, "thank-you answer-decision"),
    "offered, after all": ({"decision": "offered", "sent": [THANKED, ASKED]}, "thank-you check-in answer-decision"),
    "no decision yet": ({"decision": "none"}, "notes thank-you their-date check-in rest"),
    "closed": ({"process_closed": True}, "rest"),
    "closed, after thanks": ({"process_closed": True, "sent": [THANKED]}, "thank-you rest"),
    "withdrawn": ({"sent": [THANKED, {"stage": "withdraw", "at": "2026-03-05"}]}, "thank-you rest"),
    "not closed": ({"process_closed": False}, "notes thank-you their-date check-in rest"),
}


@pytest.mark.parametrize("more, ids", PATHS.values(), ids=PATHS)
def test_only_the_steps_that_fit(more, ids):
    assert " ".join(step.id for step in planned(about(AT, "2026-03-18T10:00", **more)).steps) == ids


ANSWERS = {
    "in the day": ("2026-03-18T10:10", {}, "now", "03-18 10:30", "-"),
    "late in the evening": ("2026-03-18T22:00", {}, "later", "03-19 08:00", "-"),
    "on a Saturday": ("2026-03-14T10:00", {}, "now", "03-16 08:00", "-"),
    "an answer is due": ("2026-03-18T10:00", {"reply_needed_by": "2026-03-19T12:00"}, "now", "03-18 10:00", "03-19 12:00"),
    "an answer was due": ("2026-03-20T10:00", {"reply_needed_by": "2026-03-19T12:00"}, "missed", "03-20 10:00", "-"),
    "answered": ("2026-03-20T10:00", {"sent": [{"stage": "after-decision", "at": "2026-03-19"}]}, "done", "-", "-"),
}


@pytest.mark.parametrize("now, more, state, following, latest", ANSWERS.values(), ids=ANSWERS)
def test_answering_a_decision(now, more, state, following, latest):
    found = step("answer-decision", about(AT, now, decision="offered", **more))
    assert (found.state, short(found.next), short(found.latest)) == (state, following, latest)


ASSUMED = {
    "at its planned moment": ("2026-03-02T16:00", [], "03-10 08:00"),
    "at the moment that is left": ("2026-03-05T10:00", [], "03-12 08:00"),
    "as the log says": ("2026-03-09T10:00", [THANKED | {"at": "2026-03-06"}], "03-13 08:00"),
    "as planned, where the log has no date": ("2026-03-09T10:00", [{"stage": "thank-you"}], "03-10 08:00"),
    "as the log says, answered": ("2026-03-09T10:00", [THANKED | {"answered": True}], "03-09 08:00"),
}


@pytest.mark.parametrize("now, sent, earliest", ASSUMED.values(), ids=ASSUMED)
def test_the_thanks_are_taken_as_sent(now, sent, earliest):
    assert short(step("check-in", about(AT, now, sent=sent)).earliest) == earliest


def test_late_thanks_go_into_a_check_in_that_is_due():
    thanks, check_in = (step(id, about(AT, "2026-03-18T10:00")) for id in ("thank-you", "check-in"))
    assert (thanks.state, thanks.next) == ("missed", None)
    assert thanks.note == "A check-in is due already. Say your thanks in it."
    assert (check_in.state, short(check_in.next), why(check_in.always)) == ("now", "03-18 10:00", "")


def test_late_thanks_wait_once_a_check_in_has_been_sent():
    found = planned(about(AT, "2026-03-18T10:00", sent=[ASKED])).steps
    assert [(step.state, step.next) for step in found[1:]] == [("missed", None), ("unknown", None), ("done", None), ("now", None)]
    assert found[1].note == "You have written since. Say your thanks when you next write."


def test_rest_begins_with_the_check_in_that_is_still_to_be_sent():
    late = about(AT, "2026-03-18T10:10", sent=[THANKED])
    assert (short(step("check-in", late).best), short(step("rest", late).earliest)) == ("03-16 08:00", "03-18 10:30")


def test_a_limit_of_one_message_leaves_the_check_in_out():
    found = planned(about(AT, "2026-03-02T16:00", employer_limit={"messages": 1})).steps
    assert [step.state for step in found] == ["now", "now", "unknown", "blocked", "now"]
    assert (why(found[3].always), why(found[4].always)) == ("limit:error stop:suggestion", "limit:error")


def test_an_answered_check_in_and_a_new_date_begin_again():
    again = about(AT, "2026-03-18T10:00", by="2026-03-25", sent=[THANKED | {"answered": True}, ANSWERED])
    assert short(step("check-in", again).best) == "03-26 08:00"
    assert step("rest", again).state == "later"


def test_an_answered_check_in_without_a_new_date_ends_in_rest():
    answered = about(AT, "2026-03-18T10:00", by="2026-03-13", sent=[THANKED, ANSWERED])
    assert [step.state for step in planned(answered).steps] == ["done", "done", "done", "done", "now"]


def test_two_check_ins_and_still_a_check_in_by_other_rules():
    found = planned(about(AT, "2026-03-18T10:00", sent=[THANKED, ASKED]), rules(check_ins=2)).steps
    assert [(step.id, step.state) for step in found][3:] == [("check-in", "done"), ("check-in-2", "later"), ("rest", "later")]


def test_the_stage_of_the_situation_does_not_matter():
    assert planned(about(AT, stage="withdraw")) == planned(about(AT))


def test_equal_facts_give_an_equal_plan():
    assert planned(about(AT, "2026-03-18T10:00")) == planned(about(AT, "2026-03-18T10:00"))
