"""What the templates are told about a page besides its text: where it comes from, its dates, how to cite it. Pure.

Everything goes into the page's metadata as plain data, so that any generator that reads front matter can show it.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urljoin

from checker.core.wording import full_date
from checker.site.citation import bibtex, citation
from checker.site.front_matter import parted, title_of
from checker.site.history import Dates, newest
from checker.site.structured import structured

SITE = "Afterword"


@dataclass(frozen=True)
class Told:
    """A page as its text tells of it."""

    uri: str  # its Markdown file among the documents
    title: str
    description: str
    meta: Mapping[str, Any]  # all of its front matter

    @property
    def place(self) -> str:
        """Its address below the site's: "" for the first page, "rules/x/"."""
        path = PurePosixPath(self.uri).with_suffix("")
        folder = path.parent if path.name == "index" else path
        return "" if folder == PurePosixPath(".") else f"{folder}/"

    @property
    def name(self) -> str:
        """Its place as reports name it."""
        return self.place.strip("/") or "first page"


def told(uri: str, page: str) -> Told:
    """What a page in Markdown says of itself, as text that is not escaped."""
    meta, below = parted(page)
    return Told(uri, unescape(title_of(meta, below)) or PurePosixPath(uri).stem, unescape(str(meta.get("description", ""))), meta)


def section(page: Told, pages: Mapping[str, Told]) -> Told | None:
    """The list that a page belongs to: the index of its folder."""
    index = str(PurePosixPath(page.uri).with_name("index.md"))
    return pages.get(index) if index not in (page.uri, "index.md") else None


def page_meta(
    page: Told,
    pages: Mapping[str, Told],
    dates: Dates,
    site_url: str,
    file: str = "",
    made_from: tuple[str, ...] = (),
    added: datetime.date | None = None,
    card: str = "",
) -> dict[str, Any]:
    """Metadata to add to a page.

    `file` is the project's file that an edit goes to, `made_from` are the files and folders whose dates count where
    there is none; `card` is the place of its picture in the site. What is not known is left out.
    """
    changed = newest(dates, [file] if file else made_from)
    address = urljoin(site_url, page.place)
    above = section(page, pages)
    trail = [(SITE, ""), *([(above.title, above.place)] if above else [])]
    made = {
        "source": file,
        "name": page.name,
        "added_on": full_date(added) if added else "",
        "changed": changed.isoformat() if changed else "",
        "changed_on": full_date(changed) if changed else "",
        "card": card,
    }
    if site_url:
        made |= {"citation": citation(page.title, address, changed), "bibtex": bibtex(page.title, address, changed)}
        picture = urljoin(site_url, card) if card else ""
        made["structured"] = structured(page.place, page.title, page.description, trail, site_url, picture, added, changed)
    return {key: value for key, value in made.items() if value}
