"""When each file of the guidance was last changed, if the project is a git repository that remembers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path

from checker.author.git import NoGit, git

Dates = Mapping[str, datetime.date]  # path of the project, as git writes it → day


def changed_dates(root: Path) -> dict[str, datetime.date]:
    """Path → day of the last commit that touched it, for `rules/` and `docs/`. Empty where `remembers` says no."""
    if not remembers(root):
        return {}
    # One call for all: "-z" separates, so that no file's name is quoted.
    log = asked(root, "log", "--format=%x00%cs", "--name-only", "-z", "--relative", "--", "rules", "docs")
    return _latest(log.decode("utf-8", "replace"))


def remembers(root: Path) -> bool:
    """Whether git knows the whole past: a shallow clone would give every file the date of the newest commit."""
    return asked(root, "rev-parse", "--is-shallow-repository").strip() == b"false"


def newest(dates: Dates, files: Iterable[str]) -> datetime.date | None:
    """The last day on which one of these changed; a name that ends in "/" stands for all that is in that folder."""
    wanted = tuple(files)
    folders = tuple(name for name in wanted if name.endswith("/"))
    return max((day for path, day in dates.items() if path in wanted or path.startswith(folders)), default=None)


def asked(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers in `root`; nothing where it refuses, or is not there."""
    try:
        return git(root, *arguments, given=given) or b""
    except NoGit:
        return b""


def _latest(log: str) -> dict[str, datetime.date]:
    found: dict[str, datetime.date] = {}
    day = None
    for piece in filter(None, (part.strip() for part in log.split("\0"))):
        try:
            day = datetime.date.fromisoformat(piece)
        except ValueError:
            if day:
                found.setdefault(piece, day)  # the newest commit comes first
    return found
