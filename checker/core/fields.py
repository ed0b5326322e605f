"""The shape of a situation, once: it types the facts, the conditions in rules, the schema and the docs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

STAGES = ("thank-you", "check-in", "withdraw", "after-decision", "other-offer")
CHANNELS = ("email", "online-message", "text", "letter", "note", "phone", "in-person")
FORMALITIES = ("formal", "neutral", "relaxed")


@dataclass(frozen=True)
class Text:
    expected = "text"


@dataclass(frozen=True)
class Flag:
    expected = "true or false"


@dataclass(frozen=True)
class Number:
    expected = "a whole number, 0 or more"


@dataclass(frozen=True)
class Moment:
    expected = "a date or a date and time"


@dataclass(frozen=True)
class Country:
    expected = "a country code of two letters"


@dataclass(frozen=True)
class Choice:
    options: tuple[str, ...]

    @property
    def expected(self) -> str:
        return f"one of {', '.join(self.options)}"


@dataclass(frozen=True)
class ListOf:
    of: Kind
    expected = "a list"


@dataclass(frozen=True)
class Record:
    fields: dict[str, Kind]
    required: tuple[str, ...] = ()
    expected = "a group of keys"


Kind = Text | Flag | Number | Moment | Country | Choice | ListOf | Record

FIELDS: dict[str, Kind] = {
    "stage": Choice(STAGES),
    "channel": Choice(CHANNELS),
    "formality": Choice(FORMALITIES),
    "country": Country(),
    "now": Moment(),
    "me": Text(),
    "position": Text(),
    "company": Text(),
    "interview": Record(
        {
            "at": Moment(),
            "round": Number(),
            "decision_by": Moment(),
            "interviewers": ListOf(
                Record(
                    {"name": Text(), "lead": Flag(), "signs_as": Text(), "email": Text(), "thanked": Flag()},
                    required=("name",),
                )
            ),
        }
    ),
    "recipients": ListOf(Text()),
    "their_addresses": ListOf(Text()),
    "their_channels": ListOf(Choice(CHANNELS)),
    "rapport": Choice(("good", "ordinary")),
    "agency": Record({"name": Text(), "contact": Text()}),
    "invited_to_drop_in": Flag(),
    "invited_to_connect": Flag(),
    "asked_for": ListOf(Choice(("pay", "references", "samples", "availability", "answer"))),
    "reply_needed_by": Moment(),
    "employer_limit": Record({"messages": Number(), "not_before": Moment()}),
    "sent": ListOf(
        Record(
            {"at": Moment(), "stage": Choice(STAGES), "channel": Choice(CHANNELS), "round": Number(), "answered": Flag()}
        )
    ),
    "decision": Choice(("none", "rejected", "offered")),
    "process_closed": Flag(),
    "whole_email": Flag(),
    "attachments": ListOf(Text()),
    "application": Text(),
    "other_notes": ListOf(Text()),
}


def kind_of(path: str) -> Kind | None:
    """The kind of the fact at a dotted path; None when there is no such fact."""
    fields: dict[str, Kind] = FIELDS
    kind: Kind | None = None
    for key in path.split("."):
        kind = fields.get(key)
        fields = kind.fields if isinstance(kind, Record) else {}
    return kind


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """The end of an error sentence: ". Did you mean `x`?", or nothing."""
    close = get_close_matches(word, list(options), 1, 0.6)
    return f". Did you mean `{close[0]}`?" if close else ""
