"""Which sources are the founding articles, what they are called, and where their pages stand."""

from __future__ import annotations

import re

from checker.author.load import Library


def founding_articles(library: Library) -> list[str]:
    """The ids of the sources whose advice is kept piece by piece, in the order of the claims."""
    return list(dict.fromkeys(claim["source"] for claim in library.claims.values()))


def article_uri(source: str) -> str:
    """The page of a founding article among the documents."""
    return f"articles/{source.removeprefix('seed-')}.md"


def short_publisher(source: str, library: Library) -> str:
    """The publisher without what stands in brackets behind the name."""
    return re.sub(r"\s*\(.*\)$", "", library.sources[source]["publisher"])


def article_title(source: str, library: Library) -> str:
    """The article's title; one that bears none is called after its publisher."""
    return library.sources[source].get("title") or f"The article by {short_publisher(source, library)}"
