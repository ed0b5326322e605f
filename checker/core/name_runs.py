"""Runs of capitalised words that can be the name of a company: "Neptune Property Care", "Saffron & Rye", "eBay"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.core.tokens import APOSTROPHES, Token

LONGEST = 6  # words
_JOINERS = frozenset({"&", "and", "of", "+", "the", "for", "de", "du", "der", "van", "von"})
_DOTTED = frozenset("st mt dr co bros inc ltd corp messrs".split())  # a full stop behind these does not end the name


@dataclass(frozen=True)
class NameRun:
    """Tokens first:last of a message that make one name; `words` are normalised, without joiners."""

    first: int
    last: int
    words: tuple[str, ...]
    owner: bool  # "Northwind's"
    the: bool = False  # "the Grand Palmera"


def run_at(text: str, tokens: Sequence[Token], at: int, end: int) -> NameRun | None:
    """The name that begins at token `at`, or behind an article there, and before the place `end`; None if there is none."""
    the = at < len(tokens) and tokens[at].norm == "the"
    at += the
    if at < len(tokens) and tokens[at].norm in {'"', "*", "_"}:
        at += 1
    if at >= len(tokens) or not _is_capital(text, tokens[at], end):
        return None
    last, count, place = at, 1, at
    words = [tokens[at].norm]
    while count < LONGEST:
        following = _next(text, tokens, place, end)
        if following is None:
            break
        place = following
        if _is_capital(text, tokens[place], end):
            last, count = place, count + 1
            words.append(tokens[place].norm)
        elif tokens[place].norm not in _JOINERS or place - last > 2:
            break
    return NameRun(at, last, tuple(words), _owns(text, tokens[last]), the)


def run_before(text: str, tokens: Sequence[Token], at: int, start: int) -> NameRun | None:
    """The name whose last token is `at` and that begins at the place `start` or later."""
    first = at
    for place in range(at, max(at - LONGEST, -1), -1):
        token = tokens[place]
        if token.start < start:
            break
        if _is_capital(text, token, len(text)):
            first = place
        elif token.norm not in _JOINERS:
            break
    found = run_at(text, tokens, first, tokens[at].end) if 0 <= at < len(tokens) else None
    return found if found and found.last == at else None


def _next(text: str, tokens: Sequence[Token], place: int, end: int) -> int | None:
    """The token behind `place` that may go on with the name: over a blank, a hyphen or an abbreviation's full stop."""
    following = place + 1
    while following < len(tokens) and not tokens[following].head:
        following += 1
    if following < len(tokens) and tokens[following].norm == "." and tokens[place].norm in _DOTTED:
        following += 1
    if following < len(tokens) and tokens[following].norm in {"-", "‐", "‑"} and tokens[following].start == tokens[place].end:
        following += 1
    if following >= len(tokens) or tokens[following].start >= end or "\n\n" in text[tokens[place].end : tokens[following].start]:
        return None
    return following


def _is_capital(text: str, token: Token, end: int) -> bool:
    """Northwind, eBay, 3M; not "I" and not a plain number."""
    if token.start >= end or token.kind == "mark" or not token.head:
        return False
    written = text[token.start : token.end]
    if token.norm == "i" or token.kind == "number" and not any(letter.isupper() for letter in written):
        return False
    return written[0].isupper() or written[1:2].isupper() or token.kind == "number"


def _owns(text: str, token: Token) -> bool:
    written = text[token.start : token.end]
    after = text[token.end : token.end + 1]
    return len(written) > 2 and written[-1] in "sS" and (written[-2] in APOSTROPHES or after != "" and after in APOSTROPHES)
