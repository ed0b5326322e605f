"""Messages to start from: the facts in their places, the words left blank. `rules/skeletons.yml` holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from checker.author.locate import node_at
from checker.author.problems import Problem, Problems
from checker.author.rule_shape import identifier
from checker.author.shapes import List, OneOf, Record, Text
from checker.author.yaml_files import read_optional
from checker.core.fields import STAGES, did_you_mean

GROUPS = {"written": ("email", "letter", "note"), "message": ("online-message", "text"), "spoken": ("phone", "in-person")}
FACTS = ("name", "me", "company", "position", "day")
BLANK = re.compile(r"\[[^\[\]\n]+\]")
_SLOT = re.compile(r"\{([^{}\n]*)\}")

_SKELETON = Record(
    "a skeleton",
    {
        "id": Text("`id`", check=identifier),
        "title": Text("`title`", "What sets it off from the others of its stage", most=60),
        "stage": OneOf("stage", STAGES),
        "decision": OneOf("decision", ("rejected", "offered"), "The decision that it answers"),
        "group": OneOf("group", tuple(GROUPS), "The channels that it is for"),
        "text": Text("`text`", "Facts in {braces}, blanks in [brackets]"),
        "tried": List("`tried`", Text("words for a blank"), "Words for each blank, in turn", least=1),
    },
    ("id", "stage", "group", "text", "tried"),
)
_QUESTION = Record(
    "a question",
    {"id": Text("`id`", check=identifier), "label": Text("`label`", most=60), "reason": Text("`reason`", "Why it is asked", most=120)},
    ("id", "label", "reason"),
)
_FILE = Record(
    "rules/skeletons.yml",
    {
        "facts": Record("`facts`", {name: Text(f"`{name}`", "The blank that stands for it", most=40) for name in FACTS}, FACTS),
        "questions": List("`questions`", _QUESTION, least=1),
        "skeletons": List("`skeletons`", _SKELETON, least=1),
    },
    ("facts", "questions", "skeletons"),
)


def read_skeletons(folder: Path, problems: list[Problem]) -> dict[str, Any]:
    """The content of rules/skeletons.yml; {} where there is no such file, or something in it is wrong."""
    return read_optional(folder / "skeletons.yml", _FILE, _check, problems)


def _check(data: dict[str, Any], node: yaml.Node, noted: Problems) -> None:
    _check_twice(data, node, noted)
    questions = [each["id"] for each in data["questions"]]
    for number, skeleton in enumerate(data["skeletons"]):
        for complaint in _complaints(skeleton, questions):
            noted.at(node_at(node, ("skeletons", number, "text")), complaint)
    used = {slot for skeleton in data["skeletons"] for slot in _SLOT.findall(skeleton["text"])}
    for number, question in enumerate(questions):
        if question not in used:
            noted.at(node_at(node, ("questions", number)), f"no skeleton uses the answer: `{{{question}}}` stands in none")


def _complaints(skeleton: dict[str, Any], questions: list[str]) -> Iterator[str]:
    text = skeleton["text"]
    for slot in _SLOT.findall(text):
        if slot not in FACTS and slot not in questions:
            yield f"`{{{slot}}}` is neither a fact nor a question{did_you_mean(slot, (*FACTS, *questions))}"
    blanks = BLANK.findall(text)
    rest = BLANK.sub("", text)
    if "[" in rest or "]" in rest:
        yield "a blank begins with `[`, ends with `]` in the same line, and holds no other"
    for blank in blanks:
        inside = _SLOT.findall(blank)
        if any(slot in FACTS for slot in inside):
            yield f"a fact stands within the blank `{blank}`; one that is unknown would be a blank in a blank"
        if len(inside) > 1 or (inside and not blank.endswith("}]")):
            yield f"in the blank `{blank}` one answer may stand, at its end"
    for slot in _SLOT.findall(rest):
        if slot in questions:
            yield f"the answer `{{{slot}}}` stands outside of a blank; the words are the writer's own"
    if len(blanks) != len(skeleton["tried"]):
        yield f"there are {len(blanks)} blanks, and words for {len(skeleton['tried'])} in `tried`"


def _check_twice(data: dict[str, Any], node: yaml.Node, noted: Problems) -> None:
    """An id is given once, and one skeleton stands for one occasion."""
    seen: dict[Any, str] = {}
    for number, each in enumerate(data["skeletons"]):
        occasion = (each["stage"], each["group"], each.get("decision"))
        if each["id"] in seen:
            noted.at(node_at(node, ("skeletons", number, "id")), f"the id `{each['id']}` is taken by a skeleton further up")
        elif occasion in seen:
            noted.at(node_at(node, ("skeletons", number, "stage")), f"`{seen[occasion]}` is for the same stage and group")
        seen[each["id"]] = seen[occasion] = each["id"]
