"""The keys of a `check` that looks at people, and a shape that one key chooses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from checker.author.problems import Problems
from checker.author.shapes import List, OneOf, Record, Shape, Text
from checker.core.kinds.situational import LOOKS


def look_keys(evidence: Mapping[str, Shape]) -> dict[str, Shape]:
    """The keys of a check with `look`, as checker.core.looks reads them; `evidence` are the keys of things to find."""

    def found(key: str, about: str) -> Shape:
        return Record(f"`{key}`", evidence, ("any",), about)

    return {
        "look": OneOf("look", tuple(LOOKS), "A look at the people around the message, instead of `flag`"),
        "providers": Text("`providers`", "Word list of private mail providers"),
        "thanks": found("thanks", "Words of thanks; a name in the same sentence is thanked"),
        "spoken_of": found("spoken_of", "Mentions of a name that thank nobody"),
        "back": found("back", "Thanks for the person of the sentence before"),
        "paired": found("paired", "Reader and name as one, in the sentence beside the thanks"),
        "everybody": found("everybody", "Words for all of them at once"),
        "one_more": found("one_more", "Words for the reader and one more"),
        "to_several": List("`to_several`", Text("a word"), "Words that greet several people at once"),
    }


@dataclass
class OneByKey(Shape):
    """Two shapes of one record: `there` where it holds the key, `absent` where it does not."""

    key: str
    there: Record
    absent: Record
    what: str = "`check`"
    about: str = ""

    def read(self, node: yaml.Node, problems: Problems) -> Any:
        keys = [key.value for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
        return (self.there if self.key in keys else self.absent).read(node, problems)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [self.there.schema(), self.absent.schema()]}
