"""Text for a terminal: colour where it is wanted, lines that fit, nothing in them that steers the terminal."""

from __future__ import annotations

import os
import shutil
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from typing import TextIO

from checker.author.visible import visible
from checker.core.tokens import INVISIBLE

Style = Callable[[str, str], str]  # (text, name of a style) → the text in that style

_CODES = {"error": "1;31", "warning": "1;33", "suggestion": "1;36", "good": "1;32", "bold": "1", "faint": "2"}
_WIDEST = 100


def terminal_style(stream: TextIO) -> Style:
    """Colour where a person looks on, unless they asked for none (no-color.org)."""
    wanted = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return (lambda text, name: f"\033[{_CODES[name]}m{text}\033[0m") if wanted else plain


def plain(text: str, name: str) -> str:
    return text


def terminal_width() -> int:
    return max(40, min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST))


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> Iterator[str]:
    """One paragraph in lines of at most `width`; `first` begins its first line, `rest` the others."""
    rest = " " * len(first) if rest is None else rest
    flat = visible(" ".join(text.split()))
    yield from textwrap.wrap(
        flat, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=False
    )


def columns(text: str) -> int:
    """How many columns a terminal gives to the text."""
    return sum(_columns_of(character) for character in text)


def cut(text: str, room: int) -> str:
    """The beginning of the text, as much as fits into `room` columns, with a sign where it was cut."""
    if columns(text) <= room:
        return text
    kept, used = "", 1
    for character in text:
        used += _columns_of(character)
        if used > room:
            break
        kept += character
    return kept + "…"


def _columns_of(character: str) -> int:
    if character in INVISIBLE or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
