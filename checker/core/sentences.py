"""Sentences as ranges of the pasted text, each with the words that phrases run over."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from checker.core.lines import Line
from checker.core.tokens import Token

_ENDS = frozenset(".!?…。！？")
_SOFT = frozenset(",.-‐‑–—―()[]{}\"*<>_~'|•·▪◦‣●")  # marks that a phrase may run across
_ABBREVIATIONS = frozenset(
    "mr mrs ms mx dr prof st sr jr rev fr hon capt col sgt no vs etc ie eg inc ltd co corp dept approx ref tel ext "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun a p am pm".split()
)
_MAY_END = frozenset("no etc inc ltd co am pm sun mon sat may a p".split())  # may close a sentence too


@dataclass(frozen=True, slots=True)
class Sentence:
    """A range of the text. `words` is what phrases run over: tokens without commas, brackets, dashes and quotes.

    `quoted[i]` says that words[i] stands between double quotation marks; `item` that this is a list item.
    """

    part: str
    paragraph: int
    start: int
    end: int
    words: tuple[Token, ...]
    quoted: tuple[bool, ...]
    item: bool = False


def split_sentences(text: str, lines: list[Line], tokens: list[Token]) -> tuple[Sentence, ...]:
    """Cut every part but headers and quoted mail into sentences.

    A line that is a list item, or stands in subject, greeting, sign-off or signature, is never joined to the next.
    """
    starts = [token.start for token in tokens]
    found: list[Sentence] = []
    paragraph = 0

    def close(part: str, chunk: list[Token], item: bool) -> None:
        marks = sum(1 for token in chunk if token.norm == '"')
        inside = False
        for piece in _cut(text, chunk):
            words, quoted, inside = _words(piece, inside, marks % 2 == 0)
            found.append(Sentence(part, paragraph, piece[0].start, piece[-1].end, words, quoted, item))

    pending: list[Token] = []
    pending_item = False
    for line in lines:
        for part, start, end in line.pieces:
            if part in {"header", "quoted"}:
                continue
            start = max(start, line.start + line.bullet)  # the list mark is no word of the sentence
            chunk = tokens[bisect_left(starts, start) : bisect_left(starts, end)]
            wraps = not pending_item or text[start : start + 1].islower()  # else the text goes on below the list
            joins = part == "body" and not line.bullet and not line.after_blank and wraps
            if pending and not joins:
                close("body", pending, pending_item)
                pending = []
            if part != "body":
                close(part, chunk, False)
                continue
            if line.after_blank or line.bullet:
                paragraph += 1
            if not pending:
                pending_item = bool(line.bullet)
            pending.extend(chunk)
    if pending:
        close("body", pending, pending_item)
    return tuple(found)


def _cut(text: str, tokens: list[Token]) -> list[list[Token]]:
    pieces: list[list[Token]] = []
    start = 0
    for place, token in enumerate(tokens):
        if token.norm[0] in _ENDS and _is_end(text, tokens, place):
            last = place + 1
            while last < len(tokens) and tokens[last].norm in {'"', ")", "'"} and tokens[last].start == tokens[last - 1].end:
                last += 1
            if last > place + 1 and last < len(tokens) and text[tokens[last].start].islower():
                continue  # "Great!" she said
            if last > start:
                pieces.append(tokens[start:last])
            start = last
    if start < len(tokens):
        pieces.append(tokens[start:])
    return pieces


def _is_end(text: str, tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    if place + 1 == len(tokens):
        return True
    following = tokens[place + 1]
    if following.start == token.end and following.norm[0] in _ENDS:
        return False  # "..." and "?!" end at their last mark
    if following.start == token.end and following.norm[0].isalnum() and token.norm[0] not in "。！？":
        return False  # "5.30", "e.g.", "example.com?page=2"
    if token.norm != ".":
        return True
    if place == 0:
        return True
    before = tokens[place - 1]
    if before.end != token.start:
        return True
    if place > 2 and before.norm == "m" and tokens[place - 3].norm in {"a", "p"}:  # "9 a.m. It was", not "9 a.m. Monday"
        return text[following.start].isupper() and not following.norm.endswith("day")
    short = before.norm in _ABBREVIATIONS or (len(before.norm) == 1 and before.kind == "word" and before.norm != "i")
    starts_new = text[following.start].isupper() or not text[following.start].isalnum()
    return starts_new and before.norm in _MAY_END if short else starts_new or following.norm == "i" or following.start > token.end


def is_phrase_word(token: Token) -> bool:
    """Do phrases see this token? They run across commas, brackets, dashes and quotation marks."""
    return token.kind != "mark" or token.norm[0] not in _SOFT


def _words(
    tokens: list[Token], inside: bool, balanced: bool
) -> tuple[tuple[Token, ...], tuple[bool, ...], bool]:
    """The words of one sentence, whether each stands between quotation marks, and whether the quotation goes on.

    `balanced`: the paragraph closes all its quotations, so they may run over several sentences.
    """
    words: list[Token] = []
    quoted: list[bool] = []
    marks = sum(1 for token in tokens if token.norm == '"')
    for token in tokens:
        if token.norm == '"':
            inside = not inside and (balanced or marks > 1)
            continue
        if is_phrase_word(token):
            words.append(token)
            quoted.append(inside)
    return tuple(words), tuple(quoted), inside and balanced
