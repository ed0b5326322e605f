"""What of a module can be reached: a walk from what is called from outside, along calls and addresses.

Data have no borders in the file. A piece begins at each address that anything refers to, and ends where the next one begins. As a
function may count on from where a piece begins, what begins a little further on is kept as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from checker.site.lean.references import NOTHING, References, references
from checker.site.lean.relocations import APPLY, Address, bases, data_addresses, global_addresses, own_function
from checker.site.lean.wasm import FUNCTION, Export, LeanError, Module

# Bytes. A border may be one inside, to which only what is gone refers. Of what never changes that is common, as a text that ends like
# another shares its last letters, and tables are read from their first line; of what holds addresses it would be a field.
NEAR_IN_TABLES, NEAR_IN_RECORDS = 256, 32


class Reached(NamedTuple):
    """Functions by their indices, imported ones among them; pieces of data as where they begin and end."""

    functions: frozenset[int]
    pieces: tuple[tuple[int, int], ...]


class Map:
    """Where everything in a module is, and what refers to what."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.bases = bases(module)
        self.in_data = data_addresses(module)
        self.in_globals = global_addresses(module)
        if not self.in_data:
            raise LeanError("The module's data hold no addresses.")
        self.records = min(self.in_data)  # where data begin that hold addresses; those before them never change
        self._imported = len(module.imported(FUNCTION))
        # These two refer to every address, and do nothing with them.
        self._silent = {own_function(module, APPLY) + self._imported, module.start}

    @cached_property
    def _references(self) -> list[References]:
        return [
            NOTHING if index in self._silent else references(body, self.bases)
            for index, body in enumerate(self.module.bodies, self._imported)
        ]

    @cached_property
    def borders(self) -> list[int]:
        """Where pieces of data begin, in order."""
        addresses = {*self.in_data.values(), *self.in_globals.values()}
        for each in self._references:
            addresses |= each.addresses
        end = len(self.module.data)  # what lies after it holds nothing at first
        return sorted({0, *(offset for base, offset in addresses if base == self.bases.memory and 0 < offset < end)})

    @cached_property
    def beginnings(self) -> frozenset[int]:
        """Borders that are no field's: data point there, or it has a name."""
        return frozenset(address.offset for address in (*self.in_data.values(), *self.in_globals.values()) if address.base == self.bases.memory)

    def reached(self, exports: Iterable[Export], without: Iterable[int] = ()) -> Reached:
        """All that can be reached from what is handed out, if the addresses at the places `without` were not in the data."""
        gone = set(without)
        return _Walk(self, {place: address for place, address in self.in_data.items() if place not in gone}).from_(exports)

    def functions_at(self, address: Address) -> list[int]:
        """The function that has an address: one, or none where it is that of something else."""
        elements = self.module.elements
        return [elements[address.offset]] if address.base == self.bases.table and 0 <= address.offset < len(elements) else []

    def of_function(self, index: int) -> References:
        """What a function refers to; nothing that could be seen, where it is imported."""
        return self._references[index - self._imported] if index >= self._imported else NOTHING


class _Walk:
    def __init__(self, map_: Map, in_data: Mapping[int, Address]) -> None:
        self._map = map_
        self._borders = map_.borders
        self._in_piece: dict[int, list[Address]] = {}
        for place, address in in_data.items():
            self._in_piece.setdefault(self._piece(place), []).append(address)
        self._functions: set[int] = set()
        self._pieces: set[int] = set()
        self._open: list[tuple[bool, int]] = []  # whether it is a piece of data, and which

    def from_(self, exports: Iterable[Export]) -> Reached:
        for kind, index in exports:
            if kind == FUNCTION:
                self._function(index)
            else:
                self._global(index)
        while self._open:
            is_data, index = self._open.pop()
            if is_data:
                for address in self._in_piece.get(index, ()):
                    self._address(address)
            else:
                found = self._map.of_function(index)
                for each in found.functions:
                    self._function(each)
                for each in found.globals:
                    self._global(each)
                for address in found.addresses | found.perhaps:
                    self._address(address)
        ends = [*self._borders[1:], len(self._map.module.data)]
        return Reached(frozenset(self._functions), tuple((self._borders[each], ends[each]) for each in sorted(self._pieces)))

    def _address(self, address: Address) -> None:
        if address.base == self._map.bases.memory:
            self._data(address.offset)
        for function in self._map.functions_at(address):
            self._function(function)

    def _global(self, index: int) -> None:
        if index in self._map.in_globals:
            self._address(self._map.in_globals[index])

    def _function(self, index: int) -> None:
        if index not in self._functions:
            self._functions.add(index)
            self._open.append((False, index))

    def _data(self, offset: int) -> None:
        map_ = self._map
        if not 0 <= offset < len(map_.module.data):
            return
        first = self._piece(offset)
        end = offset + NEAR_IN_RECORDS
        if offset < map_.records:
            end = max(offset + NEAR_IN_TABLES, map_.module.data.find(0, offset))
        for piece in range(first, self._piece(end) + 1):
            if piece > first and offset >= map_.records and self._borders[piece] in map_.beginnings:
                break
            if piece not in self._pieces:
                self._pieces.add(piece)
                self._open.append((True, piece))

    def _piece(self, offset: int) -> int:
        return bisect_right(self._borders, offset) - 1
