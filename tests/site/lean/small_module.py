"""A module of the same shape as Pyodide's, small enough to be read here.

Its data are texts of eight bytes up to `RECORDS`, the last of them the names of its built-in modules. From there on they hold
addresses: the one of the row of built-in modules, the row itself, and from `MORE_RECORDS` on what a test puts there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.site.lean.numbers import written, written_signed
from checker.site.lean.relocations import APPLY, Address, Bases
from checker.site.lean.wasm import (
    CODE,
    DATA,
    ELEMENTS,
    EXPORTS,
    FUNCTIONS,
    GLOBALS,
    I32,
    IMPORTS,
    MAGIC,
    START,
    TYPES,
    Module,
    read_module,
)

DATA_COUNT = 12
F64, CONSTANT, VARIABLE = 0x7C, 0, 1

# Opcodes, as they stand in the specification.
END, CALL, LOCAL_GET, LOCAL_SET, LOCAL_TEE, GLOBAL_GET, GLOBAL_SET, I32_CONST = 0x0B, 0x10, 0x20, 0x21, 0x22, 0x23, 0x24, 0x41
DROP, LOAD, STORE, ADD, SUB, FILL = b"\x1a", b"\x28\x02", b"\x36\x02\x00", b"\x6a", b"\x6b", b"\xfc\x0b\x00"

# Functions: an imported one, then its own, of which those that a test gives begin at `FIRST`.
HELPER, APPLYING, STARTING, MAKES_ONE, MAKES_TWO, MAKES_THREE, FIRST = range(7)
# Globals: those that are imported, then its own.
BASES = Bases(0, 2)
HEAP, LIVE, DEAD, ROW, NAMED, SET = 3, 4, 5, 6, 7, 8
# Functions with addresses: those that make built-in modules, then those that a test gives.
FIRST_SLOT = 3

TEXT = b"1234567\0"
NAMES_AT, RECORDS, ROW_AT, MORE_RECORDS, SIZE = 1024, 1536, 1544, 1600, 2048
BUILT_IN = ("one", "two", "plain", "three")  # Python itself makes the plain one
NAMED_AT = 512


def in_data(offset: int) -> Address:
    return Address(BASES.memory, offset)


def slot(number: int) -> Address:
    return Address(BASES.table, number)


def get(global_: int) -> bytes:
    return bytes([GLOBAL_GET]) + written(global_)


def const(value: int) -> bytes:
    return bytes([I32_CONST]) + written_signed(value)


def local_get(local: int) -> bytes:
    return bytes([LOCAL_GET, local])


def local_set(local: int) -> bytes:
    return bytes([LOCAL_SET, local])


def local_tee(local: int) -> bytes:
    return bytes([LOCAL_TEE, local])


def call(function: int) -> bytes:
    return bytes([CALL]) + written(function)


def load(offset: int = 0) -> bytes:
    return LOAD + written(offset)


def push(address: Address) -> bytes:
    """The instructions for an address; where it is the beginning itself, nothing is added."""
    return get(address.base) + (const(address.offset) + ADD if address.offset else b"")


def function(*code: bytes, locals_: int = 0) -> bytes:
    """A function's body with so many local variables, all of them whole numbers."""
    return (bytes([1, locals_, I32]) if locals_ else b"\0") + b"".join(code) + bytes([END])


def using(*addresses: Address) -> bytes:
    """A function that refers to addresses."""
    return function(*(push(address) + DROP for address in addresses))


def calling(*functions: int) -> bytes:
    return function(*(call(each) for each in functions))


def rows() -> dict[int, Address]:
    """The addresses that lie in the data in any case: the row of built-in modules, and the one that leads to it."""
    makers = {"one": 0, "two": 1, "three": 2}
    found = {RECORDS: in_data(ROW_AT)}
    for number, name in enumerate(BUILT_IN):
        found[ROW_AT + 8 * number] = in_data(NAMES_AT + 8 * number)
        if name in makers:
            found[ROW_AT + 8 * number + 4] = slot(makers[name])
    return found


