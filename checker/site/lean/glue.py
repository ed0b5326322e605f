"""The script around Pyodide's module: what it uses of the module, and the script without the names of all else.

It gives each of the module's functions and data a name of its own, for libraries that might be loaded later.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.site.lean.wasm import LeanError

_FUNCTION = re.compile(r'var (?P<ours>\w+)=(?:Module\["\w+"\]=)?wasmExports\["(?P<theirs>\w+)"\];')
_DATA = re.compile(r'var (?P<ours>_(?P<theirs>\w+))=Module\["\w+"\]=[\de]+;')
_BASE = re.compile(r'var ___(memory|table)_base=new WebAssembly\.Global\(\{value:"i32",mutable:false\},(\d+)\);')


class Placed(NamedTuple):
    """Where a script puts the module: the address of its first byte of data, and that of its first function."""

    memory: int
    table: int


def placed(script: str) -> Placed:
    """The numbers that the script has for it."""
    found = dict(_BASE.findall(script))
    if found.keys() != {"memory", "table"}:
        raise LeanError("Pyodide's script does not say where it puts the module.")
    return Placed(int(found["memory"]), int(found["table"]))


def used_names(script: str, *others: str) -> frozenset[str]:
    """Every name in a script, and in others, beside those given to what the module hands out.

    A name counts wherever it stands, in a string, too: some functions are looked up by it.
    """
    rest = _DATA.sub("", _FUNCTION.sub("", script))
    words = set(re.findall(r"\w+", " ".join((rest, *others))))
    given = [(found["theirs"], found["ours"]) for shape in (_FUNCTION, _DATA) for found in shape.finditer(script)]
    if not given:
        raise LeanError("Pyodide's script does not name what the module hands out.")
    return frozenset(words | {theirs for theirs, ours in given if ours in words})


def without_names(script: str, kept: frozenset[str]) -> str:
    """The script without names for what is not among `kept`, which are the module's own names."""
    for shape in (_FUNCTION, _DATA):
        script = shape.sub(lambda found: found[0] if found["theirs"] in kept else "", script)
    return script
