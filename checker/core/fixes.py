"""Fixes: mechanical changes that a person may apply with one click, never without.

    fix: {delete: match}                            take the finding away, with the space before it
    fix: {replace: "by the end of next week"}       put this in its place; {known}, {me}, {name} are filled in
    fix: {swap: {gonna: going to, thx: thank you}}  by what was found
    fix: {append: "{me}"}                           a last line
    fix: {fill: {company: [company, employer]}}     the fact whose word stands in what was found
A fix whose facts are unknown is not offered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from checker.core.context import Context
from checker.core.outcome import Found
from checker.core.report import Fix
from checker.core.tokens import normal, runs

_FILLERS = frozenset("the of insert here enter add first last full".split())
_BRACES = re.compile(r"\{(\w+)\}")


def fixes_for(fix: Mapping[str, Any], found: Found, context: Context) -> tuple[Fix, ...]:
    """The fixes that `fix` offers for one finding; none where it has nothing to say."""
    text = context.draft.text
    if "append" in fix:
        line = _fill(fix["append"], found, context)
        place, gap = _end_of_message(context)
        return (Fix(fix.get("label", f"Add “{line}”"), place, place, f"{gap}{line}"),) if line else ()
    if found.start is None or found.end is None:
        return ()
    start, end = found.start, found.end
    if "delete" in fix:
        while start and text[start - 1] in " \t\u00a0":
            start -= 1
        return (Fix(fix.get("label", f"Delete “{text[found.start : end]}”"), start, end, ""),)
    if "swap" in fix:
        replacement = fix["swap"].get(normal(text[start:end]))
    else:
        replacement = _fill(_template(fix, text[start:end]), found, context)
    if not replacement or replacement == text[start:end]:
        return ()
    shouted = end - start > 1 and text[start:end].isupper()  # "ASAP" says nothing of where a sentence begins
    if text[start].isupper() and not shouted and replacement[0].islower():
        replacement = replacement[0].upper() + replacement[1:]
    return (Fix(fix.get("label", f"Replace with “{replacement}”"), start, end, replacement),)


def _template(fix: Mapping[str, Any], match: str) -> str:
    """What `replace` says, or the first fact of `fill` one of whose words stands in the match.

    A word that belongs to no fact, as in "[project name]", means that something else is wanted: then nothing is offered.
    """
    if "fill" not in fix:
        return fix.get("replace", "{unknown}")
    words = {word.removesuffix("'s") for word in runs(match.replace("_", " "))} - _FILLERS
    known = {word for names in fix["fill"].values() for word in names}
    if not words or not words <= known:
        return "{unknown}"
    return next(f"{{{fact}}}" for fact, names in fix["fill"].items() if words.intersection(names))


def _fill(template: str, found: Found, context: Context) -> str | None:
    """The template with its braces filled; None when one of them is unknown."""
    people = context.recipients or []
    values = {
        "me": context.situation.text("me"),
        "company": context.situation.text("company"),
        "position": context.situation.text("position"),
        "name": people[0].shown if len(people) == 1 else "",
        **found.values,
    }
    names = _BRACES.findall(template)
    if any(not values.get(name) for name in names):
        return None
    return _BRACES.sub(lambda brace: values[brace[1]], template)


def _end_of_message(context: Context) -> tuple[int, str]:
    """Where a name belongs, and the line ends before it: under the sign-off, or a line below the last sentence."""
    spans = context.draft.spans
    if spans["closing"]:
        return spans["closing"][-1][1], "\n"
    return max((end for part in ("greeting", "body") for _, end in spans[part]), default=0), "\n\n"
