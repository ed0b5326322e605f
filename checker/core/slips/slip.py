"""What every slip has in common, and the written words that slips are looked for in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol, Self

from checker.core.context import Context
from checker.core.outcome import Found
from checker.core.sentences import Sentence
from checker.core.tokens import normal

SPOKEN = frozenset({"phone", "in-person"})  # talking points are for the writer's own eyes
_NEAR = 160  # characters around a place in which its backticks may stand
CHATTED = frozenset({"text", "online-message"})


class Slip(Protocol):
    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Self: ...

    def find(self, context: Context) -> Iterable[Found]: ...


class Word(NamedTuple):
    """A written word of a sentence: its place, the text as it stands, the same normalised, and whether it is quoted."""

    start: int
    end: int
    text: str
    norm: str
    quoted: bool


def written_words(sentence: Sentence, text: str) -> list[Word]:
    """The words of a sentence as written, contractions whole, marks left out."""
    return [
        Word(token.start, token.end, text[token.start : token.end], normal(text[token.start : token.end]), quoted)
        for token, quoted in zip(sentence.words, sentence.quoted)
        if token.head and token.kind != "mark"
    ]


def sentences(context: Context, *parts: str) -> Iterator[tuple[Sentence, list[Word]]]:
    """The sentences of some parts of the draft, with their written words."""
    for sentence in context.draft.sentences:
        if sentence.part in parts:
            yield sentence, written_words(sentence, context.draft.text)


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
