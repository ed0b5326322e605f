"""What a phrase is made of, once it is read: small values that say where they fit in a sentence.

`Pieces`, in piece_store.py, makes them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from checker.core.row import NUMBERS, Fits, Row, list_key

OR = "|"
Data = str | list["Data"]
Keys = frozenset[str]  # words, and names of lists as `list_key` writes them
NO_KEYS: Keys = frozenset()
Cost = Callable[[Keys], float]  # how often one of them is written, in whatever measure


def told(keys: Iterable[str]) -> str:
    """Keys as text."""
    return OR.join(sorted(keys))


def keys_of(text: str) -> list[str]:
    """The keys that `told` told."""
    return text.split(OR) if text else []


def parts_of(data: Data) -> list[Data]:
    """What a piece, as `Piece.as_data` told it, is a row of."""
    if isinstance(data, str):
        return data.split(" ")
    return [data] if data[0] == OR else data


class Piece:
    """`empty`: may fit without a word somewhere, be it only at the start or end of a sentence; `anywhere`: wherever one looks.

    `asks`: the names of the lists that it asks for.
    """

    __slots__ = ("anywhere", "asks", "empty")

    def __init__(self, empty: bool = False, anywhere: bool = False, asks: frozenset[str] = frozenset()) -> None:
        self.empty = empty
        self.anywhere = anywhere
        self.asks = asks

    def ends(self, row: Row, at: int) -> Collection[int]:
        """One after the last word of each way in which the piece fits from the word `at` on."""
        return (at,)

    def starts(self, row: Row) -> Collection[int]:
        """Where a word of it may begin, or the start or end of the sentence fits; elsewhere it fits only if it does `anywhere`."""
        return ()

    def fits(self, row: Row) -> Fits:
        """Where it fits."""
        found = {}
        for at in self.starts(row):
            ends = self.ends(row, at)
            if ends:
                found[at] = ends
        return found

    def as_data(self) -> Data:
        """The piece as text, or as a list of what it is made of, which begins with "|" where any of it may stand."""
        return ""

    def needs(self, cost: Cost) -> Sequence[Keys]:
        """Of each of these, one key is in every sentence that it fits into. Of a choice those of the least `cost` are taken."""
        return ()


class OneOf(Piece):
    """One word of a set."""

    __slots__ = ("words",)

    def __init__(self, words: Keys) -> None:
        super().__init__()
        self.words = words

    def ends(self, row: Row, at: int) -> Collection[int]:
        return (at + 1,) if row.words[at] in self.words else ()

    def starts(self, row: Row) -> Collection[int]:
        return [at for word in row.present & self.words for at in row.places[word]]

    def as_data(self) -> Data:
        return told(self.words)

    def needs(self, cost: Cost) -> Sequence[Keys]:
        return (self.words,)


class Gap(Piece):
    """Any words, from so many to so many."""

    __slots__ = ("least", "most")

    def __init__(self, least: int, most: int) -> None:
        super().__init__(empty=least == 0, anywhere=least == 0)
        self.least = least
        self.most = most

    def ends(self, row: Row, at: int) -> Collection[int]:
        return range(at + self.least, min(at + self.most, row.length) + 1)

    def starts(self, row: Row) -> Collection[int]:
        return range(row.length)

    def as_data(self) -> Data:
        return f"*{self.least}-{self.most}"


class Fact(Piece):
    """The words of a fact, in any of its forms; "^", the start of a sentence; "$", its end, but for a last ! or ?."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        super().__init__(empty=name in "^$")
        self.name = name

    def ends(self, row: Row, at: int) -> Collection[int]:
        fits = row.fits.get(self.name)
        return fits.get(at, ()) if fits else ()

    def starts(self, row: Row) -> Collection[int]:
        return row.fits.get(self.name, {}).keys()

    def as_data(self) -> Data:
        return "{" + self.name


class Listed(Fact):
    """Any entry of a word list, or any number."""

    __slots__ = ()

    def __init__(self, name: str) -> None:
        super().__init__(list_key(name))
        if self.name != NUMBERS:  # which stand in every row
            self.asks = frozenset((name,))

    def as_data(self) -> Data:
        return self.name

    def needs(self, cost: Cost) -> Sequence[Keys]:
        return (frozenset((self.name,)),)


