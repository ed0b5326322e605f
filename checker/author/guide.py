"""Pages of the guide: one YAML file below `rules/guide/` is one moment of a candidate's days, or one channel.

What a person must say stands in the file; which rules apply, what they weigh and who disputes them comes from the rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from checker.author.locate import Path as Place
from checker.author.locate import node_at
from checker.author.problems import Problem, Problems
from checker.author.rule_shape import identifier
from checker.author.shapes import Anything, List, OneOf, Plain, Record, Shape, Text
from checker.author.yaml_files import read_each
from checker.core.fields import STAGES, did_you_mean
from checker.core.situation import SituationError, read_situation

PARTS = ("moments", "channels")
_RULES = List("`rules`", Text("a rule id"), "Rules by their ids", least=1)
_SITUATION = Anything("`situation`", "The facts around the message, as in a rule's examples")

_TIMELINE = Record(
    "`timeline`",
    {
        "caption": Text("`caption`", "What the picture shows, in a line", most=120),
        "points": List(
            "`points`",
            Record(
                "a point",
                {
                    "when": Text("`when`", "The day or the hour", most=28),
                    "what": Text("`what`", "What happens", most=70),
                    "by": OneOf("value of `by`", ("you", "them", "nobody"), "Who acts; nobody while one waits"),
                },
                ("when", "what", "by"),
            ),
            "The days of the picture, in order",
            least=3,
        ),
    },
    ("caption", "points"),
    "A picture of the days",
)
_STEP = Record(
    "a step",
    {
        "do": Text("`do`", "What to do, as an imperative; the steps alone are the printed checklist", most=70),
        "how": Text("`how`", "How, and why"),
        "rules": _RULES,
    },
    ("do", "how"),
)
_MESSAGE = Record(
    "a message",
    {
        "title": Text("`title`", "What the message is", most=70),
        "situation": _SITUATION,
        "parts": List(
            "`parts`",
            Record(
                "a part",
                {
                    "text": Text("`text`", "A piece of the message, to the letter"),
                    "why": Text("`why`", "What this piece does for the reader", most=140),
                    "continues": Plain("`continues`", bool, "true: it stands in the same paragraph as the piece before"),
                },
                ("text", "why"),
            ),
            "The pieces that the message is cut into, in order",
            least=2,
        ),
    },
    ("title", "situation", "parts"),
)
_INSTEAD = Record(
    "a pair",
    {
        "say": Text("`say`", "What people tend to write"),
        "try": Text("`try`", "What to write instead"),
        "because": Text("`because`", "Why, in a line", most=140),
        "rule": Text("`rule`", "The rule that flags `say` and leaves `try`; or advice that the checker does not apply"),
        "situation": _SITUATION,
    },
    ("say", "try", "because"),
)
_KEYS: dict[str, Shape] = {
    "id": Text("`id`", "The file's name without .yml, and the page's address; permanent", check=identifier),
    "part": OneOf("part", PARTS, "Whether the page is about a moment or about a channel"),
    "order": Plain("`order`", int, "The page's place within its part"),
    "title": Text("`title`", "The heading, and the name in the menu", most=50),
    "question": Text("`question`", "What the reader has in mind", most=120),
    "asked": List("`asked`", Text("a word"), "Other words that people search for", least=1),
    "short": Text("`short`", "The short answer, which would do if nothing else were read"),
    "timeline": _TIMELINE,
    "steps": List("`steps`", _STEP, "What to do, in order", least=2),
    "messages": List("`messages`", _MESSAGE, "Example messages of our own words, cut into parts", least=1),
    "instead": List("`instead`", _INSTEAD, "What people tend to write, and what is better", least=1),
    "said": List(
        "`said`",
        Record("a source", {"source": Text("`source`", "An id in rules/sources.yml"), "line": Text("`line`", "What it says, in our own words")}, ("source", "line")),
        "What sources say, those that disagree too",
        least=1,
    ),
    "disagreements": List("`disagreements`", Text("an id"), "Questions on which sources differ", least=1),
    "stage": OneOf("stage", STAGES, "The message that the page is about; its rules are listed"),
    "rules": _RULES,
    "see": List("`see`", Text("a page's id"), "Other pages of the guide", least=1),
}
_GUIDE = Record("the page", _KEYS, ("id", "part", "order", "title", "question", "short", "steps", "said"))


def guide_schema() -> dict[str, Any]:
    """The JSON Schema of a page of the guide (draft 7, which YAML editors read)."""
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": "A page of the guide"} | _GUIDE.schema()


def read_guide(
    folder: Path,
    rules: Collection[str],
    sources: Collection[str],
    disagreements: Collection[str],
    problems: list[Problem],
) -> dict[str, dict[str, Any]]:
    """All pages by id, in reading order. One with a problem is left out, and its problems are noted."""
    pages = [path.stem for path in folder.glob("guide/*.yml")]
    known = {"rules": rules, "source": sources, "disagreements": disagreements, "see": pages}

    def check(data: Mapping[str, Any], node: yaml.Node, noted: Problems) -> None:
        _check(data, node, known, noted)

    found = read_each(folder, "guide", _GUIDE, check, problems)
    return dict(sorted(found.items(), key=lambda item: (PARTS.index(item[1]["part"]), item[1]["order"], item[0])))


def message_text(message: Mapping[str, Any]) -> str:
    """The message as it would be sent: its parts, a blank line between those that begin a paragraph."""
    text = ""
    for part in message["parts"]:
        gap = "" if not text else " " if part.get("continues") else "\n\n"
        text += gap + part["text"].strip()
    return text


def rules_named(page: Mapping[str, Any]) -> list[str]:
    """The rules that a page names anywhere, each once, in the order of the page."""
    return list(dict.fromkeys(rule for _, rule in _rules(page)))


def _check(data: Mapping[str, Any], node: yaml.Node, known: Mapping[str, Collection[str]], noted: Problems) -> None:
    named: list[tuple[Place, str, str, str]] = [
        *((place, rule, "rules", "is no rule") for place, rule in _rules(data)),
        *((("said", n, "source"), each["source"], "source", "is not in rules/sources.yml") for n, each in enumerate(data["said"])),
        *((("disagreements", n), each, "disagreements", "is not in rules/disagreements/") for n, each in enumerate(data.get("disagreements", []))),
        *((("see", n), each, "see", "is no page of the guide") for n, each in enumerate(data.get("see", []))),
    ]
    for place, name, kind, complaint in named:
        if name not in known[kind]:
            noted.at(node_at(node, place), f"`{name}` {complaint}{did_you_mean(name, known[kind])}")
    for place, situation in _situations(data):
        try:
            read_situation(situation)
        except SituationError as error:
            noted.at(node_at(node, place), str(error))


def _rules(page: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    for n, step in enumerate(page["steps"]):
        for k, rule in enumerate(step.get("rules", [])):
            yield ("steps", n, "rules", k), rule
    for n, pair in enumerate(page.get("instead", [])):
        if "rule" in pair:
            yield ("instead", n, "rule"), pair["rule"]
    for n, rule in enumerate(page.get("rules", [])):
        yield ("rules", n), rule


def _situations(page: Mapping[str, Any]) -> Iterator[tuple[Place, Any]]:
    for key in ("messages", "instead"):
        for n, each in enumerate(page.get(key, [])):
            if "situation" in each:
                yield (key, n, "situation"), each["situation"]
