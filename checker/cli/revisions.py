"""A version of the rules by its name: a folder, or a revision of git, which is unpacked aside and never touches the work tree."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.author.git import NoGit, git
from checker.cli.inputs import InputError


@contextmanager
def version_folder(name: str, rules: Path) -> Iterator[Path]:
    """The rules folder of a version.

    `name` is a folder (of rules, or a checkout that holds `rules/`), or else a revision of the repository that holds the folder
    `rules`. Raises InputError.
    """
    folder = Path(name)
    if folder.is_dir():
        yield _within(folder)
        return
    with TemporaryDirectory(prefix="afterword-") as aside:
        _unpack(name, rules, Path(aside))
        yield Path(aside, rules.name)


def _within(folder: Path) -> Path:
    for found in (folder / "rules", folder):
        if (found / "sources.yml").is_file():
            return found.resolve()
    raise InputError(f"{folder}: this folder holds no rules (no sources.yml); name a rules folder, or a checkout that holds rules/.")


def _unpack(revision: str, rules: Path, target: Path) -> None:
    if revision.startswith("-"):
        raise InputError(f"{revision}: this is no revision")
    # A commit's id, so that no name can be read as anything else.
    commit = _git(rules.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    if not commit:
        raise InputError(f"{revision}: there is no such folder here, and no such revision in the repository of {rules}.")
    archive = _git(rules.parent, "archive", "--format=tar", commit, "--", rules.name)
    if not archive:
        raise InputError(f"{revision}: this revision has no folder {rules.name}/.")
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(target, filter="data")


def _git(folder: Path, *arguments: str) -> bytes:
    """What git answers; empty where it refuses."""
    try:
        return git(folder, *arguments) or b""
    except NoGit as error:
        raise InputError(f"{error}, so only folders can be compared, not revisions.") from None
