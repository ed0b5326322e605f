"""`afterword plan`: a situation in, what to send when out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from checker.cli.inputs import InputError, add_rules_option, open_library, open_situation, write_utf8
from checker.cli.outputs import near
from checker.cli.style import Style, terminal_style, terminal_width, wrapped
from checker.core.calendar_file import calendar_of
from checker.core.plan import plan
from checker.core.plan_step import Step
from checker.core.wire import dumps
from checker.core.wording import and_join, in_words

_TITLES = {
    "notes": "Write down your notes",
    "thank-you": "Send your thank-you",
    "their-date": "The date that they gave you",
    "check-in": "Check in",
    "rest": "Let it rest",
    "answer-decision": "Answer their decision",
}
_STATES = {
    "done": ("Done: ", "faint"),
    "now": ("Now: ", "good"),
    "later": ("Later: ", "bold"),
    "missed": ("Late: ", "warning"),
    "unknown": ("", "bold"),
    "blocked": ("Do not: ", "error"),
}


def add_to(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "plan",
        help="say what to send when",
        description="Say when to send the thank-you and the check-in after an interview, and when to let it rest.",
    )
    parser.add_argument(
        "situation", metavar="SITUATION", nargs="?", default="-", help="the facts, in YAML or JSON; - or nothing: standard input"
    )
    parser.add_argument("--ics", metavar="FILE", type=Path, help="also write what lies ahead into a calendar file")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to write the plan")
    add_rules_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    library = open_library(arguments.rules)
    situation = open_situation(arguments.situation)
    found = plan(situation, library.rule_set())
    if arguments.format == "json":
        write_utf8(sys.stdout)
        print(dumps(found.to_data()))
    else:
        for line in told(found.steps, terminal_style(sys.stdout), terminal_width()):
            print(line)
    if arguments.ics:
        _write(arguments.ics, calendar_of(found.to_data(), situation))
    return 0


def told(steps: Sequence[Step], style: Style, width: int) -> Iterator[str]:
    """The plan as lines of text, one step after the other."""
    for step in steps:
        if step == Step(step.id, state="unknown", needs=step.needs) and step.id == "their-date":
            continue  # they gave none: the last lines say so
        word, colour = _STATES[step.state]
        yield style(f"{word}{_title(step.id)}", colour)
        yield from (line for text in _facts(step) for line in wrapped(text, width, "  ", "    "))
    missing = list(dict.fromkeys(fact for step in steps for fact in step.needs))
    if missing:
        yield ""
        yield from wrapped(f"More can be said if the situation holds {and_join(missing)}.", width)


def _title(id: str) -> str:
    return _TITLES.get(id) or _TITLES["check-in"] + " again"


def _facts(step: Step) -> Iterator[str]:
    if step.next and step.next != step.best:
        yield f"Next good moment: {in_words(step.next)}"
    elif step.best:
        yield f"{'Best' if step.stage else 'On' if step.id == 'their-date' else 'From'}: {in_words(step.best)}"
    if step.earliest and step.latest:
        yield f"Between {in_words(step.earliest)} and {in_words(step.latest)}"
    elif step.earliest and step.id != "notes":
        yield f"From {in_words(step.earliest)} on"
    for heading, reasons in (("Not earlier", step.why_not_earlier), ("Not later", step.why_not_later), ("Keep in mind", step.always)):
        for reason in reasons:
            yield f"{heading}: {reason.title} ({reason.rule})"
    if step.note:
        yield step.note


def _write(path: Path, calendar: str) -> None:
    if not calendar:
        print("Nothing lies ahead, so no calendar file was written.", file=sys.stderr)
        return
    try:
        path.write_text(calendar, encoding="utf-8", newline="")  # its line ends are fixed by the standard
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})") from None
    print(f"wrote {near(path)}", file=sys.stderr)
