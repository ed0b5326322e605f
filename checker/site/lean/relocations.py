"""Where a module's data hold addresses, which depend on where it is put.

A module that may be put anywhere fills them in when it starts: one function stores each address, another sets the globals
that hold some. So all addresses are known, which is what makes it possible to see what is used.
"""

from __future__ import annotations

from typing import NamedTuple

from checker.site.lean.instructions import (
    END,
    GLOBAL_GET,
    GLOBAL_SET,
    I32_CONST,
    I32_STORE,
    MEMORY_FILL,
    MORE,
    Instruction,
    added,
    instructions,
)
from checker.site.lean.wasm import FUNCTION, GLOBAL, LeanError, Module

MEMORY_BASE, TABLE_BASE = "__memory_base", "__table_base"
APPLY = "__wasm_apply_data_relocs"


class Address(NamedTuple):
    """So many bytes, or functions, after what a global says."""

    base: int
    offset: int


class Bases(NamedTuple):
    """The globals that say where the data and where the functions' addresses begin."""

    memory: int
    table: int


def bases(module: Module) -> Bases:
    """The two globals of a module. `LeanError` where it has none, as it cannot be put anywhere else then."""
    names = [given.name for given in module.imported(GLOBAL)]
    try:
        return Bases(names.index(MEMORY_BASE), names.index(TABLE_BASE))
    except ValueError as error:
        raise LeanError("The module does not ask where it is put, so its addresses are not told apart from numbers.") from error


def data_addresses(module: Module) -> dict[int, Address]:
    """What addresses lie in the data, by their places: those that the module fills in at its start."""
    memory = bases(module).memory
    found: dict[int, Address] = {}
    code = _body(module, own_function(module, APPLY))
    at = 0
    while code[at][0] != END:
        place, at = _address(code, at)
        value, at = _address(code, at)
        if place.base != memory or code[at] != (I32_STORE, 0):
            raise LeanError(f"{APPLY} does more than to store addresses.")
        found[place.offset] = value
        at += 1
    return found


def global_addresses(module: Module) -> dict[int, Address]:
    """What addresses its globals hold: those set at its start, and those that name a place in the data."""
    memory = bases(module).memory
    imported = len(module.imported(GLOBAL))
    named = [index for kind, index in module.exports.values() if kind == GLOBAL and index >= imported]
    found = {index: Address(memory, offset) for index in named if (offset := module.globals[index - imported]) is not None}
    code = _body(module, module.start - len(module.imported(FUNCTION)))
    at = 0
    while code[at][0] != END:
        value, at = _address(code, at)
        if [opcode for opcode, _ in code[at:]] == [I32_CONST, I32_CONST, MORE, END] and code[-2] == MEMORY_FILL:
            break  # in the end it fills with noughts what has no content
        opcode, index = code[at]
        if opcode != GLOBAL_SET:
            raise LeanError("The module's start does more than to set globals and to clear memory.")
        found[index] = value
        at += 1
    return found


def own_function(module: Module, name: str) -> int:
    """Which of the module's own functions is handed out by a name."""
    export = module.exports.get(name)
    if export is None or export.kind != FUNCTION:
        raise LeanError(f"The module has no function {name}.")
    return export.index - len(module.imported(FUNCTION))


def _body(module: Module, function: int) -> list[Instruction]:
    return list(instructions(module.bodies[function]))


def _address(code: list[Instruction], at: int) -> tuple[Address, int]:
    opcode, base = code[at]
    if opcode != GLOBAL_GET:
        raise LeanError("An address does not begin with a global.")
    offset = added(code, at + 1)
    return (Address(base, 0), at + 1) if offset is None else (Address(base, offset), at + 3)
