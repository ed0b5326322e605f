"""All phrases at once: an automaton over words that is built only as far as texts lead into it.

A state is what is still wanted: a piece of a phrase and what comes after it. A word takes a state to the states that are
left when the word is taken away. `Automaton.follow` starts at one word with the states of all phrases together and goes on, word by
word. (These are partial derivatives: V. Antimirov, 1996.)

Two things are remembered. Each state's steps: one for each word that its piece names, and one for all the words that it does not, so
that a new text hardly needs new ones. Rules bound their number. And each set of states that was met, with the steps from it that were taken:
what has been read before is one look in a dictionary a word, however many phrases there are, and a new step is put together from those of
the states.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.core.pieces import NOTHING, AnyWord, Choice, Condition, Number, Piece, Pieces, Row, Words

Norms = Sequence[str]
FactWords = Mapping[str, Sequence[tuple[str, ...]]]
Places = Mapping[str, Mapping[int, Sequence[int]]]

_MOST_STEPS = 150_000  # from sets, remembered; more would only come from very many texts, and then it begins anew
# Stand for all words that a piece does not name. No word of a text has a space in it.
_OTHER, _OTHER_NUMBER = " ", "0 "


def places(norms: Norms, facts: FactWords) -> Places:
    """Where conditions hold in a sentence: name → first word → one after each last word that it may have there.

    The start and end of the sentence are no words long.
    """
    end = len(norms)
    ends = {end: (end,)}
    while end and norms[end - 1][0] in "!?…":
        end -= 1
        ends[end] = (end,)
    found: dict[str, dict[int, Sequence[int]]] = {"^": {0: (0,)}, "$": ends}
    here = frozenset(norms)
    for name, forms in facts.items():
        for words in forms:
            if here.issuperset(words):
                by_start: dict[int, Sequence[int]] = found.setdefault(name, {})
                for at in range(len(norms) - len(words) + 1):
                    if tuple(norms[at : at + len(words)]) == words:
                        by_start[at] = (*by_start.get(at, ()), at + len(words))
    return found


class Automaton:
    """Add phrases by number, then follow words. What it remembers changes its speed alone, never an answer."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._phrases: list[tuple[int, Piece]] = []
        self._forget()

    def add(self, number: int, piece: Piece) -> None:
        """Let `number` be told wherever `piece` fits."""
        self._phrases.append((number, piece))
        self._forget()

    def follow(self, norms: Norms, at: int, where: Places) -> dict[int, int]:
        """The phrases that fit from word `at` on: number → one after the last word of the longest fit. `where`: see `places`."""
        ends: dict[int, int] = {}
        if self._start is None:
            self._start = self._begin()
        self._follow(self._start, norms, at, where, ends)
        return ends

    def _forget(self) -> None:
        self._forget_sets()
        self._states: dict[tuple[Piece, _State], _State] = {}
        self._left: dict[tuple[Piece, str], tuple[Piece, ...]] = {}
        self._first: list[_State] = []

    def _forget_sets(self) -> None:
        self._start: _Set | None = None
        self._sets: dict[frozenset[_State], _Set] = {}
        self._steps = 0

    def _follow(self, here: _Set | None, norms: Norms, at: int, where: Places, ends: dict[int, int]) -> None:
        length = len(norms)
        while here is not None:
            for number in here.accepts:
                if at > ends.get(number, -1):
                    ends[number] = at
            for name, states in here.conditions:
                if name in where:
                    for end in where[name].get(at, ()):
                        self._follow(self._set(states), norms, end, where, ends)
            if at == length:
                return
            word = norms[at]
            try:
                here = here.steps[word]
            except KeyError:
                here = self._step(here, word)
            at += 1

    # ---- what is worked out once

    def _begin(self) -> _Set:
        """Where all phrases begin. So many wait there that each word has a list of those that name it."""
        self._first = self._first or [_State(piece, _State(NOTHING, None, number)) for number, piece in self._phrases]
        start = self._made(frozenset(each for state in self._first for each in state.reached))
        closed = [state for state in start.waiting if not state.open]
        start.waiting = tuple(state for state in start.waiting if state.open)
        for state in closed:
            for word in state.named:
                start.by_word.setdefault(word, []).append(state)
        return start

    def _set(self, states: frozenset[_State]) -> _Set | None:
        if not states:
            return None
        found = self._sets.get(states)
        if found is None:
            found = self._sets[states] = self._made(states)
        return found

    def _made(self, states: frozenset[_State]) -> _Set:
        conditions: dict[str, set[_State]] = {}
        for state in states:
            if state.piece.conditional:
                for name, left in self._conditions(state.piece):
                    conditions.setdefault(name, set()).update(self._before(left, state).reached)
        return _Set(
            tuple(state for state in states if state.named or state.open),
            tuple(sorted(state.accepts for state in states if state.next is None)),
            tuple((name, frozenset(after)) for name, after in sorted(conditions.items())),
        )

    def _step(self, here: _Set, word: str) -> _Set | None:
        """Where `word` leads from a set of states."""
        self._steps += 1
        if self._steps > _MOST_STEPS:
            self._forget_sets()
        naming = [state for state in here.waiting if word in state.named]
        naming += here.by_word.get(word, ())
        # A word that is named leads to where all others lead, too: a gap does not mind.
        reached = self._unnamed(here, _OTHER_NUMBER if Number.is_number(word) else _OTHER)
        if naming:
            reached = reached.union(*[self._after(state, word) for state in naming])
        here.steps[word] = found = self._set(reached)
        return found

    def _unnamed(self, here: _Set, word: str) -> frozenset[_State]:
        """Where a word leads that no state of a set names."""
        found = here.unnamed.get(word)
        if found is None:
            found = here.unnamed[word] = frozenset().union(*[self._after(state, word) for state in here.waiting if state.open])
        return found

    def _after(self, state: _State, word: str) -> tuple[_State, ...]:
        """Where `word` leads from one state."""
        found = state.steps.get(word)
        if found is None:
            lefts = self._without(state.piece, word)
            found = state.steps[word] = tuple(dict.fromkeys(each for left in lefts for each in self._before(left, state).reached))
        return found

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
    """A piece that is wanted now, and then the next state; without a next one, the number of a phrase that fits.

    `reached` are the state itself and those that follow it without a word.
    """

    __slots__ = ("accepts", "named", "next", "open", "piece", "reached", "steps")

    def __init__(self, piece: Piece, after: _State | None, accepts: int = -1) -> None:
        self.piece = piece
        self.next = after
        self.accepts = accepts
        self.named = piece.named
        self.open = piece.open
        self.reached: tuple[_State, ...] = (self, *after.reached) if piece.empty and after is not None else (self,)
        self.steps: dict[str, tuple[_State, ...]] = {}


class _Set:
    """States that phrases can be in together, and the steps from them that were taken.

    A state waits in `waiting`, to be asked about every word, or in `by_word`, under each of the words that it names.
    """

    __slots__ = ("accepts", "by_word", "conditions", "steps", "unnamed", "waiting")

    def __init__(
        self,
        waiting: tuple[_State, ...],
        accepts: tuple[int, ...],
        conditions: tuple[tuple[str, frozenset[_State]], ...],
    ) -> None:
        self.waiting = waiting
        self.accepts = accepts
        self.conditions = conditions
        self.by_word: dict[str, list[_State]] = {}
        self.steps: dict[str, _Set | None] = {}
        self.unnamed: dict[str, frozenset[_State]] = {}
