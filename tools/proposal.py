"""What a change of rules is put through: `prove`, `pages` and `summary` in the workflow "Proposal", `files` before a commit.

The names and texts of files come from whoever proposes. They reach no shell, and what is written for GitHub goes through
`checker.site.preview` or is an annotation.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path, PurePosixPath

from checker.author.git import git
from checker.author.load import default_folder, load
from checker.author.rule_shape import GROUPS, identifier
from checker.cli import main as afterword
from checker.site.preview import previews

ROOT = Path(__file__).resolve().parent.parent
MOST_BYTES = 900_000  # GitHub refuses a summary of more than one megabyte


def changed(base: str, gone: bool = False) -> list[PurePosixPath]:
    """Files below rules/ that are new or different since `base`, a git revision; or those that are gone since."""
    command = ["diff", "--name-only", "--no-renames", f"--diff-filter={'D' if gone else 'd'}", "-z", base, "--", "rules"]
    listed = git(ROOT, *command)
    if listed is None:
        sys.exit(f"{base}: git knows no such revision")
    return [PurePosixPath(name.decode("utf-8", "replace")) for name in listed.split(b"\0") if name]


def rule_ids(paths: list[PurePosixPath]) -> list[str]:
    """The rules among some files, by their ids."""
    return [path.stem for path in paths if _in_a_group(path) and _is_id(path)]


def page_ids(paths: list[PurePosixPath]) -> list[str]:
    """The pages of the guide among some files, by their ids."""
    return [path.stem for path in paths if path.parts[:2] == ("rules", "guide") and _is_id(path)]


def prove(base: str) -> int:
    """Prove what has changed since a revision; what fails becomes an annotation of its line."""
    return _prove([*changed(base), *changed(base, gone=True)], "github")


def files(names: list[str]) -> int:
    """Prove some files."""
    return _prove([PurePosixPath(name) for name in names], "text")


def _prove(paths: list[PurePosixPath], form: str) -> int:
    """Prove rules and pages of the guide, or all of them where a file that they share, or one that is gone, is among the paths."""
    there = [path for path in paths if (ROOT / path).is_file()]
    named = rule_ids(there) + page_ids(there)
    ids = named if len(named) == len(paths) else []
    return afterword(["prove", "--format", form, *ids]) if paths else 0


def pages(base: str) -> int:
    """Write the pages of the rules that have changed, as GitHub shows Markdown."""
    library = load(default_folder())
    wanted = {path.as_posix() for path in changed(base) if _in_a_group(path)}
    rules = [rule for rule in library.rules if library.files[rule["id"]].as_posix() in wanted]
    print("## The pages as they will be\n")
    if not wanted:
        print("No rule is new, and none has other words.")
    if len(rules) < len(wanted):
        print(f"{len(wanted) - len(rules)} of the changed rules cannot be read yet: the errors stand at their lines, under “Files changed”.\n")
    print(previews(rules, library))
    return 0


def summary(parts: list[Path]) -> int:
    """Put files together for GitHub's summary; one that is too long for it is named instead."""
    room = MOST_BYTES
    for file in parts:
        size = file.stat().st_size if file.is_file() else 0
        if size > room:
            print(f"`{file.name}` is too long to be shown here: it is in the artifact “proposal”, at the end of this page.\n")
        elif size:
            room -= size
            print(file.read_text(encoding="utf-8"))
    return 0


def _in_a_group(path: PurePosixPath) -> bool:
    return len(path.parts) == 3 and path.parts[1] in GROUPS


def _is_id(path: PurePosixPath) -> bool:
    return path.suffix == ".yml" and identifier(path.stem) is None


def main() -> int:
    """Run one of the four."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in (prove, pages):
        each = commands.add_parser(command.__name__, help=command.__doc__)
        each.add_argument("base", metavar="BASE", help="the git revision to compare with")
        each.set_defaults(run=lambda arguments, command=command: command(arguments.base))
    for name, run, kind in (("files", files, str), ("summary", summary, Path)):
        each = commands.add_parser(name, help=run.__doc__)
        each.add_argument("files", metavar="FILE", nargs="+", type=kind)
        each.set_defaults(run=lambda arguments, run=run: run(arguments.files))
    sys.stdout.reconfigure(encoding="utf-8")
    arguments = parser.parse_args()
    return arguments.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
