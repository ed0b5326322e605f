"""The report for a reader at a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.author.visible import visible
from checker.cli.places import Lines
from checker.cli.style import Style, columns, cut, plain, terminal_width, wrapped
from checker.core.report import LEVELS, Finding, Report
from checker.core.wording import and_join

_VERDICTS = {
    "fix": ("error", "Not ready: mend the errors before you send it."),
    "improve": ("warning", "Nearly ready: worth another look before you send it."),
    "ready": ("good", "Ready to send."),
}
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!e\.g)(?<!i\.e)[.!?][”\"')]*(?=\s|$)")
_MARGIN = "    "


class TextReport:
    """A report over one draft. `titles` are the rules' titles by id, `disputed` what sources differ on, in lines;
    `width` is in columns of the terminal; `remedy` says how to give the facts without which some rules could not be
    judged."""

    def __init__(
        self,
        report: Report,
        text: str,
        name: str,
        titles: Mapping[str, str],
        style: Style = plain,
        width: int | None = None,
        remedy: str = "",
        disputed: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.report, self.name, self.titles, self.style, self.remedy = report, name, titles, style, remedy
        self.disputed = disputed or {}
        self.draft = Lines(text)
        self.width = width or terminal_width()

    def lines(self) -> Iterator[str]:
        for finding in self.report.findings:
            yield from self.finding(finding)
            yield ""
        yield from self.summary()

    def finding(self, finding: Finding) -> Iterator[str]:
        place = self.name
        if finding.start is not None:
            line, column = self.draft.place(finding.start)
            place = f"{self.name}:{line}:{column}"
        level = self.style(finding.level, finding.level)
        yield f"{place}: {level}: {self.style(self.titles[finding.rule], 'bold')} ({finding.rule})"
        if finding.start is not None and finding.end is not None:
            yield from self.excerpt(finding.start, finding.end, finding.level)
        yield from wrapped(finding.message, self.width, "  ")
        yield from wrapped(first_sentence(finding.why), self.width, "  Why: ")
        for line in self.disputed.get(finding.rule, ()):
            yield from wrapped(line, self.width, "  Sources differ: ")
        for fix in finding.fixes:
            yield from wrapped(fix.label, self.width, "  Fix: ")

    def excerpt(self, start: int, end: int, level: str) -> Iterator[str]:
        """The draft's line with the place underlined; a place over several lines is cut at the first."""
        (line, column), last = self.draft.place(start), self.draft.place(max(start, end - 1))
        text = self.draft.texts[line - 1]
        before, found = visible(text[: column - 1]), visible(text[column - 1 :][: end - start])
        after = visible(text[column - 1 + len(found) :])
        room = self.width - len(_MARGIN)
        if columns(before + found + after) > room:
            found = cut(found, room // 2)
            side = (room - columns(found)) // 2
            before, after = cut(before[::-1], side)[::-1], cut(after, side)
        more = f" … to line {last.line}" if last.line > line else ""
        yield f"{_MARGIN}{before}{found}{after}"
        yield _MARGIN + " " * columns(before) + self.style("^" * max(1, columns(found)) + more, level)

    def summary(self) -> Iterator[str]:
        report = self.report
        if report.passed:
            yield from wrapped(
                "; ".join(self.titles[rule] for rule in report.passed) + ".", self.width, "Passed: ", "  "
            )
        for entry in report.not_checked:
            said = f"“{self.titles[entry.rule]}” needs {and_join(entry.needs)}."
            yield from wrapped(said, self.width, "Not checked: ", "  ")
        if report.not_checked and self.remedy:
            yield from wrapped(self.remedy, self.width)
        style, said = _VERDICTS[report.verdict]
        counts = and_join([self.count(level) for level in LEVELS if self.count(level)])
        yield self.style(said, style) + (f" {counts[:1].upper()}{counts[1:]}." if counts else "")

    def count(self, level: str) -> str:
        number = sum(1 for finding in self.report.findings if finding.level == level)
        return "" if not number else f"1 {level}" if number == 1 else f"{number} {level}s"


def first_sentence(text: str) -> str:
    """The first sentence of a running text."""
    flat = " ".join(text.strip().split("\n\n")[0].split())
    end = _SENTENCE_END.search(flat)
    return flat[: end.end()] if end else flat
