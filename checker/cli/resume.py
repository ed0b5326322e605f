"""A batch that was interrupted: how much of it is answered, and where to go on."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, BinaryIO

from checker.cli.inputs import InputError
from checker.core.batch_line import id_of_line

_BEGINNING = b'{"id":'


def take_up(out: str, lines: BinaryIO, name: str) -> int:
    """Prepare the file `out` for more answers, and read past the lines that it answers; gives their number.

    A last answer that was cut short is taken out of it. Raises InputError where `out` holds something else than answers to these lines.
    """
    path = Path(out)
    if name != "-" and path.exists() and path.samefile(name):
        raise InputError(f"{out}: the answers cannot go into the file that they answer")
    try:
        with open(path, "r+b" if path.exists() else "x+b") as answers:
            whole = _whole_lines(answers, out)
            done = 0
            for number in range(1, whole + 1):
                line = lines.readline()
                if not line:
                    raise InputError(f"{out} has {whole:,} answers, but {name} has {number - 1:,} lines: they do not belong together")
                if _id(answers.readline(), out, number) != id_of_line(line):
                    raise InputError(f"{out}:{number}: this answers another line than line {number} of {name}: they do not belong together")
                done = number
            answers.truncate(answers.tell())
            return done
    except OSError as error:
        raise InputError(f"{out}: {error.strerror or error}") from None


def _whole_lines(answers: BinaryIO, out: str) -> int:
    """How many lines are complete. What follows them must be the beginning of an answer, for it will be taken out."""
    count, last = 0, b""
    for line in answers:
        count, last = count + 1, line
    answers.seek(0, os.SEEK_SET)
    if count and (not last.endswith(b"\n") or _data(last) is None):
        if not (last.startswith(_BEGINNING) or _BEGINNING.startswith(last)):
            raise _no_answer(out, count)
        return count - 1
    return count


def _id(answer: bytes, out: str, number: int) -> Any:
    data = _data(answer)
    if data is None or "id" not in data or not ({"report", "error"} & data.keys()):
        raise _no_answer(out, number)
    return data["id"]


def _no_answer(out: str, number: int) -> InputError:
    return InputError(f"{out}:{number}: this is no answer of `afterword check --batch`; name another file. Nothing was changed in it")


def _data(answer: bytes) -> dict[str, Any] | None:
    try:
        data = json.loads(answer)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None
