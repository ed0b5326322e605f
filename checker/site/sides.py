"""The sides of a disagreement: their letters, who is on them, and which of them our default goes along with. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_uppercase
from typing import Any

from checker.author.disagreements import WE_SUGGEST
from checker.author.load import Library
from checker.site.text import inline, sentence


def letter(place: int) -> str:
    """What pages call the side at a place in the file, counted from 0: A, B, C."""
    return ascii_uppercase[place]


def badge(place: int, side: Mapping[str, Any]) -> str:
    """The letter of a side as HTML, filled where our default goes along with it; words must say so as well."""
    return f'<span class="aw-side{" aw-side--ours" if side.get("followed") else ""}">{letter(place)}</span>'


def mark(place: int, side: Mapping[str, Any]) -> str:
    """The badge of a side, with the words for those who do not see it."""
    return badge(place, side) + ('<span class="aw-hidden"> (as we suggest)</span>' if side.get("followed") else "")


def support(side: Mapping[str, Any], library: Library) -> tuple[int, int]:
    """How many founding articles and how many other sources hold a side."""
    return len(_articles(side, library)), len(side.get("sources", ()))


def holders(side: Mapping[str, Any], library: Library) -> set[str]:
    """The ids of all sources that hold a side, founding articles among them."""
    return _articles(side, library) | set(side.get("sources", ()))


def article_sides(disagreement: Mapping[str, Any], article: str, library: Library) -> list[int]:
    """The places of the sides that a founding article takes."""
    return [place for place, side in enumerate(disagreement["sides"]) if article in _articles(side, library)]


def other_sources(library: Library) -> set[str]:
    """The ids of all sources on any side that are no founding articles."""
    return {name for each in library.disagreements.values() for side in each["sides"] for name in side.get("sources", ())}


def suggestion(disagreement: Mapping[str, Any]) -> str:
    """What the editors advise, in a sentence, as `in_short` has it."""
    return sentence(disagreement["in_short"].partition(WE_SUGGEST)[2])


def in_a_line(disagreement: Mapping[str, Any]) -> str:
    """The question, linked, with both sides and our default; for pages that lie one folder deep."""
    return f"**[{inline(disagreement['question'])}](../disagreements/{disagreement['id']}.md)** {inline(disagreement['in_short'])}"


def _articles(side: Mapping[str, Any], library: Library) -> set[str]:
    return {library.claims[claim]["source"] for claim in side.get("claims", ())}
