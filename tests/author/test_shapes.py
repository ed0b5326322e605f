"""Shapes: one description reads a file, explains its errors and writes the schema; the two must agree."""

from __future__ import annotations

import datetime
import json

import pytest
import yaml
from jsonschema import Draft7Validator
from our_rules import our_library
from rules_folder import RULE

from checker.author.guide import guide_schema
from checker.author.load import default_folder
from checker.author.look_shapes import OneByKey
from checker.author.problems import Problems
from checker.author.rule_shape import read_rule, rule_schema
from checker.author.shapes import INVALID, Either, List, Map, OneOf, Plain, Record, Shape, Text

WORD = Text("a word", most=5)
READ = [
    (WORD, "yes please", "yes please", "a word has 10 characters; up to 5 fit"),
    (WORD, "fine", "fine", ""),
    (WORD, '"no"', "no", ""),
    (WORD, "no", INVALID, 'write "no" in quotes'),
    (WORD, '" "', INVALID, "a word is empty"),
    (WORD, "", INVALID, "a word is empty"),
    (WORD, "{a: 1}", INVALID, "must be a text, not a group of keys"),
    (OneOf("colour", ("red", "green")), "red", "red", ""),
    (OneOf("colour", ("red", "green")), "gren", INVALID, "`gren` is no colour; expected one of red, green. Did you mean `green`?"),
    (Plain("a bound", int), "3", 3, ""),
    (Plain("a bound", int), "true", INVALID, "a bound must be a whole number such as 3"),
    (Plain("a bound", int), "3.5", INVALID, "a bound must be a whole number"),
    (Plain("a day", datetime.date), "2026-03-01", datetime.date(2026, 3, 1), ""),
    (Plain("a day", datetime.date), "2026-03-01 10:00:00", INVALID, "a day must be a date"),
    (Plain("a switch", bool), "yes", True, ""),
    (List("words", WORD, least=2), "[a, b]", ["a", "b"], ""),
    (List("words", WORD, least=2), "[a]", ["a"], "words needs at least 2, found 1"),
    (List("words", WORD), "a", INVALID, "words must be a list: lines that begin with `- `"),
    (List("words", WORD), "[a, no]", INVALID, "YAML reads a bare no"),
    (Map("sizes", WORD), "{a: b}", {"a": "b"}, ""),
    (Map("sizes", WORD), "[a]", INVALID, "sizes must be a group of keys"),
    (Map("sizes", WORD), "{on: b}", INVALID, "YAML reads a bare on"),
    (Record("a box", {"size": WORD}, ("size",)), "{size: big}", {"size": "big"}, ""),
    (Record("a box", {"size": WORD}, ("size",)), "{}", INVALID, "`size` is missing in a box"),
    (Record("a box", {"size": WORD}), "{siz: big}", {}, "unknown key `siz` in a box; known are size. Did you mean `size`?"),
    (Record("a box", {"size": WORD}), "{size: big, size: big}", {"size": "big"}, "`size` stands here a second time"),
    (Record("a box", {"size": WORD}), "{size: big, and heavy too}", {"size": "big"}, "`and heavy too` stands behind a comma and is no key"),
    (OneByKey("size", Record("a box", {"size": WORD}), Record("a bag", {"color": WORD})), "{size: big}", {"size": "big"}, ""),
    (OneByKey("size", Record("a box", {"size": WORD}), Record("a bag", {"color": WORD})), "{colr: red}", {}, "unknown key `colr` in a bag"),
    (Either("a thing", scalar=WORD, sequence=List("words", WORD)), "[a]", ["a"], ""),
    (Either("a thing", scalar=WORD, sequence=List("words", WORD)), "{a: b}", INVALID, "a thing must be a text or a list"),
]  # fmt: skip


@pytest.mark.parametrize("shape, text, value, said", READ)
def test_a_shape_reads_and_explains(shape: Shape, text: str, value: object, said: str) -> None:
    problems = Problems("x.yml")
    node = yaml.compose(text or "''", Loader=yaml.SafeLoader)
    read = shape.read(node, problems)
    assert read is value if value is INVALID else read == value
    told = "; ".join(problem.message for problem in problems.found)
    assert said in told and bool(said) == bool(told)


@pytest.mark.parametrize("name, schema", [("schema.json", rule_schema()), ("guide-schema.json", guide_schema())])
def test_the_schemas_in_the_rules_folder_are_those_of_the_types(name: str, schema: dict) -> None:
    written = json.loads((default_folder() / name).read_text(encoding="utf-8"))
    assert written == schema, "write it anew: afterword schema"


def test_the_schema_takes_every_rule_of_this_project() -> None:
    validator = _validator()
    library = our_library()
    for path in library.files.values():
        data = _plain((default_folder().parent / path).read_text(encoding="utf-8"))
        assert [error.message for error in validator.iter_errors(data)] == [], path


@pytest.mark.parametrize(
    "old, new",
    [
        ("level: error", "levl: error"),
        ("group: tone", "group: tones"),
        ("status: stable\n", ""),
        ("kind: phrase", "kind: timing"),
        ("    stance: for\n", ""),
        ("check:\n  any:", "check:\n  an:"),
        ("replaces: [no-rush]", "replaces: no-rush"),
        ("      because: only hinted at\n", ""),
        ("message: ", f"message: {'very ' * 30}"),
    ],
)
def test_schema_and_loader_refuse_the_same(old: str, new: str) -> None:
    text = RULE.replace(old, new)
    assert text != RULE
    problems = Problems("x.yml")
    read_rule(yaml.compose(text, Loader=yaml.SafeLoader), problems)
    assert problems.found
    assert list(_validator().iter_errors(_plain(text)))


def _validator() -> Draft7Validator:
    Draft7Validator.check_schema(rule_schema())
    return Draft7Validator(rule_schema())


def _plain(text: str) -> object:
    """A rule file as a YAML editor hands it to the schema: dates are texts."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))
