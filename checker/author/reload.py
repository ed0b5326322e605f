"""A rules folder of which most is known: rules that differ are read again, and nothing else.

It serves whoever proves a rule after each change of its file, and whoever compares two versions of the rules.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from checker.author.load import NO_RULES, Library, load, misplaced, read_rule_text
from checker.author.yaml_files import shown_path

Contents = Mapping[str, bytes]  # a file's name as contributors see it (rules/tone/no-pressure.yml) → what it holds


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """All files that the guidance of a rules folder is made of, by their names as contributors see them."""
    for pattern in ("*.yml", "*/*.yml", "tables/*.json"):
        for path in sorted(folder.glob(pattern)):
            yield shown_path(path, folder), path


def contents_of(folder: Path) -> dict[str, bytes]:
    """The same files, with what they hold."""
    return {name: path.read_bytes() for name, path in files_of(folder)}


def differing(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """The names, such as those of files, that only one of the two holds, or that stand for something else in each."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def is_rule(name: str) -> bool:
    """Whether a file of the rules folder is a rule, by its name."""
    path = PurePosixPath(name)
    return len(path.parts) == 3 and path.suffix == ".yml" and path.parts[1] not in NO_RULES


def load_again(folder: Path, now: Contents, known: Library, then: Contents) -> Library:
    """What `load(folder)` gives, where the folder holds `now`, and `known` came from one that held `then`.

    It is quick where some rules were edited, as no rule turns on another. What they share (word lists, sources) may change any of
    them, and a rule that comes or goes may be missed by others: then all is read.
    """
    changed = differing(then, now)
    if not all(is_rule(name) and name in then and name in now for name in changed):
        return load(folder)
    files = {rule: file for rule, file in known.files.items() if file.as_posix() not in changed}
    rules = {rule["id"]: rule for rule in known.rules if rule["id"] in files}
    problems = [problem for problem in known.problems if problem.file not in changed]
    for name in changed:
        data, found = read_rule_text(now[name], name, known.shared)
        if data is not None:
            found += misplaced(data, PurePosixPath(name), name, files)
        problems += found
        if data is not None and not found:
            rules[data["id"]], files[data["id"]] = data, Path(name)
    return dataclasses.replace(known, rules=[rules[key] for key in sorted(rules)], files=files, problems=problems)
