"""What a phrase is made of, once it is read: small values that say what may stand where.

They are compared by identity: a word list is one value, however many phrases hold it, and its states are made once.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Words:
    """One word of a set."""

    words: frozenset[str]


@dataclass(frozen=True, eq=False)
class AnyWord:
    """Any one word."""


@dataclass(frozen=True, eq=False)
class Number:
    """A number in figures or in words."""


@dataclass(frozen=True, eq=False)
class Fact:
    """The words of a fact, in any one of its forms."""

    name: str


@dataclass(frozen=True, eq=False)
class Start:
    """Nothing, at the start of a sentence."""


@dataclass(frozen=True, eq=False)
class End:
    """Nothing, at its end; a last ! or ? does not count."""


@dataclass(frozen=True, eq=False)
class Row:
    """One piece after the other."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, eq=False)
class Choice:
    """Any one of the pieces."""

    options: tuple[Piece, ...]


Piece = Words | AnyWord | Number | Fact | Start | End | Row | Choice

NOTHING = Row(())


def optional(piece: Piece) -> Piece:
    """The piece, or nothing."""
    return Choice((piece, NOTHING))


def gap(least: int, most: int) -> Piece:
    """Any `least` to `most` words."""
    piece: Piece = NOTHING
    for _ in range(most - least):
        piece = optional(Row((AnyWord(), piece)))
    return Row((*(AnyWord() for _ in range(least)), piece))


def may_be_nothing(piece: Piece) -> bool:
    """Can the piece fit without a word? (A fact cannot.)"""
    match piece:
        case Row(pieces):
            return all(may_be_nothing(each) for each in pieces)
        case Choice(options):
            return any(may_be_nothing(each) for each in options)
    return isinstance(piece, Start | End)
