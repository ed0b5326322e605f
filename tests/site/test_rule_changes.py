"""What became of the rules: told from git, shown on a page and in a feed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest
from git_project import commit, git

from checker.site.change_feed import change_feed
from checker.site.changes_page import changes_page
from checker.site.rule_changes import Change, rule_changes

FILE = "rules/tone/be-kind.yml"
SITE = "https://site.example/under/"
Make = Callable[..., Any]


def change(**changes: Any) -> Change:
    day = changes.pop("day", datetime.date(2026, 3, 7))
    at = datetime.datetime.combine(day, datetime.time(12), datetime.UTC)
    return Change(**{"rule": "be-kind", "title": "Be kind", "at": at, "day": day, "what": "added", **changes})


def told(root: Path, **options: int) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(each.day.isoformat(), each.rule, each.what, each.parts) for each in rule_changes(root, **options) or ()]


def test_changes_of_one_day_are_one(tmp_path: Path) -> None:
    commit(tmp_path, "2026-03-05", {FILE: "title: Be kind\nwhy: Because.\n"})
    commit(tmp_path, "2026-03-06", {FILE: "title: Be kind\nwhy: So.\n", "rules/words/kind.yml": "id: kind\n"})
    commit(tmp_path, "2026-03-06", {FILE: "title: Be very kind\nwhy: So.\n"})
    commit(tmp_path, "2026-03-07", {FILE: "# A remark.\ntitle: 'Be very kind'\nwhy: So.\n"})
    assert told(tmp_path) == [
        ("2026-03-06", "be-kind", "changed", ("the title", "the reasons")),
        ("2026-03-05", "be-kind", "added", ()),
    ]


def test_a_rule_that_moves_to_another_group_has_changed(tmp_path: Path) -> None:
    commit(tmp_path, "2026-03-05", {FILE: "title: Be kind\ngroup: tone\n"})
    commit(tmp_path, "2026-03-06", {FILE: None, "rules/content/be-kind.yml": "title: Be kind\ngroup: content\n"})
    assert told(tmp_path)[0] == ("2026-03-06", "be-kind", "changed", ("the subject that it belongs to",))


def test_a_merge_counts_on_its_own_day(tmp_path: Path) -> None:
    commit(tmp_path, "2026-03-05", {FILE: "title: Be kind\n"})
    git(tmp_path, "2026-03-05", "checkout", "-q", "-b", "proposal")
    commit(tmp_path, "2026-03-06", {"rules/tone/new.yml": "title: New\n"})
    git(tmp_path, "2026-03-06", "checkout", "-q", "main")
    commit(tmp_path, "2026-03-07", {"rules/sources.yml": "{}\n"})
    git(tmp_path, "2026-03-09", "merge", "-q", "--no-ff", "-m", "x", "proposal")
    assert told(tmp_path)[0] == ("2026-03-09", "new", "added", ())


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    commit(tmp_path, "2026-03-05", {FILE: "title: [\n", "rules/tone/fine.yml": "title: Fine\n"})
    commit(tmp_path, "2026-03-06", {FILE: "title: Be kind\n"})
    assert told(tmp_path) == [("2026-03-05", "fine", "added", ())]


def test_only_the_last_are_told(tmp_path: Path) -> None:
    commit(tmp_path, "2026-03-05", {f"rules/tone/rule-{number}.yml": f"title: Rule {number}\n" for number in range(70)})
    commit(tmp_path, "2026-03-06", {FILE: "title: Be kind\n"})
    assert [each[:2] for each in told(tmp_path, most=2)] == [("2026-03-06", "be-kind"), ("2026-03-05", "rule-0")]
    assert len(told(tmp_path, most=70)) == 70  # more than are fetched at once


def test_they_are_remembered_until_the_next_commit(tmp_path: Path) -> None:
    commit(tmp_path, "2026-03-05", {FILE: "title: Be kind\n"})
    first = rule_changes(tmp_path)
    assert rule_changes(tmp_path) == first == [change(day=datetime.date(2026, 3, 5))]
    commit(tmp_path, "2026-03-06", {FILE: "title: Be very kind\n"})
    assert len(rule_changes(tmp_path) or ()) == 2


def test_without_history_nothing_is_told(tmp_path: Path) -> None:
    assert rule_changes(tmp_path) is None
    commit(tmp_path / "whole", "2026-03-05", {FILE: "title: Be kind\n"})
    commit(tmp_path / "whole", "2026-03-06", {FILE: "title: Be very kind\n"})
    git(tmp_path, "2026-03-06", "clone", "-q", "--depth=1", (tmp_path / "whole").as_uri(), "shallow")
    assert rule_changes(tmp_path / "shallow") is None


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        (None, "built without the history of its files"),
        ([], "So far there is none."),
        ([change()], "## 7 March 2026 {: #d2026-03-07 }\n\n**New**\n\n- <span id=\"2026-03-07-be-kind\"></span>[Be *kind*](rules/be-kind.md)"),
        ([change(what="changed", parts=("the title", "the reasons"))], "**Changed**\n\n- <span id=\"2026-03-07-be-kind\"></span>[Be *kind*](rules/be-kind.md): the title and the reasons"),
        ([change(rule="be-nice", title="Be <nice>", what="removed")], "Be &lt;nice&gt;, which is part of [Be *kind*](rules/be-kind.md) now"),
        ([change(rule="gone", title="Gone", what="removed")], "**Taken away**\n\n- <span id=\"2026-03-07-gone\"></span>Gone\n"),
    ],
)  # fmt: skip
def test_the_page(changes: Any, part: str, rule: Make, library: Make) -> None:
    page = changes_page(changes, library(rule(title="Be *kind*", replaces=["be-nice"])))
    assert part.replace("*", "&#42;") in page.replace("**", "&#42;&#42;")


def test_the_feed_is_one_that_readers_understand(rule: Make, library: Make) -> None:
    books = library(rule())
    changes = [change(what="changed", title="Be <kind> & \"calm\"", parts=("the reasons",)), change(rule="gone", what="removed")]
    text = change_feed(changes, books, SITE)
    feed = feedparser.parse(text)
    assert not feed.bozo and feed.version == "atom10"
    assert (feed.feed.id, feed.feed.updated) == (SITE + "changes/", "2026-03-07T12:00:00+00:00")
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [SITE + "changes.xml"]
    one, other = feed.entries
    assert (one.title, one.summary) == ("Be <kind> & “calm”", "Changed: the reasons.")
    assert (one.link, other.link) == (SITE + "rules/be-kind/", SITE + "changes/#2026-03-07-gone")
    assert one.id == SITE + "changes/#2026-03-07-be-kind"
    assert text == change_feed(changes, books, SITE)


def test_without_history_the_feed_is_empty_and_stays_the_same(rule: Make, library: Make) -> None:
    feed = feedparser.parse(change_feed(None, library(rule()), SITE))
    assert not feed.bozo and feed.entries == []
    assert feed.feed.updated == "2026-11-23T00:00:00+00:00"  # the day of the newest rule
