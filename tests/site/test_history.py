"""When files changed, as git tells it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from git_project import commit, git

from checker.site.history import changed_dates, newest

JANUARY, MARCH = datetime.date(2026, 1, 5), datetime.date(2026, 3, 7)
DATES = {"rules/tone/a.yml": JANUARY, "rules/tone-of-voice.yml": MARCH, "docs/about.md": MARCH}


def test_dates_come_from_the_last_commit(tmp_path: Path) -> None:
    commit(tmp_path, "2026-01-05", {"guide/rules/old.yml": "1", "guide/docs/about.md": "1", "guide/README.md": "1"})
    commit(tmp_path, "2026-02-06", {"guide/rules/née new.yml": "1"})
    commit(tmp_path, "2026-03-07", {"guide/rules/old.yml": "2"})
    found = {path: day.isoformat() for path, day in changed_dates(tmp_path / "guide").items()}
    assert found == {"rules/old.yml": "2026-03-07", "rules/née new.yml": "2026-02-06", "docs/about.md": "2026-01-05"}


def test_without_a_repository_there_are_none(tmp_path: Path) -> None:
    assert changed_dates(tmp_path) == {}


def test_a_shallow_clone_knows_none(tmp_path: Path) -> None:
    commit(tmp_path / "whole", "2026-01-05", {"rules/a.yml": "1"})
    commit(tmp_path / "whole", "2026-02-06", {"rules/b.yml": "1"})
    git(tmp_path, "2026-02-06", "clone", "-q", "--depth=1", (tmp_path / "whole").as_uri(), "shallow")
    assert changed_dates(tmp_path / "whole")
    assert changed_dates(tmp_path / "shallow") == {}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["rules/tone/a.yml"], JANUARY),
        (["rules/tone/"], JANUARY),
        (["rules/"], MARCH),
        (["rules/tone/", "docs/about.md"], MARCH),
        (["rules/none.yml"], None),
        ([], None),
    ],
)
def test_the_newest_of_several_files(files: list[str], expected: datetime.date | None) -> None:
    assert newest(DATES, files) == expected
