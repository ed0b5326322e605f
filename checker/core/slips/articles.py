"""A or an: by the sound of the word behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.outcome import Found
from checker.core.slips.slip import SPOKEN, is_blank, sentences

_LIKE_YOU = re.compile(r"uni(?!m|n)|us[aeiu]|ut[ei]|ur[aeiou]|ub[iou]|uk|eu|ew|one|once|ouija|ufo")
_SILENT_H = re.compile(r"hour|hono|honest|heir")
_EITHER = re.compile(r"h(?:erb|otel|ist|abit|ilar|allu|ypo|omage|ered)|uniden|ur[eu]|[fhlmnrsx]-?\b|ye[ai]|[aeiou]\b")


@dataclass(frozen=True)
class Article:
    """ "a interview", "an university"; only before words in small letters, for abbreviations sound as they like."""

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Self:
        return cls()

    def find(self, context: Context) -> Iterator[Found]:
        text = context.draft.text
        if context.situation.text("channel") in SPOKEN:
            return
        for _, words in sentences(context, "subject", "body"):
            for place, (one, two) in enumerate(zip(words, words[1:])):
                if one.norm not in {"a", "an"} or one.quoted or not is_blank(text, one.end, two.start):
                    continue
                if one.text == "A" and place:
                    continue  # "vitamin A is"
                if len(two.norm) < 3 or not two.norm.isascii() or not two.text.islower() or _EITHER.match(two.norm):
                    continue
                right = "an" if _sounds_open(two.norm) else "a"
                if right != one.norm:
                    shown = right.capitalize() if one.text[0].isupper() else right
                    yield Found(one.start, two.end, {"known": text[one.start : two.end].replace(one.text, shown, 1)})


def _sounds_open(word: str) -> bool:
    if _SILENT_H.match(word):
        return True
    return word[0] in "aeiou" and not _LIKE_YOU.match(word)
