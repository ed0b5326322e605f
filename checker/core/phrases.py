"""The phrase language: what contributors write instead of regular expressions.

    please confirm          literal words, any white space, commas and hyphens between them do not matter
    have not heard          also haven't, haven’t and havent: contractions are compared spelled out
    expect~                 expect, expects, expected, expecting
    (a|an|the)              one of these, each of one or more words
    [very] soon             may be left out
    need * answer           * is exactly one word, *3 is up to three words
    <number>                a number, in figures or in words: 14, 2nd, five
    <urgent>                an entry of the shared word list `urgent`
    {company}               the company's name, from the situation; also {position}, {me}, {name}
    ^ sorry                 only at the start of a sentence; `$` only at its end
    now !                   the marks ! ? : ; & % / + @ are words of their own

A phrase never crosses the end of a sentence. Gaps are bounded and nothing can be repeated, so matching
takes time in proportion to the text, whatever anybody writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.core.inflect import forms
from checker.core.tokens import tokenize

MAX_GAP = 8
FACTS = ("company", "position", "me", "name")

Norms = Sequence[str]
FactWords = Mapping[str, Sequence[tuple[str, ...]]]
# Where a piece that starts at word i can end: every possible end, without repeats.
Ends = Callable[[Norms, int, FactWords], Iterable[int]]

_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen couple several few".split()
)
# Written short forms that stand for two words.
_ALSO = {"is": ("is", "'s"), "has": ("has", "'s"), "had": ("had", "'d"), "would": ("would", "'d")}
_OWN_MARKS = frozenset("!?:;&%+/@€£…")
_PIECE = re.compile(r"\s*(?:(\*\d*)|([()\[\]|^$])|<([\w-]+)>|\{([\w.]+)\}|([!?:;&%+/@€£…])|([^\s()\[\]|<>{}*!?:;^$]+))")


class PhraseError(ValueError):
    """A phrase that cannot be read; `at` is the character in the phrase."""

    def __init__(self, message: str, at: int = 0) -> None:
        super().__init__(message)
        self.at = at


@dataclass(frozen=True)
class Phrase:
    """A compiled phrase. `first` holds the words it can begin with; None: a fact, or the start of a sentence."""

    text: str
    ends: Ends
    first: frozenset[str] | None


@dataclass(frozen=True)
class _Node:
    ends: Ends
    first: frozenset[str] | None  # None: not known before the situation is
    empty: bool = False  # may match nothing


def compile_phrase(text: str, lists: Mapping[str, Sequence[str]]) -> Phrase:
    """Compile one phrase. `lists` maps the names of shared word lists to their phrases. Raises PhraseError."""
    return _compile(text, lists, ())


def _compile(text: str, lists: Mapping[str, Sequence[str]], within: tuple[str, ...]) -> Phrase:
    reader = _Reader(text, lists, within)
    node = reader.choice("")
    if node.empty:
        raise PhraseError("a phrase cannot match nothing; put at least one word outside [ ]")
    if reader.edge_gap:
        raise PhraseError("a phrase cannot begin or end with *; name the word it starts or ends at")
    return Phrase(text, node.ends, node.first)


class _Reader:
    """Recursive descent over the pieces of one phrase."""

    def __init__(self, text: str, lists: Mapping[str, Sequence[str]], within: tuple[str, ...]) -> None:
        self.lists, self.within = lists, within
        self.pieces: list[tuple[int, str, str]] = []
        place = 0
        text = text.rstrip()
        while place < len(text):
            found = _PIECE.match(text, place)
            if not found:
                rest = text[place:].lstrip()
                raise PhraseError(f"`{rest[0]}` has no meaning here", len(text) - len(rest))
            kind = ("gap", "sign", "list", "fact", "mark", "word")[(found.lastindex or 1) - 1]
            self.pieces.append((found.start(found.lastindex or 1), kind, found[found.lastindex or 1]))
            place = found.end()
        self.at = 0
        self.edge_gap = bool(self.pieces) and "gap" in (self.pieces[0][1], self.pieces[-1][1])

    def choice(self, close: str) -> _Node:
        options = [self.sequence(close)]
        while self.at < len(self.pieces) and self.pieces[self.at][2] == "|" and self.pieces[self.at][1] == "sign":
            self.at += 1
            options.append(self.sequence(close))
        if close:
            if self.at == len(self.pieces):
                raise PhraseError(f"`{close}` is missing", self.pieces[-1][0] + 1)
            self.at += 1
        return _any_of(options)

    def sequence(self, close: str) -> _Node:
        nodes: list[_Node] = []
        while self.at < len(self.pieces):
            place, kind, value = self.pieces[self.at]
            if kind == "sign" and value in {"|", ")", "]"}:
                if value != "|" and value != close:
                    raise PhraseError(f"`{value}` closes nothing", place)
                break
            self.at += 1
            nodes.append(self.piece(place, kind, value))
        return _in_order(nodes)

    def piece(self, place: int, kind: str, value: str) -> _Node:
        if kind == "sign":
            if value == "(":
                return self.choice(")")
            if value == "[":
                inner = self.choice("]")
                return _any_of([inner, _in_order([])])
            return _Node(_at_start if value == "^" else _at_end, None, True)
        if kind == "gap":
            return _gap(value, place)
        if kind == "fact":
            if value not in FACTS:
                raise PhraseError(f"`{{{value}}}` is not a fact; known are {', '.join(FACTS)}", place)
            return _Node(_fact(value), None)
        if kind == "list":
            return self.word_list(value, place)
        if kind == "mark":
            return _words([frozenset({value})])
        return _literal(value, place)

    def word_list(self, name: str, place: int) -> _Node:
        if name == "number":
            return _Node(_number, None)
        if name not in self.lists:
            raise PhraseError(f"there is no word list `{name}`; known are {', '.join(sorted(self.lists)) or 'none'}", place)
        if name in self.within:
            raise PhraseError(f"the word list `{name}` contains itself", place)
        single: set[str] = set()
        longer: list[_Node] = []
        for entry in self.lists[name]:
            if re.fullmatch(r"[^\W\d_]+~?", entry) and len(tokenize(entry.removesuffix("~"))) == 1:  # not "cannot"
                single |= _word_options(entry)
            else:
                phrase = _compile(entry, self.lists, (*self.within, name))
                longer.append(_Node(phrase.ends, phrase.first))
        return _any_of([_words([frozenset(single)]), *longer] if single else longer)


def _word_options(word: str) -> frozenset[str]:
    base, inflected = (word[:-1], True) if word.endswith("~") else (word, False)
    norm = tokenize(base)[0].norm
    return frozenset(forms(norm)) if inflected else frozenset(_ALSO.get(norm, (norm,)))


def _literal(word: str, place: int) -> _Node:
    base = word.removesuffix("~")
    tokens = [token for token in tokenize(base) if token.kind != "mark" or token.norm in _OWN_MARKS]
    if not tokens or "~" in base:
        raise PhraseError(f"`{word}` is not a word; `~` stands at the end of a word only", place)
    sets = [frozenset(_ALSO.get(token.norm, (token.norm,))) for token in tokens]
    if word.endswith("~"):
        sets[-1] = frozenset(forms(tokens[-1].norm))
    return _words(sets)


def _words(sets: list[frozenset[str]]) -> _Node:
    if len(sets) == 1:
        only = sets[0]

        def one(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
            return (at + 1,) if at < len(norms) and norms[at] in only else ()

        return _Node(one, only)

    def several(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
        end = at + len(sets)
        return (end,) if end <= len(norms) and all(n in s for n, s in zip(norms[at:end], sets)) else ()

    return _Node(several, sets[0])


def _gap(value: str, place: int) -> _Node:
    most = int(value[1:] or 1)
    if not 1 <= most <= MAX_GAP:
        raise PhraseError(f"a gap spans 1 to {MAX_GAP} words", place)
    least = 1 if value == "*" else 0

    def skip(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
        return range(at + least, min(at + most, len(norms)) + 1)

    return _Node(skip, None, least == 0)


def _fact(name: str) -> Ends:
    def match(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
        return [at + len(words) for words in facts.get(name, ()) if tuple(norms[at : at + len(words)]) == words]

    return match


def _number(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
    return (at + 1,) if at < len(norms) and (norms[at][0].isdigit() or norms[at] in _NUMBER_WORDS) else ()


def _at_start(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
    return (at,) if at == 0 else ()


def _at_end(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
    return (at,) if all(norm[0] in "!?…" for norm in norms[at:]) else ()


def _in_order(nodes: list[_Node]) -> _Node:
    if len(nodes) == 1:
        return nodes[0]
    steps = [node.ends for node in nodes]

    def match(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
        places: Iterable[int] = (at,)
        for step in steps:
            places = {end for place in places for end in step(norms, place, facts)}
            if not places:
                return ()
        return places

    first: frozenset[str] | None = frozenset()
    for node in nodes:
        if node.first is None and not (node.empty and node.ends in (_at_start, _at_end)):
            first = None
            break
        if node.first is not None:
            first = (first or frozenset()) | node.first
        if not node.empty:
            break
    return _Node(match, first, all(node.empty for node in nodes))


def _any_of(options: list[_Node]) -> _Node:
    if len(options) == 1:
        return options[0]
    by_word: dict[str, list[Ends]] = {}
    always: list[Ends] = []
    for node in options:
        if node.first is None or node.empty:
            always.append(node.ends)
        else:
            for word in node.first:
                by_word.setdefault(word, []).append(node.ends)

    def match(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
        worth_trying = by_word.get(norms[at], ()) if at < len(norms) else ()
        return {end for some in (always, worth_trying) for option in some for end in option(norms, at, facts)}

    firsts = [node.first for node in options]
    known = None if any(first is None for first in firsts) else frozenset().union(*(f for f in firsts if f is not None))
    return _Node(match, known, any(node.empty for node in options))
