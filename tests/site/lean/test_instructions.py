"""The instructions of a function: where each one ends, and the number that matters."""

from __future__ import annotations

import pytest
from small_module import ADD, DROP, SUB, call, const, function, get, load

from checker.site.lean.instructions import (
    CALCULATIONS,
    END,
    I32_ADD,
    I32_SUB,
    LOADS,
    LOADS_AND_STORES,
    NOTHING,
    UNREACHABLE,
    added,
    instructions,
)
from checker.site.lean.wasm import LeanError

# One of each shape, as in a file. Wherever it can be, what follows the opcode would be taken for another instruction if it were not skipped.
EACH = {
    "unreachable": ("00", 0x00, 0),
    "nop": ("01", 0x01, 0),
    "block with nothing": ("02 40", 0x02, 0),
    "loop with a number": ("03 7f", 0x03, 0),
    "if with a type of its own": ("04 80 01", 0x04, 0),
    "else": ("05", 0x05, 0),
    "try": ("06 40", 0x06, 0),
    "catch": ("07 0b", 0x07, 11),
    "throw": ("08 0b", 0x08, 11),
    "rethrow": ("09 0b", 0x09, 11),
    "br": ("0c 0b", 0x0C, 11),
    "br_if": ("0d 80 01", 0x0D, 128),
    "br_table": ("0e 02 0b 0b 80 01", 0x0E, 0),
    "br_table to one place": ("0e 00 0b", 0x0E, 0),
    "return": ("0f", 0x0F, 0),
    "call": ("10 ff 01", 0x10, 255),
    "call_indirect": ("11 80 01 0b", 0x11, 128),
    "return_call": ("12 0b", 0x12, 11),
    "return_call_indirect": ("13 0b 0b", 0x13, 11),
    "delegate": ("18 0b", 0x18, 11),
    "catch_all": ("19", 0x19, 0),
    "drop": ("1a", 0x1A, 0),
    "select": ("1b", 0x1B, 0),
    "select of a type": ("1c 01 7f", 0x1C, 0),
    "local.get": ("20 0b", 0x20, 11),
    "local.set": ("21 80 01", 0x21, 128),
    "local.tee": ("22 0b", 0x22, 11),
    "global.get": ("23 80 01", 0x23, 128),
    "global.set": ("24 0b", 0x24, 11),
    "table.get": ("25 0b", 0x25, 11),
    "table.set": ("26 0b", 0x26, 11),
    "i32.load": ("28 02 80 01", 0x28, 128),
    "f64.store": ("39 0b 0b", 0x39, 11),
    "i64.store32": ("3e 02 0b", 0x3E, 11),
    "memory.size": ("3f 00", 0x3F, 0),
    "memory.grow": ("40 00", 0x40, 0),
    "i32.const": ("41 c0 00", 0x41, 64),
    "i32.const below nought": ("41 40", 0x41, -64),
    "i64.const": ("42 80 80 80 80 70", 0x42, -(2**32)),
    "f32.const": ("43 0b 0b 0b 0b", 0x43, 0),
    "f64.const": ("44 0b 0b 0b 0b 0b 0b 0b 0b", 0x44, 0),
    "i32.eqz": ("45", 0x45, 0),
    "i64.extend32_s": ("c4", 0xC4, 0),
    "ref.null": ("d0 70", 0xD0, -16),
    "ref.is_null": ("d1", 0xD1, 0),
    "ref.func": ("d2 80 01", 0xD2, 128),
    "i32.trunc_sat_f32_s": ("fc 00", 0xFC, 0),
    "i64.trunc_sat_f64_u": ("fc 07", 0xFC, 7),
    "memory.init": ("fc 08 0b 0b", 0xFC, 8),
    "data.drop": ("fc 09 0b", 0xFC, 9),
    "memory.copy": ("fc 0a 0b 0b", 0xFC, 10),
    "memory.fill": ("fc 0b 0b", 0xFC, 11),
    "table.init": ("fc 0c 0b 0b", 0xFC, 12),
    "elem.drop": ("fc 0d 0b", 0xFC, 13),
    "table.copy": ("fc 0e 0b 0b", 0xFC, 14),
    "table.grow": ("fc 0f 0b", 0xFC, 15),
    "table.size": ("fc 10 0b", 0xFC, 16),
    "table.fill": ("fc 11 0b", 0xFC, 17),
}
UNKNOWN = {
    "try_table": ("1f 40 00", "0x1f"),
    "of vectors": ("fd 0c", "0xfd"),
    "of threads": ("fe 00", "0xfe"),
    "not even in the specification": ("27", "0x27"),
    "after the last calculation": ("c5", "0xc5"),
    "after the last of 0xFC": ("fc 12", "0xFC 18"),
}
LOCALS = {
    "none": "00",
    "one kind": "01 0b 7f",
    "more than 127 of it": "01 80 01 7f",
    "two kinds": "02 0b 7f 0b 7c",
}
ADDED = {
    "it is added": (const(64) + ADD, 64),
    "it is taken away": (const(-64) + SUB, 64),
    "a number below nought is added": (const(-8) + ADD, -8),
    "nought": (const(0) + ADD, 0),
    "it is multiplied": (const(64) + b"\x6c", None),
    "it is put away first": (const(64) + DROP + ADD, None),
    "it is a larger kind of number": (b"\x42\x08" + ADD, None),
    "what is added is no constant": (b"\x20\x00" + ADD, None),
}


