"""Texts of which one is in whatever a regular expression fits, so that a message without any need not be searched.

Looking for a few fixed texts takes a hundredth of what it takes to try an expression at every character. (Code search does the
same, and RE2 in its `FilteredRE2`.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

_parser: Any = re._parser
_AT_MOST = 32  # texts, as each takes time too
_WRITTEN_OUT = 4  # repetitions
_LENGTH = 1500  # characters of an ordinary message
# How many of a thousand characters of English prose are this one, about.
_OF_A_THOUSAND = {
    **dict(zip(" etaoinshrdlucmfywgpbvk", (175, 100, 73, 65, 62, 57, 57, 52, 48, 48, 34, 33, 23, 22, 20, 18, 16, 16, 15, 15, 12, 8, 6), strict=True)),
    **dict.fromkeys(".,", 12),
    **dict.fromkeys("'’-\n", 5),
    **dict.fromkeys("IATSHWBMDYCPLNRF", 2),
    **dict.fromkeys("EGJKOUV", 0.7),
    **dict.fromkeys("?!:()\"0123456789jxqz", 1),
}  # fmt: skip
_SELDOM = 0.1
_TOO_MUCH = 10

Texts = frozenset[str]
Items = Iterable[tuple[Any, Any]]
_NO_TEXTS: Texts = frozenset()
_NOTHING = frozenset(("",))
_REPEATED = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_END = ("END", None)  # what follows does not stand right behind what comes before


def sure_texts(pattern: str) -> tuple[str, ...]:
    """The texts, in order; in small letters for an expression that ignores case. () where none are sure, or most messages have them.

    Of several such sets it is the one that the fewest messages have any of. Raises re.error for an expression that cannot be read.
    """
    parsed = _parser.parse(pattern)
    reader = _Reader(bool(parsed.state.flags & re.IGNORECASE))
    texts = min(reader.sets(parsed), key=_price, default=_NO_TEXTS)
    return tuple(sorted(texts)) if _price(texts) < _TOO_MUCH else ()


@dataclass(frozen=True)
class _Reader:
    folds: bool

    def sets(self, items: Items) -> list[Texts]:
        """Sets of texts; of each, one text is in what the row of items fits, or right before it."""
        found: list[Texts] = []
        ends = _NO_TEXTS  # all ways of writing what stands right before
        for kind, value in _spread(items):
            ways = self.ways(kind, value, behind=not ends)
            joined = _joined(ends or _NOTHING, ways)
            found += [ends, ways] if ways else [ends, *self.inside(kind, value)]
            joined = joined or ways
            ends = joined if "" not in joined else _NO_TEXTS
        return [texts for texts in (*found, ends) if texts and "" not in texts]

    def ways(self, kind: str, value: Any, behind: bool) -> Texts:
        """All ways of writing an item; none where there are many. With `behind` an item may also be what has to stand before."""
        match kind:
            case "LITERAL":
                return self.folded([chr(value)])
            case "IN":
                return self.folded(_of_class(value))
            case "AT" | "ASSERT_NOT":
                return _NOTHING
            case "ASSERT" if behind and value[0] < 0:
                return self.all_ways(value[1], behind)
            case "SUBPATTERN" if not (value[1] | value[2]) & re.IGNORECASE:
                return self.all_ways(value[3], behind)
            case "BRANCH":
                each = [self.all_ways(option, behind) for option in value[1]]
                return _few(_NO_TEXTS.union(*each)) if all(each) else _NO_TEXTS
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" if value[:2] == (0, 1):
                ways = self.all_ways(value[2], behind=False)
                return ways | _NOTHING if ways else _NO_TEXTS
        return _NO_TEXTS

    def all_ways(self, items: Items, behind: bool) -> Texts:
        found = _NOTHING
        for kind, value in _spread(items):
            found = _joined(found, self.ways(kind, value, behind and found == _NOTHING))
        return found

    def inside(self, kind: str, value: Any) -> list[Texts]:
        """Sets for an item that may be written in many ways."""
        match kind:
            case "SUBPATTERN" if not (value[1] | value[2]) & re.IGNORECASE:
                return self.sets(value[3])
            case "ATOMIC_GROUP":
                return self.sets(value)
            case "ASSERT":  # what has to stand before is in the message as well
                return self.sets(value[1])
            case "BRANCH":
                each = [min(self.sets(option), key=_price, default=_NO_TEXTS) for option in value[1]]
                return [_few(_NO_TEXTS.union(*each))] if all(each) else []
        return []

    def folded(self, characters: Sequence[str]) -> Texts:
        if not self.folds:
            return frozenset(characters)
        # Letters that are not ASCII have more than two cases, now and then.
        simple = all(each.isascii() or each.lower() == each.upper() for each in characters)
        return frozenset(map(str.lower, characters)) if simple else _NO_TEXTS


def _spread(items: Items) -> Iterator[tuple[str, Any]]:
    """The items with the names of their kinds; what has to be repeated is written out."""
    for item, value in items:
        kind = str(item)
        if kind in _REPEATED and value[0]:
            least, most, inner = value
            times = min(least, _WRITTEN_OUT)
            for _ in range(times):
                yield from _spread(inner)
            if most > times:
                yield _END
        else:
            yield kind, value


def _joined(before: Texts, after: Texts) -> Texts:
    return _few(frozenset(one + other for one in before for other in after))


def _few(texts: Texts) -> Texts:
    return texts if len(texts) <= _AT_MOST else _NO_TEXTS


def _of_class(items: Items) -> list[str]:
    found: list[str] = []
    for kind, value in items:
        match str(kind):
            case "LITERAL":
                found.append(chr(value))
            case "RANGE" if value[1] - value[0] < _AT_MOST:
                found += map(chr, range(value[0], value[1] + 1))
            case _:
                return []
    return found if len(found) <= _AT_MOST else []


def _price(texts: Texts) -> float:
    """How many of them an ordinary message has, about, and a little for looking for each."""
    return sum(map(_times, texts)) + len(texts) / 50


def _times(text: str) -> float:
    by_chance = prod(_OF_A_THOUSAND.get(each, _SELDOM) / 1000 for each in text)
    words = len(text) > 3 and re.fullmatch("[A-Za-z][a-z ]+", text)
    return _LENGTH * (by_chance**0.5 if words else by_chance)  # of letters, words are more than chance
