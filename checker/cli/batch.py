"""`afterword check --batch`: lines of JSON in, lines of JSON out, one for one and in order.

A bad line is answered with its error and never stops the run.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from itertools import islice
from typing import BinaryIO

from checker.author.load import Library
from checker.cli.cores import answer_on_cores, number_of_cores
from checker.cli.inputs import InputError, open_bytes, write_utf8
from checker.cli.progress import Progress
from checker.cli.resume import take_up
from checker.core.batch_line import answer_line
from checker.core.wire import Engine

_ALONE = 100  # lines; so few are answered sooner than further processes would start


def run_batch(name: str, library: Library, jobs: int | None = None, out: str | None = None) -> int:
    """Answer the lines of a file, or of standard input for `-`, on so many cores (None: all of them).

    The answers go to standard output, or to the file `out`, which an earlier run may have begun. Raises InputError.
    """
    rules_json = json.dumps(library.as_data(), default=str)
    with open_bytes(name) as lines:
        done = take_up(out, lines, name) if out else 0
        with _open(out) as target, Progress.over(name, done, hidden=out is None and sys.stdout.isatty()) as progress:

            def write(answer: str) -> None:
                # Half a surrogate pair becomes `\\ud800`, which JSON reads.
                try:
                    target.write(answer.encode("utf-8", "backslashreplace") + b"\n")
                    target.flush()
                except BrokenPipeError:
                    raise
                except OSError as error:
                    raise InputError(f"{out or 'standard output'}: {error.strerror or error}. Free some room, and go on with --resume") from None
                progress.step()

            answer_lines(lines, rules_json, jobs or number_of_cores(), write)
    return 0


def answer_lines(lines: Iterable[bytes], rules_json: str, jobs: int, write: Callable[[str], None]) -> None:
    """Give one line of JSON to `write` for each line, in their order, each as soon as it is there."""
    engine = Engine(rules_json)
    rest = iter(lines)
    for line in rest if jobs == 1 else islice(rest, _ALONE):
        write(answer_line(line, engine))
    if jobs > 1:
        answer_on_cores(rest, rules_json, jobs, write, engine)


def _open(out: str | None) -> AbstractContextManager[BinaryIO]:
    if out is None:
        write_utf8(sys.stdout)
        return nullcontext(sys.stdout.buffer)
    return open(out, "ab")