@pytest.mark.parametrize(("file", "opcode", "value"), EACH.values(), ids=EACH)
def test_an_instruction_ends_where_the_next_one_begins(file: str, opcode: int, value: int) -> None:
    assert list(instructions(function(bytes.fromhex(file), call(77)))) == [(opcode, value), (0x10, 77), (END, 0)]


@pytest.mark.parametrize(("file", "told"), UNKNOWN.values(), ids=UNKNOWN)
def test_an_instruction_that_is_not_known_is_told(file: str, told: str) -> None:
    with pytest.raises(LeanError, match=f"Instruction {told} is not known here"):
        list(instructions(function(bytes.fromhex(file))))


@pytest.mark.parametrize("locals_", LOCALS.values(), ids=LOCALS)
def test_they_begin_after_the_local_variables(locals_: str) -> None:
    assert list(instructions(bytes.fromhex(locals_) + get(3) + bytes([END]))) == [(0x23, 3), (END, 0)]


@pytest.mark.parametrize("opcode", LOADS_AND_STORES)
def test_whatever_reads_or_writes_memory_tells_its_offset(opcode: int) -> None:
    assert list(instructions(function(bytes([opcode]) + load(300)[1:]))) == [(opcode, 300), (END, 0)]


def test_reading_comes_before_writing() -> None:
    assert (min(LOADS), max(LOADS), max(LOADS_AND_STORES)) == (0x28, 0x35, 0x3E)  # i32.load, i64.load32_u, i64.store32


def test_to_add_and_to_take_away_are_no_other_calculations() -> None:
    assert set(range(0x45, 0x79)) - set(CALCULATIONS) == {I32_ADD, I32_SUB}
    assert (min(CALCULATIONS), max(CALCULATIONS)) == (0x45, 0x78)  # i32.eqz, i32.rotr


@pytest.mark.parametrize(("code", "number"), ADDED.values(), ids=ADDED)
def test_what_is_added_to_what_is_there(code: bytes, number: int | None) -> None:
    assert added(list(instructions(function(get(0), code))), 1) == number


def test_nothing_is_added_where_the_function_ends() -> None:
    code = list(instructions(function(const(64))))
    assert [added(code, at) for at in range(3)] == [None, None, None]


def test_what_stands_for_a_function_that_is_gone() -> None:
    assert list(instructions(UNREACHABLE)) == [(0x00, 0), (END, 0)]
    assert list(instructions(NOTHING)) == [(END, 0)]
