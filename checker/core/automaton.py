"""All phrases at once: an automaton over words that is built only as far as texts lead into it.

A state is what is still wanted: a piece of a phrase and what comes after it. A word takes a state to the states that are
left when the word is taken away. `Automaton.follow` starts at one word with the states of all phrases together and goes on, word by
word. Each set of states is worked out once and remembered, with the step that each word took from it; after a few texts a step is one
look in a dictionary, however many phrases there are. (These are partial derivatives: V. Antimirov, 1996.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.core.pieces import NOTHING, AnyWord, Choice, Condition, Number, Piece, Pieces, Row, Words

Norms = Sequence[str]
FactWords = Mapping[str, Sequence[tuple[str, ...]]]

_MOST_STEPS = 150_000  # remembered; more would only come from very many texts, and then it begins anew


class Automaton:
    """Add phrases by number, then follow words. What it remembers changes its speed alone, never an answer."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._first: list[_State] = []
        self._forget()

    def add(self, number: int, piece: Piece) -> None:
        """Let `number` be told wherever `piece` fits."""
        self._first.append(_State(piece, _State(NOTHING, None, number)))
        self._forget()

    def follow(self, norms: Norms, at: int, facts: FactWords) -> dict[int, int]:
        """The phrases that fit from word `at` on: number → one after the last word of the longest fit."""
        ends: dict[int, int] = {}
        if self._start is None:
            self._start = self._set(frozenset(self._first))
        self._follow(self._start, norms, at, facts, ends)
        return ends

    def _forget(self) -> None:
        self._start: _Set | None = None
        self._sets: dict[frozenset[_State], _Set] = {}
        self._states: dict[tuple[Piece, _State], _State] = {}
        self._left: dict[tuple[Piece, str], tuple[Piece, ...]] = {}
        self._steps = 0

    def _follow(self, here: _Set | None, norms: Norms, at: int, facts: FactWords, ends: dict[int, int]) -> None:
        length = len(norms)
        while here is not None:
            for number in here.accepts:
                if at > ends.get(number, -1):
                    ends[number] = at
            for name, states in here.conditions:
                for end in _ends(name, norms, at, facts):
                    self._follow(self._set(states), norms, end, facts, ends)
            if at == length:
                return
            word = norms[at]
            try:
                here = here.steps[word]
            except KeyError:
                here = self._step(here, word)
            at += 1

    # ---- what is worked out once

    def _set(self, states: frozenset[_State]) -> _Set | None:
        if not states:
            return None
        if states not in self._sets:
            self._sets[states] = self._made(states)
        return self._sets[states]

    def _made(self, states: frozenset[_State]) -> _Set:
        reached = {each for state in states for each in state.reached()}
        conditions: dict[str, set[_State]] = {}
        for state in reached:
            if state.piece.conditional:
                for name, left in self._conditions(state.piece):
                    conditions.setdefault(name, set()).add(self._before(left, state))
        return _Set(
            tuple((state, state.piece.first) for state in reached if state.next is not None),
            tuple(sorted(state.accepts for state in reached if state.next is None)),
            tuple((name, frozenset(after)) for name, after in sorted(conditions.items())),
        )

    def _step(self, here: _Set, word: str) -> _Set | None:
        """Where `word` leads from a set of states."""
        self._steps += 1
        if self._steps > _MOST_STEPS:
            self._forget()
        reached = {
            self._before(left, state)
            for state, words in here.waiting
            if words is None or word in words
            for left in self._without(state.piece, word)
        }
        here.steps[word] = self._set(frozenset(reached))
        return here.steps[word]

    def _before(self, left: Piece, state: _State) -> _State:
        """The state that wants what is left of `state`'s piece and then goes on as it: always the same one."""
        after = state.next
        assert after is not None
        if left is NOTHING:
            return after
        key = (left, after)
        found = self._states.get(key)
        if found is None:
            found = self._states[key] = _State(left, after)
        return found

    def _without(self, piece: Piece, word: str) -> tuple[Piece, ...]:
        """What can be left of a piece once `word` is taken from its beginning; nothing where it cannot begin so."""
        match piece:
            case Row() | Choice():
                key = (piece, word)
                if key not in self._left:
                    self._left[key] = tuple(dict.fromkeys(self._worked_out(piece, word)))
                return self._left[key]
            case Words():
                fits = word in piece.words
            case Number():
                fits = Number.is_number(word)
            case _:
                fits = isinstance(piece, AnyWord)
        return (NOTHING,) if fits else ()

    def _worked_out(self, piece: Row | Choice, word: str) -> Iterator[Piece]:
        if isinstance(piece, Choice):
            for option in piece.beginning_with(word):
                yield from self._without(option, word)
            return
        for left in self._without(piece.head, word):
            yield self._pieces.pair(left, piece.rest)
        if piece.head.empty:
            yield from self._without(piece.rest, word)

    def _conditions(self, piece: Piece) -> Iterator[tuple[str, Piece]]:
        """The conditions that can come first in a piece, each with what is left of the piece after it."""
        match piece:
            case Condition():
                yield piece.name, NOTHING
            case Row():
                for name, left in self._conditions(piece.head):
                    yield name, self._pieces.pair(left, piece.rest)
                if piece.head.empty:
                    yield from self._conditions(piece.rest)
            case Choice():
                for option in piece.options:
                    if option.conditional:
                        yield from self._conditions(option)


class _State:
    """A piece that is wanted now, and then the next state; without a next one, the number of a phrase that fits."""

    __slots__ = ("accepts", "next", "piece")

    def __init__(self, piece: Piece, after: _State | None, accepts: int = -1) -> None:
        self.piece = piece
        self.next = after
        self.accepts = accepts

    def reached(self) -> Iterator[_State]:
        """The state, and those that follow it without a word."""
        here: _State | None = self
        while here is not None:
            yield here
            here = here.next if here.piece.empty else None


class _Set:
    """States that phrases can be in together, with the words they wait for, and the steps from them that were taken."""

    __slots__ = ("accepts", "conditions", "steps", "waiting")

    def __init__(
        self,
        waiting: tuple[tuple[_State, frozenset[str] | None], ...],
        accepts: tuple[int, ...],
        conditions: tuple[tuple[str, frozenset[_State]], ...],
    ) -> None:
        self.waiting = waiting
        self.accepts = accepts
        self.conditions = conditions
        self.steps: dict[str, _Set | None] = {}


def _ends(name: str, norms: Norms, at: int, facts: FactWords) -> Sequence[int]:
    """Where a fact's words end that stand at `at`; for a start or end of the sentence `at` itself, where it is there."""
    if name == "^":
        return (at,) if at == 0 else ()
    if name == "$":
        return (at,) if all(norm[0] in "!?…" for norm in norms[at:]) else ()
    return [at + len(words) for words in facts.get(name, ()) if tuple(norms[at : at + len(words)]) == words]
