"""What can be reached: from function to function, through data, and what is kept beside it for safety."""

from __future__ import annotations

import pytest
from small_module import (
    ADD,
    APPLYING,
    BASES,
    DROP,
    FIRST,
    FIRST_SLOT,
    HEAP,
    HELPER,
    MAKES_ONE,
    MAKES_THREE,
    MAKES_TWO,
    MORE_RECORDS,
    NAMED_AT,
    NAMES_AT,
    RECORDS,
    ROW_AT,
    SET,
    SIZE,
    STARTING,
    call,
    calling,
    const,
    function,
    get,
    in_data,
    load,
    push,
    slot,
    small_module,
    using,
)

from checker.site.lean.instructions import NOTHING
from checker.site.lean.reach import NEAR_IN_RECORDS, NEAR_IN_TABLES, Map, Reached
from checker.site.lean.relocations import APPLY, Address
from checker.site.lean.wasm import Module

LIVE, OTHER, DEAD = FIRST, FIRST + 1, FIRST + 2
# What leads from a live function to another one, with what lies in the data.
LEADS = {
    "it calls it": (calling(OTHER), {}),
    "it calls it last": (function(b"\x12", bytes([OTHER])), {}),
    "it has its address": (using(slot(FIRST_SLOT)), {}),
    "it may have its address": (function(get(BASES.table), call(HELPER), const(FIRST_SLOT), DROP), {}),
    "its address lies in data": (using(in_data(MORE_RECORDS)), {MORE_RECORDS: slot(FIRST_SLOT)}),
    "it is found by way of other data": (
        using(in_data(MORE_RECORDS)),
        {MORE_RECORDS: in_data(MORE_RECORDS + 100), MORE_RECORDS + 104: slot(FIRST_SLOT)},
    ),
    "it is read at a distance": (
        function(push(in_data(MORE_RECORDS)), load(80), DROP),
        {MORE_RECORDS + 80: slot(FIRST_SLOT), MORE_RECORDS + 160: in_data(MORE_RECORDS + 80)},
    ),
    "a global leads to it": (function(get(SET), DROP), {NAMED_AT: slot(FIRST_SLOT)}),
}
LEADS_NOWHERE = {
    "it only counts": (function(const(OTHER), DROP), {}),
    "it has another address": (using(slot(FIRST_SLOT + 1)), {}),
    "there is no such address": (using(slot(99), slot(-1)), {}),
    "its address lies elsewhere in data": (using(in_data(MORE_RECORDS)), {MORE_RECORDS + 100: slot(FIRST_SLOT), 1996: in_data(MORE_RECORDS + 100)}),
    "the number is that of a place in the data": (using(in_data(FIRST_SLOT)), {}),
    "it is a place after the data": (using(in_data(SIZE + 40)), {SIZE + 40: slot(FIRST_SLOT)}),
    "another global is used": (function(get(HEAP), DROP), {NAMED_AT: slot(FIRST_SLOT)}),
}


def walked(*functions: bytes, start_at: tuple[str, ...] = ("live",), without: tuple[int, ...] = (), **parts: object) -> Reached:
    """What is reached from the first of some functions."""
    module = small_module(functions=functions, exports={"live": LIVE, "start": STARTING}, **parts)
    return reached(module, *start_at, without=without)


def reached(module: Module, *names: str, without: tuple[int, ...] = ()) -> Reached:
    return Map(module).reached([module.exports[name] for name in names], without)


def kept(found: Reached, begin: int, end: int) -> bool:
    """Whether a stretch of data is reached, all of it."""
    return {*range(begin, end)} <= {place for piece in found.pieces for place in range(*piece)}


@pytest.mark.parametrize(("body", "more"), LEADS.values(), ids=LEADS)
def test_a_function_is_reached(body: bytes, more: dict[int, Address]) -> None:
    assert OTHER in walked(body, NOTHING, more=more, slots=[OTHER]).functions


@pytest.mark.parametrize(("body", "more"), LEADS_NOWHERE.values(), ids=LEADS_NOWHERE)
def test_a_function_is_not_reached(body: bytes, more: dict[int, Address]) -> None:
    assert walked(body, NOTHING, more=more, slots=[OTHER]).functions <= {LIVE}


def test_a_walk_goes_on_and_comes_to_an_end() -> None:
    assert walked(calling(OTHER), calling(LIVE, DEAD), calling(DEAD, HELPER)).functions == {LIVE, OTHER, DEAD, HELPER}


def test_what_only_dead_code_calls_is_not_reached() -> None:
    assert walked(NOTHING, NOTHING, calling(OTHER)).functions == {LIVE}


