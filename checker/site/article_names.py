"""Where the page of a founding article stands, and which articles those are."""

from __future__ import annotations

from checker.author.load import Library


def founding_articles(library: Library) -> list[str]:
    """The ids of the sources whose advice is kept piece by piece, in the order of the claims."""
    return list(dict.fromkeys(claim["source"] for claim in library.claims.values()))


def article_uri(source: str) -> str:
    """The page of a founding article among the documents."""
    return f"articles/{source.removeprefix('seed-')}.md"
