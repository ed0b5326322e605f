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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.core.fields import did_you_mean
from checker.core.inflect import forms
from checker.core.pieces import END, NOTHING, NUMBER, START, Piece, Pieces, needs_no_word
from checker.core.tokens import spell_out, tokenize

MAX_GAP = 8
FACTS = ("company", "position", "me", "name")

# Written short forms that stand for two words.
_ALSO = {word: frozenset({word, short}) for word, short in (("is", "'s"), ("has", "'s"), ("had", "'d"), ("would", "'d"))}
_OWN_MARKS = frozenset("!?:;&%+/@€£…")
_KINDS = ("", "gap", "sign", "list", "fact", "mark", "word")  # by the number of the group
_SIGN = re.compile(r"[()\[\]|]")
_BRACKET = re.compile(r"[()\[\]]")
_GROUP = re.compile(r"\([^()\[\]]*\)|\[[^()\[\]]*\]")
_PIECE = re.compile(r"\s*(?:(\*\d*)|([()\[\]|^$])|<([\w-]+)>|\{([\w.]+)\}|([!?:;&%+/@€£…])|([^\s()\[\]|<>{}*!?:;^$]+))")


class PhraseError(ValueError):
    """A phrase that cannot be read; `at` is the character in the phrase."""

    def __init__(self, message: str, at: int = 0) -> None:
        super().__init__(message)
        self.at = at


@dataclass(frozen=True)
class WordLists:
    """Shared word lists by name; each is read once, however many phrases use it, and so is each word.

    `late` reads of each entry what it begins with, and the rest when a text has come so far. Most never do, and half of the time that
    the rules take to be read is saved. A mistake in an entry is then not told of at once: it is for lists that have been read before.
    """

    entries: Mapping[str, Sequence[str]]
    late: bool = False
    read: dict[str, Piece] = field(default_factory=dict, repr=False)
    words: dict[str, Piece] = field(default_factory=dict, repr=False)
    groups: dict[str, Piece] = field(default_factory=dict, repr=False)  # in brackets, where they stand first
    pieces: Pieces = field(default_factory=Pieces, repr=False)

    def later(self, text: str) -> Piece:
        """What a row is that was left unread."""
        return _read_on(text, self, ())


def read_phrase(text: str, lists: WordLists) -> Piece:
    """What a phrase is made of. Raises PhraseError."""
    return _beginning(text, lists, ())


def _beginning(text: str, lists: WordLists, within: tuple[str, ...]) -> Piece:
    """A phrase, or an entry of a list, read as far as is wanted."""
    return _read_on(text, lists, within) if lists.late and _is_row(text) else _read(text, lists, within)


def _read_on(text: str, lists: WordLists, within: tuple[str, ...]) -> Piece:
    """What a row of pieces is, read as far as its first word."""
    word, _, rest = text.partition(" ")
    head = lists.words.get(word)
    if head is None:  # nearly always it is a word that was read before
        head, rest = _first(text.strip(), lists, within)
    if not rest:
        return head
    if head.empty:
        return lists.pieces.pair(head, _read_on(rest, lists, within))
    return lists.pieces.late_row(head, rest, lists.later)


def _first(text: str, lists: WordLists, within: tuple[str, ...]) -> tuple[Piece, str]:
    """What a row begins with, and the rest of it."""
    if not text:
        return NOTHING, ""
    if text[0] in "([":
        end, options = _group(text)
        group = text[:end]
        head = lists.groups.get(group)
        if head is None:
            head = lists.pieces.choice([_read_on(option, lists, within) for option in options])
            head = lists.groups[group] = lists.pieces.optional(head) if text[0] == "[" else head
    else:
        found = _PIECE.match(text)
        end = found.end() if found else len(text)
        word = text[:end]
        head = lists.words.get(word)
        if head is None and word.isalpha():  # most
            head = lists.words[word] = _literal(word, 0, lists.pieces)
        elif head is None:
            head = _Reader(word, lists, within).choice("")
    return head, text[end:]


def _group(text: str) -> tuple[int, list[str]]:
    """Of the brackets that a text begins with, one after the last character, and the options in them."""
    end = text.find(")" if text[0] == "(" else "]")
    inner = text[1:end]
    if end > 0 and not _BRACKET.search(inner):  # nearly always
        return end + 1, inner.split("|")
    depth, begin, options = 0, 1, []
    for found in _SIGN.finditer(text):
        sign, at = found[0], found.start()
        if sign == "|":
            if depth == 1:
                options.append(text[begin:at])
                begin = at + 1
            continue
        depth += 1 if sign in "([" else -1
        if not depth:
            return at + 1, [*options, text[begin:at]]
    raise PhraseError("a bracket is missing", len(text))


def _is_row(text: str) -> bool:
    """Whether no `|` stands outside of brackets."""
    while "|" in text:
        less = _GROUP.sub("", text)
        if less == text:
            return False
        text = less
    return True


def _read(text: str, lists: WordLists, within: tuple[str, ...]) -> Piece:
    reader = _Reader(text, lists, within)
    piece = reader.choice("")
    if needs_no_word(piece):
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
        known = self.lists.words
        while self.at < len(self.pieces):
            place, kind, value = self.pieces[self.at]
            if kind == "word" and value in known:  # nearly always
                pieces.append(known[value])
                self.at += 1
                continue
            if kind == "sign" and value in {"|", ")", "]"}:
                if value != "|" and value != close:
                    raise PhraseError(f"`{value}` closes nothing", place)
                break
            self.at += 1
            pieces.append(self.piece(place, kind, value))
        return self.lists.pieces.row(pieces)

    def piece(self, place: int, kind: str, value: str) -> Piece:
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

    def word_list(self, name: str, place: int) -> Piece:
        if name == "number":
            return NUMBER
        entries = self.lists.entries
        if name not in entries:
            hint = did_you_mean(name, entries) or ". The lists are in rules/words/"
            raise PhraseError(f"there is no word list `{name}`{hint}", place)
        if name in self.within:
            raise PhraseError(f"the word list `{name}` contains itself", place)
        if name not in self.lists.read:
            self.lists.read[name] = self.read_list(name)
        return self.lists.read[name]

    def read_list(self, name: str) -> Piece:
        single: set[str] = set()
        longer: list[Piece] = []
        for entry in self.lists.entries[name]:
            if entry.removesuffix("~").isalpha() and len(_norms(entry.removesuffix("~"))) == 1:  # not "cannot"
                single |= _options(entry)[0]
            else:
                longer.append(_beginning(entry, self.lists, (*self.within, name)))
        one = [self.lists.pieces.words(frozenset(single))] if single else []
        return self.lists.pieces.choice([*one, *longer])


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
