"""A plan as a calendar file (RFC 5545): one entry for each step that lies ahead, with a reminder.

Times are local and carry no zone, so the calendar shows them as the reader's own. No names go in, but for a company
that the reader gave.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from checker.core.situation import UNKNOWN, Situation
from checker.core.wording import in_words

PAGE = "planner/"
_LENGTH = "DURATION:PT15M"
_LINE = 75  # octets, which the line ends are not part of
_AHEAD = ("now", "later", "missed", "unknown")
_TITLES = {
    "notes": "Write down your notes",
    "thank-you": "Send your thank-you",
    "their-date": "The date they gave for a decision",
    "check-in": "Check in once",
    "answer-decision": "Answer their decision",
}


def calendar_of(plan_data: Mapping[str, Any], situation: Situation, address: str = "") -> str:
    """The calendar file of a plan with our own titles; "" where nothing lies ahead. `address` is the site's."""
    interview, now = situation.get("interview.at"), situation.get("now")
    company = " ".join(situation.text("company").split())
    titles = {id: f"{title} ({company})" if company else title for id, title in _TITLES.items()}
    made_at = next((moment for moment in (now, interview) if moment is not UNKNOWN), None)
    about = "" if interview is UNKNOWN else _stamp(interview)
    return calendar_file(plan_data, {"titles": titles, "about": about, "page": address and address + PAGE}, made_at)


def calendar_file(plan_data: Mapping[str, Any], texts: Mapping[str, Any], made_at: date | None) -> str:
    """An iCalendar file for a plan's JSON; "" where nothing lies ahead.

    `texts` holds `titles` by the step's id, `about` (what tells this interview from others, for the entries' ids) and
    `page` (the address that the entries link to, or ""). `made_at` is when it was made; without it the entry's own time.
    """
    entries = [step for step in plan_data["steps"] if step["state"] in _AHEAD and step["next"] and step["id"] != "rest"]
    if not entries:
        return ""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Afterword//When should I write//EN", "CALSCALE:GREGORIAN"]
    for step in entries:
        lines += _entry(step, texts, made_at)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _entry(step: Mapping[str, Any], texts: Mapping[str, Any], made_at: date | None) -> Iterator[str]:
    begin = _moment(step["next"])
    # A check-in beyond the first has the title of the first.
    title = escaped(texts["titles"].get(step["id"]) or texts["titles"]["check-in"])
    yield "BEGIN:VEVENT"
    # The same step of the same interview keeps its id, so that a newer plan replaces the older one.
    yield f"UID:{step['id']}-{texts['about'] or _stamp(begin)}@afterword"
    # The standard wants world time, which is not known here; only its order from plan to plan matters.
    yield f"DTSTAMP:{_stamp(_timed(made_at or begin))}Z"
    if isinstance(begin, datetime):
        yield f"DTSTART:{_stamp(begin)}"
        yield _LENGTH
    else:
        yield f"DTSTART;VALUE=DATE:{_stamp(begin)}"
    yield f"SUMMARY:{title}"
    if description := "\n".join(_description(step)):
        yield f"DESCRIPTION:{escaped(description)}"
    if texts["page"]:
        yield f"URL:{_one_line(texts['page'])}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    if isinstance(begin, datetime):
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{title}", "TRIGGER:PT0S", "END:VALARM")
    yield "END:VEVENT"


def _description(step: Mapping[str, Any]) -> Iterator[str]:
    """The window and its reasons, in words."""
    earliest, latest = step["earliest"], step["latest"]
    if earliest and latest:
        yield f"Between {in_words(_moment(earliest))} and {in_words(_moment(latest))}."
    elif earliest and step["id"] != "notes":
        yield f"From {in_words(_moment(earliest))} on."
    for heading, key in (("Not earlier", "why_not_earlier"), ("Not later", "why_not_later"), ("Keep in mind", "always")):
        if step[key]:
            yield f"{heading}: {'; '.join(reason['title'] for reason in step[key])}."
    if step["note"]:
        yield step["note"]


def escaped(text: str) -> str:
    """A value of type TEXT: the four characters that mean something are written out, control characters go."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(character for character in text.replace("\n", "\\n") if character >= " " and character != "\x7f")


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets, never cut inside a character."""
    pieces, size = [""], 0
    for character in line:
        width = len(character.encode("utf-8", "replace"))
        if size + width > _LINE:
            pieces.append("")
            size = 1  # the blank that begins a piece that goes on
        pieces[-1] += character
        size += width
    return "\r\n ".join(pieces)


def _moment(text: str) -> date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _timed(moment: date) -> datetime:
    return moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)


def _stamp(moment: date) -> str:
    text = moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat()
    return text.replace("-", "").replace(":", "")


def _one_line(text: str) -> str:
    return "".join(character for character in text if character > " " and character != "\x7f")
