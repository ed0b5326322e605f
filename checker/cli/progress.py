"""How far a long run has come, in one line at the terminal."""

from __future__ import annotations

import os
import stat
import sys
import time
from types import TracebackType
from typing import Self, TextIO

_EVERY = 0.2  # seconds
_BAR = 30  # columns


class Progress:
    """`total` lines, None where nobody knows; `done` of them were there before. Silent where nobody looks on."""

    def __init__(self, total: int | None, done: int, stream: TextIO, hidden: bool = False) -> None:
        self.total, self.done, self.before, self.stream = total, done, done, stream
        self.shown = not hidden and stream.isatty()
        self.began = self.drawn = time.monotonic()
        self.width = 0

    @classmethod
    def over(cls, name: str, done: int, hidden: bool = False) -> Self:
        """Over the lines of a file; those of a pipe cannot be counted."""
        total = None
        if not hidden and sys.stderr.isatty() and name != "-" and stat.S_ISREG(os.stat(name).st_mode):
            with open(name, "rb") as lines:
                total = sum(1 for _ in lines)
        return cls(total, done, sys.stderr, hidden)

    def step(self) -> None:
        self.done += 1
        now = time.monotonic()
        if self.shown and now - self.drawn >= _EVERY:
            self.drawn = now
            self._draw(self.line(now - self.began))

    def line(self, seconds: float) -> str:
        """What is shown after so many seconds."""
        pace = (self.done - self.before) / seconds if seconds else 0.0
        speed = f"{pace:.0f} a second" if pace >= 10 else f"{pace:.1f} a second"
        if self.total is None:
            return f"{self.done:,} drafts, {speed}"
        full = _BAR * self.done // max(1, self.total)
        left = f", {_duration((self.total - self.done) / pace)} left" if pace and self.done < self.total else ""
        return f"[{'#' * full}{'.' * (_BAR - full)}] {self.done:,} of {self.total:,} drafts, {speed}{left}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.shown:
            self._draw(self.line(time.monotonic() - self.began))
            self.stream.write("\n")

    def _draw(self, line: str) -> None:
        self.stream.write("\r" + line.ljust(self.width))
        self.stream.flush()
        self.width = len(line)


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
