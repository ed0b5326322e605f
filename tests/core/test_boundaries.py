"""The core runs in a browser: it stands on the standard library alone, and reads no file and no clock."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import checker.core

CORE = Path(checker.core.__file__).parent if checker.core.__file__ else Path(next(iter(checker.core.__path__)))
SOURCES = sorted(CORE.rglob("*.py"))
MODULES = sorted(
    ".".join(("checker.core", *path.relative_to(CORE).with_suffix("").parts)).removesuffix(".__init__") for path in SOURCES
)
LOOK = """
import sys
before = set(sys.modules)
import importlib
for name in sys.argv[1:]:
    importlib.import_module(name)
print("\\n".join(sorted(set(sys.modules) - before)))
"""


def loaded(*names: str) -> set[str]:
    """What a fresh Python, without site-packages' start-up files, has loaded after importing `names`."""
    root = str(CORE.parent.parent)
    script = f"import sys; sys.path.insert(0, {root!r})\n{LOOK}"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", script, *names], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("names", [["checker.core.wire"], MODULES], ids=["wire", "all modules"])
def test_the_core_loads_the_standard_library_alone(names):
    modules = loaded(*names)
    assert "checker.core.check" in modules
    outside = {name for name in modules if name.split(".")[0] not in sys.stdlib_module_names | {"checker"}}
    assert outside == set()
    assert {name for name in modules if name.startswith("checker.") and not name.startswith("checker.core")} == set()
    assert modules.isdisjoint({"pathlib", "yaml", "time", "random", "socket", "urllib", "urllib.request", "subprocess", "tempfile"})


CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime"}
CLOCK_OWNERS = {"datetime", "date", "time"}
FILES = {"open", "exec", "eval", "input", "print", "__import__", "compile"}


def forbidden(tree: ast.AST) -> list[str]:
    """Calls and names that would read a clock or a file, or run text as code."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if owner in CLOCK_OWNERS:
                found.append(f"{owner}.{node.attr}")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FILES:
            found.append(f"{node.func.id}(")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"open", "read_text", "environ"}:
            found.append(f".{node.func.attr}(")
        elif isinstance(node, (ast.Global,)):
            found.append("global")
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_no_clock_and_no_file(path):
    assert forbidden(ast.parse(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    ["datetime.now()", "datetime.datetime.now()", "date.today()", "time.time()", "time.monotonic()", "open('x')", "p.open()"],
)
def test_what_would_be_found(source):
    assert forbidden(ast.parse(source))
