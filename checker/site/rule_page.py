"""One rule as a page of Markdown. Pure: what it shows comes from its arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.author.load import Library
from checker.core.fields import STAGES
from checker.site.channels import channels
from checker.site.figures import gallery
from checker.site.front_matter import front_matter
from checker.site.levels import badge, levels, short_badge
from checker.site.said import said
from checker.site.search_index import UNSEARCHED, also_asked
from checker.site.sides import in_a_line
from checker.site.source_list import source_lists
from checker.site.text import escaped, inline, prose, summary, typographic
from checker.site.words import GROUPS, LEVEL, STAGE, by_channels, stages

_MARKED = {
    "phrase": "The checker points at the marked words.",
    "names": "The checker points at the marked name.",
    "count": "Where words are marked, the checker points at them.",
    "overlap": "Where words are marked, the checker points at them.",
    "missing": "Nothing is marked in these, because something is missing.",
    "timing": "Nothing is marked in these: the rule is about timing.",
    "situation": "Nothing is marked in these: the rule is about the situation.",
}


def rule_page(rule: Mapping[str, Any], library: Library) -> str:
    """The page of a rule. Texts from the rule file are shown to the letter and never read as markup."""
    return "\n\n".join(_parts(rule, library)) + "\n"


def _parts(rule: Mapping[str, Any], library: Library) -> Iterator[str]:
    title = typographic(rule["title"])
    # The search reads `tags` as words that the page goes by.
    yield front_matter(title=title, description=summary(rule["why"]), search={"boost": 2}, tags=rule.get("asked", []))
    yield f"# {inline(title)}"
    yield _facts(rule) + "\n{: .aw-facts data-search-exclude }"
    yield from _notice(rule)
    guidance = rule["kind"] == "none"
    if not guidance:
        words = escaped(typographic(said(rule, library)))
        yield f'<div class="aw-says"><p class="aw-label" data-search-exclude="yes">What the checker says</p><p>{words}</p></div>'
    yield "## Why"
    yield prose(rule["why"])
    yield "## How to do it" if guidance else "## What to write instead"
    yield prose(rule["how"])
    if "asked" in rule:
        yield also_asked(rule["asked"])
    yield from _examples(rule)
    yield from _disputed(rule, library)
    yield f"## Sources {UNSEARCHED}"
    yield source_lists(rule["sources"], library.sources)


def _facts(rule: Mapping[str, Any]) -> str:
    parts = [f"{badge(level, LEVEL[level])} {inline(case)}".strip() for level, case in levels(rule)]
    if not parts:
        parts = [short_badge(rule)]
    by_stage = isinstance(rule.get("level"), dict) and set(rule["level"]) == set(rule["stages"])
    parts += [] if by_stage else filter(None, [_stages(rule)])
    parts += filter(None, [by_channels(channels(rule))])
    if rule.get("disagreements") or rule.get("disputed"):
        parts.append("[Sources differ](#where-sources-differ-and-what-we-chose)")
    return " · ".join([*parts, f"[{GROUPS[rule['group']]}](index.md#group-{rule['group']})"])


def _stages(rule: Mapping[str, Any]) -> str:
    """The messages that a rule is about, each with the way to all the rules for it."""
    if set(rule["stages"]) == set(STAGES):
        return stages(rule)
    return ", ".join(f"[{STAGE[stage]}](index.md?stage={stage})" for stage in STAGES if stage in rule["stages"])


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
        yield in_a_line(each)
    yield "The default above is the editors’ choice. You know your reader better than we do.\n{: .aw-note }"


def _examples(rule: Mapping[str, Any]) -> Iterator[str]:
    examples = rule.get("examples", {})
    if not examples:
        return
    usual_stage = rule["stages"][0] if len(rule["stages"]) == 1 else ""
    yield f"## Examples {UNSEARCHED}"
    yield "Each of them is tried on the checker whenever a rule changes.\n{: .aw-quiet }"
    if examples.get("flag"):
        yield f"### Flagged {UNSEARCHED}"
        yield _MARKED[rule["kind"]] + "\n{: .aw-quiet }"
        yield gallery(examples["flag"], "flag", "that are flagged", usual_stage)
    if examples.get("leave"):
        yield f"### Left alone {UNSEARCHED}"
        yield "These look alike, and are fine. The checker keeps silent.\n{: .aw-quiet }"
        yield gallery(examples["leave"], "leave", "that are left alone", usual_stage)
    if examples.get("misses"):
        yield f"### Known misses {UNSEARCHED}"
        yield "A careful reader would mind these. The checker does not see them, so please look.\n{: .aw-quiet }"
        yield gallery(examples["misses"], "miss", "that are missed", usual_stage)


def moved_page(rule: Mapping[str, Any]) -> str:
    """What stands at the address of a rule that another has replaced; the template sends readers on."""
    title = "This rule has moved"
    head = front_matter(
        title=title,
        description=f"It is part of “{typographic(rule['title'])}” now.",
        template="moved.html",
        moved_to=rule["page"],
        search={"exclude": True},
    )
    return f"{head}\n\n# {title}\n\nIt is part of [{inline(rule['title'])}]({rule['id']}.md) now.\n"
