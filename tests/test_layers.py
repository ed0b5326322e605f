"""Imports point one way: the command line → the site → the workshop → the core."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import checker

LAYERS = ("core", "author", "site", "cli")  # each may import from itself and from those before it
PACKAGE = Path(next(iter(checker.__path__)))
FILES = [path.relative_to(PACKAGE) for layer in LAYERS for path in sorted((PACKAGE / layer).rglob("*.py"))]


def imported_layers(source: str) -> Iterator[str]:
    """The layers that a module imports from, at its head or within a function."""
    for node in ast.walk(ast.parse(source)):
        names = [name.name for name in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom) and node.level:
            raise AssertionError("write imports in full, so that everybody sees which layer they are from")
        if isinstance(node, ast.ImportFrom) and node.module == "checker":
            names = [f"checker.{name.name}" for name in node.names]
        yield from (parts[1] for name in names if (parts := name.split("."))[0] == "checker" and len(parts) > 1)


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_module_imports_from_no_layer_above_its_own(path: Path) -> None:
    own = LAYERS.index(path.parts[0])
    above = set(LAYERS[own + 1 :])
    assert set(imported_layers((PACKAGE / path).read_text(encoding="utf-8"))) & above == set()


def test_what_programs_import_brings_neither_the_site_nor_the_command_line() -> None:
    assert set(imported_layers((PACKAGE / "api.py").read_text(encoding="utf-8"))) == {"core", "author"}


@pytest.mark.parametrize(
    ("source", "layers"),
    [
        ("import checker.site.hook", ["site"]),
        ("from checker.cli.inputs import read_text", ["cli"]),
        ("from checker import cli", ["cli"]),
        ("def later():\n    from checker.site.export import export", ["site"]),
        ("import checker\nimport json\nfrom json import loads", []),
    ],
)
def test_what_counts_as_an_import(source: str, layers: list[str]) -> None:
    assert list(imported_layers(source)) == layers