def test_a_walk_begins_at_all_that_is_handed_out() -> None:
    assert walked(NOTHING, start_at=()).functions == set()
    assert walked(NOTHING, start_at=("PyImport_Inittab", "live")).functions == {LIVE, MAKES_ONE, MAKES_TWO, MAKES_THREE}
    assert kept(walked(NOTHING, start_at=("named",)), NAMED_AT, NAMED_AT + 8)


def test_what_fills_in_all_addresses_leads_to_none() -> None:
    assert walked(NOTHING, start_at=(APPLY, "start")) == Reached(frozenset({APPLYING, STARTING}), ())


def test_a_piece_ends_where_another_one_begins() -> None:
    assert walked(using(in_data(100)), using(in_data(400))).pieces == ((100, 400),)
    assert walked(using(in_data(100)), NOTHING).pieces == ((100, NAMED_AT),)


def test_the_first_byte_is_the_first_piece_and_after_the_last_there_is_none() -> None:
    first = function(get(BASES.memory), const(0), ADD, DROP)
    assert walked(first, using(in_data(400))).pieces == ((0, 400),)
    assert walked(using(in_data(SIZE - 1)), NOTHING).pieces == ((SIZE - 1, SIZE),)
    assert walked(using(in_data(SIZE), in_data(SIZE + 40), in_data(-1)), NOTHING).pieces == ()


def test_the_whole_piece_is_kept_where_an_address_is_inside() -> None:
    inside = function(get(BASES.memory), call(HELPER), const(400), DROP)
    assert walked(inside, using(in_data(300))).pieces[0] == (300, NAMED_AT)


def test_a_text_that_shares_its_tail_with_another_is_kept_whole() -> None:
    long = {16: b"t" * (NEAR_IN_TABLES + 100) + b"\0"}
    tail = 16 + NEAR_IN_TABLES + 50
    assert walked(using(in_data(16)), using(in_data(tail)), texts=long).pieces == ((16, tail), (tail, NAMED_AT))
    ends_before = {16: long[16][:-60] + b"\0"}
    assert walked(using(in_data(16)), using(in_data(tail)), texts=ends_before).pieces == ((16, tail),)


@pytest.mark.parametrize(("further", "stays"), [(8, True), (NEAR_IN_TABLES, True), (NEAR_IN_TABLES + 1, False)])
def test_the_second_half_of_a_table_is_kept_though_only_dead_code_refers_to_it(further: int, stays: bool) -> None:
    found = walked(using(in_data(100)), using(in_data(100 + further)))
    assert kept(found, 100, 100 + further)
    assert kept(found, 100 + further, NAMED_AT) is stays
    assert not kept(found, 99, 100)


def test_so_it_is_where_data_point_to_it() -> None:
    assert kept(walked(using(in_data(100)), NOTHING, more={MORE_RECORDS: in_data(150)}), 100, NAMED_AT)


@pytest.mark.parametrize(("further", "stays"), [(8, True), (NEAR_IN_RECORDS, True), (NEAR_IN_RECORDS + 1, False)])
def test_of_what_holds_addresses_only_a_near_field_is_kept(further: int, stays: bool) -> None:
    field = MORE_RECORDS + further
    found = walked(using(in_data(MORE_RECORDS)), NOTHING, using(in_data(field)), more={field: slot(FIRST_SLOT)}, slots=[OTHER])
    assert (OTHER in found.functions) is stays


def test_what_data_point_to_is_not_a_field_of_what_lies_before() -> None:
    more = {MORE_RECORDS + 8: slot(FIRST_SLOT), MORE_RECORDS + 80: in_data(MORE_RECORDS + 8)}
    assert walked(using(in_data(MORE_RECORDS)), NOTHING, more=more, slots=[OTHER]).functions == {LIVE}
    # The very first record: the row of built-in modules lies after it.
    assert walked(using(in_data(RECORDS)), without=(RECORDS,)).functions == {LIVE}


def test_without_addresses_at_some_places_less_is_reached() -> None:
    # The row's second module: its name, and the function that makes it.
    found = walked(NOTHING, start_at=("PyImport_Inittab",), without=(ROW_AT + 8, ROW_AT + 12))
    assert found.functions == {MAKES_ONE, MAKES_THREE}
    assert kept(found, ROW_AT, ROW_AT + 16)


def test_a_map_tells_where_pieces_begin() -> None:
    addresses = [in_data(100), in_data(1), in_data(-8), in_data(SIZE), slot(99)]
    map_ = Map(small_module(functions=[using(each) for each in addresses]))
    names = [NAMES_AT + 8 * number for number in range(4)]
    assert map_.borders == [0, 1, 100, NAMED_AT, *names, RECORDS, ROW_AT]
    assert map_.beginnings == {NAMED_AT, *names, RECORDS, ROW_AT}
    assert map_.records == RECORDS
