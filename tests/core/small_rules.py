"""Small rule sets built from plain data, as rules.json would bring them."""

from __future__ import annotations

from typing import Any

from checker.author.conditions import compile_condition
from checker.core.check import check
from checker.core.report import Report
from checker.core.rules import RuleSet
from checker.core.situation import read_situation

STAGES = ["thank-you", "check-in", "withdraw", "after-decision", "other-offer"]
WORDS = {
    "stock": ["team", "work", "meet", "really", "wait", "opportunity", "two", "hour", "by", "far"],
    "urgent": ["asap", "at once"],
    "endings": ["foods", "hospital", "freight", "systems"],
    "places": ["leeds", "monday", "python"],
    "acronyms": ["who", "star"],
}
SHORT_FORMS = {"robert": ["bob"]}
HOLIDAYS = {"GB": {"2026": "0403 0406"}}


def rule(id: str, kind: str, check: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A stable rule of level error for every stage, unless `more` says otherwise; conditions are written as text."""
    compiled = {key: compile_condition(value) if key in {"when", "unless"} else value for key, value in check.items()}
    data = {
        "id": id,
        "title": id,
        "kind": kind,
        "stages": STAGES,
        "level": "error",
        "status": "stable",
        "message": "Found “{match}”.",
        "why": "Because.\n",
        "page": f"rules/{id}/",
    }
    return data | {"check": compiled} | more


def rule_set(*rules: dict[str, Any]) -> RuleSet:
    return RuleSet.from_data(
        {"version": "0.0.1", "rules": list(rules), "words": WORDS, "short_forms": SHORT_FORMS, "holidays": HOLIDAYS}
    )


def report(text: str, situation: dict[str, Any] | None, *rules: dict[str, Any]) -> Report:
    return check(text, read_situation(situation), rule_set(*rules))


def texts(found: Report) -> list[str | None]:
    """What the findings point at."""
    return [finding.text for finding in found.findings]
