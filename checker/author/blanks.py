"""Places that a new rule's text leaves to be filled in: <<what belongs there>>."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.author.problems import Problem

_BLANK = re.compile(r"<<[^<>\n]+>>")


class Blank(NamedTuple):
    """Line and column count from 1; `words` say what belongs there."""

    line: int
    column: int
    words: str


def blank(words: str) -> str:
    """The mark for a place to be filled in; `words` hold neither < nor >."""
    return f"<<{words}>>"


def blanks_in(text: str) -> Iterator[Blank]:
    """The blanks of a text, in their order. In comments there are none."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.lstrip().startswith("#"):
            for found in _BLANK.finditer(line):
                yield Blank(number, found.start() + 1, found[0].strip("<>"))


def besides(problems: Sequence[Problem], blanks: Sequence[Blank]) -> list[Problem]:
    """The problems that are not those of a line which is still to be filled in."""
    lines = {each.line for each in blanks}
    return [problem for problem in problems if problem.line not in lines]
