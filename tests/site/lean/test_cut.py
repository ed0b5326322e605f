"""A module without what cannot be reached: what is gone, what is as it was, and that it still starts."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest
from running_module import PLACES, started
from small_module import (
    BUILT_IN,
    DEAD,
    DROP,
    FIRST,
    FIRST_SLOT,
    GLOBAL_SET,
    HEAP,
    LIVE,
    MAKES_ONE,
    MAKES_TWO,
    MORE_RECORDS,
    NAMED_AT,
    NAMES_AT,
    RECORDS,
    ROW_AT,
    SET,
    SIZE,
    TEXT,
    all_data,
    calling,
    function,
    get,
    in_data,
    rows,
    slot,
    small_module,
    using,
)

from checker.site.lean.cut import cut
from checker.site.lean.instructions import NOTHING, UNREACHABLE
from checker.site.lean.relocations import APPLY, Address, data_addresses, own_function
from checker.site.lean.wasm import FUNCTION, GLOBAL, Export, Import, LeanError, Module

NAMES = {APPLY, "PyImport_Inittab", "main"}
MAIN, OTHER = FIRST, FIRST + 1


def small(*functions: bytes, **parts: object) -> Module:
    """A module whose first function is called from outside."""
    return small_module(functions=functions, **{"exports": {"main": MAIN}} | parts)


def lean(module: Module, built_in: tuple[str, ...] = BUILT_IN) -> Module:
    return cut(module, NAMES, built_in, PLACES)


def words(module: Module, place: int, count: int) -> list[int]:
    return list(struct.unpack_from(f"<{count}I", module.data, place))


def test_a_function_that_is_not_reached_stops_the_program_and_all_others_keep_their_numbers() -> None:
    before = small(calling(FIRST + 2), using(in_data(8)), using(in_data(16)))
    after = lean(before)
    filling = own_function(before, APPLY)
    assert after.bodies[OTHER - 1] == UNREACHABLE  # one is imported
    for number, (old, new) in enumerate(zip(before.bodies, after.bodies, strict=True)):
        assert new == old or number in (filling, OTHER - 1)
    assert (after.start, after.elements, after.globals) == (before.start, before.elements, before.globals)
    assert [kind for kind, _ in after.sections] == [kind for kind, _ in before.sections]


def test_what_never_changes_and_is_not_reached_is_noughts() -> None:
    before = small(using(in_data(200)), using(in_data(800)))
    after = lean(before).data
    assert after[:200] == bytes(200)
    assert after[200:NAMED_AT] == before.data[200:NAMED_AT]
    assert after[NAMED_AT:NAMES_AT] == bytes(NAMES_AT - NAMED_AT)
    assert after[NAMES_AT:RECORDS] == before.data[NAMES_AT:RECORDS]  # the names of Python's built-in modules
    assert len(after) == len(before.data)


def test_data_among_addresses_are_never_noughts() -> None:
    texts = {MORE_RECORDS + 100: TEXT * 40}
    after = lean(small(NOTHING, using(in_data(MORE_RECORDS + 100)), texts=texts))
    assert after.data[MORE_RECORDS:] == all_data(texts)[MORE_RECORDS:]
    assert after.data[:NAMES_AT] == bytes(NAMES_AT)


def test_where_addresses_begin_at_once_no_data_become_noughts() -> None:
    before = small(NOTHING, using(in_data(200)), more={0: in_data(400)})
    assert lean(before).data[4:RECORDS] == before.data[4:RECORDS]


def test_addresses_are_filled_in_as_the_script_places_the_module() -> None:
    addresses = [in_data(40), slot(2), slot(0), in_data(-8)]
    more = {MORE_RECORDS + 4 * number: address for number, address in enumerate(addresses)}
    after = lean(small(NOTHING, more={**more, SIZE - 4: in_data(48)}))
    assert words(after, MORE_RECORDS, 4) == [4096 + 40, 1 + 2, 1, 4096 - 8]
    assert words(after, RECORDS, 1) == [4096 + ROW_AT]
    assert words(after, SIZE - 4, 1) == [4096 + 48]
    assert data_addresses(after) == {}
    assert after.bodies[own_function(after, APPLY)] == NOTHING


def test_what_is_known_only_later_is_still_stored_by_the_function() -> None:
    late = {MORE_RECORDS: Address(HEAP, 0), MORE_RECORDS + 4: Address(LIVE, -200), SIZE + 8: in_data(40), SIZE - 2: slot(1)}
    after = lean(small(NOTHING, more={**late, MORE_RECORDS + 8: in_data(40)}))
    assert data_addresses(after) == late
    assert words(after, MORE_RECORDS, 3) == [0, 0, 4096 + 40]
    assert len(after.data) == SIZE


ROWS = {
    "all": (BUILT_IN, ["one", "two", "plain", "three"]),
    "the first": (("one",), ["one", "plain"]),
    "the last": (("three",), ["plain", "three"]),
    "two, in their own order": (("three", "two"), ["two", "plain", "three"]),
    "those that Python itself makes always": ((), ["plain"]),
    "one that is not there": (("four", "one"), ["one", "plain"]),
}


@pytest.mark.parametrize(("built_in", "left"), ROWS.values(), ids=ROWS)
def test_the_row_of_built_in_modules_closes_ranks(built_in: tuple[str, ...], left: list[str]) -> None:
    after = lean(small(NOTHING, texts={ROW_AT + 40: TEXT}), built_in)
    made_by = {"one": 1, "two": 2, "three": 3, "plain": 0}
    expected = [word for name in left for word in (4096 + NAMES_AT + 8 * BUILT_IN.index(name), made_by[name])]
    assert words(after, ROW_AT, 10) == expected + [0] * (10 - len(expected))
    assert after.data[ROW_AT + 40 :].startswith(TEXT)


def test_the_row_does_so_though_the_script_does_not_name_it() -> None:
    after = cut(small(using(in_data(RECORDS))), {APPLY, "main"}, ("two",), PLACES)
    assert after.exports.keys() == {APPLY, "main"}
    assert words(after, ROW_AT, 6) == [4096 + NAMES_AT + 8, 2, 4096 + NAMES_AT + 16, 0, 0, 0]
    assert after.data[NAMES_AT + 8 :].startswith(b"two\0")


def test_the_name_of_a_built_in_module_goes_with_it() -> None:
    after = lean(small(NOTHING), ())
    assert after.data[NAMES_AT:].startswith(bytes(16) + b"plain\0")


def test_what_makes_a_built_in_module_goes_with_it_unless_it_is_called_elsewhere() -> None:
    assert [lean(small(NOTHING), ("one",)).bodies[index - 1] == UNREACHABLE for index in (MAKES_ONE, MAKES_TWO)] == [False, True]
    assert lean(small(calling(MAKES_TWO)), ("one",)).bodies[MAKES_TWO - 1] != UNREACHABLE


ASKED_FOR = {
    "by a live function": ([function(get(DEAD), DROP)], {}, True),
    "by the start": ([NOTHING], {}, True),
    "by data": ([NOTHING], {MORE_RECORDS: Address(DEAD, 0)}, True),
    "by dead code alone": ([NOTHING, function(get(DEAD), DROP)], {}, False),
    "by nothing": ([NOTHING], {}, False),
}


@pytest.mark.parametrize(("functions", "more", "stays"), ASKED_FOR.values(), ids=ASKED_FOR)
def test_an_address_of_a_function_is_asked_for(
    functions: list[bytes], more: dict[int, Address], stays: bool, request: pytest.FixtureRequest
) -> None:
    start = function(get(DEAD), bytes([GLOBAL_SET, SET])) if "by the start" in request.node.name else None
    before = small(*functions, more={MORE_RECORDS + 8: Address(LIVE, 0)} | more, start=start)
    after = lean(before)
    place = before.imports.index(Import("GOT.func", "dead", GLOBAL, b"\x7f\x01"))
    assert after.imports[place] == (before.imports[place] if stays else Import("GOT.mem", "__heap_base", GLOBAL, b"\x7f\x01"))
    assert after.imports[:place] + after.imports[place + 1 :] == before.imports[:place] + before.imports[place + 1 :]


def test_a_built_in_module_that_is_made_by_what_is_known_only_later_is_refused() -> None:
    with pytest.raises(LeanError, match="known only when the module starts"):
        lean(small(NOTHING, more={ROW_AT + 4: Address(LIVE, 0)}))


def test_only_what_the_script_names_or_gives_back_is_handed_out() -> None:
    exports = {"main": MAIN, "unheard_of": OTHER, "live": FIRST + 2}
    after = lean(small(NOTHING, using(in_data(8)), using(in_data(16)), exports=exports))
    assert after.exports.keys() == {*NAMES, "live"}
    assert after.exports["main"] == Export(FUNCTION, MAIN)
    assert after.bodies[OTHER - 1] == UNREACHABLE
    assert after.bodies[FIRST + 1] == using(in_data(16))


@pytest.mark.parametrize("export", [None, Export(FUNCTION, MAIN)], ids=["nothing", "a function"])
def test_it_is_told_where_the_row_of_built_in_modules_is_not_named(export: Export | None) -> None:
    module = small(NOTHING)
    exports = {name: each for name, each in (module.exports | {"PyImport_Inittab": export}).items() if each}
    with pytest.raises(LeanError, match="has no PyImport_Inittab"):
        lean(replace(module, exports=exports))


def test_once_started_its_addresses_are_those_of_the_whole_module(node: str, tmp_path: Path) -> None:
    more = {MORE_RECORDS: in_data(40), MORE_RECORDS + 4: slot(FIRST_SLOT), MORE_RECORDS + 8: Address(LIVE, 4), SIZE + 8: Address(HEAP, -4)}
    whole = small(using(in_data(200)), using(in_data(800)), function(get(DEAD), DROP), more=more, slots=[MAIN])
    before, after = started(node, tmp_path, whole), started(node, tmp_path, lean(whole))
    assert before[RECORDS // 4 :] == after[RECORDS // 4 :]
    assert [after[place // 4] for place in more] == [4136, 4, 11, 49996]
    assert {place for place in rows() if not after[place // 4]} == set()
    assert (before[800 // 4], after[800 // 4]) == (int.from_bytes(TEXT[:4], "little"), 0)
