"""The contributors' pages: complete, and true of the code. What they give as an example works."""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path

import pytest
from our_rules import our_library

from checker.author.load import default_folder, load
from checker.author.prove import prove
from checker.author.rule_shape import rule_schema
from checker.core.rules import KINDS
from checker.site.contribute_pages import CONDITIONS, PHRASES, RULE_FILE, contribute_pages

ROOT = default_folder().parent
BY_HAND = sorted((ROOT / "docs" / "contribute").glob("*.md"))
READ = {path: path.read_text(encoding="utf-8") for path in [*BY_HAND, ROOT / "CONTRIBUTING.md", ROOT / "GOVERNANCE.md"]}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {uri: markdown for uri, (markdown, _) in contribute_pages(our_library()).items()}


def test_every_key_and_every_kind_is_told(pages: dict[str, str]) -> None:
    told = set(re.findall(r"<dt><code>(\w+)</code>", pages[RULE_FILE]))
    assert set(rule_schema()["properties"]) <= told
    assert {"evidence", "at_most", "unless_said", "swap", "claims", "because", "slip", "sign"} <= told
    assert set(re.findall(r"^### (\w+) ", pages[RULE_FILE], re.MULTILINE)) == set(KINDS)


def test_what_is_needed_is_said(pages: dict[str, str]) -> None:
    for key, mark in (("title", "needed"), ("level", "needed if checked"), ("asked", ""), ("stance", "needed"), ("claims", ""), ("text", "needed")):
        found = re.search(rf"<dt><code>{key}</code>(.*)</dt>", pages[RULE_FILE])
        assert found and re.sub(r"<[^>]*>", "", found[1]).strip() == mark, key


def test_what_a_phrase_finds_is_marked(pages: dict[str, str]) -> None:
    assert "I <mark>haven’t heard</mark> from you." in pages[PHRASES]
    assert "<dt><code>&lt;number&gt; days</code>" in pages[PHRASES]


def test_what_a_condition_asks_for_is_named(pages: dict[str, str]) -> None:
    assert "while nobody says <code>interview.at</code> and <code>now</code>" in pages[CONDITIONS]


def test_a_rules_folder_of_somebodys_own_needs_no_such_pages() -> None:
    assert contribute_pages(dataclasses.replace(our_library(), words={})) == {}


def test_the_rule_to_start_from_proves(tmp_path: Path) -> None:
    shown = re.search(r"```yaml\n(.*?)```", READ[ROOT / "docs" / "contribute" / "index.md"], re.DOTALL)
    assert shown
    name = re.search(r"^id: (.*)$", shown[1], re.MULTILINE)
    folder = tmp_path / "rules"
    shutil.copytree(default_folder(), folder)
    assert name
    (folder / "tone" / f"{name[1]}.yml").write_text(shown[1], encoding="utf-8")
    library = load(folder)
    assert library.problems == []
    proof = prove(library, folder, [name[1]])
    assert (proof.rules, proof.examples, proof.problems) == (1, 5, [])


@pytest.mark.parametrize("path", READ, ids=lambda path: path.name)
def test_commands_and_files_that_are_named_exist(path: Path) -> None:
    text = READ[path]
    made = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE)) - made == set()
    named = re.findall(r"`((?:rules|tests|docs|checker|tools)/[\w./-]+)`", text) + re.findall(r"/blob/main/([\w./-]+)", text)
    assert [name for name in named if not (ROOT / name).exists()] == []
    forms = re.findall(r"template=([\w.-]+)", text)
    assert [name for name in forms if not (ROOT / ".github" / "ISSUE_TEMPLATE" / name).is_file()] == []
