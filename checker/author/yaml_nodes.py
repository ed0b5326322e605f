"""YAML with positions: the node tree of a file, read with the safe loader, its traps explained."""

from __future__ import annotations

import re
from typing import Any

import yaml

from checker.author.problems import Problems

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def compose(text: str, problems: Problems) -> yaml.Node | None:
    """The root node of a YAML text; None after noting why it cannot be read."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        problems.add(line + 1, column + 1, _plain(error, text, line))
    except yaml.YAMLError as error:
        problems.add(1, 1, f"not readable as text: {str(error).splitlines()[0]}")
    return None


def _plain(error: yaml.MarkedYAMLError, text: str, line: int) -> str:
    """The parser's message in words that help somebody who does not know YAML."""
    said = error.problem or "cannot be read"
    lines = text.splitlines()
    here = lines[line] if line < len(lines) else ""
    if "mapping values are not allowed" in said:
        return 'a second ": " stands in this line; put the text after the first one in quotes'
    if "cannot start any token" in said and "\t" in here:
        return "a tab stands at the start of this line; YAML wants spaces"
    if "found character" in said and here.strip()[:1] in "`@%":
        return f"a text cannot begin with {here.strip()[:1]} here; put it in quotes"
    if "unknown escape" in said or "escape" in said:
        return 'a backslash inside "double quotes" starts an escape; use single quotes'
    if "expected <block end>" in said or "could not find expected ':'" in said:
        return f"the indentation does not fit, or a quotation mark is missing ({said})"
    return said


def value_of(node: yaml.Node) -> Any:
    """The plain value of a node, as the safe loader would read it."""
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_object(node, deep=True)
    finally:
        loader.dispose()


def text_of(node: yaml.Node, problems: Problems, what: str) -> str | None:
    """The text of a scalar node; explains words that YAML reads as something else, and control characters."""
    if not isinstance(node, yaml.ScalarNode):
        problems.at(node, f"{what} must be a text, not {'a list' if isinstance(node, yaml.SequenceNode) else 'a group of keys'}")
        return None
    if node.tag == "tag:yaml.org,2002:null":
        problems.at(node, f"{what} is empty")
        return None
    if node.tag != "tag:yaml.org,2002:str":
        read_as = {"bool": "true or false", "int": "a number", "float": "a number", "timestamp": "a date"}
        kind = read_as.get(node.tag.rsplit(":", 1)[-1], "something else")
        problems.at(node, f'YAML reads a bare {node.value} as {kind}; write "{node.value}" in quotes')
        return None
    if found := _CONTROL.search(node.value):
        problems.at(
            node,
            f"the invisible character U+{ord(found[0]):04X} stands in this text; "
            + ('inside double quotes "\\b" is a backspace, use single quotes' if found[0] == "\b" else "delete it"),
        )
        return None
    return node.value
