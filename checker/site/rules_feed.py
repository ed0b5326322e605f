"""rules.json, which anybody may reuse; and what the engine and the checker's page take out of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from checker.author.load import Library
from checker.author.within import texts_within, within
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
    # Names of lists that words are looked up in stand in a check as they are; a phrase writes `<name>`.
    named = {text for rule in checking for text in texts_within(rule["check"])}
    return {
        **data,
        "rules": [{key: rule[key] for key in _ENGINE if key in rule} for rule in checking],
        "words": {name: words for name, words in data.get("words", {}).items() if name in named},
        "phrases": RuleSet.from_data(data).phrasebook.as_data(),
    }


def expressions(data: Mapping[str, Any]) -> list[str]:
    """All regular expressions in what the engine reads, each once."""
    return sorted({each["regex"] for each in within(data["rules"]) if isinstance(each, Mapping) and "regex" in each})


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
