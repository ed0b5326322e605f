"""`afterword score`, `snapshot`: how well the rules judge messages, and what a change to them does."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from checker.author.compare import Comparison, NoScore, compare
from checker.author.drafts import LabelledDraft, read_drafts
from checker.author.problems import Problem
from checker.author.score import Score, Slip, Tally, score
from checker.author.snapshot import Snapshot, as_text, changes, snapshot
from checker.cli.guide import table
from checker.cli.inputs import InputError, add_rules_option, fail_on, open_library, read_text, shown_name
from checker.cli.outputs import counted, near, write_file
from checker.cli.style import terminal_width, wrapped

_WORST = 10


def add_to(commands: Any) -> None:
    scores: argparse.ArgumentParser = commands.add_parser("score", help="compare the findings with labelled drafts")
    scores.add_argument("drafts", metavar="DRAFTS", nargs="+", help="files of labelled drafts, in YAML or JSON")
    scores.add_argument("--json", action="store_true", help="write all numbers as JSON")
    scores.add_argument("--against", metavar="FILE", help="an earlier score, as --json wrote it: say what has changed")
    add_rules_option(scores)
    scores.set_defaults(run=run_score)
    snapshots: argparse.ArgumentParser = commands.add_parser(
        "snapshot",
        help="write down all findings over many messages",
        description="Write all findings over many messages to a file, and say what is new in it and what is gone. "
        "Exit status: 0, whatever changed; with --check 1 where something would change.",
    )
    snapshots.add_argument("file", metavar="FILE", help="the snapshot, in JSON")
    snapshots.add_argument("drafts", metavar="DRAFTS", nargs="+", help="files of messages, or folders of such files")
    snapshots.add_argument("--check", action="store_true", help="write nothing")
    add_rules_option(snapshots)
    snapshots.set_defaults(run=run_snapshot)


def run_score(arguments: argparse.Namespace) -> int:
    library = open_library(arguments.rules)
    result = score(_drafts(arguments.drafts), library.rule_set())
    earlier = _earlier(arguments.against, result) if arguments.against else None
    if arguments.json:
        print(json.dumps(result.as_dict(), indent=2, ensure_ascii=False))
        return 0
    for line in scored(result, terminal_width()):
        print(line)
    if earlier:
        print()
        for line in compared(earlier, arguments.against, terminal_width()):
            print(line)
    return 0


def run_snapshot(arguments: argparse.Namespace) -> int:
    library = open_library(arguments.rules)
    path = Path(arguments.file)
    now = snapshot(_drafts(_files(arguments.drafts)), library.rule_set())
    before: Snapshot = _json(arguments.file) if path.exists() else {}
    differs = list(changes(before, now))
    for change in differs:
        print(change.name)
        for line in change.gone:
            print(f"  gone  {line}")
        for line in change.new:
            print(f"  new   {line}")
    summary = f"{counted(len(differs), 'message')} of {len(now)} judged otherwise than before"
    if arguments.check:
        print(summary)
        return 1 if differs else 0
    write_file(path, as_text(now))
    print(f"{summary}; wrote {near(path)}")
    return 0


def _files(names: Sequence[str]) -> list[str]:
    """The files named, and those in the folders named."""
    found: list[str] = []
    for name in names:
        path = Path(name)
        found += [str(each) for each in sorted(path.glob("**/*.y*ml"))] if path.is_dir() else [name]
    return found


def _drafts(names: Sequence[str]) -> list[LabelledDraft]:
    drafts: list[LabelledDraft] = []
    problems: list[Problem] = []
    for name in names:
        read, found = read_drafts(read_text(name), shown_name(name))
        drafts += read
        problems += found
    fail_on(problems, "in the drafts")
    return drafts


def _earlier(name: str, now: Score) -> Comparison:
    try:
        return compare(_json(name), now)
    except NoScore as error:
        raise InputError(f"{shown_name(name)}: {error}") from None


def _json(name: str) -> Any:
    try:
        return json.loads(read_text(name))
    except json.JSONDecodeError as error:
        raise InputError(f"{shown_name(name)}:{error.lineno}:{error.colno}: this is no JSON: {error.msg}") from None


def scored(result: Score, width: int) -> Iterator[str]:
    """The numbers, for reading."""
    rows = [_row(rule, tally) for rule, tally in result.rules.items()]
    macro = (
        "macro: mean over rules",
        "",
        "",
        "",
        *(_number(result.macro[name]) for name in ("precision", "recall", "f1")),
    )
    yield from table(
        ("rule", "tp", "fp", "fn", "precision", "recall", "f1"),
        [*rows, _row("micro: all together", result.micro), macro],
        right=6,
    )
    yield ""
    yield (
        f"Suggestions: {result.suggested_found} of {result.suggested} found, recall {_number(result.suggestion_recall)}"
    )
    yield (
        f"Clean drafts: {counted(result.clean_alarms, 'false alarm')} in {counted(result.clean_drafts, 'draft')}, "
        f"{_number(result.alarms_per_clean_draft)} each"
    )
    if result.slips:
        yield ""
        yield f"{len(result.slips)} of {counted(result.drafts, 'draft')} judged otherwise than labelled" + (
            f", the worst {_WORST}:" if len(result.slips) > _WORST else ":"
        )
    yield from _slips(result.slips[:_WORST], width)
    if result.left_out:
        labels = ", ".join(f"{rule} ({count})" for rule, count in sorted(result.left_out.items()))
        yield ""
        yield from wrapped(labels, width, "Left out, for no such rule checks drafts: ", "  ")


def _row(name: str, tally: Tally) -> tuple[str, ...]:
    counts = (str(tally.tp), str(tally.fp), str(tally.fn))
    return (name, *counts, _number(tally.precision), _number(tally.recall), _number(tally.f1))


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def compared(earlier: Comparison, name: str, width: int) -> Iterator[str]:
    """What has changed since an earlier score, for reading."""
    yield f"Against {shown_name(name)}:"
    rows = [(what, _number(then), _number(now)) for what, then, now in earlier.totals]
    rows += [
        (change.rule, *("{}/{}/{}".format(*numbers) for numbers in (change.then, change.now))) for change in earlier.rules
    ]
    yield from table(("rules: tp/fp/fn", "then", "now"), rows, right=2)
    for title, slips in (("Worse:", earlier.worse), ("Better:", earlier.better)):
        if slips:
            yield title
            yield from _slips(slips, width)
    if not (earlier.rules or earlier.worse or earlier.better):
        yield "Nothing has changed."


def _slips(slips: Sequence[Slip], width: int) -> Iterator[str]:
    for slip in slips:
        parts = [f"missed {', '.join(slip.missed)}"] if slip.missed else []
        parts += [f"false alarm {', '.join(slip.false)}"] if slip.false else []
        yield from wrapped("; ".join(parts), width, f"  {slip.id}: ")
