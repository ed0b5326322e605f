"""What is known of custom in each country, in the editors' words: `rules/countries.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from checker.author.locate import node_at
from checker.author.problems import Problem, Problems
from checker.author.rule_shape import identifier
from checker.author.shapes import List, Record, Text
from checker.author.yaml_files import read_optional

_FILE = Record(
    "rules/countries.yml",
    {
        "short": Text("`short`", "The short answer"),
        "countries": List(
            "`countries`",
            Record(
                "a country",
                {
                    "id": Text("`id`", "Part of the page's address; permanent", check=identifier),
                    "title": Text("`title`", most=60),
                    "codes": List("`codes`", Text("a country's code"), "As in rules/sources.yml", least=1),
                    "about": Text("`about`", "What its sources say"),
                },
                ("id", "title", "codes", "about"),
            ),
            least=1,
        ),
        "elsewhere": Text("`elsewhere`", "What to do where we know nothing"),
        "planner": Text("`planner`", "What is taken into account for every country"),
    },
    ("short", "countries", "elsewhere", "planner"),
)


def read_countries(folder: Path, problems: list[Problem]) -> dict[str, Any]:
    """The content of rules/countries.yml; {} where there is no such file, or something in it is wrong."""
    return read_optional(folder / "countries.yml", _FILE, _check_twice, problems)


def _check_twice(data: dict[str, Any], node: yaml.Node, noted: Problems) -> None:
    """One country stands in one place."""
    taken: dict[str, str] = {}
    for number, country in enumerate(data["countries"]):
        for place, code in enumerate(country["codes"]):
            if code in taken:
                noted.at(node_at(node, ("countries", number, "codes", place)), f"`{code}` stands under {taken[code]} already")
            taken.setdefault(code, country["title"])
