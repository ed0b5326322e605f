"""What a phrase is made of, once it is read: small values that say what may stand where.

`Pieces` makes them, and equal ones only once. So they are compared by identity, and what is found out about a word list, or about
"(a|an|the)", is found out once, however many phrases hold it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen couple several few".split()
)


class Piece:
    """`empty`: may fit without a word. `conditional`: a fact, or a start or end of the sentence, may come first in it.
    `open`: words that it does not name may come first in it, such as any word, or any number."""

    __slots__ = ("_named", "conditional", "empty", "open")

    def __init__(self, empty: bool = False, conditional: bool = False, open: bool = False) -> None:
        self.empty = empty
        self.conditional = conditional
        self.open = open
        self._named: frozenset[str] | None = None

    @property
    def named(self) -> frozenset[str]:
        """The words that the piece asks for by name at its beginning. All others it takes, or refuses, alike."""
        if self._named is None:
            self._named = self._find_named()
        return self._named

    def _find_named(self) -> frozenset[str]:
        return frozenset()


class Words(Piece):
    """One word of a set."""

    __slots__ = ("words",)

    def __init__(self, words: frozenset[str]) -> None:
        super().__init__()
        self.words = words

    def _find_named(self) -> frozenset[str]:
        return self.words


class AnyWord(Piece):
    """Any one word."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(open=True)


class Number(Piece):
    """A number in figures or in words."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(open=True)

    @staticmethod
    def is_number(word: str) -> bool:
        return word[0].isdigit() or word in _NUMBER_WORDS


class Condition(Piece):
    """The words of a fact, `name`, in any of its forms; "^", the start of a sentence; "$", its end, but for a last ! or ?."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        super().__init__(conditional=True)
        self.name = name


class Row(Piece):
    """One piece, then another, which may be a row again."""

    __slots__ = ("head", "rest")

    def __init__(self, head: Piece, rest: Piece) -> None:
        # There are tens of thousands of them, so no call of what is above.
        behind = head.empty  # then what comes behind the head may come first
        self.empty = behind and rest.empty
        self.conditional = head.conditional or behind and rest.conditional
        self.open = head.open or behind and rest.open
        self._named = None
        self.head = head
        self.rest = rest

    def _find_named(self) -> frozenset[str]:
        return self.head.named | self.rest.named if self.head.empty else self.head.named


class LateRow(Row):
    """A row of whose words behind the first piece nothing is known before somebody asks. The first needs a word, so all else is."""

    __slots__ = ("_read", "_rest", "_text")

    def __init__(self, head: Piece, text: str, read: Callable[[str], Piece]) -> None:
        Piece.__init__(self, conditional=head.conditional, open=head.open)
        self.head = head
        self._text = text
        self._read = read
        self._rest: Piece | None = None

    @property
    def rest(self) -> Piece:
        if self._rest is None:
            self._rest = self._read(self._text)
        return self._rest


class Choice(Piece):
    """Any one of the pieces."""

    __slots__ = ("_by_word", "options")

    def __init__(self, options: tuple[Piece, ...]) -> None:
        super().__init__()
        for option in options:
            self.empty = self.empty or option.empty
            self.conditional = self.conditional or option.conditional
            self.open = self.open or option.open
        self.options = options
        self._by_word: dict[str, list[Piece]] | None = None

    def _find_named(self) -> frozenset[str]:
        return frozenset().union(*(option.named for option in self.options))

    def beginning_with(self, word: str) -> Iterable[Piece]:
        """The options that `word` can begin."""
        if self._by_word is None:
            self._by_word = {}
            for option in self.options:
                for each in ("",) if option.open else option.named:
                    self._by_word.setdefault(each, []).append(option)
        return (*self._by_word.get(word, ()), *self._by_word.get("", ()))


NOTHING = Piece(empty=True)
ANY_WORD, NUMBER = AnyWord(), Number()
START, END = Condition("^"), Condition("$")


class Pieces:
    """Makes pieces, equal ones only once."""

    def __init__(self) -> None:
        self._made: dict[tuple[Hashable, ...], Piece] = {}
        self._rows: dict[tuple[Piece, Piece], Row] = {}  # by far the most
        self._late: dict[tuple[Piece, str], LateRow] = {}

    def words(self, words: frozenset[str]) -> Piece:
        return self._once(("words", words), lambda: Words(words))

    def fact(self, name: str) -> Piece:
        return self._once(("fact", name), lambda: Condition(name))

    def choice(self, options: Iterable[Piece]) -> Piece:
        """Any one of the pieces."""
        different = tuple(dict.fromkeys(options))
        return different[0] if len(different) == 1 else self._once(("choice", different), lambda: Choice(different))

    def row(self, pieces: Iterable[Piece]) -> Piece:
        """One piece after the other."""
        found: Piece = NOTHING
        for piece in reversed([*pieces]):
            found = self.pair(piece, found) if found is not NOTHING else piece
        return found

    def pair(self, head: Piece, rest: Piece) -> Piece:
        """One piece, then another."""
        if head is NOTHING:
            return rest
        if rest is NOTHING:
            return head
        found = self._rows.get((head, rest))
        if found is None:
            found = self._rows[head, rest] = Row(head, rest)
        return found

    def late_row(self, head: Piece, text: str, read: Callable[[str], Piece]) -> Piece:
        """One piece, which needs a word, then what `read` makes of the text: it is asked when a word has taken the first away."""
        found = self._late.get((head, text))
        if found is None:
            found = self._late[head, text] = LateRow(head, text, read)
        return found

    def optional(self, piece: Piece) -> Piece:
        """The piece, or nothing."""
        return self.choice((piece, NOTHING))

    def gap(self, least: int, most: int) -> Piece:
        """Any `least` to `most` words."""
        piece: Piece = NOTHING
        for _ in range(most - least):
            piece = self.optional(self.pair(ANY_WORD, piece))
        return self.row([*[ANY_WORD] * least, piece])

    def _once(self, key: tuple[Hashable, ...], make: Callable[[], Piece]) -> Piece:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = make()
        return found


def needs_no_word(piece: Piece) -> bool:
    """Could the piece fit without a word somewhere, be it only at the start or end of a sentence?"""
    match piece:
        case Row():
            return needs_no_word(piece.head) and needs_no_word(piece.rest)
        case Choice():
            return any(needs_no_word(option) for option in piece.options)
    return piece in (NOTHING, START, END)
