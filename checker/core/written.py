"""The written words of a sentence, as those who look for slips need them."""

from __future__ import annotations

from typing import NamedTuple

from checker.core.sentences import Sentence
from checker.core.tokens import normal


class Word(NamedTuple):
    """A written word of a sentence: its place, the text as it stands, the same normalised, and whether it is quoted."""

    start: int
    end: int
    text: str
    norm: str
    quoted: bool


def written_words(sentence: Sentence, text: str) -> tuple[Word, ...]:
    """The words of a sentence as written, contractions whole, marks left out."""
    found = []
    for token, quoted in zip(sentence.words, sentence.quoted):
        if token.head and token.kind != "mark":
            word = text[token.start : token.end]
            found.append(Word(token.start, token.end, word, normal(word), quoted))
    return tuple(found)
