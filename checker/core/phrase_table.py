"""What to look for: all phrases, and the entries of the lists that they ask for, each with words that it cannot be without.

To work that out every entry has to be read. So a table can be told as plain data and made of it again, and then an entry is made when
it is first wanted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from checker.core.phrases import ReadList, WordLists, read_phrase
from checker.core.piece_store import Pieces
from checker.core.pieces import NO_KEYS, Choice, Keys, OneOf, Piece, keys_of, parts_of, told
from checker.core.row import list_key


class Sought:
    """A phrase, or an entry of a list: `owner` is the phrase's number or the list's key.

    In all that its piece fits into is one key of `rarest` and one of `other`; where these are empty, nothing must be there. The `level`
    is higher than that of each list which it asks for.
    """

    __slots__ = ("level", "other", "owner", "piece", "rarest")

    def __init__(self, owner: int | str, level: int, piece: Piece, needs: Sequence[Keys]) -> None:
        self.owner = owner
        self.level = level
        self.piece = piece
        self.rarest, self.other = (*needs, NO_KEYS, NO_KEYS)[:2]  # a third would spare hardly anything

    def as_data(self) -> list[Any]:
        """The piece and, as far as there are any, the keys, or instead of these the place where they are in the piece."""
        piece = self.piece.as_data()
        parts = parts_of(piece)
        keys = [told(keys) for keys in (self.rarest, self.other) if keys]
        return [piece, *(parts.index(each) if each in parts else each for each in keys)]


class ToldSought(Sought):
    """The same of data. Its piece is made when it is first asked for, which of most is never."""

    __slots__ = ("_data", "_pieces")

    def __init__(self, owner: int | str, level: int, data: Sequence[Any], pieces: Pieces) -> None:
        self.owner = owner
        self.level = level
        self._data = data
        self._pieces = pieces

    @property
    def rarest(self) -> Sequence[str]:
        return keys_of(self._told(1))

    def __getattr__(self, name: str) -> Keys | Piece:
        """What has not been asked for yet: afterwards it costs no call."""
        if name == "other":
            self.other = self._pieces.keys(self._told(2))
        elif name == "piece":
            self.piece = self._pieces.of_data(self._data[0])
        else:
            raise AttributeError(name)
        return getattr(self, name)

    def _told(self, place: int) -> str:
        if place >= len(self._data):
            return ""
        keys = self._data[place]
        return parts_of(self._data[0])[keys] if isinstance(keys, int) else keys


class SoughtList(NamedTuple):
    """A word list: its entries of one word, and the others, which have its `level`."""

    level: int
    words: Keys
    longer: Sequence[Sought]


@dataclass(frozen=True)
class Table:
    """All that is looked for: phrases by their texts, and the lists that they ask for by their names."""

    phrases: Mapping[str, Sought]
    lists: Mapping[str, SoughtList]

    @property
    def sought(self) -> list[Sought]:
        """The phrases, then the lists' longer entries."""
        return [*self.phrases.values(), *(each for of in self.lists.values() for each in of.longer)]

    def as_data(self) -> dict[str, Any]:
        """The table as `of_data` takes it.

        {"lists": {"met": [0, "met|saw", [[["sat", "down"], 0, 1]]]}, "level": 1, "phrases": {"<met> us": [["<met", "us"], 1, 0]}}
        """
        lists = {name: [each.level, told(each.words), [one.as_data() for one in each.longer]] for name, each in self.lists.items()}
        level = max((each.level for each in self.phrases.values()), default=0)
        return {"lists": lists, "level": level, "phrases": {text: each.as_data() for text, each in self.phrases.items()}}

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> Table:
        """The same table."""
        pieces = Pieces()
        last = data["level"]
        return cls(
            {text: ToldSought(number, last, each, pieces) for number, (text, each) in enumerate(data["phrases"].items())},
            {
                name: SoughtList(level, pieces.keys(words), [ToldSought(list_key(name), level, each, pieces) for each in longer])
                for name, (level, words, longer) in data["lists"].items()
            },
        )


def table_of(texts: Iterable[str], lists: WordLists) -> Table:
    """The table of phrases. Raises PhraseError for one that cannot be read.

    How often a word stands in phrases is taken for how often it is written: "you" is in thousands, "promptly" in a few.
    """
    phrases = {text: read_phrase(text, lists) for text in texts}
    asked = _asked(phrases.values(), lists)
    counts = lists.word_counts()

    def cost(keys: Keys) -> int:
        return sum([counts[key] for key in keys])

    def sought(owner: int | str, level: int, piece: Piece) -> Sought:
        return Sought(owner, level, piece, sorted(dict.fromkeys(piece.needs(cost)), key=cost))

    found: dict[str, SoughtList] = {}
    for name, each in sorted(asked.items(), key=lambda item: (item[1].level, item[0])):
        single, pieces = _options(each)
        longer = [sought(list_key(name), each.level, piece) for piece in pieces]
        counts[list_key(name)] = cost(single) + sum(cost(entry.rarest) for entry in longer)
        found[name] = SoughtList(each.level, single, longer)
    last = 1 + max((each.level for each in asked.values()), default=-1)
    return Table({text: sought(number, last, piece) for number, (text, piece) in enumerate(phrases.items())}, found)


def _options(read: ReadList) -> tuple[Keys, list[Piece]]:
    """Its words and longer entries, where each option of an entry that is a choice stands alone, so that it has rare words of its own."""
    words: set[str] = set(read.words)
    longer: list[Piece] = []
    left = [*reversed(read.longer)]
    while left:
        piece = left.pop()
        if isinstance(piece, Choice):
            left += reversed(piece.options)
        elif isinstance(piece, OneOf):
            words |= piece.words
        else:
            longer.append(piece)
    return frozenset(words), [*dict.fromkeys(longer)]


def _asked(phrases: Iterable[Piece], lists: WordLists) -> dict[str, ReadList]:
    found: dict[str, ReadList] = {}
    left = {name for piece in phrases for name in piece.asks}
    while left:
        name = left.pop()
        found[name] = lists.read[name]
        left.update(each for piece in found[name].longer for each in piece.asks if each not in found)
    return found
