"""A walk through data as YAML and JSON have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def within(value: Any) -> Iterator[Any]:
    """The value, and all that is in it, in order; keys are left out."""
    yield value
    for inner in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        yield from within(inner)


def texts_within(value: Any) -> Iterator[str]:
    """All texts in it."""
    return (each for each in within(value) if isinstance(each, str))
