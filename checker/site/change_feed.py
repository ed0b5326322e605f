"""What changed in the rules, as an Atom feed. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from urllib.parse import urljoin

from feedgenerator import Atom1Feed

from checker.author.load import Library
from checker.site.changes_page import anchor, said_of
from checker.site.citation import AUTHORS
from checker.site.rule_changes import Change
from checker.site.structured import LANGUAGE
from checker.site.text import typographic

PLACE = "changes.xml"


class _Feed(Atom1Feed):
    def latest_post_date(self) -> datetime.datetime:
        """Of the newest entry; without entries a day that stays the same, not the moment of the build."""
        return super().latest_post_date() if self.items else self.feed["since"]


def change_feed(changes: Sequence[Change] | None, library: Library, site_url: str) -> str:
    """The feed, newest first; without entries where the past is not known. `site_url` is absolute, with a slash at its end."""
    since = max((rule["added"] for rule in library.rules), default=datetime.date(1970, 1, 1))
    feed = _Feed(
        title="Afterword: what changed",
        link=urljoin(site_url, "changes/"),
        description="The last changes to the rules for what to send after a job interview.",
        language=LANGUAGE,
        author_name=AUTHORS,
        feed_url=urljoin(site_url, PLACE),
        feed_copyright="CC BY 4.0",
        since=datetime.datetime.combine(since, datetime.time(), datetime.UTC),
    )
    pages = {rule["id"]: rule["page"] for rule in library.rules}
    for change in changes or ():
        entry = urljoin(site_url, f"changes/#{anchor(change)}")
        feed.add_item(
            title=typographic(change.title),
            link=urljoin(site_url, pages[change.rule]) if change.rule in pages else entry,
            description=said_of(change),
            unique_id=entry,
            updateddate=change.at,
        )
    return feed.writeString("utf-8") + "\n"
