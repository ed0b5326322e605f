"""What changed in the rules, day by day, as a page. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.author.load import Library
from checker.core.wording import and_join, full_date
from checker.site.front_matter import front_matter
from checker.site.rule_changes import MOST, Change
from checker.site.text import inline

_HEADINGS = {"added": "New", "changed": "Changed", "retired": "Retired: the checker no longer applies them", "removed": "Taken away"}


def changes_page(changes: Sequence[Change] | None, library: Library) -> str:
    """The page at changes/. None means that the past is not known here."""
    return "\n\n".join(_parts(changes, library)) + "\n"


def said_of(change: Change) -> str:
    """What happened to a rule, in a line without its title."""
    return {
        "added": "A new rule.",
        "changed": f"Changed: {and_join(change.parts)}.",
        "retired": "Retired: the checker no longer applies it.",
        "removed": "Taken away.",
    }[change.what]


def anchor(change: Change) -> str:
    """Where a change stands on the page; it stays the same for as long as the change is listed."""
    return f"{change.day.isoformat()}-{change.rule}"


def _parts(changes: Sequence[Change] | None, library: Library) -> Iterator[str]:
    yield front_matter(
        title="What changed",
        description="The last changes to the rules, day by day: what is new, and which parts of a rule were mended.",
        search={"exclude": True},
    )
    yield "# What changed"
    if changes is None:
        yield "This copy of the site was built without the history of its files, so it cannot say what changed, or when."
        return
    yield (
        f"Rules are added and mended as we learn. Here are the last changes, {MOST} at most, newest first. "
        "To be told of new ones, give your feed reader [the feed of changes](changes.xml)."
    )
    if not changes:
        yield "So far there is none."
    # In one day's order, as a change may have been made on one day and come in on another.
    days = sorted(changes, key=lambda change: change.day, reverse=True)
    for day, of_day in groupby(days, key=lambda change: change.day):
        yield f"## {full_date(day)} {{: #d{day.isoformat()} }}"
        among = list(of_day)
        for what, heading in _HEADINGS.items():
            items = [_item(change, library) for change in among if change.what == what]
            if items:
                yield f"**{heading}**"
                yield "\n".join(items)


def _item(change: Change, library: Library) -> str:
    parts = f": {and_join(change.parts)}" if change.what == "changed" else ""
    return f'- <span id="{anchor(change)}"></span>{_link(change, library)}{parts}'


def _link(change: Change, library: Library) -> str:
    """The rule's title of today, linked; for a rule that another has replaced, its last title and where it went."""
    for rule in library.rules:
        if rule["id"] == change.rule:
            return f"[{inline(rule['title'])}](rules/{change.rule}.md)"
        if change.rule in (rule.get("replaces") or []):
            return f"{inline(change.title)}, which is part of [{inline(rule['title'])}](rules/{rule['id']}.md) now"
    return inline(change.title)
