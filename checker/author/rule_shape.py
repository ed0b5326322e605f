"""The rule file, described once: the loader, the JSON Schema and the contributors' pages all read this."""

from __future__ import annotations

import datetime
import re
from typing import Any

import yaml

from checker.author.check_shapes import CHECKS, KIND
from checker.author.problems import Problems
from checker.author.shapes import INVALID, Anything, Either, List, Map, OneOf, Plain, Record, Shape, Text
from checker.core.fields import STAGES
from checker.core.report import LEVELS
from checker.core.rules import KINDS

GROUPS = ("content", "tone", "shape", "timing", "people", "before", "after", "waiting")
STATUSES = ("draft", "stable", "retired")
STANCES = ("for", "against", "conditional")
MESSAGE_LENGTH = 140


def identifier(text: str) -> str | None:
    """What is wrong with an id; None where it may be one."""
    return None if re.fullmatch(r"[a-z][a-z0-9-]*", text) else f"`{text}` is no id: lower-case letters, digits and hyphens"


def _searched(text: str) -> str | None:
    return None if re.fullmatch(r"[a-z0-9'. -]+", text) else f"`{text}` is not as people type it: lower-case letters, digits, hyphens"


_KINDS = "; ".join([*(f"{kind}: {words}" for kind, words in KIND.items()), "none: advice that no program can check"])


def _braced(about: str) -> Shape:
    return Text("a text that may hold {known}, {me}, {name}, {company} or {position}", f"{about}; may hold {{known}}, {{me}}, {{name}}, {{company}} or {{position}}")


_FIX = Record(
    "`fix`",
    {
        "label": Text("`label`", "What the button says; made from the change if left out"),
        "delete": OneOf("value of `delete`", ("match",), "Take out the words that were found"),
        "replace": _braced("What stands in the place of the words that were found"),
        "swap": Map("`swap`", Text("a replacement"), "For words that are found, what stands in their place"),
        "append": _braced("What is added at the end, under the sign-off if there is one"),
        "fill": Map("`fill`", List("a list of words", Text("a word"), least=1), "For each fact, words of a blank that stands for it"),
    },
    about="A mechanical change that a person may apply with one click",
)
_EXAMPLE: dict[str, Shape] = {
    "text": Text("`text`", "A sentence or a whole message; **double stars** mark what is flagged"),
    "situation": Anything("`situation`", "Facts that matter for this example"),
    "fixed": Text("`fixed`", "The whole text after the fix"),
    "because": Text("`because`", "Why, in a line"),
}


def _examples(about: str, *keys: str, needed: tuple[str, ...] = ("text",)) -> Shape:
    shape = Record("an example", {key: _EXAMPLE[key] for key in keys}, needed)
    return List("a list of examples", Either("an example", scalar=_EXAMPLE["text"], mapping=shape), about)


