"""The script around the module without what it does not use: what goes, what stays, and a script of another make."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.site.bundle import find_pyodide
from checker.site.lean.unused import without_tables, without_unused
from checker.site.lean.wasm import LeanError

ROOT = Path(__file__).resolve().parents[3]
NODE_MODULES = find_pyodide(ROOT).parent
TABLE = 'var wasmImports={draw:_draw,"sleep":_sleep,now};var wasmExports=1;'
# What follows the table, and what becomes of it when the module imports "sleep" alone.
AFTER = {
    "a signature of what is handed out": ('_sleep.sig="vi";', '_sleep.sig="vi";'),
    "one of what is not": ('_draw.sig="vi";', ""),
    "several of them": ('_draw.sig="v";now.sig="d";_sleep.sig="v";', '_sleep.sig="v";'),
    "what nobody asks for": ('Module["draw"]=_draw;', ""),
    "what is asked for by name": ('Module["draw"]=_draw;ask("draw");', 'Module["draw"]=_draw;ask("draw");'),
    "what is asked for as a property": ('Module["draw"]=_draw;Module.draw();', 'Module["draw"]=_draw;Module.draw();'),
    "what another script asks for": ('Module["FS"]=FS;', 'Module["FS"]=FS;'),
    "what gets a name here, too": ('var d=Module["draw"]=_draw;', 'var d=Module["draw"]=_draw;'),
    "code that is evaluated": ("eval(code);", "(0,eval)(code);"),
    "a function of a like name": ("retrieval(code);this.eval(code);", "retrieval(code);this.eval(code);"),
}
UNKNOWN = {
    "no table": "var wasmExports=1;",
    "an empty one": "var wasmImports={};",
    "a function in it": "var wasmImports={draw:()=>1};",
    "an object in it": "var wasmImports={draw:{a:1}};",
}
# Within a function, as Pyodide's script is, and what is left of it.
UNUSED = {
    "a function that nothing calls": ("function a(){}b();function b(){c()}", "b();function b(){c()}"),
    "what only such a function calls": ("var a=()=>b();function b(){c()}", ""),
    "a value that nothing reads": ("var a={b:1};", ""),
    "what is called all the same": ("var a=b();", "b();"),
}


@pytest.mark.parametrize(("rest", "left"), AFTER.values(), ids=AFTER)
def test_the_tables_have_what_is_imported_or_asked_for(rest: str, left: str) -> None:
    assert without_tables(TABLE + rest, {"sleep"}, "pyodide.FS") == 'var wasmImports={"sleep":_sleep};var wasmExports=1;' + left


@pytest.mark.parametrize("script", UNKNOWN.values(), ids=UNKNOWN)
def test_a_script_of_another_make_is_told(script: str) -> None:
    with pytest.raises(LeanError, match="does not say what it gives the module"):
        without_tables(script, {"draw"})


@pytest.mark.parametrize(("code", "left"), UNUSED.values(), ids=UNUSED)
def test_what_nothing_uses_is_gone(code: str, left: str) -> None:
    assert without_unused(f"ask(function(){{{code}}});", NODE_MODULES).strip() == f"ask(function(){{{left}}});".replace(";}", "}")


def test_what_is_no_script_is_told() -> None:
    with pytest.raises(LeanError, match="terser"):
        without_unused("function {", NODE_MODULES)


def test_where_terser_is_missing_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LeanError, match="make build"):
        without_unused("ask();", tmp_path)
