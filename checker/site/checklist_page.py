"""The checklist: what to look at before sending, a sheet for each message, made of the rules that the checker asks to follow. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.author.load import Library
from checker.core.facts import Facts
from checker.core.fields import STAGES
from checker.core.situation import Situation
from checker.core.workdays import Calendar
from checker.site.front_matter import front_matter
from checker.site.index_page import of_group
from checker.site.levels import gravest
from checker.site.text import inline
from checker.site.words import GROUPS

Rule = Mapping[str, Any]

SHEET = {
    "thank-you": "Before you send a thank-you",
    "check-in": "Before you send a check-in",
    "withdraw": "Before you withdraw",
    "after-decision": "Before you answer their decision",
    "other-offer": "Before you tell them of another offer",
}


def checklist_page(library: Library) -> str:
    """The page at checklist/. On paper every message has a sheet of its own, in the order of the page."""
    return "\n\n".join(_parts([rule for rule in library.rules if rule["status"] == "stable"])) + "\n"


def on_sheet(rules: list[Rule], stage: str) -> dict[str, list[Rule]]:
    """The rules for a message that are more than a matter of polish, by the subjects that have any, the weightiest first."""
    weighty = [rule for rule in rules if stage in rule["stages"] and gravest(rule, stage) in ("error", "warning")]
    return {group: among for group in GROUPS if (among := sorted(of_group(weighty, group), key=lambda rule: gravest(rule, stage) != "error"))}


def _parts(rules: list[Rule]) -> Iterator[str]:
    yield front_matter(
        title="The checklist",
        description="What to look at before you send a message after an interview: a sheet for each message, to print and to tick off.",
        styles=["assets/checklist.css"],
        hide=["toc"],
        tags=["checklist", "print", "printable", "on paper", "worksheet", "before I send", "pdf"],
    )
    yield "# The checklist"
    yield (
        "What the [checker](check.md) looks for, to go through by hand. Read your message once for each line. "
        "The lines in bold come first: nearly every source agrees on them, or a slip there is plain to see. "
        "Each line leads to its reasons. What is only a matter of polish is left out.\n{: .aw-lead-in }"
    )
    yield "Printed, each message has a sheet of its own.\n{: .aw-lead-in }"
    sheets = "\n".join(f"- [{words}](#{stage})" for stage, words in SHEET.items())
    yield f'<div class="aw-jumps" markdown>\n\n{sheets}\n\n</div>'
    for stage in STAGES:
        yield f'<section class="aw-sheet" markdown>\n\n## {SHEET[stage]} {{: #{stage} }}'
        for group, among in on_sheet(rules, stage).items():
            yield f"### {GROUPS[group]} {{: #{stage}-{group} data-search-exclude }}"
            lines = "\n".join(_line(rule, stage) for rule in among)
            yield f'<div class="aw-ticks" markdown>\n\n{lines}\n\n</div>'
        yield "</section>"


def _line(rule: Rule, stage: str) -> str:
    words = f"[{inline(rule['title'])}](rules/{rule['id']}.md)"
    limit = _words_at_most(rule, stage)
    more = f": {limit} words at most, by email" if limit else ""
    return f"- **{words}**{more}" if gravest(rule, stage) == "error" else f"- {words}{more}"


def _words_at_most(rule: Rule, stage: str) -> int:
    """The length that a rule allows a message by email; 0 where it is not about length."""
    check = rule.get("check") or {}
    bounds = check.get("at_most")
    if check.get("of") != "words" or not isinstance(bounds, list):
        return 0
    facts = Facts(Situation({"stage": stage, "channel": "email"}), Calendar({}, None), {})
    return next((each["is"] for each in bounds if facts.judge(each.get("when"))[0] is not False), 0)
