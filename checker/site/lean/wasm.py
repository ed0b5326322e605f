"""A WebAssembly module's parts, as far as they are looked at here, read from its file and written to one.

The format is that of the specification's chapter "Binary Format" (https://webassembly.github.io/spec/core/binary/). Whatever
Pyodide's module does not have, such as a second piece of data, is refused rather than guessed at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from checker.site.lean.numbers import signed, unsigned, written

MAGIC = b"\0asm\1\0\0\0"
TYPES, IMPORTS, FUNCTIONS, GLOBALS, EXPORTS, START, ELEMENTS, CODE, DATA = 1, 2, 3, 6, 7, 8, 9, 10, 11
FUNCTION, TABLE, MEMORY, GLOBAL, TAG = range(5)
I32 = 0x7F  # a whole number, and an address
_FUNCTION_TYPE, _I32_CONST, _GLOBAL_GET, _END = 0x60, 0x41, 0x23, 0x0B
_WIDTHS = {0x43: 4, 0x44: 8}  # of numbers with a point
Found = TypeVar("Found")


class LeanError(Exception):
    """Python cannot be cut as it is: most likely a new version is built in another way."""


class Type(NamedTuple):
    """What a function takes and what it returns, each a row of bytes that name kinds of values."""

    takes: bytes
    returns: bytes


class Import(NamedTuple):
    """What a module is given: a thing called `name` in a group called `group`."""

    group: str
    name: str
    kind: int
    type: bytes  # as it stands in the file


class Export(NamedTuple):
    """What a module hands out. `index` counts among things of its kind, what is imported first."""

    kind: int
    index: int


@dataclass(frozen=True)
class Module:
    """A module whose one piece of data and one row of function addresses lie where it is told to put them."""

    sections: tuple[tuple[int, bytes], ...]
    types: tuple[Type, ...]  # of functions
    imports: tuple[Import, ...]
    exports: dict[str, Export]
    globals: tuple[int | None, ...]  # what those of its own are at first, where that is a plain number
    start: int  # the function that runs first
    elements: tuple[int, ...]  # the functions that have addresses, in their order
    typed: tuple[int, ...]  # the types of the functions of its own
    bodies: tuple[bytes, ...]  # of the same: local variables and instructions
    data: bytes

    def imported(self, kind: int) -> list[Import]:
        """What of a kind is imported; things of its own are counted on from there."""
        return [given for given in self.imports if given.kind == kind]


def read_module(file: bytes) -> Module:
    """The module of a file's bytes. `LeanError` where it is of another build than Pyodide's."""
    if not file.startswith(MAGIC):
        raise LeanError("This is not a WebAssembly file of version 1.")
    sections = tuple(_sections(file))
    by_kind = dict(sections)
    try:
        return Module(
            sections,
            tuple(_listed(by_kind[TYPES], _type)),
            tuple(_listed(by_kind[IMPORTS], _import)),
            dict(_listed(by_kind[EXPORTS], _export)),
            tuple(_listed(by_kind[GLOBALS], _global)),
            unsigned(by_kind[START], 0)[0],
            _elements(by_kind[ELEMENTS]),
            tuple(_listed(by_kind[FUNCTIONS], unsigned)),
            tuple(_listed(by_kind[CODE], _sized)),
            _data(by_kind[DATA]),
        )
    except KeyError as error:
        raise LeanError(f"The module has no section {error}.") from error


def written_module(module: Module) -> bytes:
    """The file of a module. Its globals, start and elements are taken from `sections`, which are as they were read."""
    renewed = {
        TYPES: _list(bytes([_FUNCTION_TYPE]) + _row(takes) + _row(returns) for takes, returns in module.types),
        IMPORTS: _list(_named(group) + _named(name) + bytes([kind]) + type_ for group, name, kind, type_ in module.imports),
        EXPORTS: _list(_named(name) + bytes([kind]) + written(index) for name, (kind, index) in module.exports.items()),
        FUNCTIONS: _list(map(written, module.typed)),
        CODE: _list(map(_row, module.bodies)),
        DATA: _head_of_data(dict(module.sections)[DATA]) + _row(module.data),
    }
    out = bytearray(MAGIC)
    for kind, content in module.sections:
        content = renewed.get(kind, content)
        out += bytes([kind]) + _row(content)
    return bytes(out)


def _sections(file: bytes) -> Iterator[tuple[int, bytes]]:
    at = len(MAGIC)
    while at < len(file):
        kind = file[at]
        content, at = _sized(file, at + 1)
        yield kind, content


def _sized(data: bytes, at: int) -> tuple[bytes, int]:
    size, at = unsigned(data, at)
    if at + size > len(data):
        raise LeanError("The file ends too early.")
    return data[at : at + size], at + size


def _listed(section: bytes, read: Callable[[bytes, int], tuple[Found, int]]) -> Iterator[Found]:
    count, at = unsigned(section, 0)
    for _ in range(count):
        found, at = read(section, at)
        yield found


def _list(entries: Iterable[bytes]) -> bytes:
    entries = list(entries)
    return written(len(entries)) + b"".join(entries)


def _row(content: bytes) -> bytes:
    return written(len(content)) + content


def _name(data: bytes, at: int) -> tuple[str, int]:
    name, at = _sized(data, at)
    return name.decode(), at


def _named(name: str) -> bytes:
    return _row(name.encode())


def _type(data: bytes, at: int) -> tuple[Type, int]:
    if data[at] != _FUNCTION_TYPE:
        raise LeanError("A type is not one of functions.")
    takes, at = _sized(data, at + 1)
    returns, at = _sized(data, at)
    return Type(takes, returns), at


def _import(data: bytes, at: int) -> tuple[Import, int]:
    group, at = _name(data, at)
    name, at = _name(data, at)
    kind, begin = data[at], at + 1
    if kind == FUNCTION:
        end = unsigned(data, begin)[1]
    elif kind == GLOBAL:
        end = begin + 2
    elif kind == TAG:
        end = unsigned(data, begin + 1)[1]
    else:
        at = begin + (kind == TABLE)  # a table has a type of its own before its limits
        bounded, at = data[at] & 1, at + 1
        end = unsigned(data, at)[1]
        if bounded:
            end = unsigned(data, end)[1]
    return Import(group, name, kind, data[begin:end]), end


def _export(data: bytes, at: int) -> tuple[tuple[str, Export], int]:
    name, at = _name(data, at)
    index, end = unsigned(data, at + 1)
    return (name, Export(data[at], index)), end


def _global(data: bytes, at: int) -> tuple[int | None, int]:
    at += 2  # its type, and whether it may change
    opcode = data[at]
    value = None
    if opcode == _I32_CONST:
        value, end = signed(data, at + 1)
    elif opcode in _WIDTHS:
        end = at + 1 + _WIDTHS[opcode]
    else:
        end = signed(data, at + 1)[1]  # a longer number, a global, or nothing of a type
    if data[end] != _END:
        raise LeanError("A global begins with more than a number.")
    return value, end + 1


def _elements(section: bytes) -> tuple[int, ...]:
    if section[:3] != bytes([1, 0, _GLOBAL_GET]):
        raise LeanError("The functions' addresses are not one row that begins where the module is told.")
    at = unsigned(section, 3)[1] + 1
    return tuple(_listed(section[at:], unsigned))


def _data(section: bytes) -> bytes:
    return _sized(section, len(_head_of_data(section)))[0]


def _head_of_data(section: bytes) -> bytes:
    if section[:3] != bytes([1, 0, _GLOBAL_GET]):
        raise LeanError("The data are not one piece that begins where the module is told.")
    return section[: unsigned(section, 3)[1] + 1]
