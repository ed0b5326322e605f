"""What became of the rules, day by day, told by comparing the versions that git keeps of their files."""

from __future__ import annotations

import datetime
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from checker.author.changed_rule import Rule, what_changed
from checker.author.yaml_nodes import plain_data
from checker.site.history import asked, remembers
from checker.site.shelf import keep
from checker.site.words import GROUPS

MOST = 60
CACHE = Path(".cache", "changes")

_TELLERS = (__name__, "checker.author.changed_rule", "checker.author.changed_fields")
_NO_BLOB = "0" * 40


@dataclass(frozen=True)
class Change:
    """One rule on one day."""

    rule: str  # its id
    title: str  # as it was at the end of that day
    at: datetime.datetime  # of the day's last change, UTC
    day: datetime.date  # where that change was made
    what: str  # "added", "changed", "retired" or "removed"
    parts: tuple[str, ...] = ()  # of a changed rule, in words


def rule_changes(root: Path, most: int = MOST) -> list[Change] | None:
    """The last changes, newest first; None where git does not know the past. Remembered from build to build."""
    head = asked(root, "rev-parse", "HEAD").decode().strip() if remembers(root) else ""
    if not head:
        return None
    code = b"".join(Path(sys.modules[name].__file__).read_bytes() for name in _TELLERS)
    ours = hashlib.sha256(code).hexdigest()[:12]  # another code may tell it differently
    shelf = root / CACHE / f"{head}-{ours}-{most}.json"
    if shelf.is_file():
        return [_read(each) for each in json.loads(shelf.read_text(encoding="utf-8"))]
    found = list(_taken(_told(root), most))
    keep(shelf, json.dumps([asdict(each) for each in found], default=str).encode())
    return found


@dataclass
class _Day:
    """A rule's file before and after one day, by the names that git gives to contents."""

    rule: str
    day: datetime.date
    at: datetime.datetime
    after: str
    before: str


def _told(root: Path) -> Iterator[Change]:
    days = _days(root)
    for start in range(0, len(days), MOST):  # contents are fetched in portions, as few are wanted
        portion = days[start : start + MOST]
        versions = _contents(root, {blob for each in portion for blob in (each.before, each.after)})
        for each in portion:
            before, after = versions.get(each.before), versions.get(each.after)
            if {each.before, each.after} <= {*versions, _NO_BLOB}:  # what cannot be read is passed over
                happened = what_changed(before, after)
                if happened:
                    yield Change(each.rule, str((after or before or {}).get("title", each.rule)), each.at, each.day, *happened)


def _taken(changes: Iterable[Change], most: int) -> Iterator[Change]:
    """The first of them."""
    for _, change in zip(range(most), changes):
        yield change


def _days(root: Path) -> list[_Day]:
    # Along the first parents: a pull request counts on the day when it was merged, which is when readers could see it.
    log = asked(
        root, "log", "--first-parent", "--diff-merges=first-parent", "--raw", "--no-renames", "--no-abbrev", "-z",
        "--relative", "--format=%x00%cs %ct", "--", "rules/*/*.yml",
    )  # fmt: skip
    found: dict[tuple[datetime.date, str], _Day] = {}
    for day, at, files in _commits(log.decode("utf-8", "replace")):
        for rule, (before, after) in files.items():
            known = found.setdefault((day, rule), _Day(rule, day, at, after, before))
            known.before = before  # the newest commit comes first
    return list(found.values())


def _commits(log: str) -> Iterator[tuple[datetime.date, datetime.datetime, dict[str, tuple[str, str]]]]:
    """Day, moment, and for each rule the contents before and after."""
    pieces = iter([piece.strip() for piece in log.split("\0") if piece.strip()])
    head, files = None, {}
    for piece in pieces:
        if not piece.startswith(":"):
            if head:
                yield *head, files
            day, _, seconds = piece.partition(" ")
            head = datetime.date.fromisoformat(day), datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
            files = {}
            continue
        _, _, before, after, _ = piece.split()
        path = PurePosixPath(next(pieces))
        if len(path.parts) == 3 and path.parts[1] in GROUPS:
            # A rule that moves to another group leaves one path and appears at another, in one commit.
            gone, come = files.get(path.stem, (_NO_BLOB, _NO_BLOB))
            files[path.stem] = (gone if before == _NO_BLOB else before, come if after == _NO_BLOB else after)
    if head:
        yield *head, files


def _contents(root: Path, blobs: set[str]) -> dict[str, Rule]:
    """The rules that these blobs hold; those that hold none are left out."""
    wanted = sorted(blobs - {_NO_BLOB})
    names = "".join(f"{blob}\n" for blob in wanted).encode()
    answer = asked(root, "cat-file", "--batch=%(objectsize)", given=names)
    found = {}
    for name in wanted:
        size, _, answer = answer.partition(b"\n")
        if not size.isdigit():
            continue  # git says "missing", in one line
        text, answer = answer[: int(size)], answer[int(size) + 1 :]
        try:
            rule = plain_data(text)
        except (yaml.YAMLError, UnicodeDecodeError):
            continue
        if isinstance(rule, Mapping):
            found[name] = rule
    return found


def _read(kept: Mapping[str, Any]) -> Change:
    at, day = datetime.datetime.fromisoformat(kept["at"]), datetime.date.fromisoformat(kept["day"])
    return Change(kept["rule"], kept["title"], at, day, kept["what"], tuple(kept["parts"]))
