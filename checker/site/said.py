"""What the checker says: the message of a rule, as it reads for the rule's own first example."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.author.examples import read_example
from checker.author.load import Library
from checker.core.check import check
from checker.core.situation import read_situation
from checker.site.words import fill


def said(rule: Mapping[str, Any], library: Library) -> str:
    """The message with real words in its braces; with plain ones where no example lends any."""
    message = rule.get("message", "")
    flagged = rule.get("examples", {}).get("flag", [])
    if "{" in message and flagged and rule["status"] == "stable":
        return _for_example(rule, library, flagged[0]) or fill(message)
    return fill(message)


def _for_example(rule: Mapping[str, Any], library: Library, entry: str | Mapping[str, Any]) -> str | None:
    example = read_example(entry)
    report = check(example.text, read_situation(example.situation), library.bare.only(rule))
    return report.findings[0].message if report.findings else None
