"""The rule file, described once: the loader, the JSON Schema and the contributors' pages all read this."""

from __future__ import annotations

import datetime
import re
from typing import Any

import yaml

from checker.author.look_shapes import OneByKey, look_keys
from checker.author.name_shapes import names_shape
from checker.author.problems import Problems
from checker.author.shapes import INVALID, Anything, Either, List, Map, OneOf, Plain, Record, Shape, Text
from checker.author.slip_shapes import SLIPS_SHAPE
from checker.core.draft import PART_NAMES
from checker.core.evidence import WRITTEN
from checker.core.fields import STAGES
from checker.core.kinds.count import MEASURES
from checker.core.report import LEVELS
from checker.core.rules import KINDS
from checker.core.signs import SIGNS

GROUPS = ("content", "tone", "shape", "timing", "people", "before", "after", "waiting")
STATUSES = ("draft", "stable", "retired")
STANCES = ("for", "against", "conditional")
MESSAGE_LENGTH = 140

_WRITTEN_PARTS = tuple(name for name in PART_NAMES if name in (*WRITTEN, "letterhead", "signature"))


def identifier(text: str) -> str | None:
    """What is wrong with an id; None where it may be one."""
    return None if re.fullmatch(r"[a-z][a-z0-9-]*", text) else f"`{text}` is no id: lower-case letters, digits and hyphens"


def _searched(text: str) -> str | None:
    return None if re.fullmatch(r"[a-z0-9'. -]+", text) else f"`{text}` is not as people type it: lower-case letters, digits, hyphens"


_CONDITION = Text("a condition", "What must hold in the situation, for example: channel == 'text'")
_PHRASE = Text("a phrase", "Words as the writer would put them; see the phrase language")
_PHRASES = List("a list of phrases", _PHRASE)
_ITEMS = List(
    "`any`",
    Either(
        "an entry",
        scalar=_PHRASE,
        mapping=Record(
            "an entry",
            {
                "all": List("`all`", _PHRASE, "Phrases that stand together in one sentence, in any order", least=2),
                "regex": Text("`regex`", "A reviewed regular expression, in single quotes; the exception"),
            },
        ),
    ),
    "Any one of these is a find",
    least=1,
)
_IN = List("`in`", OneOf("part of a message", _WRITTEN_PARTS), "The parts that are looked at", least=1)
_EVIDENCE: dict[str, Shape] = {
    "in": _IN,
    "opening": Plain("`opening`", int, "Of the body only so many sentences from its start"),
    "any": _ITEMS,
    "except": _PHRASES,
    "except_in_sentence": _PHRASES,
    "except_in_message": _PHRASES,
    "mark": OneOf("value of `mark`", ("sentence",), "Point at the whole sentence of a find"),
    "quoted": OneOf("value of `quoted`", ("look",), "Look between quotation marks too"),
}
_WHEN: dict[str, Shape] = {"when": _CONDITION, "unless": _CONDITION}
_WORTH = Plain("`worth`", int, "How much each find adds; 1 if left out")
_SIGN: dict[str, Shape] = {
    "sign": OneOf("sign", tuple(SIGNS), "Something that no list of phrases can tell"),
    "stock": Text("`stock`", "Word list of words that are no detail"),
    "tied_by": List("`tied_by`", _PHRASE, "Words after which a detail belongs to the conversation"),
    "of_career": List("`of_career`", _PHRASE, "Words that tell of the writer's own career"),
    "empty": Text("`empty`", "Word list of words that say nothing in a subject line"),
    "longest": Plain("`longest`", int, "Words in the longest subject line that will do"),
    "to_several": List("`to_several`", Text("a word"), "Words that greet several people at once"),
}
_LIMIT = Record("a limit", {"when": _CONDITION, "is": Plain("`is`", int)}, ("is",))

_OVERLAP: dict[str, Shape] = {
    "with": OneOf("text", ("application", "other_notes")),
    "in_a_row": Plain("`in_a_row`", int, "So many words in a row are too many, whatever the share"),
}

