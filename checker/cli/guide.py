"""`afterword explain`, `afterword rules`: the guidance at the terminal."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from checker.author.load import Library
from checker.author.visible import visible
from checker.cli.inputs import add_rules_option, find_rule, open_library
from checker.cli.style import Style, terminal_style, terminal_width, wrapped
from checker.core.fields import STAGES
from checker.core.report import LEVELS

_EXAMPLES = (("flag", "Is found"), ("leave", "Is left alone"), ("misses", "Should be found, and is not yet"))


def add_to(commands: Any) -> None:
    explain: argparse.ArgumentParser = commands.add_parser("explain", help="say what a rule asks for, and why")
    explain.add_argument("rule", metavar="RULE", help="the id of a rule, such as say-thanks")
    add_rules_option(explain)
    explain.set_defaults(run=run_explain)
    rules: argparse.ArgumentParser = commands.add_parser("rules", help="list all rules")
    add_rules_option(rules)
    rules.set_defaults(run=run_rules)


def run_explain(arguments: argparse.Namespace) -> int:
    library = open_library(arguments.rules)
    rule = find_rule(library, arguments.rule)
    for line in explained(rule, library, terminal_style(sys.stdout), terminal_width()):
        print(line)
    return 0


def run_rules(arguments: argparse.Namespace) -> int:
    library = open_library(arguments.rules)
    rows = [(rule["id"], level_of(rule), rule["kind"], stages_of(rule), rule["title"]) for rule in library.rules]
    for line in table(("id", "level", "kind", "stages", "title"), rows):
        print(line)
    return 0


def explained(rule: Mapping[str, Any], library: Library, style: Style, width: int) -> Iterator[str]:
    """The rule's page as lines of text."""
    yield style(rule["title"], "bold")
    yield style(f"{rule['id']}: {level_of(rule)}, stages: {stages_of(rule)}", "faint")
    for heading, key in (("Why", "why"), ("How", "how"), ("What is disputed", "disputed")):
        if rule.get(key):
            yield from _section(heading, style)
            yield from _paragraphs(rule[key], width)
    for name in rule.get("disagreements", ()):
        disagreement = library.disagreements[name]
        yield from _section(disagreement["question"], style)
        yield from wrapped(disagreement["in_short"], width)
    for group, heading in _EXAMPLES:
        entries = rule.get("examples", {}).get(group, [])
        if entries:
            yield from _section(heading, style)
        for entry in entries:
            yield from _example({"text": entry} if isinstance(entry, str) else entry, width, style)
    yield from _section("Sources", style)
    for entry in rule["sources"]:
        source = library.sources[entry["source"]]
        yield from wrapped(f"{source['publisher']} ({entry['stance']}): {entry['line']}", width, "- ", "  ")
        yield f"  {style(source['url'], 'faint')}"


def level_of(rule: Mapping[str, Any]) -> str:
    """One level, or those it can have, the gravest first; a rule of guidance has none."""
    level = rule.get("level")
    if rule["kind"] == "none" or level is None:
        return "guidance"
    return level if isinstance(level, str) else "/".join(name for name in LEVELS if name in level.values())


def stages_of(rule: Mapping[str, Any]) -> str:
    return "any" if set(rule["stages"]) == set(STAGES) else ", ".join(rule["stages"])


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]], right: int = 0) -> Iterator[str]:
    """Rows in columns; the last `right` columns are set to the right, for numbers."""
    widths = [max(len(row[place]) for row in [heads, *rows]) for place in range(len(heads))]
    for row in [heads, *rows]:
        cells = [
            cell.rjust(width) if place >= len(heads) - right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths))
        ]
        yield "  ".join(cells).rstrip()


def _section(heading: str, style: Style) -> Iterator[str]:
    yield ""
    yield style(heading, "bold")


def _paragraphs(text: str, width: int) -> Iterator[str]:
    for place, paragraph in enumerate(text.strip().split("\n\n")):
        if place:
            yield ""
        first, *items = re.split(r"(?:^|\n)- ", paragraph)
        yield from wrapped(first, width)
        for item in items:
            yield from wrapped(item, width, "- ", "  ")


def _example(entry: Mapping[str, Any], width: int, style: Style) -> Iterator[str]:
    lines = visible_lines(entry["text"])
    yield f"- {lines[0]}" if len(lines) > 1 else "\n".join(wrapped(lines[0], width, "- ", "  "))
    for line in lines[1:]:
        yield f"  {line}".rstrip()
    if entry.get("because"):
        yield from (style(line, "faint") for line in wrapped(entry["because"], width, "    "))


def visible_lines(text: str) -> list[str]:
    return [visible(line) for line in text.strip().splitlines()]
