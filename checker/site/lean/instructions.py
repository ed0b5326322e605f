"""The instructions of a WebAssembly function, each as its opcode and the one number that matters here.

From the specification's table (https://webassembly.github.io/spec/core/appendix/index-instructions.html); of its extensions
those that Pyodide is built with: exceptions, references, tail calls and bulk memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.site.lean.numbers import signed, unsigned
from checker.site.lean.wasm import LeanError

CALL, CALL_INDIRECT, RETURN_CALL, REF_FUNC = 0x10, 0x11, 0x12, 0xD2
LOCAL_GET, LOCAL_SET, LOCAL_TEE, GLOBAL_GET, GLOBAL_SET = 0x20, 0x21, 0x22, 0x23, 0x24
I32_STORE, I32_CONST, I32_ADD, I32_SUB, END = 0x36, 0x41, 0x6A, 0x6B, 0x0B
MORE = 0xFC
CALCULATIONS = (*range(0x45, 0x6A), *range(0x6C, 0x79))  # comparing, counting, multiplying, shifting: all but to add and to take away
LOADS, LOADS_AND_STORES = range(0x28, 0x36), range(0x28, 0x3F)
UNREACHABLE = bytes([0, 0x00, END])  # a function without local variables that stops the program
NOTHING = bytes([0, END])  # one that returns at once

Instruction = tuple[int, int]
MEMORY_FILL: Instruction = (MORE, 11)

_PLAIN, _INDEX, _NUMBER, _TWO, _PLACE, _BLOCK, _FOUR, _EIGHT, _TABLE, _TYPES, _MORE = range(11)
_SHAPES: dict[int, int] = {
    **dict.fromkeys((0x00, 0x01, 0x05, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, 0xD1, *range(0x45, 0xC5)), _PLAIN),
    **dict.fromkeys((0x07, 0x08, 0x09, 0x0C, 0x0D, 0x10, 0x12, 0x18, *range(0x20, 0x27), 0x3F, 0x40, 0xD2), _INDEX),
    **dict.fromkeys((0x41, 0x42, 0xD0), _NUMBER),
    **dict.fromkeys((0x11, 0x13), _TWO),
    **dict.fromkeys(LOADS_AND_STORES, _PLACE),
    **dict.fromkeys((0x02, 0x03, 0x04, 0x06), _BLOCK),
    0x43: _FOUR,
    0x44: _EIGHT,
    0x0E: _TABLE,
    0x1C: _TYPES,
    MORE: _MORE,
}
# How many numbers follow those that begin with 0xFC: eight conversions, then what works on memory and tables.
_MORE_NUMBERS = (*[0] * 8, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1)


def instructions(body: bytes) -> Iterator[Instruction]:
    """Opcode by opcode, with its index, its constant, the offset of what it reads, the type of what it calls by an address, or which one it
    is of `MORE`; 0 for all others.
    """
    for opcode, value, _, _ in placed_instructions(body):
        yield opcode, value


def placed_instructions(body: bytes) -> Iterator[tuple[int, int, int, int]]:
    """The same with where in the body each begins, and where the next one does."""
    at = _after_locals(body)
    while at < len(body):
        begin = at
        opcode = body[at]
        at += 1
        shape = _SHAPES.get(opcode)
        value = 0
        if shape == _PLAIN:
            pass
        elif shape == _INDEX:
            value, at = unsigned(body, at)
        elif shape == _NUMBER:
            value, at = signed(body, at)
        elif shape == _PLACE:
            value, at = unsigned(body, unsigned(body, at)[1])  # after how it is aligned
        elif shape == _BLOCK:
            at = signed(body, at)[1]
        elif shape == _FOUR:
            at += 4
        elif shape == _EIGHT:
            at += 8
        else:
            value = unsigned(body, at)[0] if shape in (_TWO, _MORE) else 0
            at = _skip(body, at, shape, opcode)
        yield opcode, value, begin, at


def added(code: Sequence[Instruction], at: int) -> int | None:
    """The number that two instructions add to what is there before them; None where they do something else.

    64 is often written as "take away -64", which is a byte shorter.
    """
    (first, value), (second, _) = code[at : at + 2] if at + 2 <= len(code) else ((END, 0), (END, 0))
    if first != I32_CONST or second not in (I32_ADD, I32_SUB):
        return None
    return value if second == I32_ADD else -value


def _skip(body: bytes, at: int, shape: int | None, opcode: int) -> int:
    if shape == _TWO:
        count = 2
    elif shape == _TABLE:
        count, at = unsigned(body, at)
        count += 1  # where to go otherwise
    elif shape == _TYPES:
        count, at = unsigned(body, at)
    elif shape == _MORE:
        which, at = unsigned(body, at)
        if which >= len(_MORE_NUMBERS):
            raise LeanError(f"Instruction 0xFC {which} is not known here: instructions.py may need it.")
        count = _MORE_NUMBERS[which]
    else:
        raise LeanError(f"Instruction {opcode:#x} is not known here: instructions.py may need it.")
    for _ in range(count):
        at = unsigned(body, at)[1]
    return at


def _after_locals(body: bytes) -> int:
    kinds, at = unsigned(body, 0)
    for _ in range(kinds):
        at = unsigned(body, at)[1] + 1
    return at
