"""All that the site is made of besides the hand-written pages: what any generator needs to be handed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.author.load import Library
from checker.site.cards import card_place, cards
from checker.site.change_feed import PLACE, change_feed
from checker.site.fonts import font_files
from checker.site.history import changed_dates
from checker.site.page_meta import page_meta, section, told
from checker.site.pages import Page, pages
from checker.site.rule_changes import rule_changes
from checker.site.rules_feed import feed_text
from checker.site.scripts import bundled
from checker.site.starting import SKELETONS, skeletons_text
from checker.site.workshop_data import PLACE as SHELF
from checker.site.workshop_data import shelf_text


@dataclass(frozen=True)
class Assembly:
    """Generated pages; what is to be added to the metadata of every page; files, as contents or where they lie; and those of docs/ that are in these."""

    pages: Mapping[str, Page]
    meta: Mapping[str, Mapping[str, Any]]
    files: Mapping[str, str | bytes | Path]
    replaced: frozenset[str]


def assemble(root: Path, library: Library, by_hand: Mapping[str, str], site_url: str) -> Assembly:
    """Make everything. `by_hand` are the pages below docs/ with their texts; `site_url` is absolute, or "" where unknown."""
    dates, changes = changed_dates(root), rule_changes(root)
    made = pages(library, changes)
    described = {uri: told(uri, page.markdown) for uri, page in made.items()} | {uri: told(uri, text) for uri, text in by_hand.items()}
    stays = {uri: each for uri, each in described.items() if "moved_to" not in each.meta}
    above = {uri: found.title if (found := section(each, described)) else "" for uri, each in stays.items()}
    drawn = cards(root, {card_place(uri): (each.title, above[uri]) for uri, each in stays.items()})
    scripts = bundled(root)
    meta = {}
    for uri, each in stays.items():
        page = made.get(uri) or Page(by_hand[uri], f"docs/{uri}")
        card = card_place(uri) if card_place(uri) in drawn else ""
        meta[uri] = page_meta(each, described, dates, site_url, page.file, page.made_from, page.added, card)
        if begin := each.meta.get("modules"):
            early = meta[uri]["early"] = scripts.with_imports(each.meta.get("early", ()))
            meta[uri]["preload"] = [place for place in scripts.with_imports(begin) if place not in early]
    files: dict[str, str | bytes | Path] = {"rules.json": feed_text(library), SKELETONS: skeletons_text(library), **font_files(root), **drawn}
    files |= scripts.files
    files[SHELF] = shelf_text(root, library)
    if site_url:  # a feed holds whole addresses
        files[PLACE] = change_feed(changes, library, site_url)
    return Assembly(made, meta, files, scripts.sources)
