"""One rule as a page of Markdown. Pure: what it shows comes from its arguments."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from checker.author.load import Library
from checker.site.circumstances import full_date
from checker.site.figures import gallery
from checker.site.said import said
from checker.site.source_list import source_lists
from checker.site.text import escaped, inline, prose, summary, typographic
from checker.site.words import GROUPS, LEVEL, levels, stages

_MARKED = {
    "phrase": "The checker points at the marked words.",
    "names": "The checker points at the marked name.",
    "count": "Where words are marked, the checker points at them.",
    "overlap": "Where words are marked, the checker points at them.",
    "missing": "Nothing is marked in these, because something is missing.",
    "timing": "Nothing is marked in these: the rule is about timing.",
    "situation": "Nothing is marked in these: the rule is about the situation.",
}


@dataclass(frozen=True)
class Links:
    """Where a reader's change or report goes, and when each file was last changed."""

    edit: str = ""  # the address that a path of the project is added to
    issues: str = ""  # where a new issue is opened
    changed: Mapping[str, datetime.date] = field(default_factory=dict)  # path of a rule file → day


def rule_page(rule: Mapping[str, Any], library: Library, links: Links) -> str:
    """The page of a rule. Texts from the rule file are shown to the letter and never read as markup."""
    return "\n\n".join(_parts(rule, library, links)) + "\n"


def _parts(rule: Mapping[str, Any], library: Library, links: Links) -> Iterator[str]:
    title = typographic(rule["title"])
    yield front_matter(title=title, description=summary(rule["why"]))
    yield f"# {inline(title)}"
    yield _facts(rule) + "\n{: .aw-facts }"
    yield from _notice(rule)
    guidance = rule["kind"] == "none"
    if not guidance:
        words = escaped(typographic(said(rule, library)))
        yield f'<div class="aw-says"><p class="aw-label">What the checker says</p><p>{words}</p></div>'
    yield "## Why"
    yield prose(rule["why"])
    yield "## How to do it" if guidance else "## What to write instead"
    yield prose(rule["how"])
    yield from _examples(rule)
    yield from _disputed(rule, library)
    yield "## Sources"
    yield source_lists(rule["sources"], library.sources)
    yield _footer(rule, library.files[rule["id"]], links) + "\n{: .aw-foot }"


def front_matter(**fields: Any) -> str:
    """A page's metadata. JSON is YAML, whatever is in it; texts are escaped, as the theme puts them in as they are."""
    safe = {key: escaped(value) if isinstance(value, str) else value for key, value in fields.items()}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in safe.items()]
    return "\n".join(["---", *lines, "---"])


def badge(level: str, words: str) -> str:
    """A level's mark: its words, in its colour."""
    return f'<span class="aw-level aw-level--{level}">{words}</span>'


def _facts(rule: Mapping[str, Any]) -> str:
    parts = [f"{badge(level, LEVEL[level])} {inline(case)}".strip() for level, case in levels(rule)]
    if not parts:
        parts = [badge("advice", "Advice")]
    by_stage = isinstance(rule.get("level"), dict) and set(rule["level"]) == set(rule["stages"])
    group = f"[{GROUPS[rule['group']]}](index.md#group-{rule['group']})"
    return " · ".join(filter(None, [*parts, "" if by_stage else stages(rule), group]))


def _notice(rule: Mapping[str, Any]) -> Iterator[str]:
    if rule["status"] == "draft":
        yield "This rule is a draft. The checker does not apply it yet.\n{: .aw-note }"
    if rule["status"] == "retired":
        yield "This rule is retired. The checker no longer applies it; the page stays for old links.\n{: .aw-note }"


def _disputed(rule: Mapping[str, Any], library: Library) -> Iterator[str]:
    questions = [library.disagreements[name] for name in rule.get("disagreements", ())]
    if not questions and not rule.get("disputed"):
        return
    yield "## Where sources differ, and what we chose"
    if rule.get("disputed"):
        yield prose(rule["disputed"])
    for each in questions:
        yield f"**[{inline(each['question'])}](../disagreements/{each['id']}.md)** {inline(each['in_short'])}"
    yield "The default above is the editors’ choice. You know your reader better than we do.\n{: .aw-note }"


def _examples(rule: Mapping[str, Any]) -> Iterator[str]:
    examples = rule.get("examples", {})
    if not examples:
        return
    usual_stage = rule["stages"][0] if len(rule["stages"]) == 1 else ""
    yield "## Examples"
    yield "Each of them is tried on the checker whenever a rule changes.\n{: .aw-quiet }"
    if examples.get("flag"):
        yield "### Flagged"
        yield _MARKED[rule["kind"]] + "\n{: .aw-quiet }"
        yield gallery(examples["flag"], "flag", "that are flagged", usual_stage)
    if examples.get("leave"):
        yield "### Left alone"
        yield "These look alike, and are fine. The checker keeps silent.\n{: .aw-quiet }"
        yield gallery(examples["leave"], "leave", "that are left alone", usual_stage)
    if examples.get("misses"):
        yield "### Known misses"
        yield "A careful reader would mind these. The checker does not see them, so please look.\n{: .aw-quiet }"
        yield gallery(examples["misses"], "miss", "that are missed", usual_stage)


def _footer(rule: Mapping[str, Any], file: Path, links: Links) -> str:
    title = quote(f"{rule['id']}: ", safe="")
    parts = [f"[Edit this rule]({links.edit}{file.as_posix()})"] if links.edit else []
    parts += [f"[Report a problem]({links.issues}?title={title})"] if links.issues else []
    parts.append(f"Added on {full_date(rule['added'])}")
    changed = links.changed.get(file.as_posix())
    if changed and changed != rule["added"]:
        parts.append(f"changed on {full_date(changed)}")
    return " · ".join([*parts, f"Rule `{rule['id']}`"])


def moved_page(rule: Mapping[str, Any]) -> str:
    """What stands at the address of a rule that another has replaced."""
    title = "This rule has moved"
    head = front_matter(title=title, search={"exclude": True})
    return f"{head}\n\n# {title}\n\nIt is part of [{inline(rule['title'])}]({rule['id']}.md) now.\n"
