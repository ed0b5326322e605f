"""What every slip has in common, and the sentences that slips are looked for in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, Self

from checker.core.context import Context
from checker.core.outcome import Found
from checker.core.sentences import Sentence
from checker.core.written import Word

SPOKEN = frozenset({"phone", "in-person"})  # talking points are for the writer's own eyes
_NEAR = 160  # characters around a place in which its backticks may stand
CHATTED = frozenset({"text", "online-message"})


class Slip(Protocol):
    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Self: ...

    def find(self, context: Context) -> Iterable[Found]: ...


def sentences(context: Context, *parts: str) -> Iterator[tuple[Sentence, Sequence[Word]]]:
    """The sentences of some parts of the draft, with their written words."""
    for sentence, words in zip(context.draft.sentences, context.draft.written):
        if sentence.part in parts:
            yield sentence, words


def is_blank(text: str, start: int, end: int) -> bool:
    """Does nothing but white space stand between two places, and some of it?"""
    return end > start and not text[start:end].strip()


def stands_in_address(text: str, start: int, end: int) -> bool:
    """Is this a part of a web or mail address, of a path, or of code between backticks?"""
    low = start
    while low > max(0, start - 60) and not text[low - 1].isspace():
        low -= 1
    high = end
    while high < min(len(text), end + 60) and not text[high].isspace():
        high += 1
    return any(sign in text[low:high] for sign in ("@", "://", "www.", "/", "\\", "_", "#")) or _is_code(text, start)


def _is_code(text: str, place: int) -> bool:
    """Between backticks, on one line."""
    before = text[max(0, place - _NEAR) : place].rsplit("\n", 1)[-1]
    return before.count("`") % 2 == 1 and "`" in text[place : place + _NEAR].split("\n", 1)[0]
