"""Reading what the user names: drafts, situations, rules. Whatever is wrong with it is said in one clear line."""

from __future__ import annotations

import argparse
import io
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from checker.author.load import Library, default_folder, load
from checker.author.problems import Problem
from checker.author.situations import read_situation_text
from checker.core.fields import did_you_mean
from checker.core.situation import Situation

MOST_BYTES = 4_000_000  # no message, and no file of drafts, is this long; it keeps /dev/zero from filling the memory
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class InputError(Exception):
    """An input that cannot be used; `lines` say why."""

    def __init__(self, *lines: object) -> None:
        super().__init__(*lines)
        self.lines = [str(line) for line in lines]


def add_rules_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rules", metavar="DIR", type=Path, help="a rules folder other than Afterword's own")


def rules_folder(named: Path | None) -> Path:
    """The rules folder that an option names, or Afterword's own."""
    folder = named or default_folder()
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder of rules")
    return folder.resolve()


def open_library(folder: Path | None, annotate: bool = False) -> Library:
    """The rules, all of them sound: a check by half of the rules would look like praise.

    `annotate` writes what is wrong with them for GitHub.
    """
    library = load(rules_folder(folder))
    fail_on(library.problems, "in the rules", annotate)
    return library


def fail_on(problems: list[Problem], where: str, annotate: bool = False) -> None:
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        lines = [problem.as_annotation() if annotate else problem for problem in sorted(problems)]
        raise InputError(*lines, f"{count} {where}; nothing was done.")


def find_rule(library: Library, wanted: str) -> dict[str, Any]:
    """The rule of this id."""
    rules = {rule["id"]: rule for rule in library.rules}
    if wanted in rules:
        return rules[wanted]
    for rule in library.rules:
        if wanted in rule.get("replaces", ()):
            raise InputError(f"`{wanted}` is now called `{rule['id']}`.")
    raise InputError(
        f"There is no rule `{wanted}`{did_you_mean(wanted, rules) or '. `afterword rules` lists all of them.'}"
    )


def open_bytes(name: str) -> AbstractContextManager[BinaryIO]:
    """A file, or standard input for `-`."""
    if name == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return open(name, "rb")
    except IsADirectoryError:
        raise InputError(f"{name}: this is a folder, not a file") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: {_reason(error)}") from None


def read_text(name: str) -> str:
    """The text of a file or of standard input, line ends as they are."""
    shown = shown_name(name)
    if name == "-" and sys.stdin.isatty():
        print("Paste the message, then press Ctrl+D (on Windows: Ctrl+Z and Enter).", file=sys.stderr)
    with open_bytes(name) as stream:
        try:
            data = stream.read(MOST_BYTES + 1)
        except OSError as error:
            raise InputError(f"{shown}: {_reason(error)}") from None
    if data.startswith(_UTF16):
        raise InputError(f"{shown}: this text is saved as UTF-16; save it as UTF-8")
    if b"\0" in data:
        raise InputError(f"{shown}: this is not a text file. Save the message as plain text (UTF-8)")
    if len(data) > MOST_BYTES:
        raise InputError(f"{shown}: more than {MOST_BYTES // 1_000_000} MB; nothing of that size can be read")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(f"{shown}:{line}: this is not UTF-8 text; save the file as UTF-8") from None


def open_situation(name: str) -> Situation:
    """The facts in a YAML or JSON file, or on standard input."""
    situation, problems = read_situation_text(read_text(name), "situation" if name == "-" else name)
    if situation is None:
        raise InputError(*problems)
    return situation


def shown_name(name: str) -> str:
    return "draft" if name == "-" else name


def write_safely(stream: TextIO, **options: Any) -> None:
    """Let no character stop the output: what the terminal cannot show is written as its code."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace", **options)


def write_utf8(stream: TextIO) -> None:
    """JSON is UTF-8 on every machine. Half a surrogate pair becomes `\\ud800`, which JSON reads."""
    write_safely(stream, encoding="utf-8", newline="\n")


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "this file may not be read"
    return getattr(error, "strerror", None) or str(error)
