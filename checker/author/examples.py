"""Examples in rule files: a text with the flagged span between double stars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_STARS = "**"


class ExampleError(ValueError):
    """An example whose marks do not fit."""


@dataclass(frozen=True)
class Example:
    """`span` is the marked range of `text`, whose stars are taken out; None where nothing is marked."""

    text: str
    span: tuple[int, int] | None
    situation: Mapping[str, Any] = field(default_factory=dict)
    fixed: str | None = None
    because: str = ""


def read_mark(text: str) -> tuple[str, tuple[int, int] | None]:
    """Take the double stars out: the text, and the range that stood between them. Raises ExampleError."""
    pieces = text.split(_STARS)
    if len(pieces) == 1:
        return text, None
    if len(pieces) != 3:
        raise ExampleError("mark one span with **double stars**: two before it and two after it")
    before, marked, after = pieces
    if not marked:
        raise ExampleError("the mark **** is empty; put it around the words that are flagged")
    return before + marked + after, (len(before), len(before) + len(marked))


def facts_of(example: Example, stages: Sequence[str]) -> dict[str, Any]:
    """The situation of an example. It need not repeat which stages its rule is for."""
    usual = {} if "thank-you" in stages else {"stage": stages[0]}
    return {**usual, **example.situation}


def read_example(entry: str | Mapping[str, Any]) -> Example:
    """An example as written in a rule file: a text alone, or with its situation, fixed text and reason."""
    data: Mapping[str, Any] = {"text": entry} if isinstance(entry, str) else entry
    text, span = read_mark(data["text"])
    return Example(text, span, data.get("situation", {}), data.get("fixed"), data.get("because", ""))
