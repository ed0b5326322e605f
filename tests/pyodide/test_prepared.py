"""What modules have compiled while they are imported is compiled while the site is built, and works as if it had not been."""

from __future__ import annotations

import json
from pathlib import Path

from running import ROOT, answers

from checker.site.bundle import find_pyodide
from checker.site.packed import PREPARED, packed

SHAPES = '''
import re
from dataclasses import dataclass, field

WORD = re.compile(r"(?P<first>[a-zäöü])\\w*", re.IGNORECASE)
MARK = re.compile("[!?…]")


@dataclass(frozen=True, order=True)
class Point:
    x: int
    y: list = field(default_factory=list, compare=False)
'''
PROGRAM = '''
import builtins, dataclasses, json, re
from prepared import prepared

compiled = []
compile_expression, compile_text = re._compiler.compile, builtins.compile
re._compiler.compile = lambda *given: (compiled.append(given), compile_expression(*given))[1]
with prepared(__loader__):
    import shapes
before = vars(dataclasses).get("exec")


def ready():
    pass


class Wire:
    def told(self):
        words = [(found[0], found["first"]) for found in shapes.WORD.finditer("Über uns!")]
        points = [shapes.Point(2) > shapes.Point(1, [5]), repr(shapes.Point(1)), hash(shapes.Point(1)) == hash(shapes.Point(1, [2]))]
        return json.dumps([len(compiled), words, shapes.MARK.sub("", "so…?"), points, before is builtins.exec])

    def given(self):
        before = len(compiled)
        found = re.compile("[ä-ö]+x").search("aäöx")[0]
        return json.dumps([found, len(compiled) - before])

    def later(self):
        return json.dumps([bool(re.fullmatch("new(er)?", "newer")), dataclasses.make_dataclass("Late", ["a"])(1).a])


def wire():
    return Wire()
'''


def test_nothing_is_compiled_again(node: str, tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(PROGRAM)
    (tmp_path / "shapes.py").write_text(SHAPES)
    modules = [tmp_path / "program.py", tmp_path / "shapes.py", PREPARED]
    library = packed(tmp_path, find_pyodide(ROOT), ["program"], modules, {}, ["[ä-ö]+x"])
    told, given, later = map(json.loads, answers(node, tmp_path, library, "program", [], [("told",), ("given",), ("later",)]))
    assert told == [0, [["Über", "Ü"], ["uns", "u"]], "so", [True, "Point(x=1, y=[])", True], True]
    assert given == ["äöx", 0]
    assert later == [True, 1]  # what was not prepared is compiled as ever
