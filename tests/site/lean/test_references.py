"""What a function refers to: what is certain, and what may be an address."""

from __future__ import annotations

import pytest
from small_module import (
    ADD,
    BASES,
    DROP,
    HEAP,
    STORE,
    SUB,
    call,
    const,
    function,
    get,
    in_data,
    load,
    local_get,
    local_set,
    local_tee,
    push,
    slot,
)

from checker.site.lean.references import references
from checker.site.lean.relocations import Address

USE = const(1) + STORE  # of an address, by which nothing more is told
PLUS_24 = const(24) + ADD
CERTAIN = {
    "at once": (push(in_data(40)) + USE, {in_data(40)}),
    "by taking away": (get(0) + const(-64) + SUB + USE, {in_data(64)}),
    "of a function": (push(slot(5)) + DROP, {slot(5)}),
    "of both": (push(in_data(5)) + USE + push(slot(5)) + DROP, {in_data(5), slot(5)}),
    "through a local variable": (get(0) + local_set(1) + local_get(1) + PLUS_24 + USE, {in_data(24)}),
    "through two": (
        get(0) + local_set(1) + get(2) + local_set(2) + local_get(1) + PLUS_24 + USE + local_get(2) + const(3) + ADD + DROP,
        {in_data(24), slot(3)},
    ),
    "put away and used at once": (
        get(0) + local_tee(1) + const(8) + ADD + USE + local_get(1) + PLUS_24 + USE,
        {in_data(8), in_data(24)},
    ),
    "not of another local variable": (push(in_data(40)) + USE + local_get(3) + PLUS_24 + USE, {in_data(40)}),
    "not of another global": (push(in_data(40)) + USE + get(HEAP) + PLUS_24 + USE, {in_data(40)}),
    "not of a local variable that happens to have the number": (push(in_data(2)) + USE + local_get(2) + call(7), {in_data(2)}),
    "not of what else is put into the variable": (
        get(0) + local_set(1) + local_get(1) + PLUS_24 + USE + const(9) + local_tee(1) + call(1),
        {in_data(24)},
    ),
    "not of a number alone": (const(40) + USE, set()),
}
# The beginning of the data is used in a way that does not show what it is added to.
UNCLEAR = {
    "it is given to a function": get(0) + call(7),
    "it waits for what is added": get(0) + local_get(2) + ADD + DROP,
    "it is stored": const(5) + b"\x6c" + get(0) + STORE,
    "it is given on from a local variable": get(0) + local_set(1) + local_get(1) + call(7),
    "it is given on once it was put away": get(0) + local_tee(1) + call(7),
    "it is put from one local variable into another": get(0) + local_set(1) + local_get(1) + local_set(2),
    "it is multiplied": get(0) + const(5) + b"\x6c" + DROP,
}
DONE_WITH = {
    "i32.eqz": (0x45, False),
    "i32.eq": (0x46, False),
    "i32.ge_u": (0x4F, False),
    "i32.popcnt": (0x69, False),
    "i32.mul": (0x6C, False),
    "i32.and": (0x71, False),
    "i32.rotr": (0x78, False),
    "i32.add": (0x6A, True),
    "i32.sub": (0x6B, True),
    "drop": (0x1A, True),
    "select": (0x1B, True),
    "return": (0x0F, True),
}
FURTHER = {
    "at once": (push(in_data(40)) + load(12), {in_data(52)}),
    "by taking away": (get(0) + const(-64) + SUB + load(12), {in_data(76)}),
    "through a local variable": (push(in_data(40)) + local_set(1) + local_get(1) + load(12), {in_data(52)}),
    "put away and read at once": (push(in_data(40)) + local_tee(1) + load(12), {in_data(52)}),
    "from a beginning in a local variable": (get(0) + local_set(1) + local_get(1) + PLUS_24 + load(12), {in_data(36)}),
    "in one that holds this or that": (
        push(in_data(40)) + local_set(1) + push(in_data(80)) + local_set(1) + local_get(1) + load(12),
        {in_data(52), in_data(92)},
    ),
    "in a loop, where the variable is filled after it": (
        local_get(1) + load(12) + DROP + push(in_data(40)) + local_set(1),
        {in_data(52)},
    ),
    "any kind of reading": (push(in_data(40)) + b"\x2d\x00\x0c", {in_data(52)}),
    "not through another local variable": (push(in_data(40)) + local_set(1) + local_get(2) + load(12), set()),
    "not after what is written": (push(in_data(40)) + const(1) + b"\x36\x02\x0c", set()),
    "not where a local variable is given on or written": (
        push(in_data(40)) + local_set(1) + local_get(1) + call(12) + const(0) + local_get(1) + b"\x36\x02\x0c",
        set(),
    ),
    "not through a global of the same number": (push(in_data(40)) + local_set(1) + get(1) + load(12), set()),
    "not from what was read": (push(in_data(40)) + load() + load(12), {in_data(40)}),
    "not from a sum with what was read": (push(in_data(40)) + load() + PLUS_24 + load(12), {in_data(40)}),
}


