"""The messages to start from, as the checker's page fetches them."""

from __future__ import annotations

import json

from checker.author.load import Library

SKELETONS = "assets/checker/skeletons.json"  # its place in the site, beside the module that reads it
_FOR_TESTS = "tried"  # words for the blanks, which nobody is to copy


def skeletons_text(library: Library) -> str:
    """The content of rules/skeletons.yml as JSON, without the words that its blanks are tried with."""
    skeletons = [{key: value for key, value in each.items() if key != _FOR_TESTS} for each in library.skeletons.get("skeletons", ())]
    return json.dumps({**library.skeletons, "skeletons": skeletons}, ensure_ascii=False, separators=(",", ":"))