CHECKS: dict[str, Shape] = {
    "phrase": OneByKey(
        "slips",
        there=Record("`check`", _WHEN | {"slips": SLIPS_SHAPE} | _EVIDENCE),
        absent=Record("`check`", _WHEN | _EVIDENCE, ("any",)),
    ),
    "missing": Record(
        "`check`",
        _WHEN
        | {
            "evidence": List("`evidence`", Record("a piece of evidence", {"worth": _WORTH} | _EVIDENCE | _SIGN), least=1),
            "enough": Plain("`enough`", int, "The sum that satisfies; 1 if left out"),
        },
        ("evidence",),
    ),
    "count": Record(
        "`check`",
        _WHEN
        | {
            "of": OneOf("measure", MEASURES, "What is counted"),
            "at_most": Either("`at_most`", Plain("`at_most`", int), List("`at_most`", _LIMIT, least=1)),
            "each": OneOf("value of `each`", ("find",), "Every find counts, not one a sentence"),
            "never_together": Plain("`never_together`", bool, "Marks that touch are too many however few"),
            "evidence": List("`evidence`", Record("a piece of evidence", {"worth": _WORTH} | _EVIDENCE, ("any",))),
        },
        ("of", "at_most"),
    ),
    "names": names_shape(_WHEN, _EVIDENCE),
    "overlap": OneByKey(
        "above",
        there=Record("`check`", _WHEN | _OVERLAP | {"above": Plain("`above`", int, "More than so many percent")}, ("with", "above")),
        absent=Record("`check`", _WHEN | _OVERLAP | {"share": Plain("`share`", int, "Percent, or more")}, ("with", "share")),
    ),
}
_FLAG: dict[str, Shape] = {
    "flag": Either("`flag`", _CONDITION, mapping=Map("`flag`", _CONDITION)),
    "unless_said": Record(
        "`unless_said`", {"when": _CONDITION} | _EVIDENCE, ("any",), "What clears the breach if the draft says it"
    ),
}
CHECKS["timing"] = Record("`check`", _WHEN | _FLAG, ("flag",))
CHECKS["situation"] = OneByKey(
    "look",
    there=Record("`check`", _WHEN | look_keys(_EVIDENCE), ("look",)),
    absent=Record("`check`", _WHEN | _FLAG, ("flag",)),
)
assert CHECKS.keys() == KINDS.keys()

_BRACED = Text("a text that may hold {known}, {me}, {name}, {company} or {position}")
_FIX = Record(
    "`fix`",
    {
        "label": Text("`label`", "What the button says; made from the change if left out"),
        "delete": OneOf("value of `delete`", ("match",)),
        "replace": _BRACED,
        "swap": Map("`swap`", Text("a replacement")),
        "append": _BRACED,
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


def _examples(*keys: str, needed: tuple[str, ...] = ("text",)) -> Shape:
    shape = Record("an example", {key: _EXAMPLE[key] for key in keys}, needed)
    return List("a list of examples", Either("an example", scalar=_EXAMPLE["text"], mapping=shape))


_KEYS: dict[str, Shape] = {
    "id": Text("`id`", "The file's name without .yml; permanent", check=identifier),
    "title": Text("`title`", "The advice in plain words; the page's heading", most=70),
    "asked": List("`asked`", Text("words", check=_searched), "Words people search for that the texts of the rule lack; shown on its page", least=1),
    "group": OneOf("group", GROUPS),
    "kind": OneOf("kind", (*KINDS, "none"), "How a breach is found"),
    "stages": Either("`stages`", OneOf("value of `stages`", ("any",)), List("`stages`", OneOf("stage", STAGES), least=1)),
    "level": Either("`level`", OneOf("level", LEVELS), mapping=Map("`level`", OneOf("level", LEVELS))),
    "status": OneOf("status", STATUSES),
    "message": Text("`message`", "What the reader of a finding is told; kind, no joke", most=MESSAGE_LENGTH),
    "why": Text("`why`", "The reason, in one to three short paragraphs"),
    "how": Text("`how`", "What to write instead"),
    "check": Anything("`check`"),
    "fix": _FIX,
    "disagreements": List("`disagreements`", Text("an id"), "Questions on which sources differ, by their ids in rules/disagreements/", least=1),
    "disputed": Text("`disputed`", "What is to be said of it for this rule alone; both sides, and what the editors chose"),
    "examples": Record(
        "`examples`",
        {
            "flag": _examples("text", "situation", "fixed", "because"),
            "leave": _examples("text", "situation", "because"),
            "misses": _examples("text", "situation", "because", needed=("text", "because")),
        },
    ),
    "sources": List(
        "`sources`",
        Record(
            "a source",
            {
                "source": Text("`source`", "An id in rules/sources.yml"),
                "stance": OneOf("stance", STANCES),
                "line": Text("`line`", "What it says, in one line of our own words"),
                "claims": List("`claims`", Text("a claim id")),
            },
            ("source", "stance", "line"),
        ),
        least=1,
    ),
    "added": Plain("`added`", datetime.date),
    "replaces": List("`replaces`", Text("an id", check=identifier)),
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


def _kind_of(node: yaml.Node) -> str | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "kind" and isinstance(value, yaml.ScalarNode):
                return value.value
    return None


def rule_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file (draft 7, which YAML editors read)."""
    schema = Record("the rule", _KEYS, _NEEDED).schema()
    schema["properties"]["check"] = {"description": "How a breach is found; its keys depend on `kind`", "type": "object"}
    schema["allOf"] = [
        {
            "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
            "then": {"properties": {"check": shape.schema()}, "required": list(_CHECKING)},
        }
        for kind, shape in CHECKS.items()
    ]
    schema["required"].remove("message")
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": "A rule of Afterword"} | schema
