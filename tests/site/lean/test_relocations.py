"""Where data and globals hold addresses, as the functions tell that fill them in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_module import (
    ADD,
    APPLYING,
    BASES,
    DROP,
    FILL,
    FIRST,
    HEAP,
    HELPER,
    MORE_RECORDS,
    NAMED,
    NAMED_AT,
    RECORDS,
    ROW,
    SET,
    SIZE,
    STORE,
    SUB,
    call,
    const,
    function,
    get,
    in_data,
    load,
    push,
    rows,
    slot,
    small_module,
)

from checker.site.lean.relocations import APPLY, Address, bases, data_addresses, global_addresses, own_function
from checker.site.lean.wasm import Export, LeanError, Module

IN_DATA = {
    "of data": {MORE_RECORDS: in_data(40)},
    "of a function": {MORE_RECORDS: slot(2)},
    "of the first function, to which nothing is added": {MORE_RECORDS: slot(0)},
    "of the first byte": {MORE_RECORDS: in_data(0)},
    "of something elsewhere": {MORE_RECORDS: Address(HEAP, 0), MORE_RECORDS + 4: Address(HEAP, 8)},
    "of what lies before": {MORE_RECORDS: in_data(-4)},
    "at the very first place, to which nothing is added": {0: slot(1)},
    "after all that is in the file": {SIZE + 8: in_data(40)},
}
MORE_THAN_STORES = {
    "it calls": (call(HELPER), "does not begin with a global"),
    "it stores at an offset": (push(in_data(8)) + push(slot(1)) + b"\x36\x02\x04", "does more than to store"),
    "it stores one byte": (push(in_data(8)) + push(slot(1)) + b"\x3a\x00\x00", "does more than to store"),
    "it stores elsewhere": (push(slot(8)) + push(slot(1)) + STORE, "does more than to store"),
    "it stores a number": (push(in_data(8)) + const(1) + STORE, "does not begin with a global"),
    "it stores what it has read": (push(in_data(8)) + push(in_data(4)) + load() + STORE, "does more than to store"),
    "it stores a product": (push(in_data(8)) + get(BASES.table) + const(2) + b"\x6c" + STORE, "does more than to store"),
}
SET_IT = bytes([0x24, SET])
CLEAR = const(0) + const(64) + FILL
STARTS = {
    "it sets and clears": (push(in_data(40)) + SET_IT + push(in_data(SIZE)) + CLEAR, in_data(40)),
    "it sets alone": (push(slot(2)) + SET_IT, slot(2)),
    "it sets to a beginning": (push(slot(0)) + SET_IT + push(in_data(SIZE)) + CLEAR, slot(0)),
    "it takes away": (get(0) + const(-64) + SUB + SET_IT, in_data(64)),
    "it clears from the first byte on": (push(slot(2)) + SET_IT + get(0) + CLEAR, slot(2)),
}
OTHER_STARTS = {
    "it calls": (call(HELPER), "does not begin with a global"),
    "it calls with an address": (push(in_data(40)) + call(HELPER), "does more than to set globals"),
    "it stores": (push(in_data(40)) + push(slot(1)) + STORE, "does more than to set globals"),
    "it goes on after it has cleared": (push(in_data(SIZE)) + CLEAR + push(in_data(40)) + SET_IT, "does more than to set globals"),
    "it copies": (push(in_data(SIZE)) + const(0) + const(64) + b"\xfc\x0a\x00\x00", "does more than to set globals"),
    "it clears no certain piece": (push(in_data(SIZE)) + const(0) + get(HEAP) + FILL, "does more than to set globals"),
}


def without_import(name: str) -> Module:
    module = small_module()
    return replace(module, imports=tuple(given for given in module.imports if given.name != name))


def test_the_globals_that_say_where_things_begin() -> None:
    assert bases(small_module()) == BASES


@pytest.mark.parametrize("name", ["__memory_base", "__table_base"])
def test_a_module_that_is_always_in_one_place_is_refused(name: str) -> None:
    with pytest.raises(LeanError, match="does not ask where it is put"):
        bases(without_import(name))


@pytest.mark.parametrize("more", IN_DATA.values(), ids=IN_DATA)
def test_an_address_in_the_data(more: dict[int, Address]) -> None:
    assert data_addresses(small_module(more=more)) == rows() | more


def test_an_address_and_its_place_may_be_written_as_what_is_taken_away() -> None:
    apply = function(get(0), const(-64), SUB, get(2), const(-8192), SUB, STORE)
    assert data_addresses(small_module(apply=apply)) == {64: slot(8192)}


@pytest.mark.parametrize(("code", "message"), MORE_THAN_STORES.values(), ids=MORE_THAN_STORES)
def test_what_does_more_than_to_store_addresses_is_refused(code: bytes, message: str) -> None:
    with pytest.raises(LeanError, match=message):
        data_addresses(small_module(apply=function(push(in_data(64)), push(slot(1)), STORE, code)))


@pytest.mark.parametrize(("code", "address"), STARTS.values(), ids=STARTS)
def test_a_global_holds_what_the_start_puts_there(code: bytes, address: Address) -> None:
    assert global_addresses(small_module(start=function(code)))[SET] == address


def test_a_global_that_is_handed_out_names_a_place_in_the_data() -> None:
    assert global_addresses(small_module(start=function())) == {ROW: in_data(RECORDS), NAMED: in_data(NAMED_AT)}


@pytest.mark.parametrize(("code", "message"), OTHER_STARTS.values(), ids=OTHER_STARTS)
def test_a_start_that_does_more_is_refused(code: bytes, message: str) -> None:
    with pytest.raises(LeanError, match=message):
        global_addresses(small_module(start=function(code)))


def test_a_function_of_its_own_is_found_by_name() -> None:
    module = small_module(functions=[function(get(0), const(4), ADD, DROP)], exports={"live": FIRST})
    assert own_function(module, APPLY) == APPLYING - 1  # one is imported
    assert module.bodies[own_function(module, "live")] == function(get(0), const(4), ADD, DROP)


@pytest.mark.parametrize("export", [None, Export(kind=3, index=ROW)], ids=["nothing", "a global"])
def test_it_is_told_where_there_is_no_such_function(export: Export | None) -> None:
    module = small_module()
    exports = {name: each for name, each in (module.exports | {APPLY: export}).items() if each}
    with pytest.raises(LeanError, match=f"has no function {APPLY}"):
        data_addresses(replace(module, exports=exports))
