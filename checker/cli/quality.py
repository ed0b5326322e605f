"""`afterword prove`, `score`, `schema`, `tables`: for those who edit the rules."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from checker.author.drafts import LabelledDraft, read_drafts
from checker.author.load import default_folder
from checker.author.problems import Problem
from checker.author.prove import prove
from checker.author.rule_shape import rule_schema
from checker.author.score import Score, Tally, score
from checker.cli.guide import table
from checker.cli.inputs import InputError, add_rules_option, fail_on, find_rule, open_library, read_text, shown_name
from checker.cli.style import terminal_width, wrapped

_WORST = 10


def add_to(commands: Any) -> None:
    proves: argparse.ArgumentParser = commands.add_parser(
        "prove",
        help="prove that rules do what their examples say",
        description="Prove rules by their own examples. Exit status: 0 all proved, 1 something fails, 2 bad input.",
    )
    proves.add_argument("rule", metavar="RULE", nargs="*", help="ids of rules; all of them if left out")
    proves.add_argument("--format", choices=("text", "github"), default="text", help="how to write what fails")
    add_rules_option(proves)
    proves.set_defaults(run=run_prove)
    scores: argparse.ArgumentParser = commands.add_parser("score", help="compare the findings with labelled drafts")
    scores.add_argument("drafts", metavar="DRAFTS", nargs="+", help="files of labelled drafts, in YAML or JSON")
    scores.add_argument("--json", action="store_true", help="write all numbers as JSON")
    add_rules_option(scores)
    scores.set_defaults(run=run_score)
    schema: argparse.ArgumentParser = commands.add_parser("schema", help="write rules/schema.json, for YAML editors")
    add_rules_option(schema)
    schema.set_defaults(run=run_schema)
    tables: argparse.ArgumentParser = commands.add_parser(
        "tables", help="make the tables of holidays and short names anew"
    )
    tables.add_argument("--years", type=_years, metavar="FIRST-LAST", help="default: last year to three years from now")
    add_rules_option(tables)
    tables.set_defaults(run=run_tables)


def run_prove(arguments: argparse.Namespace) -> int:
    on_github = arguments.format == "github"
    library = open_library(arguments.rules, on_github)
    wanted = [find_rule(library, rule)["id"] for rule in arguments.rule] or None
    proof = prove(library, (arguments.rules or default_folder()).resolve(), wanted)
    for problem in proof.problems:
        print(problem.as_annotation() if on_github else problem)
    failed = len({problem.file for problem in proof.problems})
    count = f"{_count(proof.rules - failed, 'rule')} proved, {_count(proof.examples, 'example')}"
    print(f"{count}; {_count(failed, 'rule')} failed, {_count(len(proof.problems), 'failure')}" if failed else count)
    return 1 if proof.problems else 0


def run_score(arguments: argparse.Namespace) -> int:
    library = open_library(arguments.rules)
    drafts: list[LabelledDraft] = []
    problems: list[Problem] = []
    for name in arguments.drafts:
        read, found = read_drafts(read_text(name), shown_name(name))
        drafts += read
        problems += found
    fail_on(problems, "in the drafts")
    result = score(drafts, library.rule_set())
    if arguments.json:
        print(json.dumps(result.as_dict(), indent=2, ensure_ascii=False))
        return 0
    for line in scored(result, terminal_width()):
        print(line)
    return 0


def run_schema(arguments: argparse.Namespace) -> int:
    path = (arguments.rules or default_folder()) / "schema.json"
    _write(path, json.dumps(rule_schema(), indent=2, ensure_ascii=False) + "\n")
    print(f"wrote {_near(path)}")
    return 0


def run_tables(arguments: argparse.Namespace) -> int:
    from checker.author.tables import write_tables

    first, last = arguments.years or (date.today().year - 1, date.today().year + 3)
    try:
        written = write_tables(arguments.rules or default_folder(), range(first, last + 1))
    except ImportError as error:
        raise InputError(f"`afterword tables` needs the library {error.name}: pip install holidays nicknames") from None
    except OSError as error:
        raise InputError(f"the tables cannot be written: {error}") from None
    for path in written:
        print(f"wrote {_near(path)}")
    return 0


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
        f"Clean drafts: {_count(result.clean_alarms, 'false alarm')} in {_count(result.clean_drafts, 'draft')}, "
        f"{_number(result.alarms_per_clean_draft)} each"
    )
    if result.slips:
        yield ""
        yield f"{len(result.slips)} of {_count(result.drafts, 'draft')} judged otherwise than labelled" + (
            f", the worst {_WORST}:" if len(result.slips) > _WORST else ":"
        )
    for slip in result.slips[:_WORST]:
        parts = [f"missed {', '.join(slip.missed)}"] if slip.missed else []
        parts += [f"false alarm {', '.join(slip.false)}"] if slip.false else []
        yield from wrapped("; ".join(parts), width, f"  {slip.id}: ")
    if result.left_out:
        labels = ", ".join(f"{rule} ({count})" for rule, count in sorted(result.left_out.items()))
        yield ""
        yield from wrapped(labels, width, "Left out, for no such rule checks drafts: ", "  ")


def _row(name: str, tally: Tally) -> tuple[str, ...]:
    counts = (str(tally.tp), str(tally.fp), str(tally.fn))
    return (name, *counts, _number(tally.precision), _number(tally.recall), _number(tally.f1))


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _years(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{4})-(\d{4})", text)
    if not found or int(found[2]) < int(found[1]):
        raise argparse.ArgumentTypeError(f"expected two years such as 2025-2029, found `{text}`")
    return int(found[1]), int(found[2])


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})") from None


def _near(path: Path) -> str:
    """The path as seen from here, where it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
