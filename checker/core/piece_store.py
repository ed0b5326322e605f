"""Makes the pieces of phrases, equal ones only once.

So they are compared by identity, and what was found out about "(a|an|the)" in a sentence is found out once, however many phrases hold it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from sys import intern

from checker.core.pieces import (
    NO_KEYS,
    NOTHING,
    OR,
    Choice,
    Data,
    Fact,
    Gap,
    Keys,
    Listed,
    OneOf,
    Pair,
    Piece,
    parts_of,
)


class Pieces:
    """Makes pieces, equal ones only once."""

    def __init__(self) -> None:
        self._made: dict[tuple[Hashable, ...], Piece] = {}
        self._told: dict[str, Piece] = {}

    def words(self, words: Keys) -> Piece:
        return self._made.get(("words", words)) or self._once(("words", words), OneOf(words))

    def fact(self, name: str) -> Piece:
        return self._once(("fact", name), Fact(name))

    def listed(self, name: str) -> Piece:
        return self._once(("list", name), Listed(name))

    def gap(self, least: int, most: int) -> Piece:
        return self._once(("gap", least, most), Gap(least, most))

    def choice(self, options: Iterable[Piece]) -> Piece:
        """Any one of the pieces. Those of one word become one."""
        different = dict.fromkeys(options)
        single = [option.words for option in different if isinstance(option, OneOf)]
        if len(single) > 1:
            longer = [option for option in different if not isinstance(option, OneOf)]
            different = dict.fromkeys((self.words(frozenset().union(*single)), *longer))
        found = tuple(different)
        return found[0] if len(found) == 1 else self._once(("choice", found), Choice(found))

    def row(self, pieces: Iterable[Piece]) -> Piece:
        """One piece after the other. There are too many to keep, and hardly two alike."""
        found: Piece = NOTHING
        for piece in reversed([*pieces]):
            found = Pair(piece, found) if found is not NOTHING else piece
        return found

    def optional(self, piece: Piece) -> Piece:
        """The piece, or nothing."""
        return self.choice((piece, NOTHING))

    def of_data(self, data: Data) -> Piece:
        """The piece that `as_data` told."""
        if isinstance(data, list) and data[0] == OR:
            return self.choice([self.of_data(option) for option in data[1:]])
        return self.row([self._of_text(part) if isinstance(part, str) else self.of_data(part) for part in parts_of(data)])

    def keys(self, text: str) -> Keys:
        """The keys that `told` told; where a piece has the same, they are the same set."""
        if not text:
            return NO_KEYS
        if "<" in text:
            return frozenset(text.split(OR))
        piece = self._of_text(text)
        assert isinstance(piece, OneOf)
        return piece.words

    def _of_text(self, text: str) -> Piece:
        found = self._told.get(text)
        if found is None:
            found = self._told[text] = self._made_of(text)
        return found

    def _made_of(self, text: str) -> Piece:
        match text[:1]:
            case "":
                return NOTHING
            case "<":
                return self.listed(text[1:])
            case "{":
                return self.fact(text[1:])
            case "*":
                least, most = text[1:].split("-")
                return self.gap(int(least), int(most))
        return OneOf(frozenset(map(intern, text.split(OR))))

    def _once(self, key: tuple[Hashable, ...], piece: Piece) -> Piece:
        return self._made.setdefault(key, piece)
