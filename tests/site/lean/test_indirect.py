"""Calls by an address: each goes through the one function that makes all calls of its type, and arrives with what it was given."""

from __future__ import annotations

from pathlib import Path

import pytest
from running_module import started
from small_module import (
    FIRST,
    FIRST_SLOT,
    FUNCTIONS,
    MORE_RECORDS,
    STORE,
    call,
    const,
    function,
    in_data,
    local_get,
    push,
    slot,
    small_module,
)

from checker.site.lean.indirect import through_one
from checker.site.lean.instructions import CALL, CALL_INDIRECT, END, instructions
from checker.site.lean.wasm import LeanError, Module, Type, read_module, written_module

NOTHING_GIVEN, NUMBER_GIVEN = 0, 1  # the small module's types
MAIN, SEVEN, GIVEN = FIRST, FIRST + 1, FIRST + 2
SEVEN_SLOT, GIVEN_SLOT = FIRST_SLOT, FIRST_SLOT + 1
PLACES = (MORE_RECORDS, MORE_RECORDS + 4)


def by_address(number: int, type_: int, table: int = 0) -> bytes:
    return push(slot(number)) + bytes([CALL_INDIRECT, type_, table])


def small(*main: bytes) -> Module:
    """A module whose first function is called from outside. Two have addresses: one stores 7, the other what it is given."""
    functions = [
        function(*main),
        function(push(in_data(PLACES[0])), const(7), STORE),
        function(push(in_data(PLACES[1])), local_get(0), STORE),
    ]
    types = [NOTHING_GIVEN] * (FIRST - 1 + len(functions))
    types[GIVEN - 1] = NUMBER_GIVEN  # one is imported
    return small_module(
        functions=functions, exports={"main": MAIN}, slots=[SEVEN, GIVEN], sections={FUNCTIONS: bytes([len(types), *types])}
    )


def opcodes(body: bytes) -> list[int]:
    return [opcode for opcode, _ in instructions(body)]


def test_what_is_called_gets_what_it_was_given(node: str, tmp_path: Path) -> None:
    before = small(by_address(SEVEN_SLOT, NOTHING_GIVEN), const(300), by_address(GIVEN_SLOT, NUMBER_GIVEN))
    words = started(node, tmp_path, through_one(before))
    assert words == started(node, tmp_path, before)
    assert [words[place // 4] for place in PLACES] == [7, 300]


def test_only_the_new_functions_call_by_an_address() -> None:
    twice = [const(1), by_address(GIVEN_SLOT, NUMBER_GIVEN)] * 2
    before = small(*twice, by_address(SEVEN_SLOT, NOTHING_GIVEN))
    after = through_one(before)
    assert [CALL_INDIRECT in opcodes(body) for body in after.bodies] == [False] * len(before.bodies) + [True, True]
    assert opcodes(after.bodies[MAIN - 1]).count(CALL) == 3
    assert after.types == (*before.types, Type(b"\x7f", b""), Type(b"\x7f\x7f", b""))
    assert after.typed == (*before.typed, 2, 3)


def test_all_else_stays() -> None:
    before = small(call(SEVEN), const(17), by_address(GIVEN_SLOT, NUMBER_GIVEN), call(SEVEN))
    after = through_one(before)
    kept = [number for number in range(len(before.bodies)) if number != MAIN - 1]
    assert [after.bodies[number] for number in kept] == [before.bodies[number] for number in kept]
    assert [opcode for opcode in opcodes(after.bodies[MAIN - 1]) if opcode != CALL] == [0x41, 0x23, 0x41, 0x6A, END]
    assert (after.imports, after.exports, after.start, after.elements, after.data) == (
        before.imports, before.exports, before.start, before.elements, before.data,
    )  # fmt: skip


def test_a_module_without_such_calls_stays_as_it_is() -> None:
    before = small(call(SEVEN))
    assert through_one(before) == before


def test_it_can_be_written_and_read() -> None:
    after = through_one(small(by_address(SEVEN_SLOT, NOTHING_GIVEN)))
    again = read_module(written_module(after))
    assert (again.types, again.typed, again.bodies) == (after.types, after.typed, after.bodies)


def test_a_second_table_is_refused() -> None:
    with pytest.raises(LeanError, match="second table"):
        through_one(small(by_address(SEVEN_SLOT, NOTHING_GIVEN, table=1)))
