"""Situations in YAML or JSON files: read with positions, so that a slip is told as file:line:column."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from checker.author.problems import Problem, Problems
from checker.author.yaml_nodes import compose, value_of
from checker.core.situation import Situation, SituationError, read_situation

_STEP = re.compile(r"\[(\d+)\]|\.?([^\[]+)")
_TAGS = {str: "str", bool: "bool", int: "int", float: "float", type(None): "null"}


def read_situation_text(text: str, name: str) -> tuple[Situation | None, list[Problem]]:
    """A situation file's text → the situation, or None and what is wrong. An empty file says nothing."""
    problems = Problems(name)
    root = compose_data(text, problems)
    if problems.found:
        return None, problems.found
    return situation_of(root, problems), problems.found


def situation_of(root: yaml.Node | None, problems: Problems) -> Situation | None:
    """The situation that a YAML node holds; None after noting what is wrong with it, and where."""
    noted = len(problems.found)
    data = None if root is None else _Plain(problems).data(root)
    if len(problems.found) > noted or root is None:
        return None if root is not None else Situation({})
    try:
        return read_situation(data)
    except SituationError as error:
        key, value = _place(root, error.where)
        if error.message.startswith("unknown key"):
            above = re.sub(r"\.?[^.]*$", "", error.where)
            problems.at(key or value, error.message + (f" (in `{above}`)" if above else ""))
        else:
            problems.at(value, f"{error.where}: {error.message}{_quotes(value, error.message)}")
        return None


def compose_data(text: str, problems: Problems) -> yaml.Node | None:
    """The node tree of a YAML or JSON text; None when it is empty, or after noting why it cannot be read."""
    try:
        # JSON is nearly YAML: tabs and a few escapes differ. So its values come from a JSON reader, its places
        # from the YAML reader. What only looks like JSON may still be YAML.
        if text.lstrip()[:1] in ("{", "["):
            try:
                data = json.loads(text, object_pairs_hook=_Pairs)
            except json.JSONDecodeError as error:
                if problems.file.endswith(".json"):
                    problems.add(error.lineno, error.colno, f"this is not JSON: {error.msg}")
                    return None
            except ValueError as error:
                problems.add(1, 1, f"this cannot be read: {error}")
                return None
            else:
                return _with_values(yaml.compose(_as_yaml(text), Loader=yaml.SafeLoader), data)
        return compose(text, problems)
    except RecursionError:
        problems.add(1, 1, "this is nested too deeply to be read")
    except yaml.YAMLError as error:
        problems.add(1, 1, f"this cannot be read: {str(error).splitlines()[0]}")
    return None


class _Pairs(list):
    """The keys and values of one JSON object, in order, repeated keys too."""


def _as_yaml(json_text: str) -> str:
    """The same text, character for character in place, without what YAML does not take."""
    return json_text.replace("\t", " ").replace("\\/", "//")


def _with_values(node: Any, data: Any) -> Any:
    """Put the values that the JSON reader found into the nodes that the YAML reader placed."""
    if isinstance(data, _Pairs):
        for (key_node, value_node), (key, value) in zip(node.value, data):
            _with_values(key_node, key)
            _with_values(value_node, value)
    elif isinstance(data, list):
        for item_node, item in zip(node.value, data):
            _with_values(item_node, item)
    else:
        node.tag = f"tag:yaml.org,2002:{_TAGS[type(data)]}"
        if isinstance(data, str):
            node.value = data
    return node


class _Plain:
    """Nodes to plain data. Each scalar is read on its own, so that the one that cannot be read can be named."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.done: dict[int, Any] = {}  # an alias gives the same node again: read once, whatever refers to it
        self.open: set[int] = set()

    def data(self, node: yaml.Node) -> Any:
        if id(node) in self.done:
            return self.done[id(node)]
        if id(node) in self.open:
            self.problems.at(node, "this refers to itself")
            return None
        self.open.add(id(node))
        value = self.read(node)
        self.open.discard(id(node))
        self.done[id(node)] = value
        return value

    def read(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.data(item) for item in node.value]
        try:
            return value_of(node)
        except (yaml.YAMLError, ValueError, LookupError) as error:
            said = str(error).splitlines()[0] if str(error) else "not a value"
            self.problems.at(node, f"`{node.value}` cannot be read: {said}")
            return None

    def mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.at(key_node, "a key must be a word")
                continue
            if key_node.value in data:
                self.problems.at(key_node, f"`{key_node.value}` stands here a second time")
            data[key_node.value] = self.data(value_node)
        return data


def _place(root: yaml.Node, where: str) -> tuple[yaml.Node | None, yaml.Node]:
    """The key and the value at a place such as `sent[1].channel`; the nearest above where it ends early."""
    key: yaml.Node | None = None
    node = root
    rest = where
    while rest:
        if isinstance(node, yaml.MappingNode):
            rest = rest.removeprefix(".")
            # A key that is not known may hold dots itself.
            fitting = [pair for pair in node.value if re.match(re.escape(pair[0].value) + r"(?=[.\[]|$)", rest)]
            if not fitting:
                break
            key, node = max(fitting, key=lambda pair: len(pair[0].value))
            rest = rest[len(key.value) :]
            continue
        step = _STEP.match(rest)
        if not (step and step[1] and isinstance(node, yaml.SequenceNode)):
            break
        node = node.value[int(step[1])]
        rest = rest[step.end() :]
    return key, node


def _quotes(node: yaml.Node, message: str) -> str:
    """The remedy where a bare word was meant as text: `name: No` is false to YAML."""
    bare = isinstance(node, yaml.ScalarNode) and not node.style and not node.tag.endswith((":str", ":null"))
    return f'; write "{node.value}" in quotes' if bare and message.startswith("expected text") else ""
