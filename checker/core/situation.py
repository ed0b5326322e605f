"""The facts around a draft. An absent fact is unknown, never "no"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from checker.core.fields import FIELDS, Choice, Country, Flag, Kind, ListOf, Moment, Number, Record, Text, did_you_mean


class SituationError(ValueError):
    """A situation that cannot be read; `where` is the path of the key, `message` says what was expected."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.message = message


class Unknown:
    """The one value of a fact that nobody gave."""

    def __repr__(self) -> str:
        return "unknown"

    def __bool__(self) -> bool:
        raise TypeError("unknown is neither true nor false; ask `is UNKNOWN` first")


UNKNOWN = Unknown()
_DATE_LENGTH = len("2026-03-02")  # what is longer has a time
DEFAULTS = {"stage": "thank-you", "channel": "email", "formality": "formal"}
_ALSO_CODES = {"UK": "GB", "EL": "GR"}  # reserved in ISO 3166 for what people and offices write
_ITEM_DEFAULTS = {
    "sent": {"answered": False},
    "interview.interviewers": {"lead": False, "thanked": False},
}


@dataclass(frozen=True)
class Situation:
    """Checked facts. Read them with `get("interview.at")`; records and lists are plain dicts and lists."""

    facts: dict[str, Any]

    def get(self, path: str) -> Any:
        """The fact at a dotted path, its default, or UNKNOWN."""
        value: Any = self.facts
        for key in path.split("."):
            if not isinstance(value, dict) or key not in value:
                return DEFAULTS.get(path, UNKNOWN)
            value = value[key]
        return value

    def text(self, path: str) -> str:
        """A text fact, empty when unknown."""
        value = self.get(path)
        return value if isinstance(value, str) else ""

    def items(self, path: str) -> list[Any]:
        """A list fact, empty when unknown."""
        value = self.get(path)
        return value if isinstance(value, list) else []


def read_situation(data: Any) -> Situation:
    """Check and type a situation given as plain data (from JSON or YAML). Raises SituationError."""
    if data is None:
        return Situation({})
    if not isinstance(data, dict):
        raise SituationError("situation", f"expected facts such as `stage: thank-you`, found {_name(data)}")
    return Situation(_record(data, FIELDS, ""))


def _record(data: dict[Any, Any], fields: dict[str, Kind], path: str) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for key, value in data.items():
        where = f"{path}.{key}" if path else str(key)
        if key not in fields:
            raise SituationError(where, f"unknown key `{key}`{did_you_mean(str(key), fields)}")
        if value is not None and not (value == "" and "[" not in path):  # an empty value says nothing
            known[key] = _value(value, fields[key], where)
    return known


def _value(value: Any, kind: Kind, where: str) -> Any:
    match kind:
        case Record(fields):
            if isinstance(value, dict):
                return _record(value, fields, where)
        case ListOf(of):
            if isinstance(value, list):
                return [_item(item, of, where, place) for place, item in enumerate(value)]
        case Moment():
            return _moment(value, where)
        case Country():
            return _country(value, where)
        case Flag():
            if isinstance(value, bool):
                return value
        case Number():
            if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
                return value
        case Choice(options):
            if isinstance(value, str) and value in options:
                return value
            if isinstance(value, str):
                raise SituationError(where, f"`{value}` is not one of {', '.join(options)}{did_you_mean(value, options)}")
        case Text():
            if isinstance(value, str):
                return value
    raise SituationError(where, f"expected {kind.expected}, found {_name(value)}")


def _item(item: Any, of: Kind, where: str, place: int) -> Any:
    value = _value(item, of, f"{where}[{place}]")
    if isinstance(of, Record):
        for name in of.required:
            if name not in value:
                raise SituationError(f"{where}[{place}]", f"`{name}` is missing")
        return _ITEM_DEFAULTS.get(where, {}) | value
    return value


def _moment(value: Any, where: str) -> date | datetime:
    """A date, or a date with a time. A date alone keeps its hour unknown."""
    expected = "expected a date like 2026-03-02 or 2026-03-02T14:00, without a time zone"
    if isinstance(value, str):
        text = value.strip()
        try:
            value = datetime.fromisoformat(text) if len(text) > _DATE_LENGTH else date.fromisoformat(text)
        except ValueError:
            raise SituationError(where, f"{expected}, found `{value}`") from None
    if isinstance(value, datetime) and value.tzinfo is not None:
        raise SituationError(where, f"{expected}, found a time zone in `{value.isoformat()}`")
    if not isinstance(value, date):
        raise SituationError(where, f"{expected}, found {_name(value)}")
    return value


def _country(value: Any, where: str) -> str:
    if value is False:  # YAML 1.1 reads a bare NO as "no"
        return "NO"
    if isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha():
        return _ALSO_CODES.get(value.upper(), value.upper())
    raise SituationError(where, f"expected an ISO country code of two letters such as US or GB, found `{value}`")


def _name(value: Any) -> str:
    names = {dict: "a group of keys", list: "a list", bool: "true or false", str: "text", int: "a number", float: "a number", type(None): "nothing"}
    shown = f" `{value}`" if isinstance(value, (str, int, float, bool)) and len(str(value)) <= 40 else ""
    return names.get(type(value), "something else") + shown
