"""Pages of the guide: a moment or a channel, and the list of them all. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.author.guide import PARTS, rules_named
from checker.author.load import Library
from checker.core.fields import STAGES
from checker.site.folds import fold
from checker.site.front_matter import front_matter
from checker.site.guide_figures import letter, pairs, timeline
from checker.site.levels import ordered, short_badge
from checker.site.search_index import UNSEARCHED, also_asked
from checker.site.sides import in_a_line
from checker.site.source_list import source_list
from checker.site.text import escaped, inline, prose, summary, typographic
from checker.site.words import counted

RESTING = {"when-to-stop"}  # pages with a message that should be written only by way of exception
PART = {"moments": "In the order of your days", "channels": "By channel"}


def guide_uri(name: str) -> str:
    """Where a page of the guide lies among the documents."""
    return f"guide/{name}.md"


def guide_page(page: Mapping[str, Any], library: Library) -> str:
    """The short answer first, then what to do, how it reads, which rules apply, and who says so."""
    return "\n\n".join(_parts(page, library)) + "\n"


def _parts(page: Mapping[str, Any], library: Library) -> Iterator[str]:
    rules = {rule["id"]: rule for rule in library.rules}
    yield front_matter(title=typographic(page["title"]), description=summary(page["short"]), search={"boost": 3}, tags=page.get("asked", []))
    yield f"# {inline(page['title'])}"
    yield f"{inline(page['question'])}\n{{: .aw-question }}"
    yield f'<div class="aw-short" markdown>\n\n<p class="aw-label" data-search-exclude="yes">In short</p>\n\n{prose(page["short"])}\n\n</div>'
    yield from _ways(page)
    if "timeline" in page:
        yield timeline(page["timeline"])
    yield "## What to do"
    yield '<button type="button" class="aw-print md-button" data-aw-print hidden>Print these steps</button>'
    yield '<div class="aw-steps" markdown>'
    for step in page["steps"]:
        yield f"### {inline(step['do'])}"
        yield prose(step["how"])
        links = [_rule_link(rules[name]) for name in step.get("rules", ()) if name in rules]
        if links:
            yield " · ".join(links) + "\n{: .aw-because-of }"
    yield "</div>"
    yield from _messages(page)
    yield from _pairs(page, rules)
    yield from _rules(page, library, rules)
    yield from _sources(page, library)
    yield from _disputed(page, library)
    yield from _ways(page)
    yield from _see(page, library)


def _ways(page: Mapping[str, Any]) -> Iterator[str]:
    """The ways to the checker: to begin the page's message, and to check one that is written. start-link.js reads the address."""
    if not page.get("messages") or page["id"] in RESTING:
        return
    about = page["messages"][0]["situation"]
    stage, channel = page.get("stage", about.get("stage", "thank-you")), about.get("channel", "email")
    start = stage if channel == "email" else f"{stage},{channel}"
    yield (
        f'<p class="aw-ways" data-search-exclude="yes"><a class="md-button md-button--primary" href="../../check/#start={start}">Write it now</a> '
        '<a class="md-button" href="../../check/">Check a draft</a></p>'
    )


def _messages(page: Mapping[str, Any]) -> Iterator[str]:
    messages = page.get("messages", ())
    if not messages:
        return
    yield f"## {'Examples' if len(messages) > 1 else 'An example'}, and what each part does"
    yield (
        "Take the shape and not the words: a note that could have gone to anybody does nothing for you. "
        "The people and the companies are made up.\n{: .aw-quiet }"
    )
    for message in messages:
        yield f"### {inline(message['title'])}"
        yield letter(message)


def _pairs(page: Mapping[str, Any], rules: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    if page.get("instead"):
        yield "## Instead of"
        named = {name: f'<a href="../../rules/{name}/">{escaped(typographic(rules[name]["title"]))}</a>' for name in rules_named(page) if name in rules}
        yield pairs(page["instead"], named)


def _rules(page: Mapping[str, Any], library: Library, rules: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    stage = page.get("stage", "")
    live = [rule for rule in library.rules if rule["status"] == "stable"]
    own = {rule["id"] for rule in live if stage in rule["stages"] and set(rule["stages"]) != set(STAGES)}
    named = {name for name in rules_named(page) if name in rules}
    shown = ordered((rule for rule in live if rule["id"] in own | named), stage)
    if not shown:
        return
    yield f"## The rules that apply {UNSEARCHED}"
    if stage:
        always = sum(set(rule["stages"]) == set(STAGES) for rule in live)
        yield f"Besides these, [{always} rules hold for every message](../rules/index.md?stage=every).\n{{: .aw-quiet }}"
    items = "\n".join(f"- {short_badge(rule, stage)} {_rule_link(rule)}" for rule in shown)
    listed = f'<div class="aw-rules aw-rules--level" markdown>\n\n{items}\n\n</div>'
    yield fold(f"{counted(len(shown), 'rule')}, the weightiest first", listed)


def _rule_link(rule: Mapping[str, Any]) -> str:
    return f"[{inline(rule['title'])}](../rules/{rule['id']}.md)"


def _sources(page: Mapping[str, Any], library: Library) -> Iterator[str]:
    yield f"## What sources say {UNSEARCHED}"
    yield source_list(page["said"], library.sources)


def _disputed(page: Mapping[str, Any], library: Library) -> Iterator[str]:
    questions = [library.disagreements[name] for name in page.get("disagreements", ()) if name in library.disagreements]
    if not questions:
        return
    yield f"## What is disputed {UNSEARCHED}"
    yield "\n".join(f"- {in_a_line(each)}" for each in questions)
    yield "What we suggest is the editors’ choice. You know your reader better than we do.\n{: .aw-note }"


def _see(page: Mapping[str, Any], library: Library) -> Iterator[str]:
    others = [library.guide[name] for name in page.get("see", ()) if name in library.guide]
    if others:
        yield f"## Read on {UNSEARCHED}"
        yield "\n".join(f"- **[{inline(each['title'])}]({each['id']}.md)** {inline(each['question'])}" for each in others)
    if page.get("asked"):
        yield also_asked(page["asked"])


def guide_list(library: Library) -> str:
    """The page at guide/: every page with the question that it answers."""
    parts = [
        front_matter(
            title="The guide",
            description="After a job interview, day by day and by channel: what to send, when to send it, and when to let it rest.",
            search={"boost": 2},
        ),
        "# The guide",
        "From the last minute in the room to the last word: what to do, when, and why. Begin where you are.\n{: .aw-question }",
    ]
    for part in PARTS:
        among = [page for page in library.guide.values() if page["part"] == part]
        if among:
            parts.append(f"## {PART[part]}")
            items = "\n".join(f"{_mark(part, n)} **[{inline(page['title'])}]({page['id']}.md)** <br>{inline(page['question'])}" for n, page in enumerate(among, 1))
            parts.append(f'<div class="aw-days aw-days--{part}" markdown>\n\n{items}\n\n</div>')
    parts.append("Not sure which day it is for you? [The planner](../planner.md) works it out from your dates.")
    return "\n\n".join(parts) + "\n"


def _mark(part: str, number: int) -> str:
    return f"{number}." if part == "moments" else "-"
