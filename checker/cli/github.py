"""The report as workflow commands, which GitHub's runners turn into annotations of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.author.workflow_commands import workflow_command
from checker.cli.places import Lines
from checker.core.report import Finding, Report

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}


def annotations(report: Report, text: str, file: str, titles: Mapping[str, str]) -> Iterator[str]:
    """One line for each finding; none where there is nothing to say."""
    lines = Lines(text)
    for finding in report.findings:
        properties = {"file": file} | _place(finding, lines) | {"title": f"{titles[finding.rule]} ({finding.rule})"}
        yield workflow_command(_COMMANDS[finding.level], properties, finding.message)


def _place(finding: Finding, lines: Lines) -> dict[str, int]:
    if finding.start is None or finding.end is None:
        return {"line": 1}
    first, last = lines.place(finding.start), lines.place(finding.end)
    if first.line != last.line:  # GitHub takes columns within one line only
        return {"line": first.line, "endLine": last.line}
    return {"line": first.line, "col": first.column, "endLine": last.line, "endColumn": last.column}
