"""Places in a draft as people and editors count them: lines and columns from 1."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")


class Place(NamedTuple):
    line: int
    column: int


class Lines:
    """The lines of a text, without their ends, and where they start."""

    def __init__(self, text: str) -> None:
        ends = list(_LINE_END.finditer(text))
        self.starts = [0, *(end.end() for end in ends)]
        stops = [*(end.start() for end in ends), len(text)]
        self.texts = [text[start:stop] for start, stop in zip(self.starts, stops)]

    def place(self, offset: int) -> Place:
        line = bisect_right(self.starts, offset)
        return Place(line, offset - self.starts[line - 1] + 1)
