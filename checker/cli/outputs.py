"""What commands for authors print and write."""

from __future__ import annotations

from pathlib import Path

from checker.cli.inputs import InputError


def counted(number: int, what: str) -> str:
    """ "1 rule", "3 rules"."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def write_file(path: Path, text: str) -> None:
    """Write a text file. Raises InputError where that cannot be done."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})") from None


def near(path: Path) -> str:
    """The path as seen from here, where it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
