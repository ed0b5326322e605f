"""What a function refers to: other functions, globals, and addresses.

Pyodide's module may be put anywhere, so an address in its code is a number added to one of two globals. Where the two do not stand
together, every number of the function may be an address: too much is kept then, never too little.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.site.lean.instructions import (
    CALCULATIONS,
    CALL,
    GLOBAL_GET,
    I32_CONST,
    LOADS,
    LOADS_AND_STORES,
    LOCAL_GET,
    LOCAL_SET,
    LOCAL_TEE,
    REF_FUNC,
    RETURN_CALL,
    Instruction,
    added,
    instructions,
)
from checker.site.lean.relocations import Address, Bases

PUT_AWAY = (LOCAL_SET, LOCAL_TEE)


class References(NamedTuple):
    """Functions and globals by their indices; addresses, and what may be one."""

    functions: frozenset[int]
    globals: frozenset[int]
    addresses: frozenset[Address]
    perhaps: frozenset[Address]


NOTHING = References(frozenset(), frozenset(), frozenset(), frozenset())


def references(body: bytes, bases: Bases) -> References:
    """What a function's body refers to."""
    code = list(instructions(body))
    functions = frozenset(value for opcode, value in code if opcode in (CALL, RETURN_CALL, REF_FUNC))
    globals_ = frozenset(value for opcode, value in code if opcode == GLOBAL_GET)
    addresses: set[Address] = set()
    perhaps: set[Address] = set()
    for base in globals_.intersection(bases):
        certain, clear = _offsets(code, base)
        addresses |= {Address(base, offset) for offset in certain}
        perhaps |= {Address(base, offset) for offset in _further(code) | (set() if clear else _numbers(code))}
    return References(functions, globals_, frozenset(addresses), frozenset(perhaps))


def _offsets(code: Sequence[Instruction], base: int) -> tuple[set[int], bool]:
    """What is added to a global, or to a local variable that it was put into; and whether that is all that is done with it."""
    holders = {value for before, (opcode, value) in zip(code, code[1:]) if before == (GLOBAL_GET, base) and opcode in PUT_AWAY}
    found: set[int] = set()
    clear = True
    for at, (opcode, value) in enumerate(code):
        taken = (opcode, value) == (GLOBAL_GET, base)
        kept = value in holders and (opcode == LOCAL_GET or (opcode == LOCAL_TEE and code[at - 1] == (GLOBAL_GET, base)))
        if not (taken or kept) or (taken and code[at + 1][0] in PUT_AWAY):
            continue
        offset = added(code, at + 1)
        if offset is None:
            clear = False
        else:
            found.add(offset)
    return found, clear


def _further(code: Sequence[Instruction]) -> set[int]:
    """What is read at a distance from an address, at once or from a local variable that holds it."""
    found: set[int] = set()
    held: dict[int, set[int]] = {}
    for at, (opcode, _) in enumerate(code):
        if opcode in (GLOBAL_GET, LOCAL_GET) and (offset := added(code, at + 1)) is not None and at + 3 < len(code):
            then, where = code[at + 3]
            if then in LOADS:
                found.add(offset + where)
            elif then in PUT_AWAY:
                held.setdefault(where, set()).add(offset)
    for (before, variable), (opcode, further) in zip(code, code[1:]):  # in a loop what stands before may run after
        if opcode in LOADS and before in (LOCAL_GET, LOCAL_TEE):
            found |= {offset + further for offset in held.get(variable, ())}
    return found


def _numbers(code: Sequence[Instruction]) -> set[int]:
    """What may be added to an address somewhere else: numbers that nothing else is done with at once."""
    constants = {value for (opcode, value), (then, _) in zip(code, code[1:]) if opcode == I32_CONST and then not in CALCULATIONS}
    places = {value for opcode, value in code if opcode in LOADS_AND_STORES}
    return constants | places | {-value for value in constants}
