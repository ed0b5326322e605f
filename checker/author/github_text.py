"""Somebody's text in GitHub's Markdown, to the letter: nothing in it is markup, mentions a person, or links to an issue or a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.author.changed_rule import Line
from checker.author.visible import visible

_SAFE = frozenset(" ,;?'’“”…–.")
_JOINER = "&#8288;"  # shows as nothing, and breaks no line
_TICKS = re.compile("`+")


def plain(text: str) -> str:
    """A text in one line of Markdown."""
    return plain_lines(" ".join(text.split()))


def plain_lines(text: str) -> str:
    """A message in one line of Markdown that shows its lines as they are."""
    return "<br>".join("".join(_shown(character) for character in line) for line in text.split("\n")).replace("www.", "www&#46;")


def code(text: str) -> str:
    """A text as a code span, where GitHub looks for nothing."""
    flat = visible(" ".join(text.split())) or "(empty)"
    ticks = "`" * (_longest(flat) + 1)
    pad = " " if "`" in (flat[0], flat[-1]) else ""
    return f"{ticks}{pad}{flat}{pad}{ticks}"


def fenced(lines: Sequence[Line]) -> Iterator[str]:
    """A block that GitHub colours by the signs and otherwise shows as it is; its fence is longer than any run of backticks within."""
    fence = "`" * max(3, *(_longest(text) + 1 for _, text in lines))
    yield f"{fence}diff"
    for sign, text in lines:
        yield f"@@ {visible(text)} @@" if sign == "@" else f"{sign} {visible(text)}"
    yield fence


def _longest(text: str) -> int:
    return max((len(run) for run in _TICKS.findall(text)), default=0)


def _shown(character: str) -> str:
    if character.isalnum() or character in _SAFE:
        return character
    # GitHub looks for @somebody and #12 once more when Markdown has been read.
    return f"&#{ord(character)};" + (_JOINER if character in "@#" else "")
