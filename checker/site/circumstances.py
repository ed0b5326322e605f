"""The situation of an example, in the words of a caption."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from checker.core.fields import CHANNELS
from checker.core.situation import read_situation
from checker.core.wording import MONTHS, WEEKDAYS, and_join
from checker.site.words import CHANNEL, COUNTRY, STAGE

_ASKED = {
    "pay": "what pay you expect",
    "references": "references",
    "samples": "samples of your work",
    "availability": "your availability",
    "answer": "an answer",
}
_DECISION = {"none": "no decision yet", "rejected": "they said no", "offered": "they made an offer"}
_USED = {name: name.replace("-", " ") for name in CHANNELS} | {
    "in-person": "talking in person",
    "text": "text messages",
}


def circumstances(situation: Mapping[str, Any], usual_stage: str = "") -> list[str]:
    """What is known in an example, as short phrases in the order in which a person would tell it.

    `usual_stage` goes without saying.
    """
    facts = read_situation(situation).facts
    phrases: list[str] = []
    for key, words in _TELL.items():
        if key in facts and (key, facts[key]) != ("stage", usual_stage):
            phrases += words(facts[key])
    return phrases


def companions(situation: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Longer texts that the draft is compared with, each with what it is."""
    found = [("Your application says", situation["application"])] if situation.get("application") else []
    return found + [("Your other note says", note) for note in situation.get("other_notes", [])]


def day(value: datetime.date) -> str:
    """ "Mon 2 March", with the time of day where there is one."""
    text = f"{WEEKDAYS[value.weekday()][:3]} {value.day} {MONTHS[value.month - 1]}"
    return f"{text}, {value:%H:%M}" if isinstance(value, datetime.datetime) else text


def _interview(interview: Mapping[str, Any]) -> Iterator[str]:
    if "at" in interview:
        yield f"interview on {day(interview['at'])}"
    if "round" in interview:
        yield f"round {interview['round']}"
    people = interview.get("interviewers", [])
    if people:
        yield f"interviewed by {and_join([_interviewer(person) for person in people])}"
    thanked = [person["name"] for person in people if person.get("thanked")]
    if thanked:
        yield f"{and_join(thanked)} thanked already"
    if "decision_by" in interview:
        yield f"they hope to decide by {day(interview['decision_by'])}"


def _interviewer(person: Mapping[str, Any]) -> str:
    known = [f"signs as {person['signs_as']}"] if "signs_as" in person else []
    known += [person["email"]] if "email" in person else []
    return f"{person['name']} ({', '.join(known)})" if known else str(person["name"])


def _agency(agency: Mapping[str, Any]) -> Iterator[str]:
    contact = f" ({agency['contact']})" if "contact" in agency else ""
    yield f"through {agency.get('name', 'an agency')}{contact}"


def _sent(messages: list[Mapping[str, Any]]) -> Iterator[str]:
    if not messages:
        yield "nothing sent before"
    for message in messages:
        what = STAGE.get(message.get("stage", ""), "message").lower()
        when = f" on {day(message['at']).partition(',')[0]}" if "at" in message else ""
        way = f" {CHANNEL[message['channel']]}" if message.get("channel", "email") != "email" else ""
        again = f" (round {message['round']})" if "round" in message else ""
        yield f"{what} sent{when}{way}{again}, {'answered' if message.get('answered') else 'no answer'}"


def _employer_limit(limit: Mapping[str, Any]) -> Iterator[str]:
    if "messages" in limit:
        yield "they want no messages" if limit["messages"] == 0 else f"they take at most {limit['messages']} messages"
    if "not_before" in limit:
        yield f"they asked to hear nothing before {day(limit['not_before'])}"


def _one(words: Callable[[Any], str]) -> Callable[[Any], list[str]]:
    return lambda value: [words(value)]


def _either(yes: str, no: str) -> Callable[[Any], list[str]]:
    return lambda value: [yes if value else no]


_TELL: dict[str, Callable[[Any], Any]] = {
    "stage": _one(lambda value: STAGE.get(value, value)),
    "channel": _one(lambda value: CHANNEL.get(value, value)),
    "formality": _one(lambda value: f"{value} tone"),
    "me": _one(lambda value: f"you are {value}"),
    "position": _one(lambda value: f"for the post of {value}"),
    "company": _one(lambda value: f"at {value}"),
    "interview": _interview,
    "agency": _agency,
    "recipients": _one(lambda value: f"addressed to {and_join([str(each) for each in value])}"),
    "their_addresses": _one(lambda value: f"they write from {and_join([str(each) for each in value])}"),
    "their_channels": _one(lambda value: f"they have used {and_join([_USED.get(each, each) for each in value])}"),
    "rapport": _one(lambda value: "you got on well" if value == "good" else "an ordinary conversation"),
    "invited_to_drop_in": _either("they invited you to drop in", "no invitation to drop in"),
    "invited_to_connect": _either("they asked to connect", "no invitation to connect"),
    "asked_for": _one(
        lambda value: f"they asked for {and_join([_ASKED.get(each, each) for each in value]) or 'nothing'}"
    ),
    "reply_needed_by": _one(lambda value: f"they need your answer by {day(value)}"),
    "employer_limit": _employer_limit,
    "sent": _sent,
    "decision": _one(lambda value: _DECISION.get(value, value)),
    "process_closed": _either("the process is over", "the process goes on"),
    "whole_email": _either("the complete email", "part of an email"),
    "attachments": _one(lambda value: f"attached: {and_join([str(each) for each in value]) or 'nothing'}"),
    "now": _one(lambda value: f"this goes out on {day(value)}"),
    "country": _one(lambda value: COUNTRY.get(value, value)),
}