def all_data(texts: Mapping[int, bytes] | None = None) -> bytes:
    """Texts of eight bytes and the names; noughts from `RECORDS` on. `texts` are written over it, by their places."""
    data = bytearray((TEXT * (RECORDS // len(TEXT))).ljust(SIZE, b"\0"))
    named = {NAMES_AT + 8 * number: name.encode().ljust(8, b"\0") for number, name in enumerate(BUILT_IN)}
    for place, text in (named | dict(texts or {})).items():
        data[place : place + len(text)] = text
    return bytes(data)


def small_file(
    functions: Sequence[bytes] = (),
    exports: Mapping[str, int] | None = None,
    more: Mapping[int, Address] | None = None,
    slots: Sequence[int] = (),
    texts: Mapping[int, bytes] | None = None,
    apply: bytes | None = None,
    start: bytes | None = None,
    sections: Mapping[int, bytes | None] | None = None,
) -> bytes:
    """A module's file.

    `functions` are bodies, `exports` the numbers of functions by name, `more` further addresses in the data, `slots` the functions that
    have addresses, `apply` and `start` other bodies for what runs first, `sections` other contents by number, or None to leave one out.
    """
    stores = rows() | dict(more or {})
    apply = apply or function(*(push(in_data(place)) + push(address) + STORE for place, address in stores.items()))
    clear = push(in_data(SIZE)) + const(0) + const(64) + FILL
    start = start or function(push(in_data(NAMED_AT)), bytes([GLOBAL_SET, SET]), clear)
    bodies = [apply, start, *(function(const(number), DROP) for number in range(3)), *functions]
    handed_out = {APPLY: (0, APPLYING), "PyImport_Inittab": (3, ROW), "named": (3, NAMED)}
    handed_out |= {name: (0, index) for name, index in (exports or {}).items()}
    head = bytes([1, 0, GLOBAL_GET])
    contents = {
        TYPES: _list([b"\x60\0\0", b"\x60\x01\x7f\0"]),
        IMPORTS: _imports(),
        FUNCTIONS: _list([b"\0"] * len(bodies)),
        GLOBALS: _globals(),
        EXPORTS: _list(_name(name) + bytes([kind]) + written(index) for name, (kind, index) in handed_out.items()),
        START: written(STARTING),
        ELEMENTS: head + bytes([BASES.table, END]) + _list(map(written, (MAKES_ONE, MAKES_TWO, MAKES_THREE, *slots))),
        DATA_COUNT: written(1),
        CODE: _list(written(len(body)) + body for body in bodies),
        DATA: head + bytes([BASES.memory, END]) + _sized(all_data(texts)),
    }
    contents |= sections or {}
    written_ones = (bytes([kind]) + _sized(content) for kind, content in contents.items() if content is not None)
    return MAGIC + b"".join(written_ones) + b"\0" + _sized(_name("producers") + b"nobody")


def small_module(**parts: object) -> Module:
    """The module of `small_file`."""
    return read_module(small_file(**parts))


def _imports() -> bytes:
    return _list(
        [
            _name("env") + _name("memory") + b"\x02\x01\x01\x02",
            _name("env") + _name("__indirect_function_table") + b"\x01\x70\x00\x03",
            _name("env") + _name("__memory_base") + bytes([3, I32, CONSTANT]),
            _name("env") + _name("__stack_pointer") + bytes([3, I32, VARIABLE]),
            _name("env") + _name("__table_base") + bytes([3, I32, CONSTANT]),
            _name("GOT.mem") + _name("__heap_base") + bytes([3, I32, VARIABLE]),
            _name("GOT.func") + _name("live") + bytes([3, I32, VARIABLE]),
            _name("GOT.func") + _name("dead") + bytes([3, I32, VARIABLE]),
            _name("env") + _name("__cpp_exception") + b"\x04\x00\x01",
            _name("env") + _name("helper") + b"\x00\x00",
        ]
    )


def _globals() -> bytes:
    """Where the row of built-in modules is told, a text with a name, one that is set at the start, and one that is no whole number."""
    numbers = (bytes([I32, kind]) + const(value) + bytes([END]) for kind, value in ((CONSTANT, RECORDS), (CONSTANT, NAMED_AT), (VARIABLE, 0)))
    return _list([*numbers, bytes([F64, CONSTANT, 0x44]) + bytes(8) + bytes([END])])


def _list(entries: Iterable[bytes]) -> bytes:
    entries = list(entries)
    return written(len(entries)) + b"".join(entries)


def _sized(content: bytes) -> bytes:
    return written(len(content)) + content


def _name(name: str) -> bytes:
    return _sized(name.encode())
