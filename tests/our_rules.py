"""Afterword's own rules, read once for all tests."""

from __future__ import annotations

from functools import cache

from checker.author.load import Library, default_folder, load
from checker.core.rules import RuleSet


@cache
def our_library() -> Library:
    """The rules folder of this checkout. All tests hold the same one: change nothing in it."""
    return load(default_folder())


@cache
def our_rules() -> RuleSet:
    """What the engine reads of it."""
    return our_library().rule_set()
