"""YAML with positions: the node tree of a file, read with the safe loader, its traps explained."""

from __future__ import annotations

import re
from typing import Any

import yaml

from checker.author.problems import Problems
from checker.author.yaml_slips import explained

# libyaml reads the same trees in an eighth of the time, where PyYAML was built with it; the browser's was not.
_FAST = getattr(yaml, "CSafeLoader", None)
_READER = _FAST or yaml.SafeLoader
_MOST_NESTED = 2000  # levels; libyaml's reader would break off the whole process at some ten thousand
_DEEP_LINE = re.compile(r"^[ ?-]{1000}", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def compose(text: str, problems: Problems) -> yaml.Node | None:
    """The root node of a YAML text; None after noting why it cannot be read."""
    try:
        return tree(text)
    except yaml.MarkedYAMLError as error:
        problems.add(*explained(error, text))
    except yaml.YAMLError as error:
        problems.add(1, 1, f"not readable as text: {str(error).splitlines()[0]}")
    return None


def tree(text: str) -> yaml.Node | None:
    """The same, where nothing is to be noted. Raises YAMLError, worded and placed by PyYAML's own reader in Python."""
    if _FAST and text.count("[") + text.count("{") < _MOST_NESTED and not _DEEP_LINE.search(text):
        try:
            return yaml.compose(text, Loader=_FAST)
        except (yaml.YAMLError, UnicodeEncodeError):
            pass  # libyaml words and places its complaints otherwise
    return yaml.compose(text, Loader=yaml.SafeLoader)


def plain_data(text: str | bytes) -> Any:
    """The data of a text that somebody else has looked at, or will: its problems are not explained. Raises YAMLError."""
    return yaml.load(text, Loader=_READER)


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
