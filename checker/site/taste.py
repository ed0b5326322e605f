"""A taste of the checker on a page: a draft and what the engine finds in it, worked out while the site is built.

In a page's Markdown it is a fenced block of the language `afterword-taste` that holds the draft. A generator that does
not know it shows the draft alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.author.load import Library
from checker.core.check import check
from checker.core.report import Finding
from checker.core.situation import read_situation
from checker.site.levels import badge
from checker.site.text import as_written, escaped, typographic
from checker.site.words import LEVEL_SHORT

_BLOCK = re.compile(r"^```afterword-taste\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def with_taste(markdown: str, library: Library) -> str:
    """The page's Markdown with each such block replaced by the draft, its marks and its findings."""
    if "```afterword-taste" not in markdown:
        return markdown
    rules = library.rule_set()
    titles = {rule["id"]: typographic(rule["title"]) for rule in library.rules}

    def taste(block: re.Match[str]) -> str:
        findings = _apart(check(block[1], read_situation({}), rules).findings)
        cards = "".join(_card(number, finding, titles) for number, finding in enumerate(findings, 1))
        return (
            f'<div class="aw-taste-made"><blockquote class="aw-draft aw-sheet">{_marked(block[1], findings)}</blockquote>'
            f'<ol class="aw-taste-cards" aria-label="What the checker says of it">{cards}</ol></div>'
        )

    return _BLOCK.sub(taste, markdown)


def _apart(findings: Sequence[Finding]) -> list[Finding]:
    """Those that point at a place, in the order of the text; of two that overlap the first."""
    kept: list[Finding] = []
    for finding in findings:
        if finding.start is not None and (not kept or finding.start >= (kept[-1].end or 0)):
            kept.append(finding)
    return kept


def _marked(text: str, findings: Sequence[Finding]) -> str:
    parts, at = [], 0
    for number, finding in enumerate(findings, 1):
        start, end = finding.start or 0, finding.end or 0
        mark = f'<mark class="aw-mark--{finding.level}">{as_written(text[start:end])}</mark><sup>{number}</sup>'
        parts += [as_written(text[at:start]), mark]
        at = end
    return "".join([*parts, as_written(text[at:])])


def _card(number: int, finding: Finding, titles: dict[str, str]) -> str:
    link = f'<a href="{finding.page}">{escaped(titles[finding.rule])}</a>'
    return f"<li>{badge(finding.level, LEVEL_SHORT[finding.level])} {link}<br>{escaped(typographic(finding.message))}</li>"
