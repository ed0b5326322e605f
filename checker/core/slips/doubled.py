"""Words and marks that stand twice, and the spaces around marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.outcome import Found
from checker.core.slips.slip import CHATTED, SPOKEN, is_blank, sentences, stands_in_address

_PARTS = ("subject", "greeting", "body", "closing")
# Rightly twice: grammar ("what it is is", "had had"), emphasis, and words that are made so.
_TWICE = frozenset(
    "that had is was do did bye so very no yes ha really many long far blah night hear there now well knock please much more "
    "tut hush ho win face home step so-so hip pom can yo chop tom aye go goody never again over five one two three old log in "
    "fifty part some little truly ever half".split()
)
_IN_PAIRS = frozenset(
    "in on at to for of with from the a an this your my our it is was i you we be as about by that".split()
)
_PAIR_JOINERS = frozenset({"and", "or", "by", "after", "on"})
_MARKS = re.compile(r",[ \t]?,+|;;+|(?<!\.)\.\.(?![^\s)\"'”’])|[?!],|,\.(?![\w.])|(?<=[?!])\.(?!\.)")
_SPACED = re.compile(r"(?<=[^\W\d_])[ \t\u00a0]+(?:,(?=[\s\w])|[.](?=\s|$)(?!\s*\.)|[?!](?=\s|$))")
_UNSPACED = re.compile(r"(?<![^\s(\"“'])[^\W\d_]+[,;](?:[^\W\d_]{2,}|[Ia](?= ))")
_STARTERS = "I|It|The|Thank|Thanks|We|You|Your|This|That|My|Please|Looking|If|As|And|But|Our|There|They|Is|Are|Could|Would|When"
_NEXT_SENTENCE = re.compile(rf"[a-z]{{2,30}}[.](?:{_STARTERS})\b(?![.@/])")


@dataclass(frozen=True)
class DoubledWord:
    """ "the the", also over a line end; the second of the two goes."""

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Self:
        return cls()

    def find(self, context: Context) -> Iterator[Found]:
        text = context.draft.text
        if context.situation.text("channel") in SPOKEN:
            return
        names = {word for person in context.everybody for word in person.words} | context.my_words
        for _, words in sentences(context, *_PARTS):
            at = 1
            while at < len(words):
                one, two = words[at - 1], words[at]
                if one.norm == two.norm and is_blank(text, one.end, two.start) and not one.quoted:
                    named = one.text[0].isupper() and two.text[0].isupper() and one.norm not in _IN_PAIRS or one.norm in names
                    if one.norm.isalpha() and one.norm not in _TWICE and not named and not one.text.isupper():
                        yield Found(one.start, two.end, {"known": one.text})
                elif at > 2 and one.norm == words[at - 3].norm and self._is_pair(words[at - 3 : at + 1], text):
                    first = words[at - 3]
                    yield Found(first.start, two.end, {"known": text[first.start : words[at - 2].end]})
                at += 1

    def _is_pair(self, four: list[Any], text: str) -> bool:
        """ "in the in the": two small words, twice."""
        pair = [word.norm for word in four[:2]]
        return (
            pair == [word.norm for word in four[2:]]
            and pair[0] != pair[1]
            and (pair[0] in _IN_PAIRS and pair[1] in _IN_PAIRS or pair[0] in {"for", "to", "in", "of", "with", "at"})
            and not _PAIR_JOINERS.intersection(pair)
            and all(is_blank(text, one.end, two.start) for one, two in zip(four, four[1:]))
        )


@dataclass(frozen=True)
class DoubledMark:
    """ ",,", "..", "?." and the like; an ellipsis, "?!" and "etc.," are right."""

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Self:
        return cls()

    def find(self, context: Context) -> Iterator[Found]:
        text = context.draft.text
        if context.situation.text("channel") in SPOKEN:
            return
        for part in _PARTS:
            for start, end in context.draft.spans[part]:
                for found in _MARKS.finditer(text, start, end):
                    first, last = found.span()
                    if text[first] == "." and _is_ellipsis(text, first) or stands_in_address(text, first, last):
                        continue
                    if text[first:last] == "." and first:
                        first -= 1  # "?." is shown whole
                    if not text[first].isspace():
                        yield Found(first, last, {"known": text[first]})


def _is_ellipsis(text: str, place: int) -> bool:
    return text[max(0, place - 2) : place].strip().endswith(".") or text[place + 2 : place + 4].strip().startswith(".")


@dataclass(frozen=True)
class SpaceAtMark:
    """A space before a comma or full stop, or none after it."""

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Self:
        return cls()

    def find(self, context: Context) -> Iterator[Found]:
        text = context.draft.text
        if context.situation.text("channel") in SPOKEN:
            return
        french = context.situation.text("channel") in CHATTED  # "really ?" is a habit in chats
        for part in ("subject", "body"):
            for start, end in context.draft.spans[part]:
                for found in _SPACED.finditer(text, start, end):
                    if not (french and found.group()[-1] in "?!"):
                        yield Found(*found.span(), {"known": found.group()[-1]})
                for found in _UNSPACED.finditer(text, start, end):
                    if not stands_in_address(text, *found.span()):
                        mark = "," if "," in found.group() else ";"
                        yield Found(*found.span(), {"known": found.group().replace(mark, f"{mark} ")})
                for found in _NEXT_SENTENCE.finditer(text, start, end):
                    if not stands_in_address(text, *found.span()):
                        yield Found(*found.span(), {"known": found.group().replace(".", ". ")})
