"""`afterword prove --watch`: the proof again whenever a file is saved, until somebody presses Ctrl+C."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from checker.author.load import Library, load
from checker.author.reload import Contents, contents_of, differing, files_of, is_rule, load_again
from checker.cli.inputs import InputError
from checker.cli.outputs import counted
from checker.core.fields import did_you_mean

Prove = Callable[[Library, Path, Sequence[str]], int]
Stamps = dict[str, tuple[int, int]]

_PAUSE = 0.3  # seconds between two looks at the files


def watch(ids: Sequence[str], folder: Path, prove: Prove) -> int:
    """Prove rules and pages of the guide by their ids, and again after each change; gives the exit status of Ctrl+C, 0.

    What other rules' files hold does not count, nor whether they can be read: they may be half written as well.
    """
    contents = contents_of(folder)
    _known(ids, contents)
    library = load(folder)
    try:
        while True:
            _once(library, folder, ids, prove)
            print("Waiting for the next change. Ctrl+C stops.", flush=True)
            saved = _next_change(folder, contents, ids)
            library, contents = load_again(folder, saved, library, contents), saved
    except KeyboardInterrupt:
        print()
        return 0


def _once(library: Library, folder: Path, ids: Sequence[str], prove: Prove) -> None:
    ours = [problem for problem in library.problems if _bears_on(problem.file, ids)]
    for problem in sorted(ours):
        print(problem)
    if ours:
        print(f"{counted(len(ours), 'problem')}; nothing was proved.")
        return
    try:
        prove(library, folder, ids)
    except InputError as error:  # an id that is not there any more
        print(*error.lines, sep="\n")


def _next_change(folder: Path, contents: Contents, ids: Sequence[str]) -> Contents:
    """What the folder holds once something in it has changed that bears on these ids."""
    stamps: Stamps = {}  # so that the first look finds what was saved while the proof was running
    while True:
        time.sleep(_PAUSE)
        now = _stamps(folder)
        if now == stamps:
            continue
        stamps = now
        try:
            saved = contents_of(folder)
        except OSError:  # an editor is just exchanging the file
            stamps = {}
            continue
        changed = [name for name in differing(contents, saved) if _bears_on(name, ids)]
        if changed:
            print(f"\n{time.strftime('%H:%M:%S')} {', '.join(changed)}")
            return saved


def _stamps(folder: Path) -> Stamps:
    """When each file was written, and its size: all that has to be looked at while nothing happens."""
    found = {}
    for name, path in files_of(folder):
        try:
            stat = path.stat()
        except OSError:
            continue
        found[name] = (stat.st_mtime_ns, stat.st_size)
    return found


def _bears_on(name: str, ids: Sequence[str]) -> bool:
    """Whether a file has to do with these ids: it is one of theirs, or of what rules share."""
    return not is_rule(name) or PurePosixPath(name).stem in ids


def _known(ids: Sequence[str], contents: Contents) -> None:
    """By the files' names, as a rule that is just being written may not be readable yet."""
    stems = [PurePosixPath(name).stem for name in contents if is_rule(name) or name.split("/")[1] == "guide"]
    for wanted in ids:
        if wanted not in stems:
            raise InputError(f"There is no rule `{wanted}`{did_you_mean(wanted, stems) or '. `afterword rules` lists all of them.'}")
