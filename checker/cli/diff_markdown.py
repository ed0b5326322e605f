"""The outline of a change as GitHub's Markdown, for a job's summary or a comment.

Texts of rule files are anybody's. They stand in fences and code spans alone, where GitHub reads no markup, no HTML, no mention and no
link; each fence is longer than any run of backticks within.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.author.difference import Difference
from checker.author.github_text import code, fenced
from checker.author.problems import Problem
from checker.cli.diff_outline import Part, parts, summary
from checker.cli.outputs import counted

_MOST_OTHERS = 50


def as_markdown(difference: Difference, most: int) -> Iterator[str]:
    """Lines of Markdown."""
    yield "## What this change does"
    yield ""
    yield " ".join(summary(difference))
    yield from _problems(difference.unread, "of this change cannot be read, and what it holds is left out here")
    yield from _problems(difference.unread_before, "of the older version cannot be read by this version of the command; what it holds counts as new")
    for part in parts(difference, most):
        yield from _part(part)
    if difference.others:
        yield ""
        yield "### Other files"
        yield ""
        yield from (f"- {code(name)}: {what}" for name, what in difference.others[:_MOST_OTHERS])
        if len(difference.others) > _MOST_OTHERS:
            yield f"- and {len(difference.others) - _MOST_OTHERS} more"
    if difference.rules or difference.words:
        yield ""
        yield "`+` is new, `-` is gone, `!` differs; `[-words-]` were taken out, `{+words+}` put in; what is found stands between `**`."


def _problems(problems: Sequence[Problem], what: str) -> Iterator[str]:
    if problems:
        yield ""
        yield f"**{counted(len({problem.file for problem in problems}), 'file')} {what}:**"
        yield ""
        yield from fenced([(" ", str(problem)) for problem in problems])


def _part(part: Part) -> Iterator[str]:
    yield ""
    yield f"### {code(part.id)}"
    yield ""
    yield " · ".join(filter(None, (code(part.title) if part.title else "", part.state)))
    if part.lines:
        yield ""
        yield from fenced(part.lines)
    if part.findings:
        yield ""
        yield f"<details open><summary>{part.counts[:1].upper()}{part.counts[1:]}</summary>"
        yield ""
        yield from fenced(part.findings)
        yield ""
        yield "</details>"
