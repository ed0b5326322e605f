"""What a page is, in the words of schema.org, for programs that read pages. Pure.

Values are plain data; the template writes them as JSON, with `<` as an escape, so that no title can end the script.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urljoin

from checker.site.citation import AUTHORS, LICENCE

LANGUAGE = "en-GB"
ARTICLES = ("rules", "guide", "disagreements")  # folders whose pages are articles, their lists excepted
PROGRAMS = ("check", "planner")  # pages that do something in the reader's browser
_CONTEXT = "https://schema.org"
_MAKERS = {"@type": "Organization", "name": AUTHORS}


def structured(
    place: str,
    title: str,
    description: str,
    trail: Sequence[tuple[str, str]],
    site_url: str,
    image: str = "",
    added: datetime.date | None = None,
    changed: datetime.date | None = None,
) -> list[dict[str, Any]]:
    """What is said of the page at `place` ("" for the first page, "rules/x/").

    `trail` are the pages above it, outermost first, as title and place. Dates and `image` are left out where unknown.
    """
    address = urljoin(site_url, place)
    folder, _, name = place.strip("/").rpartition("/")
    about = _known(name=title, description=description, url=address, inLanguage=LANGUAGE, image=image, license=LICENCE)
    if not place:
        return [_of("WebSite", about | {"publisher": _MAKERS})]
    if place.strip("/") in PROGRAMS:
        return [_of("WebApplication", about | _PROGRAM)]
    if folder in ARTICLES and name:
        dates = _known(datePublished=_day(added), dateModified=_day(changed))
        article = {"headline": title, "author": _MAKERS, "publisher": _MAKERS, "isAccessibleForFree": True, "mainEntityOfPage": address}
        return [_of("Article", about | article | dates), _breadcrumbs([*trail, (title, place)], site_url)]
    return []


_PROGRAM = {
    "applicationCategory": "UtilitiesApplication",
    "operatingSystem": "Any",
    "browserRequirements": "Requires JavaScript",
    "isAccessibleForFree": True,
    "offers": {"@type": "Offer", "price": "0", "priceCurrency": "GBP"},
}


def _breadcrumbs(trail: Sequence[tuple[str, str]], site_url: str) -> dict[str, Any]:
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": urljoin(site_url, place)}
        for number, (name, place) in enumerate(trail, 1)
    ]
    return _of("BreadcrumbList", {"itemListElement": items})


def _of(kind: str, about: Mapping[str, Any]) -> dict[str, Any]:
    return {"@context": _CONTEXT, "@type": kind, **about}


def _known(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _day(date: datetime.date | None) -> str:
    return date.isoformat() if date else ""