class Pair(Piece):
    """One piece, then another, which may be a pair again."""

    __slots__ = ("first", "head", "rest")

    def __init__(self, head: Piece, rest: Piece) -> None:
        asks = head.asks | rest.asks if head.asks else rest.asks
        super().__init__(head.empty and rest.empty, head.anywhere and rest.anywhere, asks)
        self.head = head
        self.rest = rest
        self.first = head.words if isinstance(head, OneOf) else None  # of which one comes first, where these are all that can

    def ends(self, row: Row, at: int) -> Collection[int]:
        words = row.words
        piece: Piece = self
        while type(piece) is Pair:
            if piece.first is not None:
                if words[at] not in piece.first:  # by far the most end here
                    return ()
                at += 1
            else:
                middles = piece.head.ends(row, at)
                if len(middles) != 1:
                    return piece._ends(row, at, middles) if middles else ()
                (at,) = middles
            piece = piece.rest
        return piece.ends(row, at)

    def _ends(self, row: Row, at: int, middles: Collection[int]) -> Collection[int]:
        """The same where ways part behind the first. They may meet again, and must not multiply: so it is kept what they come to."""
        key = (self, at)
        found = row.remembered.get(key)
        if found is None:
            found = ()
            rest = self.rest
            for middle in middles:
                ends = rest.ends(row, middle)
                if ends:
                    found = {*found, *ends} if found else ends
            row.remembered[key] = found
        return found

    def fits(self, row: Row) -> Fits:
        if self.first is None:
            return super().fits(row)
        found = {}
        for at in self.head.starts(row):
            ends = self.rest.ends(row, at + 1)
            if ends:
                found[at] = ends
        return found

    def starts(self, row: Row) -> Collection[int]:
        found = self.head.starts(row)
        return {*found, *self.rest.starts(row)} if self.head.anywhere else found

    def as_data(self) -> Data:
        parts: list[Data] = []
        piece: Piece = self
        while isinstance(piece, Pair):
            parts += parts_of(piece.head.as_data())
            piece = piece.rest
        parts += parts_of(piece.as_data())
        return " ".join(parts) if all(isinstance(part, str) for part in parts) else parts

    def needs(self, cost: Cost) -> Sequence[Keys]:
        return (*self.head.needs(cost), *self.rest.needs(cost))


class Choice(Piece):
    """Any one of the pieces."""

    __slots__ = ("_by_word", "_otherwise", "options")

    def __init__(self, options: tuple[Piece, ...]) -> None:
        super().__init__(
            any(option.empty for option in options),
            any(option.anywhere for option in options),
            frozenset().union(*[option.asks for option in options]),
        )
        self.options = options
        self._by_word: dict[str, tuple[Piece, ...]] | None = None
        self._otherwise: tuple[Piece, ...] = ()

    def ends(self, row: Row, at: int) -> Collection[int]:
        by_word = self._by_word if self._by_word is not None else self._options()
        options = by_word.get(row.words[at])
        if options is None:
            options = self._otherwise
        elif self._otherwise:
            options = (*options, *self._otherwise)
        found: Collection[int] = ()
        for option in options:
            ends = option.ends(row, at)
            if ends:
                found = {*found, *ends} if found else ends
        return found

    def starts(self, row: Row) -> Collection[int]:
        places = {at for word in self._options().keys() & row.places.keys() for at in row.places[word]}
        return places.union(*[option.starts(row) for option in self._otherwise])

    def as_data(self) -> Data:
        return [OR, *(option.as_data() for option in self.options)]

    def needs(self, cost: Cost) -> Sequence[Keys]:
        each = [option.needs(cost) for option in self.options]
        return (frozenset().union(*[min(needs, key=cost) for needs in each]),) if all(each) else ()

    def _options(self) -> Mapping[str, tuple[Piece, ...]]:
        """Those that a word begins, by that word; the others are in `_otherwise`."""
        if self._by_word is None:
            self._by_word = found = {}
            for option in self.options:
                first = option.head if isinstance(option, Pair) else option
                if isinstance(first, OneOf):
                    alone = (option,)  # for nearly all words
                    for word in first.words:
                        found[word] = (*found[word], option) if word in found else alone
                else:
                    self._otherwise = (*self._otherwise, option)
        return self._by_word


NOTHING = Piece(empty=True, anywhere=True)
START, END = Fact("^"), Fact("$")
