"""What is known from asking, counting and trying out: surveys, accounts of single cases, and figures that are wrong.

`rules/surveys.yml` holds all of it, and the words around it on the page that shows it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from checker.author.compile import unknown_source
from checker.author.locate import Path as Place
from checker.author.locate import node_at
from checker.author.problems import Problem, Problems
from checker.author.rule_shape import identifier
from checker.author.shapes import INVALID, List, Plain, Record, Shape, Text
from checker.author.yaml_files import read_optional
from checker.author.yaml_nodes import value_of
from checker.core.fields import did_you_mean


def country_codes(text: str) -> str | None:
    """What is wrong with the countries of a survey; None where they are codes such as US or UK/EU."""
    return None if re.fullmatch(r"[A-Z]{2}(/[A-Z]{2})*", text) else f"`{text}` is no country: two capitals such as US, or several as UK/EU"


class Percent(Shape):
    """A share, from 0 to 100, with decimals or without."""

    what = "`percent`"
    about = "The share that gave this answer, from 0 to 100"

    def read(self, node: yaml.Node, problems: Problems) -> Any:
        value = value_of(node) if isinstance(node, yaml.ScalarNode) else None
        if type(value) in (int, float) and 0 <= value <= 100:
            return value
        problems.at(node, "`percent` must be a number from 0 to 100, without a sign")
        return INVALID

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "minimum": 0, "maximum": 100}


_QUESTION = Record(
    "a question",
    {
        "question": Text("`question`", "What was asked, in our words", most=110),
        "answers": List(
            "`answers`", Record("an answer", {"label": Text("`label`", most=60), "percent": Percent()}, ("label", "percent")), least=1
        ),
    },
    ("question", "answers"),
)
_SURVEY = Record(
    "a survey",
    {
        "id": Text("`id`", "Part of the page's address; permanent", check=identifier),
        "part": Text("`part`", "The id of the part of the page that it stands in"),
        "title": Text("`title`", most=90),
        "source": Text("`source`", "The page that it was read on, an id in rules/sources.yml"),
        "also": List("`also`", Text("a source id"), "Other pages that figures are taken from", least=1),
        "year": Text("`year`", "When it was made, with “about” or “not shown” where that is so", most=90),
        "country": Text("`country`", "Where, such as US or UK/EU; leave it out where nobody knows", check=country_codes),
        "asked": Text("`asked`", "Who was asked or counted, how many, and by whom"),
        "questions": List("`questions`", _QUESTION, least=1),
        "finding": Text("`finding`", "What came out where it is no share"),
        "caution": Text("`caution`", "What it does not show"),
        "use": Text("`use`", "What it may be used for"),
        "folded": Plain("`folded`", bool, "That it is older or weaker than the others, and stands folded away"),
    },
    ("id", "part", "title", "source", "year", "asked", "caution", "use"),
)
_FILE = Record(
    "rules/surveys.yml",
    {
        "short": Text("`short`", "The short answer"),
        "parts": List(
            "`parts`",
            Record(
                "a part",
                {"id": Text("`id`", check=identifier), "title": Text("`title`", most=60), "about": Text("`about`", "How to read its figures")},
                ("id", "title", "about"),
            ),
            least=1,
        ),
        "surveys": List("`surveys`", _SURVEY, least=1),
        "misquoted": List(
            "`misquoted`",
            Record(
                "a wrong figure",
                {
                    "claim": Text("`claim`", "As it goes round, in our words"),
                    "where": Text("`where`", "Who prints it"),
                    "pages": List("`pages`", Text("a source id"), "Those of them that are among our sources", least=1),
                    "really": Text("`really`", "What the source of the figure says"),
                    "source": Text("`source`", "That source"),
                },
                ("claim", "where", "really"),
            ),
        ),
        "cases": List(
            "`cases`",
            Record(
                "a case",
                {"what": Text("`what`"), "outcome": Text("`outcome`"), "source": Text("`source`")},
                ("what", "outcome", "source"),
            ),
        ),
        "good_study": Text("`good_study`", "What a study would need that could tell us more"),
    },
    ("short", "parts", "surveys", "misquoted", "cases", "good_study"),
)


def read_surveys(folder: Path, sources: Collection[str], problems: list[Problem]) -> dict[str, Any]:
    """The content of rules/surveys.yml; {} where there is no such file, or something in it is wrong."""

    def check(data: Mapping[str, Any], node: yaml.Node, noted: Problems) -> None:
        _check_surveys(data, node, noted)
        for place, source in cited(data):
            if source not in sources:
                noted.at(node_at(node, place), unknown_source(source, sources))

    return read_optional(folder / "surveys.yml", _FILE, check, problems)


def cited(data: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    """Every source that the data name, each with the place where it stands."""
    for part, one, several in (("surveys", "source", "also"), ("misquoted", "source", "pages"), ("cases", "source", "")):
        for number, entry in enumerate(data.get(part, ())):
            if one in entry:
                yield (part, number, one), entry[one]
            for place, source in enumerate(entry.get(several, ())):
                yield (part, number, several, place), source


def _check_surveys(data: Mapping[str, Any], node: yaml.Node, noted: Problems) -> None:
    parts = [part["id"] for part in data["parts"]]
    seen: set[str] = set()
    for number, survey in enumerate(data["surveys"]):
        where: Place = ("surveys", number)
        if survey["id"] in seen:
            noted.at(node_at(node, (*where, "id")), f"the id `{survey['id']}` is taken by a survey further up")
        seen.add(survey["id"])
        if survey["part"] not in parts:
            noted.at(node_at(node, (*where, "part")), f"there is no part `{survey['part']}`{did_you_mean(survey['part'], parts)}")
        if not survey.get("questions") and not survey.get("finding"):
            noted.at(node_at(node, where), "a survey shows something: give it `questions` or a `finding`")
