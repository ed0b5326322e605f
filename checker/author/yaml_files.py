"""Reading one YAML file by a shape: its data, its node tree, and every problem at its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from checker.author.locate import node_at
from checker.author.problems import Problem, Problems
from checker.author.shapes import INVALID, Shape
from checker.author.yaml_nodes import compose

Check = Callable[[Any, yaml.Node, Problems], None]  # looks at what no shape can tell: the data, their node, where problems go


def read_file(path: Path, shape: Shape, noted: Problems) -> tuple[Any, yaml.Node | None]:
    """The file's data (None when something in it is wrong) and its root node; problems go to `noted`."""
    if not path.exists():
        noted.add(1, 1, "the file is missing")
        return None, None
    text = decoded(path.read_bytes(), noted)
    node = compose(text, noted) if text is not None else None
    if node is None and not noted.found:
        noted.add(1, 1, "the file is empty")
    data = shape.read(node, noted) if node is not None else None
    return (None if data is INVALID else data), node


def read_optional(path: Path, shape: Shape, check: Check, problems: list[Problem]) -> dict[str, Any]:
    """The content of one file of the rules folder; {} where there is no such file, or something in it is wrong."""
    if not path.exists():
        return {}
    data, noted = _checked(path, path.parent, shape, check)
    problems += noted.found
    return data or {}


def read_each(folder: Path, name: str, shape: Shape, check: Check, problems: list[Problem]) -> dict[str, dict[str, Any]]:
    """The files of the folder `name` within the rules folder, by their ids. One with a problem is left out."""

    def check_with_id(data: Any, node: yaml.Node, noted: Problems) -> None:
        if data["id"] != path.stem:
            noted.at(node_at(node, ("id",)), f"the id `{data['id']}` and the file's name `{path.name}` differ")
        check(data, node, noted)

    found: dict[str, dict[str, Any]] = {}
    for path in sorted((folder / name).glob("*.yml")):
        data, noted = _checked(path, folder, shape, check_with_id)
        problems += noted.found
        if data is not None:
            found[data["id"]] = data
    return found


def _checked(path: Path, folder: Path, shape: Shape, check: Check) -> tuple[Any, Problems]:
    """The data of a file, None when anything in it is wrong, and its problems."""
    noted = Problems(shown_path(path, folder))
    data, node = read_file(path, shape, noted)
    if data is not None and node is not None:
        check(data, node, noted)
    return (None if noted.found else data), noted


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
