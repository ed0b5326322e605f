"""Calls by an address, each made by a function of the module that makes all those of its type.

Where a call has led to one or a few functions so far, Chromium puts these in its place once it compiles the calling function for good; when
the call leads elsewhere after all, it throws the compiled function away, and begins anew with the slow one. Python's loop, by far the
largest function there is and full of such calls, it compiled five times while Python started, which took as long as the start itself,
and for the next visit it kept none of them. The calls of a whole module lead to so many functions that nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from checker.site.lean.instructions import CALL, CALL_INDIRECT, END, LOCAL_GET, placed_instructions
from checker.site.lean.numbers import unsigned, written
from checker.site.lean.wasm import FUNCTION, I32, LeanError, Module, Type


def through_one(module: Module) -> Module:
    """The same module with a function more for each type of which functions are called by their addresses, and these calls go there.

    Functions keep their numbers: the new ones come last.
    """
    asked = sorted({type_ for body in module.bodies for type_, _, _ in _calls(body)})
    first = len(module.imported(FUNCTION)) + len(module.bodies)
    makers = {type_: first + number for number, type_ in enumerate(asked)}
    return replace(
        module,
        types=(*module.types, *(Type(module.types[type_].takes + bytes([I32]), module.types[type_].returns) for type_ in asked)),
        typed=(*module.typed, *range(len(module.types), len(module.types) + len(asked))),
        bodies=(*(_led(body, makers) for body in module.bodies), *(_maker(type_, len(module.types[type_].takes)) for type_ in asked)),
    )


def _calls(body: bytes) -> Iterator[tuple[int, int, int]]:
    """The calls by an address: the type of the function, and where the instruction begins and ends."""
    for opcode, type_, begin, end in placed_instructions(body):
        if opcode == CALL_INDIRECT:
            if unsigned(body, end - 1)[0] != 0:
                raise LeanError("A function is called by an address in a second table.")
            yield type_, begin, end


def _led(body: bytes, makers: Mapping[int, int]) -> bytes:
    out = bytearray()
    done = 0
    for type_, begin, end in _calls(body):
        out += body[done:begin] + bytes([CALL]) + written(makers[type_])
        done = end
    return bytes(out + body[done:])


def _maker(type_: int, taken: int) -> bytes:
    """A function that takes what the one of this type takes, and then its address."""
    given = b"".join(bytes([LOCAL_GET]) + written(number) for number in range(taken + 1))
    return bytes([0]) + given + bytes([CALL_INDIRECT]) + written(type_) + bytes([0, END])