@pytest.mark.parametrize(("code", "addresses"), CERTAIN.values(), ids=CERTAIN)
def test_an_address(code: bytes, addresses: set[Address]) -> None:
    found = references(function(code, locals_=4), BASES)
    assert found.addresses == addresses
    assert not found.perhaps


def test_where_it_is_unclear_what_is_read_at_a_distance_is_kept_as_well() -> None:
    found = references(function(get(0), call(7), push(in_data(1000)), load(400), DROP), BASES)
    assert in_data(1400) in found.perhaps


@pytest.mark.parametrize("code", UNCLEAR.values(), ids=UNCLEAR)
def test_where_it_is_unclear_every_number_may_be_an_offset(code: bytes) -> None:
    numbers = const(300) + local_set(3) + const(-8) + local_set(3)
    found = references(function(code, numbers, local_get(3), load(36), locals_=4), BASES)
    assert {in_data(offset) for offset in (300, -300, 8, -8, 36)} <= found.perhaps
    assert in_data(5) not in found.perhaps
    assert not found.addresses


def test_what_is_certain_stays_so_beside_what_is_unclear() -> None:
    found = references(function(push(in_data(40)), DROP, get(0), call(7)), BASES)
    assert found.addresses == {in_data(40)}
    assert in_data(40) in found.perhaps


def test_what_is_unclear_of_data_is_not_so_of_functions() -> None:
    found = references(function(get(0), call(7), push(slot(5)), DROP, const(300), DROP), BASES)
    assert found.addresses == {slot(5)}
    assert in_data(300) in found.perhaps
    assert {address.base for address in found.perhaps} == {BASES.memory}


@pytest.mark.parametrize(("opcode", "counts"), DONE_WITH.values(), ids=DONE_WITH)
def test_a_number_that_is_compared_or_counted_with_is_no_offset(opcode: int, counts: bool) -> None:
    found = references(function(get(0), call(7), const(300), bytes([opcode])), BASES)
    assert (in_data(300) in found.perhaps) is counts


def test_a_larger_kind_of_number_is_no_offset() -> None:
    assert not references(function(get(0), call(7), b"\x42\x2a\x1a"), BASES).perhaps


@pytest.mark.parametrize(("code", "perhaps"), FURTHER.values(), ids=FURTHER)
def test_what_is_read_at_a_distance_from_an_address(code: bytes, perhaps: set[Address]) -> None:
    assert references(function(code, DROP, locals_=4), BASES).perhaps == perhaps


def test_functions_are_called_or_asked_for() -> None:
    code = call(3) + b"\x12\x04" + b"\xd2\x80\x01"  # call, return_call, ref.func
    assert references(function(code, const(9), local_get(8)), BASES).functions == {3, 4, 128}


def test_globals_are_those_that_are_read() -> None:
    assert references(function(get(HEAP), b"\x24\x08", get(0), DROP), BASES).globals == {HEAP, 0}
