"""Shapes of YAML data: one description that reads a file, explains its errors and writes the JSON Schema."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from checker.author.problems import Problems
from checker.author.yaml_nodes import text_of, value_of
from checker.core.fields import did_you_mean

INVALID: Any = object()  # what a shape reads from a node that it has complained about


class Shape:
    """Reads a node to plain data; whatever is wrong goes to `problems`, and reading goes on."""

    what: str
    about: str

    def read(self, node: yaml.Node, problems: Problems) -> Any:
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        raise NotImplementedError

    def described(self) -> dict[str, Any]:
        return self.schema() | ({"description": self.about} if self.about else {})


@dataclass
class Text(Shape):
    what: str
    about: str = ""
    most: int | None = None
    check: Callable[[str], str | None] | None = None  # gives a complaint or None

    def read(self, node: yaml.Node, problems: Problems) -> Any:
        text = text_of(node, problems, self.what)
        if text is None:
            return INVALID
        if not text.strip():
            problems.at(node, f"{self.what} is empty")
            return INVALID
        if self.most and len(text.strip()) > self.most:
            problems.at(node, f"{self.what} has {len(text.strip())} characters; up to {self.most} fit")
        if self.check and (complaint := self.check(text)):
            problems.at(node, complaint)
            return INVALID
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1} | ({"maxLength": self.most} if self.most else {})


@dataclass
class OneOf(Shape):
    what: str
    options: tuple[str, ...]
    about: str = ""

    def read(self, node: yaml.Node, problems: Problems) -> Any:
        text = text_of(node, problems, self.what)
        if text is None or text in self.options:
            return INVALID if text is None else text
        expected = ", ".join(self.options)
        problems.at(node, f"`{text}` is no {self.what}; expected one of {expected}{did_you_mean(text, self.options)}")
        return INVALID

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.options)}


@dataclass
class Plain(Shape):
    """A number, a date or a truth value."""

    what: str
    type: type
    about: str = ""

    def read(self, node: yaml.Node, problems: Problems) -> Any:
        value = value_of(node) if isinstance(node, yaml.ScalarNode) else None
        if type(value) is self.type:
            return value
        example = {int: "a whole number such as 3", bool: "true or false", datetime.date: "a date such as 2026-03-02"}
        problems.at(node, f"{self.what} must be {example[self.type]}")
        return INVALID

    def schema(self) -> dict[str, Any]:
        return {int: {"type": "integer"}, bool: {"type": "boolean"}, datetime.date: {"type": "string", "format": "date"}}[self.type]


@dataclass
class Anything(Shape):
    """Data that another reader will check; kept as the safe loader reads it."""

    what: str
    about: str = ""

    def read(self, node: yaml.Node, problems: Problems) -> Any:
        return value_of(node)

    def schema(self) -> dict[str, Any]:
        return {"type": "object"}


@dataclass
class List(Shape):
    what: str
    of: Shape
    about: str = ""
    least: int = 0

    def read(self, node: yaml.Node, problems: Problems) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            problems.at(node, f"{self.what} must be a list: lines that begin with `- `")
            return INVALID
        if len(node.value) < self.least:
            problems.at(node, f"{self.what} needs at least {self.least}, found {len(node.value)}")
        items = [self.of.read(item, problems) for item in node.value]
        return INVALID if any(item is INVALID for item in items) else items

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.of.described()} | ({"minItems": self.least} if self.least else {})


@dataclass
class Map(Shape):
    """Free keys with values of one shape."""

    what: str
    of: Shape
    about: str = ""

    def read(self, node: yaml.Node, problems: Problems) -> Any:
        if not isinstance(node, yaml.MappingNode):
            problems.at(node, f"{self.what} must be a group of keys")
            return INVALID
        pairs = {text_of(key, problems, "a key"): self.of.read(value, problems) for key, value in node.value}
        return INVALID if None in pairs or any(value is INVALID for value in pairs.values()) else pairs

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": self.of.described()}


@dataclass
class Record(Shape):
    """Known keys; `needed` must be there. The order of `keys` is the order in the file."""

    what: str
    keys: Mapping[str, Shape]
    needed: tuple[str, ...] = ()
    about: str = ""

    def read(self, node: yaml.Node, problems: Problems) -> Any:
        if not isinstance(node, yaml.MappingNode):
            problems.at(node, f"{self.what} must be a group of keys: {', '.join(self.keys)}")
            return INVALID
        data: dict[str, Any] = {}
        bad = False
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
            if key not in self.keys and node.flow_style and " " in key:
                problems.at(key_node, f"`{key}` stands behind a comma and is no key; a text with a comma needs quotes")
            elif key not in self.keys:
                problems.at(key_node, f"unknown key `{key}` in {self.what}; known are {', '.join(self.keys)}{did_you_mean(key, self.keys)}")
            elif key in data:
                problems.at(key_node, f"`{key}` stands here a second time; what begins a new entry has `- ` in front")
            else:
                data[key] = self.keys[key].read(value_node, problems)
                bad = bad or data[key] is INVALID
        for key in self.needed:
            if key not in data:
                problems.at(node, f"`{key}` is missing in {self.what}")
                bad = True
        return INVALID if bad else data

    def schema(self) -> dict[str, Any]:
        properties = {key: shape.described() for key, shape in self.keys.items()}
        needed = {"required": list(self.needed)} if self.needed else {}
        return {"type": "object", "properties": properties, "additionalProperties": False} | needed


@dataclass
class Either(Shape):
    """A scalar, a list or a mapping, each with a shape of its own."""

    what: str
    scalar: Shape | None = None
    sequence: Shape | None = None
    mapping: Shape | None = None
    about: str = ""

    def read(self, node: yaml.Node, problems: Problems) -> Any:
        shape = {yaml.ScalarNode: self.scalar, yaml.SequenceNode: self.sequence, yaml.MappingNode: self.mapping}[type(node)]
        if shape is None:
            allowed = [n for n, s in (("a text", self.scalar), ("a list", self.sequence), ("a group of keys", self.mapping)) if s]
            problems.at(node, f"{self.what} must be {' or '.join(allowed)}")
            return INVALID
        return shape.read(node, problems)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [shape.described() for shape in (self.scalar, self.sequence, self.mapping) if shape]}
