"""The schemas as editors meet them: a hint for every key, nothing newer than draft 7, and a tool of others that agrees."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.author.guide import guide_schema
from checker.author.load import default_folder
from checker.author.rule_shape import GROUPS, rule_schema

ROOT = default_folder().parent
SCHEMAS = {"rule": rule_schema(), "guide": guide_schema()}
LATER = {"$defs", "prefixItems", "unevaluatedProperties", "unevaluatedItems", "dependentRequired", "dependentSchemas", "minContains", "$dynamicRef"}


def inner(schema: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every part of a schema by its path."""
    yield path, schema
    for key, value in schema.items() if isinstance(schema, dict) else enumerate(schema) if isinstance(schema, list) else ():
        yield from inner(value, f"{path}/{key}")


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_every_key_has_a_hint(schema: dict[str, Any]) -> None:
    keys = {path: value for path, value in inner(schema) if path.rpartition("/")[0].endswith("/properties") and "/if/" not in path}
    assert len(keys) > 20
    assert [path for path, value in keys.items() if not value.get("description")] == []


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_nothing_is_newer_than_draft_7(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert {path for path, value in inner(schema) if isinstance(value, dict) and LATER & set(value)} == set()


@pytest.mark.parametrize("name, files", [("schema.json", GROUPS), ("guide-schema.json", ("guide",))])
def test_an_editors_tool_takes_every_file(name: str, files: tuple[str, ...]) -> None:
    paths = [path for group in files for path in sorted((ROOT / "rules" / group).glob("*.yml"))]
    assert len(paths) > 10
    tool = Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run([tool, "--schemafile", ROOT / "rules" / name, *paths], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_editors_are_told_which_files_have_which_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert settings == {
        "./rules/schema.json": [f"rules/{{{','.join(GROUPS)}}}/*.yml"],
        "./rules/guide-schema.json": ["rules/guide/*.yml"],
    }
    heads = {path: path.read_text(encoding="utf-8").split("\n")[0] for group in GROUPS for path in (ROOT / "rules" / group).glob("*.yml")}
    assert {path for path, head in heads.items() if head != "# yaml-language-server: $schema=../schema.json"} == set()
