"""The `afterword` command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

import checker
from checker.cli import check, diff, guide, new, pages, plan, quality, scores
from checker.cli.inputs import InputError, write_safely

_ABOUT = "Check a message to an interviewer before you send it. The draft stays on this machine."
_EXITS = "Exit status of `check`: 0 nothing above a suggestion, 1 errors or warnings, 2 an input that cannot be read."


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status."""
    parser = _parser()
    try:
        arguments = parser.parse_args(argv)
    except SystemExit as stop:  # argparse has said why
        return int(stop.code or 0)
    if arguments.run is None:
        parser.print_help()
        return 2
    write_safely(sys.stdout)
    write_safely(sys.stderr)
    try:
        status = arguments.run(arguments)
        sys.stdout.flush()
    except InputError as error:
        for line in error.lines:
            print(line, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read our output has enough of it. Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("afterword", description=_ABOUT, epilog=_EXITS)
    parser.add_argument("--version", action="version", version=f"afterword {checker.__version__}")
    parser.set_defaults(run=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for group in (check, plan, guide, new, quality, diff, scores, pages):
        group.add_to(commands)
    return parser
