"""Whole numbers as WebAssembly writes them (LEB128): seven bits a byte, the least first."""

from __future__ import annotations


def unsigned(data: bytes, at: int) -> tuple[int, int]:
    """The number that begins at `at`, and where the next thing begins."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def signed(data: bytes, at: int) -> tuple[int, int]:
    """As `unsigned`, of a number that may be below nought."""
    value, end = unsigned(data, at)
    bits = 7 * (end - at)
    return (value - (1 << bits) if value >> (bits - 1) else value), end


def written(value: int) -> bytes:
    """A number that is not below nought, as `unsigned` reads it."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def written_signed(value: int) -> bytes:
    """A number as `signed` reads it."""
    out = bytearray()
    while not -0x40 <= value < 0x40:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value & 0x7F)
    return bytes(out)
