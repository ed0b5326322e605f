"""Issue forms fit the rule file, and the addresses that fill them in fit the forms."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.author.load import default_folder
from checker.author.rule_shape import GROUPS, MESSAGE_LENGTH, STANCES, rule_schema
from checker.core.fields import STAGES
from checker.core.report import LEVELS
from checker.site.words import GROUPS as GROUP_WORDS

ROOT = default_folder().parent
FORMS: dict[str, dict[str, Any]] = {
    path.name: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
    if path.name != "config.yml"
}
# What a form asks beyond what a rule file holds.
OWN = {"version", "page"}


def fields(form: str) -> dict[str, dict[str, Any]]:
    return {field["id"]: field for field in FORMS[form]["body"] if "id" in field}


def keys_of_a_rule() -> set[str]:
    """The keys of a rule file, of its examples and of its sources; and those of an entry of rules/sources.yml."""
    schema = rule_schema()["properties"]
    example = schema["examples"]["properties"]["flag"]["items"]["anyOf"][1]["properties"]
    return {*schema, *schema["examples"]["properties"], *example, *schema["sources"]["items"]["properties"], "url"}


@pytest.mark.parametrize("form", FORMS)
def test_every_answer_has_its_place_in_the_rule_file(form: str) -> None:
    assert set(fields(form)) - OWN - keys_of_a_rule() == set()


def test_there_is_a_form_for_each_thing_to_tell() -> None:
    assert set(FORMS) == {"false-alarm.yml", "missed-problem.yml", "new-rule.yml", "source-or-fact.yml"}


@pytest.mark.parametrize(
    "form, field, options",
    [
        ("new-rule.yml", "group", GROUPS),
        ("new-rule.yml", "stages", ("any", *STAGES)),
        ("new-rule.yml", "level", LEVELS),
        ("source-or-fact.yml", "stance", ("for", "conditional", "against")),
    ],
)
def test_options_are_those_of_the_rule_file(form: str, field: str, options: tuple[str, ...]) -> None:
    offered = [option.split(":")[0] for option in fields(form)[field]["attributes"]["options"]]
    assert offered[: len(options)] == list(options)
    assert set(options) <= {*GROUPS, "any", *STAGES, *LEVELS, *STANCES}


def test_groups_are_called_as_on_the_site() -> None:
    offered = dict(option.split(": ", 1) for option in fields("new-rule.yml")["group"]["attributes"]["options"])
    assert {group: words.lower() for group, words in GROUP_WORDS.items()} == offered


def test_the_length_of_a_message_is_told() -> None:
    assert f"At most {MESSAGE_LENGTH} characters" in fields("new-rule.yml")["message"]["attributes"]["description"]


@pytest.mark.parametrize(
    "place, form, filled",
    [
        ("docs/assets/checker/report.js", "false-alarm.yml", {"id", "version"}),
        ("docs/overrides/partials/addresses.html", "source-or-fact.yml", {"page"}),
    ],
)
def test_addresses_fill_in_fields_that_exist(place: str, form: str, filled: set[str]) -> None:
    text = (ROOT / place).read_text(encoding="utf-8")
    assert form in text
    given = set(re.findall(r"const known = \{ (.*) \};", text)[0].split(", ")) if place.endswith(".js") else set(re.findall(r"[?;](\w+)=", text))
    names = {name.split(":")[0] for name in given}
    assert names - {"template", "title"} == filled <= set(fields(form))


def test_addresses_name_the_repository_of_the_site() -> None:
    named = re.search(r"^repo_url: (.*)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert named
    owner = named[1].split("/")[3]
    texts = [*(ROOT / ".github").rglob("*.yml"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    found = {place for path in texts for place in re.findall(r"https://github\.com/(afterword/[\w-]+)", path.read_text(encoding="utf-8"))}
    assert found == {named[1].removeprefix("https://github.com/")}
    owners = set(re.findall(r"@\S+", (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8")))
    assert owners == {f"@{owner}"}


def test_every_path_of_codeowners_exists() -> None:
    lines = [line.split() for line in Path(ROOT, ".github", "CODEOWNERS").read_text(encoding="utf-8").splitlines() if line[:1] == "/"]
    assert lines
    assert [path for path, *_ in lines if not (ROOT / path.strip("/")).is_dir()] == []


def test_the_reviewer_is_asked_no_more_than_five_questions() -> None:
    text = (ROOT / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    assert 1 <= text.count("- [ ]") <= 5
