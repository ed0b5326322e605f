"""`afterword check`: one draft in, a report out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from checker.author.load import Library
from checker.cli import github
from checker.cli.batch import run_batch
from checker.cli.inputs import (
    InputError,
    add_rules_option,
    open_library,
    open_situation,
    read_text,
    shown_name,
    write_utf8,
)
from checker.cli.style import terminal_style
from checker.cli.text import TextReport
from checker.core.check import check
from checker.core.draft import DraftTooLong
from checker.core.report import Report
from checker.core.rules import RuleSet
from checker.core.situation import Situation
from checker.core.tokens import INVISIBLE
from checker.core.wire import dumps


def add_to(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "check",
        help="check a draft",
        description="Check a draft: plain text, with its `Subject:` line if it has one.",
        epilog="Exit status: 0 nothing above a suggestion, 1 errors or warnings, 2 an input that cannot be read. "
        "With --batch: 0, whatever was found, for each line has its own answer.",
    )
    parser.add_argument("files", metavar="FILE", nargs="*", help="the draft, or several, each read alone; - or nothing: standard input")
    parser.add_argument("--situation", metavar="FILE", help="the facts around it, in YAML or JSON: stage, names, dates")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="how to write the report")
    parser.add_argument(
        "--batch",
        action="store_true",
        help='read lines of JSON, {"id": ..., "draft": ..., "situation": {...}}, and answer each with a line',
    )
    parser.add_argument("--jobs", metavar="N", type=_jobs, help="with --batch: work on so many cores; all of them if left out")
    parser.add_argument(
        "--resume",
        metavar="OUT",
        help="with --batch: write the answers to the file OUT, and go on where an interrupted run left off in it",
    )
    add_rules_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check each file by itself; the status of the worst."""
    files = arguments.files or ["-"]
    if arguments.batch:
        return _run_batch(files, arguments)
    if arguments.jobs or arguments.resume:
        raise InputError("--jobs and --resume go with --batch.")
    if "-" in files and arguments.situation == "-":
        raise InputError("Only one of the draft and the situation can come from standard input.")
    library = open_library(arguments.rules)
    situation = Situation({}) if arguments.situation is None else open_situation(arguments.situation)
    rules = cache(library.rule_set)  # once for all, and only when there is something to check
    return max(_run_one(file, arguments, library, rules, situation) for file in files)


def _run_batch(files: Sequence[str], arguments: argparse.Namespace) -> int:
    if len(files) > 1:
        raise InputError("--batch reads one file of many drafts.")
    if arguments.situation or arguments.format != "text":
        raise InputError("--batch takes the situation from each line and writes JSON: leave out --situation and --format.")
    return run_batch(files[0], open_library(arguments.rules), arguments.jobs, arguments.resume)


def _run_one(file: str, arguments: argparse.Namespace, library: Library, rules: Callable[[], RuleSet], situation: Situation) -> int:
    name = shown_name(file)
    text = read_text(file)
    if not text.strip(INVISIBLE + " \t\r\n\f\v\u00a0"):
        raise InputError(f"{name}: there is nothing to check, the draft is empty")
    try:
        report = check(text, situation, rules())
    except DraftTooLong as error:
        raise InputError(f"{name}: {error}") from None
    _write(report, text, name, arguments, library, situation)
    return 0 if report.verdict == "ready" else 1


def _write(report: Report, text: str, name: str, arguments: argparse.Namespace, library: Library, situation: Situation) -> None:
    if arguments.format == "json":
        write_utf8(sys.stdout)
        print(dumps(report.as_dict()))
        return
    titles = {rule["id"]: rule["title"] for rule in library.rules}
    if arguments.format == "github":
        for line in github.annotations(report, text, name, titles):
            print(line)
        return
    if "stage" not in situation.facts:
        print("Read as a thank-you, for no stage is given. A check-in or a withdrawal has other rules: --situation FILE", file=sys.stderr)
    known = arguments.situation
    remedy = f"Add these facts to {known}." if known else "Give these facts in a file: --situation FILE"
    disputed = {
        rule["id"]: [library.disagreements[name]["in_short"] for name in rule.get("disagreements", ())]
        for rule in library.rules
    }
    shown = TextReport(report, text, name, titles, terminal_style(sys.stdout), remedy=remedy, disputed=disputed)
    for line in shown.lines():
        print(line)


def _jobs(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"expected a number of cores, 1 or more, found `{text}`")
    return int(text)
