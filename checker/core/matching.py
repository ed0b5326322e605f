"""Matching words: small functions from a place among the words to the places where a piece of a phrase can end.

Each gives every possible end at once and none twice, so that nothing is ever tried again and the cost is bounded by the
length of the phrase times that of the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Norms = Sequence[str]
FactWords = Mapping[str, Sequence[tuple[str, ...]]]
# Where a piece that starts at word i can end: every possible end, without repeats.
Ends = Callable[[Norms, int, FactWords], Iterable[int]]

_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen couple several few".split()
)


@dataclass(frozen=True)
class Node:
    """A compiled piece. `first` holds the words it can begin with, None where only the situation knows them."""

    ends: Ends
    first: frozenset[str] | None
    empty: bool = False  # may match nothing


def words(sets: list[frozenset[str]]) -> Node:
    """One word of each set, in a row."""
    if len(sets) == 1:
        only = sets[0]

        def one(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
            return (at + 1,) if at < len(norms) and norms[at] in only else ()

        return Node(one, only)

    def several(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
        end = at + len(sets)
        return (end,) if end <= len(norms) and all(n in s for n, s in zip(norms[at:end], sets)) else ()

    return Node(several, sets[0])


def gap(least: int, most: int) -> Node:
    """Any `least` to `most` words."""

    def skip(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
        return range(at + least, min(at + most, len(norms)) + 1)

    return Node(skip, None, least == 0)


def fact(name: str) -> Ends:
    """The words of a fact, any one of its forms."""
    def match(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
        return [at + len(words) for words in facts.get(name, ()) if tuple(norms[at : at + len(words)]) == words]

    return match


def number(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
    """A number in figures or words."""
    return (at + 1,) if at < len(norms) and (norms[at][0].isdigit() or norms[at] in _NUMBER_WORDS) else ()


def at_start(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
    """Nothing, at the start of the sentence."""
    return (at,) if at == 0 else ()


def at_end(norms: Norms, at: int, facts: FactWords) -> Iterable[int]:
    """Nothing, at its end; a last ! or ? does not count."""
    return (at,) if all(norm[0] in "!?…" for norm in norms[at:]) else ()


def in_order(nodes: list[Node]) -> Node:
    """One piece after the other."""
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
        if node.first is None and not (node.empty and node.ends in (at_start, at_end)):
            first = None
            break
        if node.first is not None:
            first = (first or frozenset()) | node.first
        if not node.empty:
            break
    return Node(match, first, all(node.empty for node in nodes))


def any_of(options: list[Node]) -> Node:
    """Any one of the pieces; those that begin with other words are not tried."""
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
    return Node(match, known, any(node.empty for node in options))
