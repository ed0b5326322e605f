"""The phrase language: what contributors write instead of regular expressions.

    please confirm          these words in a row; small and capital letters, commas, hyphens and line ends do not matter
    have not heard          also haven't, with any quote or none: contractions are compared spelled out
    expect~                 expect, expects, expected, expecting
    (a|the) decision        one of what stands in brackets, each of one or more words
    [very] soon             what stands in square brackets may be left out
    need * answer           `*` is exactly one word
    need *3 answer          `*3` is up to three words, or none
    <number> days           a number, in figures or in words: 14, 2nd, five
    <deadline>              any entry of the shared word list `deadline`, which is a file in rules/words/
    {company}               the company's name, from the situation; also {position}, {me}, {name}
    ^ sorry                 only at the start of a sentence
    thank you $             only at the end of a sentence
    now !                   the marks ! ? : ; & % / + @ are words of their own

A phrase never crosses the end of a sentence. Gaps are bounded and nothing can be repeated, so matching
takes time in proportion to the text, whatever anybody writes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.core.fields import did_you_mean
from checker.core.inflect import forms
from checker.core.piece_store import Pieces
from checker.core.pieces import END, START, Listed, OneOf, Piece
from checker.core.row import NUMBERS, list_key
from checker.core.tokens import spell_out, tokenize

MAX_GAP = 8
FACTS = ("company", "position", "me", "name")

# Written short forms that stand for two words.
_ALSO = {word: frozenset({word, short}) for word, short in (("is", "'s"), ("has", "'s"), ("had", "'d"), ("would", "'d"))}
_OWN_MARKS = frozenset("!?:;&%+/@€£…")
_KINDS = ("", "group", "gap", "sign", "list", "fact", "mark", "word")  # by the number of the group
_FLAT = r"\([^()\[\]]*\)|\[[^()\[\]]*\]"  # brackets without others in them
_PIECE = re.compile(rf"\s*(?:({_FLAT})|(\*\d*)|([()\[\]|^$])|<([\w-]+)>|\{{([\w.]+)\}}|([!?:;&%+/@€£…])|([^\s()\[\]|<>{{}}*!?:;^$]+))")


class PhraseError(ValueError):
    """A phrase that cannot be read; `at` is the character in the phrase."""

    def __init__(self, message: str, at: int = 0) -> None:
        super().__init__(message)
        self.at = at


@dataclass(frozen=True)
class ReadList:
    """A word list as phrases: the entries of one word, in all their forms, and the others.

    `level` is higher than that of each list which an entry asks for.
    """

    words: frozenset[str]
    longer: tuple[Piece, ...]
    level: int


@dataclass(frozen=True)
class WordLists:
    """Shared word lists by name; each is read once, however many phrases use it, and so are words and brackets."""

    entries: Mapping[str, Sequence[str]]
    read: dict[str, ReadList] = field(default_factory=dict, repr=False)
    words: dict[str, Piece] = field(default_factory=dict, repr=False)
    groups: dict[str, Piece] = field(default_factory=dict, repr=False)  # what stands in brackets
    pieces: Pieces = field(default_factory=Pieces, repr=False)
    uses: Counter[Piece] = field(default_factory=Counter, repr=False)  # how often pieces were read beside others

    def word_counts(self) -> Counter[str]:
        """How often words stand beside others in what was read."""
        found: Counter[str] = Counter()
        for piece, times in self.uses.items():
            if isinstance(piece, OneOf):
                for word in piece.words:
                    found[word] += times
            elif isinstance(piece, Listed) and piece.name == NUMBERS:
                found[NUMBERS] += times
        return found


def read_phrase(text: str, lists: WordLists) -> Piece:
    """What a phrase is made of. Raises PhraseError."""
    return _read(text, lists, ())


def _read(text: str, lists: WordLists, within: tuple[str, ...]) -> Piece:
    reader = _Reader(text, lists, within)
    piece = reader.choice("")
    if piece.empty:
        raise PhraseError("a phrase cannot match nothing; put at least one word outside [ ]")
    if reader.edge_gap:
        raise PhraseError("a phrase cannot begin or end with *; name the word it starts or ends at")
    return piece


class _Reader:
    """Recursive descent over the pieces of one phrase."""

    def __init__(self, text: str, lists: WordLists, within: tuple[str, ...]) -> None:
        self.lists, self.within = lists, within
        self.pieces: list[tuple[int, str, str]] = []
        text = text.rstrip()
        end = 0
        for found in _PIECE.finditer(text):
            if found.start() != end:
                break
            number = found.lastindex or 1
            self.pieces.append((found.start(number), _KINDS[number], found[number]))
            end = found.end()
        if end < len(text):
            rest = text[end:].lstrip()
            raise PhraseError(f"`{rest[0]}` has no meaning here", len(text) - len(rest))
        self.at = 0
        self.edge_gap = bool(self.pieces) and "gap" in (self.pieces[0][1], self.pieces[-1][1])

    def choice(self, close: str) -> Piece:
        options = [self.sequence(close)]
        while self.at < len(self.pieces) and self.pieces[self.at][1:] == ("sign", "|"):
            self.at += 1
            options.append(self.sequence(close))
        if close:
            if self.at == len(self.pieces):
                raise PhraseError(f"`{close}` is missing", self.pieces[-1][0] + 1)
            self.at += 1
        return self.lists.pieces.choice(options)

    def sequence(self, close: str) -> Piece:
        pieces: list[Piece] = []
        known, groups = self.lists.words, self.lists.groups
        while self.at < len(self.pieces):
            place, kind, value = self.pieces[self.at]
            found = known.get(value) if kind == "word" else groups.get(value) if kind == "group" else None
            if found is not None:  # nearly always
                pieces.append(found)
                self.at += 1
                continue
            if kind == "sign" and value in {"|", ")", "]"}:
                if value != "|" and value != close:
                    raise PhraseError(f"`{value}` closes nothing", place)
                break
            self.at += 1
            pieces.append(self.piece(place, kind, value))
        return self.row(pieces)

    def row(self, pieces: Sequence[Piece]) -> Piece:
        if len(pieces) > 1:
            self.lists.uses.update(pieces)
        return self.lists.pieces.row(pieces)

    def piece(self, place: int, kind: str, value: str) -> Piece:
        if kind == "group":
            return self.group(value, place)
        if kind == "sign":
            if value == "(":
                return self.choice(")")
            if value == "[":
                return self.lists.pieces.optional(self.choice("]"))
            return START if value == "^" else END
        if kind == "gap":
            most = int(value[1:] or 1)
            if not 1 <= most <= MAX_GAP:
                raise PhraseError(f"a gap spans 1 to {MAX_GAP} words", place)
            return self.lists.pieces.gap(1 if value == "*" else 0, most)
        if kind == "fact":
            if value not in FACTS:
                raise PhraseError(f"`{{{value}}}` is not a fact; known are {', '.join(FACTS)}", place)
            return self.lists.pieces.fact(value)
        if kind == "list":
            return self.word_list(value, place)
        if kind == "mark":
            return self.lists.pieces.words(frozenset({value}))
        found = self.lists.words[value] = _literal(value, place, self.lists.pieces)
        return found

    def group(self, text: str, place: int) -> Piece:
        """What stands in brackets without others in them."""
        pieces = self.lists.pieces
        single = set()
        options = []
        place += 1
        for option in text[1:-1].split("|"):
            if _is_plain(option):  # most
                single.add(option)
            else:
                options.append(self.option(option, place))
            place += len(option) + 1
        if single:
            options.append(pieces.words(frozenset(single)))
        found = pieces.choice(options)
        found = self.lists.groups[text] = pieces.optional(found) if text[0] == "[" else found
        return found

    def option(self, text: str, place: int) -> Piece:
        known = [self.lists.words.get(word) for word in text.split(" ")]
        if all(known):
            return self.row(known)
        try:
            return _Reader(text, self.lists, self.within).sequence("")
        except PhraseError as error:
            raise PhraseError(str(error), place + error.at) from None

    def word_list(self, name: str, place: int) -> Piece:
        if list_key(name) != NUMBERS and name not in self.lists.read:
            self.lists.read[name] = self.read_list(name, place)
        return self.lists.pieces.listed(name)

    def read_list(self, name: str, place: int) -> ReadList:
        entries = self.lists.entries
        if name not in entries:
            hint = did_you_mean(name, entries) or ". The lists are in rules/words/"
            raise PhraseError(f"there is no word list `{name}`{hint}", place)
        if name in self.within:
            raise PhraseError(f"the word list `{name}` contains itself", place)
        single: set[str] = set()
        longer: list[Piece] = []
        for entry in entries[name]:
            if _is_word(entry):
                single |= _options(entry)[0]
            else:
                longer.append(_read(entry, self.lists, (*self.within, name)))
        asked = {each for piece in longer for each in piece.asks}
        level = max((self.lists.read[each].level + 1 for each in asked), default=0)
        return ReadList(frozenset(single), tuple(dict.fromkeys(longer)), level)


def _is_word(entry: str) -> bool:
    """Whether an entry of a list is one word; "cannot" is two."""
    bare = entry.removesuffix("~")
    return bare.isalpha() and len(_norms(bare)) == 1


def _is_plain(word: str) -> bool:
    """Whether a word stands for itself alone."""
    return word.isascii() and word.isalpha() and word.islower() and word not in _ALSO and len(spell_out(word)) == 1


def _literal(word: str, place: int, pieces: Pieces) -> Piece:
    options = _options(word)
    if not options or "~" in word[:-1]:
        raise PhraseError(f"`{word}` is not a word; `~` stands at the end of a word only", place)
    return pieces.row(map(pieces.words, options))


def _options(word: str) -> list[frozenset[str]]:
    """What stands for a written word: several words for a contraction, and each in the ways in which it may be written."""
    norms = _norms(word.removesuffix("~"))
    sets = [_ALSO.get(norm) or frozenset((norm,)) for norm in norms]
    if sets and word.endswith("~"):
        sets[-1] = frozenset(forms(norms[-1]))
    return sets


def _norms(text: str) -> Sequence[str]:
    if text.isascii() and text.isalpha():  # nearly all
        return spell_out(text.lower())
    return [token.norm for token in tokenize(text) if token.kind != "mark" or token.norm in _OWN_MARKS]
