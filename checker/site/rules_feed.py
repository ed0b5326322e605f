"""rules.json, which anybody may reuse; and what the engine and the checker's page take out of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from checker.author.load import Library
from checker.core.rules import RuleSet
from checker.site.source_list import year

_ENGINE = ("id", "title", "message", "why", "page", "stages", "level", "kind", "status", "check", "fix")
_PAGE = ("id", "title", "page", "kind", "how", "sources", "disagreements")


def feed(library: Library) -> dict[str, Any]:
    """The engine's data, each rule with its sources and disagreements spelled out and without its examples, which pages show."""
    return library.as_data() | {"rules": [_entry(rule, library) for rule in library.rules]}


def feed_text(library: Library) -> str:
    """The feed as it is served; the same rules give the same bytes."""
    return json.dumps(feed(library), ensure_ascii=False, separators=(",", ":")) + "\n"


def engine_data(data: Mapping[str, Any]) -> dict[str, Any]:
    """Of the feed what the engine reads, with its phrases ready to be looked for."""
    checking = [rule for rule in data["rules"] if rule["kind"] != "none" and rule["status"] == "stable"]
    named = {text for rule in checking for text in _texts(rule["check"])}
    return {
        **data,
        "rules": [{key: rule[key] for key in _ENGINE if key in rule} for rule in checking],
        "words": {name: words for name, words in data.get("words", {}).items() if name in named},
        "phrases": RuleSet.from_data(data).phrasebook.as_data(),
    }


def expressions(data: Mapping[str, Any]) -> list[str]:
    """All regular expressions in what the engine reads, each once."""
    return sorted(set(_expressions(data["rules"])))


def _expressions(value: Any) -> Iterator[str]:
    match value:
        case {"regex": str(expression)}:
            yield expression
        case Mapping():
            for inner in value.values():
                yield from _expressions(inner)
        case list():
            for inner in value:
                yield from _expressions(inner)


def _texts(value: Any) -> Iterator[str]:
    """All texts in a check. Names of lists that words are looked up in are among them; phrases write them as `<name>`."""
    match value:
        case str():
            yield value
        case Mapping():
            for inner in value.values():
                yield from _texts(inner)
        case list():
            for inner in value:
                yield from _texts(inner)


def page_data(data: Mapping[str, Any]) -> dict[str, Any]:
    """Of the feed what the checker's page shows beside a report, and the countries whose holidays the engine knows."""
    rules = [{key: rule[key] for key in _PAGE if key in rule} for rule in data["rules"]]
    return {"version": data["version"], "countries": sorted(data.get("holidays", {})), "rules": rules}


def _entry(rule: Mapping[str, Any], library: Library) -> dict[str, Any]:
    sources = [_source(entry, library.sources[entry["source"]]) for entry in rule["sources"]]
    entry = {key: value for key, value in rule.items() if key != "examples"}
    if "disagreements" in rule:
        entry["disagreements"] = [_question(library.disagreements[name]) for name in rule["disagreements"]]
    return entry | {"sources": sources, "added": rule["added"].isoformat()}


def _question(disagreement: Mapping[str, Any]) -> dict[str, Any]:
    page = f"disagreements/{disagreement['id']}/"
    return {"question": disagreement["question"], "in_short": disagreement["in_short"], "page": page}


def _source(entry: Mapping[str, Any], source: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": entry["source"],
        "publisher": source["publisher"],
        "url": source["url"],
        "stance": entry["stance"],
        "line": entry["line"],
        "year": year(source),
    }
