"""A module's parts: read, written again as they were, and refused where they are of another make."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from small_module import (
    APPLYING,
    FIRST,
    HELPER,
    MAKES_ONE,
    MAKES_THREE,
    MAKES_TWO,
    NAMED,
    NAMED_AT,
    RECORDS,
    ROW,
    STARTING,
    all_data,
    calling,
    function,
    small_file,
    small_module,
)

from checker.site.bundle import find_pyodide
from checker.site.lean.wasm import (
    CODE,
    DATA,
    ELEMENTS,
    EXPORTS,
    FUNCTION,
    FUNCTIONS,
    GLOBAL,
    GLOBALS,
    IMPORTS,
    MAGIC,
    MEMORY,
    START,
    TABLE,
    TAG,
    TYPES,
    Export,
    Import,
    LeanError,
    Type,
    read_module,
    written_module,
)

ROOT = Path(__file__).resolve().parents[3]
NOT_THIS_SHAPE = {
    "not WebAssembly": (b"function", "not a WebAssembly file"),
    "nothing": (b"", "not a WebAssembly file"),
    "a later version": (b"\0asm\2\0\0\0" + small_file()[8:], "not a WebAssembly file of version 1"),
    "nothing but its head": (MAGIC, "has no section"),
    "two pieces of data": (small_file(sections={DATA: b"\x02\x00\x23\x00\x0b\x01a\x00\x23\x00\x0b\x01b"}), "data are not one piece"),
    "data at a fixed place": (small_file(sections={DATA: b"\x01\x00\x41\x08\x0b\x01a"}), "data are not one piece"),
    "data put there later": (small_file(sections={DATA: b"\x01\x01\x01a"}), "data are not one piece"),
    "two rows of addresses": (small_file(sections={ELEMENTS: b"\x02\x00\x23\x02\x0b\x01\x03\x00\x23\x02\x0b\x01\x04"}), "addresses are not one row"),
    "a row at a fixed place": (small_file(sections={ELEMENTS: b"\x01\x00\x41\x01\x0b\x01\x03"}), "addresses are not one row"),
    "a row that is only declared": (small_file(sections={ELEMENTS: b"\x01\x03\x00\x01\x03"}), "addresses are not one row"),
    "a type of something else": (small_file(sections={TYPES: b"\x01\x5f\x00"}), "not one of functions"),
    "a global that is a sum": (small_file(sections={GLOBALS: b"\x01\x7f\x00\x41\x08\x41\x08\x6a\x0b"}), "more than a number"),
}
# How many of something there may be at most, or none: both are told apart by one bit.
LIMITS = {
    "a memory with a limit": (MEMORY, b"\x01\x80\x02\x80\x80\x02"),
    "a memory without one": (MEMORY, b"\x00\x80\x02"),
    "a shared memory": (MEMORY, b"\x03\x01\x02"),
    "a table with a limit": (TABLE, b"\x70\x01\x80\x02\x80\x04"),
    "a table without one": (TABLE, b"\x70\x00\x80\x02"),
    "a function": (FUNCTION, b"\x80\x01"),
    "a global": (GLOBAL, b"\x7f\x01"),
    "a tag": (TAG, b"\x00\x80\x01"),
}


def test_the_real_module_written_again_is_the_same_byte_for_byte() -> None:
    file = (find_pyodide(ROOT) / "pyodide.asm.wasm").read_bytes()
    assert written_module(read_module(file)) == file


def test_a_file_that_ends_too_early_is_refused() -> None:
    with pytest.raises(LeanError, match="ends too early"):
        read_module(small_file()[:-20])


def test_a_global_ends_where_the_next_one_begins() -> None:
    values = (b"\x23\x0b", b"\x41\x8b\x0b", b"\x42\x0b", b"\x43\x0b\x0b\x0b\x0b", b"\x44" + b"\x0b" * 8, b"\xd0\x70", b"\x41\x05")
    globals_ = bytes([len(values)]) + b"".join(b"\x7f\x00" + value + b"\x0b" for value in values)
    assert small_module(sections={GLOBALS: globals_}).globals == (None, 1419, None, None, None, None, 5)


def test_the_small_module_is_one_that_a_browser_would_take(node: str, tmp_path: Path) -> None:
    (tmp_path / "small.wasm").write_bytes(file := small_file([calling(HELPER)], {"live": FIRST}, slots=[FIRST]))
    assert written_module(read_module(file)) == file
    script = "new WebAssembly.Module(require('fs').readFileSync(process.argv[1]))"
    subprocess.run([node, "-e", script, str(tmp_path / "small.wasm")], check=True)


def test_its_parts() -> None:
    module = small_module(functions=[calling(HELPER)], exports={"live": FIRST}, slots=[FIRST])
    assert [given.name for given in module.imported(GLOBAL)] == ["__memory_base", "__stack_pointer", "__table_base", "__heap_base", "live", "dead"]
    assert module.imported(FUNCTION) == [Import("env", "helper", FUNCTION, b"\0")]
    assert [(given.name, given.type) for given in module.imported(MEMORY)] == [("memory", b"\x01\x01\x02")]
    assert module.imported(TABLE)[0].type == b"\x70\x00\x03"
    assert module.imported(TAG)[0].type == b"\x00\x01"
    assert module.exports == {
        "__wasm_apply_data_relocs": Export(FUNCTION, APPLYING),
        "PyImport_Inittab": Export(GLOBAL, ROW),
        "named": Export(GLOBAL, NAMED),
        "live": Export(FUNCTION, FIRST),
    }
    assert module.globals == (RECORDS, NAMED_AT, 0, None)
    assert module.start == STARTING
    assert module.types == (Type(b"", b""), Type(b"\x7f", b""))
    assert module.typed == (0,) * FIRST
    assert module.elements == (MAKES_ONE, MAKES_TWO, MAKES_THREE, FIRST)
    assert len(module.bodies) == FIRST
    assert module.bodies[-1] == calling(HELPER)
    assert module.data == all_data()


def test_what_is_changed_is_written_and_all_else_stays() -> None:
    module = small_module(functions=[calling(HELPER)])
    other = replace(
        module,
        imports=(*module.imports[:-1], Import("elsewhere", "é", FUNCTION, b"\0")),
        exports={"live": Export(FUNCTION, 200)},
        bodies=(*module.bodies[:-1], function(b"\x01" * 200)),
        data=b"x" * 300,
    )
    again = read_module(written_module(other))
    assert (again.imports, again.exports, again.bodies, again.data) == (other.imports, other.exports, other.bodies, other.data)
    assert (again.globals, again.start, again.elements) == (module.globals, module.start, module.elements)
    assert [kind for kind, _ in again.sections] == [kind for kind, _ in module.sections]
    assert again.sections[-1] == module.sections[-1]


@pytest.mark.parametrize(("kind", "type_"), LIMITS.values(), ids=LIMITS)
def test_an_import_ends_where_the_next_one_begins(kind: int, type_: bytes) -> None:
    imports = b"\x02\x01a\x01b" + bytes([kind]) + type_ + b"\x01c\x01d\x00\x00"
    module = small_module(sections={IMPORTS: imports})
    assert module.imports == (Import("a", "b", kind, type_), Import("c", "d", FUNCTION, b"\0"))


@pytest.mark.parametrize(("file", "message"), NOT_THIS_SHAPE.values(), ids=NOT_THIS_SHAPE)
def test_another_shape_is_refused(file: bytes, message: str) -> None:
    with pytest.raises(LeanError, match=message):
        read_module(file)


@pytest.mark.parametrize("kind", [TYPES, IMPORTS, FUNCTIONS, GLOBALS, EXPORTS, START, ELEMENTS, CODE, DATA])
def test_a_part_that_is_missing_is_told(kind: int) -> None:
    with pytest.raises(LeanError, match=f"has no section {kind}"):
        small_module(sections={kind: None})
