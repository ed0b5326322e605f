"""The condition language: what compiles to what, and what is said where it does not."""

from __future__ import annotations

import json

import pytest

from checker.author.conditions import ConditionError, compile_condition

COMPILED = {
    "channel == 'text'": ["==", ["fact", "channel"], ["is", "text"]],
    "working_days(interview.at, now) < 5": ["<", ["working_days", ["fact", "interview.at"], ["fact", "now"]], ["is", 5]],
    "not known(interview.decision_by)": ["not", ["known", "interview.decision_by"]],
    "'answer' in asked_for": ["in", ["is", "answer"], ["fact", "asked_for"]],
    "channel not in ['email', 'letter']": ["not in", ["fact", "channel"], ["is", ["email", "letter"]]],
    "draft.has_subject and draft.words > 200": ["and", ["fact", "draft.has_subject"], [">", ["fact", "draft.words"], ["is", 200]]],
    "whole_email or not process_closed": ["or", ["fact", "whole_email"], ["not", ["fact", "process_closed"]]],
    "any(sent, known(it.round))": ["any", "sent", ["has", "round"]],
    "any(sent, it.answered)": ["any", "sent", ["item", "answered"]],
    "count(sent, it.stage == 'check-in') >= 2": [">=", ["count", "sent", ["==", ["item", "stage"], ["is", "check-in"]]], ["is", 2]],
    "days(latest(sent, it.round == 1, it.at), now) < 7": [
        "<", ["days", ["latest", "sent", ["==", ["item", "round"], ["is", 1]], "at"], ["fact", "now"]], ["is", 7],
    ],
    "date(now) > next_working_day(interview.at)": [">", ["date", ["fact", "now"]], ["next_working_day", ["fact", "interview.at"]]],
    "\n  is_working_day(now)\n": ["is_working_day", ["fact", "now"]],
}  # fmt: skip
REFUSED = {
    "channel = 'text'": (8, "cannot be read"),
    "working_days(interview.at, now": (12, "cannot be read"),
    "": (0, "cannot be read"),
    "chanel == 'text'": (0, "there is no fact `chanel`. Did you mean `channel`?"),
    "interview.date < now": (0, "there is no fact `interview.date`"),
    "interview == now": (0, "there is no fact `interview`"),
    "draft.word > 3": (0, "there is no fact `draft.word`. Did you mean `draft.words`?"),
    "channel == 'sms'": (11, "`sms` is never a value here; known are email"),
    "channel in ['email', 'letters']": (11, "`letters` is never a value here", "Did you mean `letter`?"),
    "'pays' in asked_for": (0, "`pays` is never a value here", "Did you mean `pay`?"),
    "working_day(now, now) < 5": (0, "there is no function `working_day`. Did you mean `working_days`?"),
    "working_days(now) < 5": (0, "`working_days` takes 2 values, found 1"),
    "working_days(channel, now) < 5": (13, "`working_days` needs a date, found a text"),
    "working_days(interview.at, now)": (0, "the condition is a number, not true or false"),
    "'text'": (0, "the condition is a text, not true or false"),
    "channel == 5": (0, "a text is compared with a number"),
    "now < 5": (0, "a date is compared with a number"),
    "1 < interview.round < 3": (0, "compare two things at a time, joined by `and`"),
    "channel and now": (0, "a text stands where true or false is needed"),
    "now is now": (0, "expected < <= > >= == != in or not in"),
    "channel in 'text'": (11, "`in` needs a list on its right"),
    "channel in [now]": (11, "a list may hold texts and numbers only"),
    "it.answered": (0, "`it` has a meaning only inside any(), count() and latest()"),
    "any(sent, it.answer)": (10, "there is no fact `it.answer`. Did you mean `it.answered`?"),
    "any(sent)": (0, "`any` is written any(sent,"),
    "any(recipients, it.name)": (0, "`any` goes over a list of entries"),
    "latest(sent, it.answered) < now": (0, "`latest` is written latest(sent, it.stage == 'check-in', it.at)"),
    "now + 5 > now": (0, "this is not part of the condition language"),
    "__import__('os').system('x')": (0, "this is not part of the condition language"),
    "known('now')": (6, "expected the name of a fact"),
    "lambda: now": (0, "this is not part of the condition language"),
}


@pytest.mark.parametrize("text", COMPILED)
def test_conditions_compile_to_plain_json(text: str) -> None:
    compiled = compile_condition(text)
    assert compiled == COMPILED[text]
    assert json.loads(json.dumps(compiled)) == compiled


@pytest.mark.parametrize("text", REFUSED)
def test_each_slip_is_told_with_its_place(text: str) -> None:
    at, *said = REFUSED[text]
    with pytest.raises(ConditionError) as refused:
        compile_condition(text)
    assert all(words in str(refused.value) for words in said), refused.value
    assert refused.value.at == at