_KEYS: dict[str, Shape] = {
    "id": Text("`id`", "The file's name without .yml; permanent", check=identifier),
    "title": Text("`title`", "The advice in plain words; the page's heading", most=70),
    "asked": List("`asked`", Text("words", check=_searched), "Words people search for that the texts of the rule lack; shown on its page", least=1),
    "group": OneOf("group", GROUPS, "What the advice is about; the name of the folder that the file is in"),
    "kind": OneOf("kind", (*KINDS, "none"), f"How a breach is found. {_KINDS}"),
    "stages": Either(
        "`stages`",
        OneOf("value of `stages`", ("any",), "Every kind of message"),
        List("`stages`", OneOf("stage", STAGES), "Some kinds of messages", least=1),
        about="The kinds of messages that the rule is for: `any`, or a list of them",
    ),
    "level": Either(
        "`level`",
        OneOf("level", LEVELS, "What a breach weighs. error: mend it before sending. warning: most sources agree. suggestion: polish, or sources are split"),
        mapping=Map("`level`", OneOf("level", LEVELS), "One for each stage, each formality, or each case of `flag`"),
        about="What a breach weighs: error (mend it before sending), warning (most sources agree) or suggestion (polish, or sources are split)",
    ),
    "status": OneOf("status", STATUSES, "Whether the checker applies it. draft: not yet, it has a page alone. stable: it does. retired: no longer, the page is kept for old links"),
    "message": Text("`message`", "What the reader of a finding is told; kind, no joke", most=MESSAGE_LENGTH),
    "why": Text("`why`", "The reason, in one to three short paragraphs"),
    "how": Text("`how`", "What to write instead"),
    "check": Anything("`check`", "How a breach is found; its keys depend on `kind`"),
    "fix": _FIX,
    "disagreements": List("`disagreements`", Text("an id"), "Questions on which sources differ, by their ids in rules/disagreements/", least=1),
    "disputed": Text("`disputed`", "What is to be said of it for this rule alone; both sides, and what the editors chose"),
    "examples": Record(
        "`examples`",
        {
            "flag": _examples("What must be found, once and exactly at its **mark**", "text", "situation", "fixed", "because"),
            "leave": _examples("What must be left alone: good notes that share words with what is found", "text", "situation", "because"),
            "misses": _examples("Faults that the rule is known not to see", "text", "situation", "because", needed=("text", "because")),
        },
        about="Sentences and messages that prove the rule",
    ),
    "sources": List(
        "`sources`",
        Record(
            "a source",
            {
                "source": Text("`source`", "An id in rules/sources.yml"),
                "stance": OneOf("stance", STANCES, "Where the source stands. for: it says so. conditional: it depends. against: it says otherwise"),
                "line": Text("`line`", "What it says, in one line of our own words"),
                "claims": List("`claims`", Text("a claim id"), "Ids in rules/claims.yml, where the source is one of the founding articles"),
            },
            ("source", "stance", "line"),
        ),
        "Who says so, who says that it depends, and who says otherwise",
        least=1,
    ),
    "added": Plain("`added`", datetime.date, "The day on which the rule was written, such as 2026-11-23; it never changes"),
    "replaces": List("`replaces`", Text("an id", check=identifier), "Rules whose place this one takes; their addresses lead here"),
}
_NEEDED = ("id", "title", "group", "kind", "stages", "status", "message", "why", "how", "sources", "added")
_CHECKING = ("level", "check", "examples")  # needed unless the kind is none


def read_rule(node: yaml.Node, problems: Problems) -> dict[str, Any] | None:
    """The data of a rule file's root node; None when something in it is wrong."""
    kind = _kind_of(node)
    check = CHECKS.get(kind or "", _KEYS["check"])
    guidance = kind == "none"
    needed = tuple(key for key in _NEEDED if not (guidance and key == "message")) + (() if guidance else _CHECKING)
    data = Record("the rule", _KEYS | {"check": check}, needed).read(node, problems)
    return None if data is INVALID else data


def key_complaint(key: str, text: str) -> str | None:
    """What is wrong with a text as the value of one of the rule's keys; None where nothing is."""
    problems = Problems(key)
    _KEYS[key].read(yaml.ScalarNode("tag:yaml.org,2002:str", text, yaml.Mark(key, 0, 0, 0, None, None), None), problems)
    return problems.found[0].message if problems.found else None


def _kind_of(node: yaml.Node) -> str | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "kind" and isinstance(value, yaml.ScalarNode):
                return value.value
    return None


def rule_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file (draft 7, which YAML editors read)."""
    schema = Record("the rule", _KEYS, _NEEDED).schema()
    schema["properties"]["check"] = _KEYS["check"].described()
    schema["allOf"] = [
        {
            "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
            "then": {"properties": {"check": shape.described()}, "required": list(_CHECKING)},
        }
        for kind, shape in CHECKS.items()
    ]
    schema["required"].remove("message")
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": "A rule of Afterword"} | schema
