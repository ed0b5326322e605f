"""Whole numbers as WebAssembly writes them, there and back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.site.lean.numbers import signed, unsigned, written, written_signed

UNSIGNED = {
    0: "00",
    1: "01",
    63: "3f",
    64: "40",
    127: "7f",
    128: "80 01",
    624485: "e5 8e 26",  # the example of Wikipedia's article on LEB128
    16383: "ff 7f",
    16384: "80 80 01",
    2**31 - 1: "ff ff ff ff 07",
    2**32 - 1: "ff ff ff ff 0f",
}
SIGNED = {
    0: "00",
    63: "3f",
    64: "c0 00",
    127: "ff 00",
    128: "80 01",
    -1: "7f",
    -64: "40",
    -65: "bf 7f",
    -128: "80 7f",
    -123456: "c0 bb 78",  # of the same article
    2**31 - 1: "ff ff ff ff 07",
    -(2**31): "80 80 80 80 78",
    2**63 - 1: "ff ff ff ff ff ff ff ff ff 00",
    -(2**63): "80 80 80 80 80 80 80 80 80 7f",
}
# The linker leaves room for larger numbers than it has in the end.
WITH_ROOM = [
    (unsigned, "80 80 80 80 00", 0),
    (unsigned, "81 80 00", 1),
    (signed, "81 80 80 80 00", 1),
    (signed, "ff ff ff ff 7f", -1),
    (signed, "c0 ff 7f", -64),
]


@pytest.mark.parametrize(("number", "file"), UNSIGNED.items())
def test_a_number_that_is_not_below_nought(number: int, file: str) -> None:
    assert written(number).hex(" ") == file
    assert unsigned(bytes.fromhex(file), 0) == (number, len(bytes.fromhex(file)))


@pytest.mark.parametrize(("number", "file"), SIGNED.items())
def test_a_number_that_may_be(number: int, file: str) -> None:
    assert written_signed(number).hex(" ") == file
    assert signed(bytes.fromhex(file), 0) == (number, len(bytes.fromhex(file)))


@pytest.mark.parametrize(("read", "file", "number"), WITH_ROOM)
def test_one_that_takes_more_bytes_than_it_needs(read: Callable[[bytes, int], tuple[int, int]], file: str, number: int) -> None:
    assert read(bytes.fromhex(file), 0) == (number, len(bytes.fromhex(file)))


def test_it_is_read_from_where_it_begins_and_no_further() -> None:
    assert unsigned(b"\xff\x80\x01\xff", 1) == (128, 3)
    assert signed(b"\xff\xbf\x7f\xff", 1) == (-65, 3)


def test_what_is_written_is_read_the_same_around_every_power_of_two() -> None:
    for number in {sign * (1 << power) + near for power in range(34) for near in (-1, 0, 1) for sign in (1, -1)}:
        assert signed(written_signed(number), 0) == (number, len(written_signed(number)))
        if number >= 0:
            assert unsigned(written(number), 0) == (number, len(written(number)))
