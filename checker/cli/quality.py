"""`afterword prove`, `schema`, `tables`: for those who edit the rules."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from checker.author.guide import guide_schema
from checker.author.load import Library, default_folder
from checker.author.problems import Problem
from checker.author.prove import prove
from checker.author.prove_guide import prove_guide
from checker.author.rule_shape import rule_schema
from checker.cli.inputs import InputError, add_rules_option, find_rule, open_library, rules_folder
from checker.cli.outputs import counted, near, write_file
from checker.cli.watch import watch


def add_to(commands: Any) -> None:
    proves: argparse.ArgumentParser = commands.add_parser(
        "prove",
        help="prove that rules do what their examples say",
        description="Prove rules by their own examples, and the messages in the guide by the rules. Exit status: 0 all proved, 1 something fails, 2 bad input.",
    )
    proves.add_argument("id", metavar="ID", nargs="*", help="rules and pages of the guide; all of both if left out")
    proves.add_argument("--format", choices=("text", "github"), default="text", help="how to write what fails")
    proves.add_argument("--watch", action="store_true", help="prove them again whenever their files, or what rules share, are saved; Ctrl+C stops")
    add_rules_option(proves)
    proves.set_defaults(run=run_prove)
    schema: argparse.ArgumentParser = commands.add_parser("schema", help="write rules/schema.json and rules/guide-schema.json, for YAML editors")
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
    if arguments.watch:
        if not arguments.id or on_github:
            raise InputError("--watch goes with the ids of what you are working on, and without --format github.")
        return watch(arguments.id, rules_folder(arguments.rules), _prove_and_print)
    library = open_library(arguments.rules, on_github)
    return _prove_and_print(library, rules_folder(arguments.rules), arguments.id, on_github)


def _prove_and_print(library: Library, folder: Path, ids: Sequence[str], on_github: bool = False) -> int:
    """Prove rules and pages by their ids, all where there are none; gives the exit status."""
    pages = [id for id in ids or library.guide if id in library.guide]
    rules = [find_rule(library, id)["id"] for id in ids if id not in library.guide]
    proof = prove(library, folder, rules if ids else None)
    guide = prove_guide(library, folder, pages)
    for problem in [*proof.problems, *guide]:
        print(problem.as_annotation() if on_github else problem)
    if proof.rules:
        print(_outcome("rule", proof.rules, f"proved, {counted(proof.examples, 'example')}", proof.problems))
    if pages:
        print(_outcome("page", len(pages), "of the guide proved", guide))
    return 1 if proof.problems or guide else 0


def _outcome(what: str, tried: int, proved: str, problems: list[Problem]) -> str:
    failed = len({problem.file for problem in problems})
    count = f"{counted(tried - failed, what)} {proved}"
    return f"{count}; {counted(failed, what)} failed, {counted(len(problems), 'failure')}" if failed else count


def run_schema(arguments: argparse.Namespace) -> int:
    folder = arguments.rules or default_folder()
    for path, schema in ((folder / "schema.json", rule_schema()), (folder / "guide-schema.json", guide_schema())):
        write_file(path, json.dumps(schema, indent=2, ensure_ascii=False) + "\n")
        print(f"wrote {near(path)}")
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
        print(f"wrote {near(path)}")
    return 0


def _years(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{4})-(\d{4})", text)
    if not found or int(found[2]) < int(found[1]):
        raise argparse.ArgumentTypeError(f"expected two years such as 2025-2029, found `{text}`")
    return int(found[1]), int(found[2])
