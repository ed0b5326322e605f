"""The script around the module: where it puts it, what it uses of it, and the script without the other names."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.site.bundle import find_pyodide
from checker.site.lean.glue import Placed, placed, used_names, without_names
from checker.site.lean.wasm import LeanError

ROOT = Path(__file__).resolve().parents[3]
BASES = (
    'var ___memory_base=new WebAssembly.Global({value:"i32",mutable:false},1024);'
    'var ___table_base=new WebAssembly.Global({value:"i32",mutable:false},1);'
)
NAMES = {
    "main": 'var _main=Module["_main"]=wasmExports["main"];',
    "malloc": 'var _malloc=wasmExports["malloc"];',
    "__trap": 'var ___trap=wasmExports["__trap"];',
    "setThrew": 'var __setThrew=Module["__setThrew"]=wasmExports["setThrew"];',
    "Py_True": 'var _Py_True=Module["_Py_True"]=2776960;',
    "Py_None": 'var _Py_None=Module["_Py_None"]=3e6;',
}
USES = {
    "it is called": ("_malloc(8);", {"malloc"}),
    "it is called by its own name": ('wasmExports["malloc"](8);', {"malloc"}),
    "it is looked up by a string": ('Module["_" + "main"]();', {"main"}),
    "it stands in a string": ('ask("do malloc, please");', {"malloc"}),
    "it has another name here": ("__setThrew(1, 0);", {"setThrew"}),
    "it has underscores of its own": ("___trap();", {"__trap"}),
    "its data are read": ("HEAP32[_Py_None>>2];", {"Py_None"}),
    "its data are looked up": ('HEAP32[Module["_Py_True"]>>2];', {"Py_True"}),
    "a longer name is another one": ("_malloc_usable();", set()),
    "two are used": ("_main(_Py_True);", {"main", "Py_True"}),
    "nothing is used": ("quit();", set()),
}
KEPT = {
    "none": set(),
    "a function": {"main"},
    "a function and data": {"__trap", "Py_None"},
    "none, as these are the script's own": {"_main", "_Py_None"},
    "all": NAMES.keys(),
}
UNPLACED = {
    "no word of it": "var x=1;",
    "only one of the two": BASES[: BASES.index("var ___table")],
    "no plain number": BASES.replace("1024", "base"),
}


def script(rest: str) -> str:
    return "var wasmExports;" + "".join(NAMES.values()) + rest


def test_the_script_says_where_it_puts_the_module() -> None:
    assert placed("var a=1;" + BASES + "var b=2;") == Placed(memory=1024, table=1)


@pytest.mark.parametrize("text", UNPLACED.values(), ids=UNPLACED)
def test_it_is_told_where_the_script_does_not_say_so(text: str) -> None:
    with pytest.raises(LeanError, match="does not say where"):
        placed(text)


@pytest.mark.parametrize(("rest", "names"), USES.values(), ids=USES)
def test_a_name_counts_wherever_it_stands_but_where_it_is_given(rest: str, names: set[str]) -> None:
    assert used_names(script(rest)) & NAMES.keys() == names


@pytest.mark.parametrize(("rest", "names"), USES.values(), ids=USES)
def test_a_name_in_another_script_counts_too(rest: str, names: set[str]) -> None:
    assert used_names(script("start();"), "other();", rest) & NAMES.keys() == names


def test_where_something_has_two_names_either_counts() -> None:
    twice = script('var _alias=Module["_alias"]=wasmExports["main"];')
    assert "main" in used_names(twice + "_main();") and "main" in used_names(twice + "_alias();")


def test_a_script_that_names_nothing_of_the_module_is_told() -> None:
    with pytest.raises(LeanError, match="does not name what the module hands out"):
        used_names("var _main=1;", script(""))


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
def test_names_that_are_not_kept_are_gone_and_all_else_stays(kept: set[str]) -> None:
    left = without_names(script("quit();"), frozenset(kept))
    assert left == "var wasmExports;" + "".join(text for name, text in NAMES.items() if name in kept) + "quit();"


def test_the_real_script_is_told_what_it_uses_and_without_the_rest_it_uses_the_same() -> None:
    text = (find_pyodide(ROOT) / "pyodide.asm.js").read_text(encoding="utf-8")
    names = used_names(text)
    left = without_names(text, names)
    # Worked out first, as what pytest says of a comparison that fails would be a megabyte long.
    uses = {"__wasm_apply_data_relocs", "malloc", "main"} <= names
    shorter, same = len(left) < len(text) - 100_000, used_names(left) == names
    assert uses
    assert shorter
    assert same
