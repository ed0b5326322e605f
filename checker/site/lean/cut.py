"""A module without what cannot be reached.

Functions and addresses keep their numbers, so that nothing else has to change: a function that is gone stops the program if it
should be called after all, and data that are gone are noughts, which take no room once the file is compressed. The addresses in the data
are filled in beforehand, as the script always puts the module in the same place.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator
from dataclasses import replace

from checker.site.lean.glue import Placed
from checker.site.lean.instructions import END, GLOBAL_GET, I32_ADD, I32_CONST, I32_STORE, NOTHING, UNREACHABLE
from checker.site.lean.numbers import written, written_signed
from checker.site.lean.reach import Map, Reached
from checker.site.lean.relocations import APPLY, Address, own_function
from checker.site.lean.wasm import FUNCTION, GLOBAL, Import, LeanError, Module

_WORD = struct.Struct("<I")
# Python's built-in modules, as name and function that makes it, the last one followed by noughts.
_BUILT_IN = "PyImport_Inittab"
_STOPGAP = "__heap_base"  # an address that the script sets in any case


def cut(module: Module, names: Collection[str], built_in: Collection[str], places: Placed) -> Module:
    """The module for a script that uses these `names` of it and puts it at `places`, with these of Python's built-in modules.

    `LeanError` where the module is not made as Pyodide's is.
    """
    map_ = Map(module)
    wanted = {*names, *_asked_back(module)}
    exports = {name: export for name, export in module.exports.items() if name in wanted}
    modules = list(_built_in(map_))
    gone = [place for place, name in modules if name not in built_in and place + _WORD.size in map_.in_data]
    reached = map_.reached(exports.values(), without=[place + part for place in gone for part in (0, _WORD.size)])
    data, late = _filled(map_, places)
    _forget(data, reached, map_.records)
    row = [place for place, _ in modules]
    if late.keys() & {place + part for place in row for part in (0, _WORD.size)}:
        raise LeanError("A built-in module has an address that is known only when the module starts.")
    _close_ranks(data, row, gone)
    return replace(
        module,
        imports=tuple(_imports(module, reached, map_)),
        exports=exports,
        bodies=tuple(_bodies(module, reached, late, map_.bases.memory)),
        data=bytes(data),
    )


def _asked_back(module: Module) -> set[str]:
    """What the module hands out and takes in again, by way of the script."""
    return {given.name for given in module.imports if given.group.startswith("GOT.")}


def _built_in(map_: Map) -> Iterator[tuple[int, str]]:
    """Where each of Python's built-in modules is named, and its name."""
    export = map_.module.exports.get(_BUILT_IN)
    if export is None or export.kind != GLOBAL:
        raise LeanError(f"The module has no {_BUILT_IN}.")
    place = map_.in_data[map_.in_globals[export.index].offset].offset
    data = map_.module.data
    while place in map_.in_data:
        name = map_.in_data[place].offset
        yield place, data[name : data.index(0, name)].decode()
        place += 2 * _WORD.size


def _filled(map_: Map, places: Placed) -> tuple[bytearray, dict[int, Address]]:
    """The data with their addresses, and those that can only be filled in later."""
    data = bytearray(map_.module.data)
    begins = {map_.bases.memory: places.memory, map_.bases.table: places.table}
    late = {}
    for place, (base, offset) in map_.in_data.items():
        if base in begins and place + _WORD.size <= len(data):
            _WORD.pack_into(data, place, begins[base] + offset)
        else:
            late[place] = Address(base, offset)
    return data, late


def _forget(data: bytearray, reached: Reached, end: int) -> None:
    """Noughts for what is not reached of the data before `end`: those that hold no addresses, and never change."""
    at = 0
    for begin, after in (*reached.pieces, (end, end)):
        if at < begin:
            data[at : min(begin, end)] = bytes(min(begin, end) - at)
        at = min(max(at, after), end)


def _close_ranks(data: bytearray, places: list[int], gone: Collection[int]) -> None:
    """The row of built-in modules without those that are gone: it ends at the first gap."""
    entries = [bytes(data[place : place + 2 * _WORD.size]) for place in places if place not in gone]
    row = b"".join(entries).ljust(len(places) * 2 * _WORD.size, b"\0")
    data[places[0] : places[0] + len(row)] = row


def _imports(module: Module, reached: Reached, map_: Map) -> Iterator[Import]:
    """What the module takes in; where only what is gone asks for an address, it gets another one, which costs nothing."""
    asking = [map_.of_function(function) for function in reached.functions]
    filled_in = (*map_.in_data.values(), *map_.in_globals.values())
    used = {index for found in asking for index in found.globals} | {base for base, _ in filled_in}
    index = 0
    for given in module.imports:
        if given.kind == GLOBAL:
            if given.group == "GOT.func" and index not in used:
                given = given._replace(group="GOT.mem", name=_STOPGAP)
            index += 1
        yield given


def _bodies(module: Module, reached: Reached, late: dict[int, Address], memory: int) -> Iterator[bytes]:
    first = len(module.imported(FUNCTION))
    fills = own_function(module, APPLY)
    for index, body in enumerate(module.bodies):
        if index == fills:
            yield _storing(late, memory)
        elif index + first in reached.functions or index + first == module.start:
            yield body
        else:
            yield UNREACHABLE


def _storing(addresses: dict[int, Address], memory: int) -> bytes:
    """A function that stores addresses at their places in the data."""

    def address(base: int, offset: int) -> bytes:
        return bytes([GLOBAL_GET]) + written(base) + bytes([I32_CONST]) + written_signed(offset) + bytes([I32_ADD])

    stores = (address(memory, place) + address(*each) + bytes([I32_STORE, 2, 0]) for place, each in addresses.items())
    return NOTHING[:-1] + b"".join(stores) + bytes([END])
