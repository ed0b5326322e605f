"""Text to tokens that keep their place in the pasted text.

Contractions are spelled out, so that one phrase covers every way of writing it: "haven't", "havent",
"haven’t" and "have not" all become `have` `not`. A token inside a contraction still knows the whole
word it stands in, because a finding must never point at half a word.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# Zero-width characters and soft hyphens come along when people paste from chats and web pages.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
APOSTROPHES = "'’‘ʼ`´"
_STRIP = str.maketrans("", "", INVISIBLE)
QUOTES = str.maketrans({c: "'" for c in APOSTROPHES} | {c: '"' for c in "“”„«»‟"})

# Accents and vowel signs that are characters of their own: combining ones, Hebrew, Arabic, Indian scripts, Thai.
_SIGNS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0962-\u0963\u0981-\u0983"
    "\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a70-\u0a71\u0a81-\u0a83\u0abc-\u0acd\u0b82\u0bbe-\u0bcd\u0c00-\u0c04"
    "\u0c3c-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)
_LETTER = rf"(?:[^\W_]|[{_SIGNS}])"
_TOKEN = re.compile(rf"[^\W_](?:[{INVISIBLE}{APOSTROPHES}]{{0,3}}{_LETTER})*|[^\w\s]|_+")  # a word or number, else a mark
# A hyphen joins two halves of a word; "--" is a dash and does not.
_RUN = re.compile(rf"[^\W_](?:(?:[{APOSTROPHES}{INVISIBLE}]{{0,3}}|[{INVISIBLE}]?[-‐‑][{INVISIBLE}]?){_LETTER})*")

_NOT = re.compile(r"^(\w+)n't$")
_ENDING = re.compile(r"^(\w+)'(m|re|ve|ll|d|s)$")
_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "'d", "s": "'s"}
_BEFORE_IS = frozenset(
    "it he she that this there here what who how where when why one everything something nothing everybody everyone "
    "somebody someone nobody let".split()
)
_STEMS_BEFORE_NOT = {"ca": "can", "wo": "will", "sha": "shall", "ai": "am"}
# Typed in a hurry, without the apostrophe; only forms that are no words of their own.
_BARE = {
    "dont": ("do", "not"), "didnt": ("did", "not"), "doesnt": ("does", "not"), "cant": ("can", "not"),
    "wont": ("will", "not"), "havent": ("have", "not"), "hasnt": ("has", "not"), "isnt": ("is", "not"),
    "wasnt": ("was", "not"), "couldnt": ("could", "not"), "wouldnt": ("would", "not"),
    "shouldnt": ("should", "not"), "im": ("i", "am"), "ive": ("i", "have"), "youre": ("you", "are"),
    "youve": ("you", "have"), "theyre": ("they", "are"), "cannot": ("can", "not"),
}  # fmt: skip


class Token(NamedTuple):
    """One word, number or mark.

    `start` and `end` are code points of the pasted text and cover the whole written word;
    `norm` is what phrases are compared with; `head` is true for the first token of a written word.
    """

    start: int
    end: int
    norm: str
    kind: str  # word | number | mark
    head: bool = True


def normal(text: str) -> str:
    """Lower-case text with plain quotes, composed accents and nothing invisible."""
    if text.isascii():  # nearly all words, and there is little to do for them
        return text.lower().replace("`", "'")
    text = unicodedata.normalize("NFC", text.translate(_STRIP)).translate(QUOTES)
    return text.casefold() if "ß" not in text else text.lower()


def spell_out(word: str) -> tuple[str, ...]:
    """The full words behind a normalised word: `won't` → `will`, `not`; most words stay one."""
    if word in _BARE:
        return _BARE[word]
    if "'" not in word:
        return (word,)
    if found := _NOT.match(word):
        stem = found[1]
        return (_STEMS_BEFORE_NOT.get(stem, stem), "not")
    if found := _ENDING.match(word):
        stem, ending = found.groups()
        owner = ending == "s" and stem not in _BEFORE_IS  # Friday's: the 's is no word of its own
        return (stem,) if owner else (stem, _ENDINGS[ending])
    return (word,)


def tokenize(text: str) -> list[Token]:
    """All tokens of `text` in order. Linear in the length of the text."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        word = found.group()
        if word.isalpha() and word.isascii():  # most
            norm = word.lower()
            if norm not in _BARE:
                tokens.append(Token(start, end, norm, "word"))
                continue
        norm = normal(word)
        if not norm[:1].isalnum():
            if norm:
                tokens.append(Token(start, end, norm, "mark"))
            continue
        kind = "number" if any(c.isdigit() for c in norm) else "word"
        for place, part in enumerate(spell_out(norm)):
            tokens.append(Token(start, end, part, kind, place == 0))
    return tokens


class Run(NamedTuple):
    """A word as the catalogue counts them, and its place."""

    start: int
    end: int
    norm: str


def run_spans(text: str, start: int, end: int) -> list[Run]:
    """The words of text[start:end]: runs of letters, digits, apostrophes and inner hyphens, lower-cased."""
    return [Run(found.start(), found.end(), normal(found.group())) for found in _RUN.finditer(text, start, end)]


def count_runs(text: str, start: int, end: int) -> int:
    """How many words text[start:end] has."""
    return len(_RUN.findall(text, start, end))


def runs(text: str) -> list[str]:
    """The words of a text alone, without their places."""
    return [run.norm for run in run_spans(text, 0, len(text))]
