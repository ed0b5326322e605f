"""The outline of a change for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.author.changed_rule import Line
from checker.author.difference import Difference
from checker.author.problems import Problem
from checker.author.visible import visible
from checker.cli.diff_outline import parts, summary
from checker.cli.outputs import counted
from checker.cli.style import Style, wrapped

_STYLES = {"+": "good", "-": "error", "!": "warning", "@": "bold", " ": "faint"}


def as_text(difference: Difference, most: int, style: Style, width: int) -> Iterator[str]:
    """Lines of text."""
    yield from wrapped(" ".join(summary(difference)), width)
    yield from _problems(difference.unread, "of the newer version cannot be read, and what it holds is left out", style)
    yield from _problems(difference.unread_before, "of the older version cannot be read by this version of the command; what it holds counts as new", style)
    for part in parts(difference, most):
        yield ""
        yield style(part.id, "bold") + (f": {visible(part.title)}" if part.title else "")
        yield from wrapped(part.state, width, "  ")
        yield from _lines(part.lines, style, width)
        if part.findings:
            yield ""
            yield from wrapped(f"{part.counts[:1].upper()}{part.counts[1:]}:", width, "  ")
            yield from _lines(part.findings, style, width)
    if difference.others:
        yield ""
        yield style("Other files", "bold")
        yield from (f"  {visible(name)}: {what}" for name, what in difference.others)


def _problems(problems: Sequence[Problem], what: str, style: Style) -> Iterator[str]:
    if problems:
        yield ""
        yield style(f"{counted(len({problem.file for problem in problems}), 'file')} {what}:", "warning")
        yield from (f"  {visible(str(problem))}" for problem in problems)


def _lines(lines: Sequence[Line], style: Style, width: int) -> Iterator[str]:
    # Every line keeps its sign, so that none begins with words of the rule file.
    for sign, text in lines:
        if sign == "@":
            yield f"  {style(visible(text), 'bold')}"
            continue
        indent = " " * (len(text) - len(text.lstrip()))
        for line in wrapped(text.strip(), width, f"  {sign} {indent}", f"  {sign} {indent}"):
            yield style(line, _STYLES[sign])
