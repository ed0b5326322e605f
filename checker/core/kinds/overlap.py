"""The body repeats another text of the writer's: their application, or a note to somebody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.draft import parse
from checker.core.evidence import Evidence
from checker.core.names import name_words
from checker.core.outcome import CLEAN, Found, Outcome
from checker.core.tokens import runs

_MASK = "·"


@dataclass(frozen=True)
class OverlapKind:
    """Breach: at least `share` percent of the body's five-word runs stand in the other text too.

    The names of people are masked first: a note that only swaps the name is the same note.
    """

    other: str  # the fact that holds the other text or texts
    share: int

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        return cls(check["with"], check["share"])

    def evidence(self) -> Iterable[Evidence]:
        return ()

    def judge(self, context: Context) -> Outcome:
        others = context.situation.get(self.other)
        if not isinstance(others, (str, list)):
            return Outcome(needs=(self.other,))
        names = {word for person in context.everybody for word in person.words} | context.my_words
        own = _five_word_runs(context.draft.body_words, names)
        for text in [others] if isinstance(others, str) else others:
            theirs = set(_five_word_runs(_body_of(text, context), names))
            same = sum(1 for run in own if run in theirs)
            if own and same * 100 >= self.share * len(own):
                return Outcome((Found(values={"count": str(round(100 * same / len(own)))}),))
        return CLEAN


def _body_of(text: str, context: Context) -> tuple[str, ...]:
    """The other note's body; a text too long to be a message is compared whole."""
    names = frozenset(word for person in context.everybody for word in person.words)
    try:
        return parse(text, context.situation.text("me") or None, names).body_words
    except ValueError:
        return tuple(runs(text))


def _five_word_runs(words: tuple[str, ...], names: set[str]) -> list[tuple[str, ...]]:
    masked = [_MASK if any(part in names for part in name_words(word)) else word for word in words]
    return [tuple(masked[at : at + 5]) for at in range(len(masked) - 4)]
