"""All phrases at once: an automaton over words that is built as far as texts lead into it.

A phrase becomes states. Each state waits for one thing: a word of a set, any word, a number, a fact's words, the start
or the end of the sentence. `Automaton.follow` starts at one word and goes on, word by word, with the set of all states that
some phrase can be in. Such a set is worked out once and remembered, with the step that each word took from it; after a few
texts a step is one look in a dictionary, however many phrases there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checker.core.pieces import AnyWord, Choice, End, Fact, Number, Piece, Row, Start, Words

Norms = Sequence[str]
FactWords = Mapping[str, Sequence[tuple[str, ...]]]
States = frozenset[int]

_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen couple several few".split()
)
_INDEXED_FROM = 48  # states; looking through fewer is quicker than an index of their words
_MOST_STEPS = 150_000  # remembered; more would only come from millions of texts, and then it begins anew
_NOWHERE: States = frozenset()


class Automaton:
    """Add phrases by number, then follow words. What it remembers changes its speed alone, never an answer."""

    def __init__(self) -> None:
        self._words: list[tuple[frozenset[str], States] | None] = []
        self._any: list[States] = []
        self._number: list[States] = []
        self._jumps: list[tuple[Fact | End, States] | None] = []
        self._accepts: list[int | None] = []
        self._at_start: dict[int, States] = {}
        self._made: dict[tuple[Piece, States], States] = {}
        self._first: set[int] = set()
        self._sets: dict[States, _Set] = {}
        self._starts: dict[bool, _Set | None] = {}
        self._steps = 0

    def add(self, number: int, piece: Piece) -> None:
        """Let `number` be told wherever `piece` fits."""
        self._first |= self._before(piece, frozenset({self._state(accepts=number)}))
        self._starts.clear()

    def follow(self, norms: Norms, at: int, facts: FactWords) -> dict[int, int]:
        """The phrases that fit from word `at` on: number → one after the last word of the longest fit."""
        ends: dict[int, int] = {}
        self._follow(self._start(at == 0), norms, at, facts, ends)
        return ends

    def _follow(self, here: _Set | None, norms: Norms, at: int, facts: FactWords, ends: dict[int, int]) -> None:
        length = len(norms)
        while here is not None:
            for number in here.accepts:
                if at > ends.get(number, -1):
                    ends[number] = at
            for wanted, states in here.jumps:
                for end in _ends(wanted, norms, at, facts):
                    self._follow(self._set(states), norms, end, facts, ends)
            if at == length:
                return
            word = norms[at]
            try:
                here = here.steps[word]
            except KeyError:
                here = self._step(here, word)
            at += 1

    # ---- building

    def _state(
        self,
        words: tuple[frozenset[str], States] | None = None,
        any_word: States = _NOWHERE,
        number: States = _NOWHERE,
        jump: tuple[Fact | End, States] | None = None,
        accepts: int | None = None,
    ) -> int:
        self._words.append(words)
        self._any.append(any_word)
        self._number.append(number)
        self._jumps.append(jump)
        self._accepts.append(accepts)
        return len(self._words) - 1

    def _before(self, piece: Piece, after: States) -> States:
        """The states that wait for `piece` and go on to `after`; the same question gets the same states."""
        key = (piece, after)
        if key not in self._made:
            self._made[key] = self._build(piece, after)
        return self._made[key]

    def _build(self, piece: Piece, after: States) -> States:
        match piece:
            case Row(pieces):
                for each in reversed(pieces):
                    after = self._before(each, after)
                return after
            case Choice(options):
                return frozenset().union(*(self._before(option, after) for option in options))
            case Words(words):
                return frozenset({self._state(words=(words, after))})
            case AnyWord():
                return frozenset({self._state(any_word=after)})
            case Number():
                return frozenset({self._state(number=after)})
            case Start():
                guard = self._state()
                self._at_start[guard] = after
                return frozenset({guard})
        return frozenset({self._state(jump=(piece, after))})

    # ---- following

    def _start(self, at_start: bool) -> _Set | None:
        """Where every phrase begins; those that begin a sentence only there."""
        if at_start not in self._starts:
            states = set(self._first)
            shut = [state for state in states if state in self._at_start] if at_start else []
            while shut:
                opened = self._at_start[shut.pop()] - states
                states |= opened
                shut += [state for state in opened if state in self._at_start]
            self._starts[at_start] = self._set(frozenset(states))
        return self._starts[at_start]

    def _set(self, states: States) -> _Set | None:
        if not states:
            return None
        if states not in self._sets:
            accepts = tuple(number for state in states if (number := self._accepts[state]) is not None)
            jumps = tuple(jump for state in states if (jump := self._jumps[state]) is not None)
            self._sets[states] = _Set(states, accepts, jumps)
        return self._sets[states]

    def _step(self, here: _Set, word: str) -> _Set | None:
        """Where `word` leads from a set of states, worked out and remembered."""
        self._steps += 1
        if self._steps > _MOST_STEPS:
            self._forget()
        reached: set[int] = set(here.anywhere(self._any))
        for states in here.waiting_for(word, self._words):
            reached |= states
        if word[0].isdigit() or word in _NUMBER_WORDS:
            for state in here.states:
                reached |= self._number[state]
        here.steps[word] = self._set(frozenset(reached))
        return here.steps[word]

    def _forget(self) -> None:
        for each in self._sets.values():
            each.steps.clear()
        self._sets.clear()
        self._starts.clear()
        self._steps = 0


@dataclass(eq=False)
class _Set:
    """A set of states that phrases can be in together, and the steps from it that were taken."""

    states: States
    accepts: tuple[int, ...]
    jumps: tuple[tuple[Fact | End, States], ...]
    steps: dict[str, _Set | None] = field(default_factory=dict)
    index: dict[str, list[States]] | None = None
    after_any: States | None = None

    def anywhere(self, any_word: Sequence[States]) -> States:
        """What is reached by whatever word comes."""
        if self.after_any is None:
            self.after_any = frozenset().union(*(any_word[state] for state in self.states))
        return self.after_any

    def waiting_for(self, word: str, words: Sequence[tuple[frozenset[str], States] | None]) -> Iterable[States]:
        """What is reached by this very word."""
        waiting = (entry for state in self.states if (entry := words[state]) is not None)
        if len(self.states) < _INDEXED_FROM:
            return [after for wanted, after in waiting if word in wanted]
        if self.index is None:
            self.index = {}
            for wanted, after in waiting:
                for each in wanted:
                    self.index.setdefault(each, []).append(after)
        return self.index.get(word, ())


def _ends(wanted: Fact | End, norms: Norms, at: int, facts: FactWords) -> list[int]:
    """Where a fact's words end that stand at `at`; for the sentence's end `at` itself, where only !, ? and … follow."""
    if isinstance(wanted, End):
        return [at] if all(norm[0] in "!?…" for norm in norms[at:]) else []
    forms = facts.get(wanted.name, ())
    return [at + len(words) for words in forms if tuple(norms[at : at + len(words)]) == words]
