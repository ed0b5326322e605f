"""What the founding articles say, piece by piece, and the questions on which sources differ.

`rules/claims.yml` holds the pieces of advice. A file below `rules/disagreements/` holds one question: its sides, each
with the claims and sources that hold it and when it is right, and the editors' default. Sides keep their order: pages
name them A, B, C.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import yaml

from checker.author.compile import claim_complaint, unknown_source
from checker.author.locate import node_at
from checker.author.problems import Problem, Problems
from checker.author.shapes import List, Map, OneOf, Plain, Record, Text
from checker.author.yaml_files import read_each, read_file, shown_path

CLAIM_STAGES = (
    "before-leaving", "right-after", "thank-you", "waiting", "check-in", "second-follow-up", "after-decision", "any",
)  # fmt: skip
KINDS = ("contradiction", "conditioning", "single-source")
WE_SUGGEST = "; we suggest "


def _says_what_we_suggest(in_short: str) -> str | None:
    ends = in_short.partition(WE_SUGGEST)[2].strip()
    return None if ends else f"`in_short` ends with what the editors advise: “Some say …, others …{WE_SUGGEST}…”"


_CLAIMS = Map(
    "rules/claims.yml",
    Record(
        "a claim",
        {
            "source": Text("`source`", "The founding article, an id in rules/sources.yml"),
            "topic": Text("`topic`"),
            "stage": OneOf("stage", CLAIM_STAGES),
            "where": Text("`where`", "The heading in the article, then [line.sentence]"),
            "says": Text("`says`", "The advice in our own words"),
        },
        ("source", "topic", "stage", "where", "says"),
    ),
)
_DISAGREEMENT = Record(
    "the disagreement",
    {
        "id": Text("`id`", "The file's name without .yml"),
        "question": Text("`question`", "What sources differ on, as a reader would ask it", most=80),
        "kind": OneOf("kind", KINDS, "Whether the sides exclude each other, hold in different cases, or one source stands alone"),
        "in_short": Text(
            "`in_short`", "Both sides, then `; we suggest` and our default, in one line; stands beside a finding", 180, _says_what_we_suggest
        ),
        "sides": List(
            "`sides`",
            Record(
                "a side",
                {
                    "position": Text("`position`", "What this side says", most=90),
                    "short": Text("`short`", "The same in a few words, for the overview", most=32),
                    "followed": Plain("`followed`", bool, "Whether our default does what this side says, at least in the usual case"),
                    "claims": List("`claims`", Text("a claim id"), "Claims of the founding articles", least=1),
                    "sources": List("`sources`", Text("a source id"), "Others that hold it", least=1),
                    "wins_when": Text("`wins_when`", "When this side is right"),
                },
                ("position", "short", "wins_when"),
            ),
            least=2,
        ),
        "default": Text("`default`", "What the editors advise, and why"),
    },
    ("id", "question", "kind", "in_short", "sides", "default"),
)


def read_claims(folder: Path, sources: Collection[str], problems: list[Problem]) -> dict[str, dict[str, Any]]:
    """All claims by id; a rules folder without claims.yml has none."""
    path = folder / "claims.yml"
    if not path.exists():
        return {}
    noted = Problems(shown_path(path, folder))
    claims, node = read_file(path, _CLAIMS, noted)
    for name, claim in (claims or {}).items():
        if node is not None and claim["source"] not in sources:
            noted.at(node_at(node, (name, "source")), unknown_source(claim["source"], sources))
    problems += noted.found
    return claims or {}


def read_disagreements(
    folder: Path, sources: Collection[str], claims: Mapping[str, Mapping[str, Any]], problems: list[Problem]
) -> dict[str, dict[str, Any]]:
    """All disagreements by id. One with a problem is left out, and its problems are noted."""

    def check(data: Mapping[str, Any], node: yaml.Node, noted: Problems) -> None:
        _check_sides(data, node, sources, claims, noted)

    return read_each(folder, "disagreements", _DISAGREEMENT, check, problems)


def _check_sides(
    data: Mapping[str, Any],
    node: yaml.Node,
    sources: Collection[str],
    claims: Mapping[str, Mapping[str, Any]],
    noted: Problems,
) -> None:
    for place, side in enumerate(data["sides"]):
        where = ("sides", place)
        if not side.get("claims") and not side.get("sources"):
            noted.at(node_at(node, where), "nobody holds this side: give it `claims` or `sources`")
        for number, claim in enumerate(side.get("claims", [])):
            complaint = claim_complaint(claim, None, claims)
            if complaint:
                noted.at(node_at(node, (*where, "claims", number)), complaint)
        for number, source in enumerate(side.get("sources", [])):
            if source not in sources:
                noted.at(node_at(node, (*where, "sources", number)), unknown_source(source, sources))
