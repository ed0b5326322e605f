"""A problem in a file: where, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from yaml import Node

from checker.author.workflow_commands import workflow_command


@dataclass(frozen=True, order=True)
class Problem:
    """Line and column count from 1, as editors show them."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"

    def as_annotation(self) -> str:
        """The line that GitHub's runners turn into an annotation of the file."""
        return workflow_command("error", {"file": self.file, "line": self.line, "col": self.column}, self.message)


class Problems:
    """Collects the problems of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    def at(self, node: Node, message: str, offset: int = 0) -> None:
        """Note a problem at a YAML node; `offset` counts characters into a text that stands in one line."""
        line, column = node.start_mark.line, node.start_mark.column
        if offset and node.start_mark.line == node.end_mark.line:
            column += offset + (getattr(node, "style", None) in ("'", '"'))
        self.add(line + 1, column + 1, message)

    def add(self, line: int, column: int, message: str) -> None:
        self.found.append(Problem(self.file, line, column, message))
