"""Reading one YAML file by a shape: its data, its node tree, and every problem at its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from checker.author.problems import Problems
from checker.author.shapes import INVALID, Shape
from checker.author.yaml_nodes import compose


def read_file(path: Path, shape: Shape, noted: Problems) -> tuple[Any, yaml.Node | None]:
    """The file's data (None when something in it is wrong) and its root node; problems go to `noted`."""
    if not path.exists():
        noted.add(1, 1, "the file is missing")
        return None, None
    text = decoded(path.read_bytes(), noted)
    node = compose(text, noted) if text is not None else None
    data = shape.read(node, noted) if node is not None else None
    return (None if data is INVALID else data), node


def decoded(text: str | bytes, problems: Problems) -> str | None:
    """The text of a file's bytes; None after noting where it is no UTF-8."""
    if isinstance(text, str):
        return text
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        line = text[: error.start].count(b"\n") + 1
        problems.add(line, 1, "this is no UTF-8 text; save the file as UTF-8")
        return None


def shown_path(path: Path, folder: Path) -> str:
    """The path as a contributor sees it: rules/tone/no-pressure.yml."""
    return path.relative_to(folder.parent).as_posix()
