"""The situation of an example, told in words."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from checker.core.fields import FIELDS
from checker.site.circumstances import circumstances, companions

WORDS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, []),
    ({"stage": "check-in", "channel": "text"}, ["Check-in", "as a text message"]),
    ({"formality": "relaxed"}, ["relaxed tone"]),
    ({"country": False}, ["Norway"]),  # YAML's reading of a bare NO
    ({"country": "xx"}, ["XX"]),
    ({"now": "2026-03-12T09:30"}, ["this goes out on Thu 12 March, 09:30"]),
    ({"now": datetime.date(2026, 3, 12)}, ["this goes out on Thu 12 March"]),
    (
        {"me": "Sam Reyes", "position": "Clerk", "company": "Northwind"},
        ["you are Sam Reyes", "for the post of Clerk", "at Northwind"],
    ),
    (
        {"interview": {"at": "2026-03-02T14:00", "round": 2, "decision_by": "2026-03-13"}},
        ["interview on Mon 2 March, 14:00", "round 2", "they hope to decide by Fri 13 March"],
    ),
    (
        {
            "interview": {
                "interviewers": [{"name": "Dana Ortiz", "signs_as": "Dana"}, {"name": "Tom Baker", "thanked": True}]
            }
        },
        ["interviewed by Dana Ortiz (signs as Dana) and Tom Baker", "Tom Baker thanked already"],
    ),
    ({"recipients": ["A", "B", "C"]}, ["addressed to A, B and C"]),
    ({"their_addresses": ["d@x.example"]}, ["they write from d@x.example"]),
    ({"their_channels": ["email", "in-person"]}, ["they have used email and talking in person"]),
    ({"rapport": "good"}, ["you got on well"]),
    ({"agency": {"name": "Hale", "contact": "Priya"}}, ["through Hale (Priya)"]),
    ({"invited_to_drop_in": False, "invited_to_connect": True}, ["no invitation to drop in", "they asked to connect"]),
    ({"asked_for": ["pay", "answer"]}, ["they asked for what pay you expect and an answer"]),
    ({"reply_needed_by": "2026-03-03T12:00"}, ["they need your answer by Tue 3 March, 12:00"]),
    (
        {"employer_limit": {"messages": 0, "not_before": "2026-03-20"}},
        ["they want no messages", "they asked to hear nothing before Fri 20 March"],
    ),
    ({"sent": []}, ["nothing sent before"]),
    (
        {"sent": [{"at": "2026-03-03T09:00", "stage": "thank-you", "channel": "phone", "answered": True}, {}]},
        ["thank-you sent on Tue 3 March by phone, answered", "message sent, no answer"],
    ),
    ({"decision": "rejected", "process_closed": True}, ["they said no", "the process is over"]),
    ({"whole_email": True, "attachments": ["cv.pdf"]}, ["the complete email", "attached: cv.pdf"]),
    ({"application": "I am a clerk.", "other_notes": ["Dear Tom"]}, []),
]


@pytest.mark.parametrize(("situation", "expected"), WORDS)
def test_a_situation_in_words(situation: dict[str, Any], expected: list[str]) -> None:
    assert circumstances(situation) == expected


def test_every_fact_can_be_told() -> None:
    assert {key for situation, _ in WORDS for key in situation} == set(FIELDS)


def test_what_goes_without_saying_is_not_said() -> None:
    assert circumstances({"stage": "check-in"}, "check-in") == []
    assert circumstances({"stage": "withdraw"}, "check-in") == ["Withdrawal"]


def test_longer_texts_stand_apart() -> None:
    told = companions({"application": "I am a clerk.", "other_notes": ["Dear Tom"]})
    assert told == [("Your application says", "I am a clerk."), ("Your other note says", "Dear Tom")]
