"""Slips of the pen that no list of phrases can tell: each is a small class with `from_data(entry)` and `find(context)`.

    doubled-word      "the the", "in the in the"
    doubled-mark      "workshop,,"
    space-at-mark     "workshop , and", "workshop,and"
    small-i           "i", "i'm"
    small-start       a sentence that begins with a small letter
    open-end          a paragraph without a mark at its end
    article           "a interview", "an university"
    correction        words from a list of misspellings, each with its right spelling
    near-word         a long word that is none, one slip from a common one
    capitals          words in capitals for emphasis
"""

from __future__ import annotations

from checker.core.slips.articles import Article
from checker.core.slips.capitals import Capitals
from checker.core.slips.corrections import Correction
from checker.core.slips.doubled import DoubledMark, DoubledWord, SpaceAtMark
from checker.core.slips.edges import OpenEnd, SmallI, SmallStart
from checker.core.slips.near_words import NearWord
from checker.core.slips.slip import Slip

SLIPS: dict[str, type[Slip]] = {
    "doubled-word": DoubledWord,
    "doubled-mark": DoubledMark,
    "space-at-mark": SpaceAtMark,
    "small-i": SmallI,
    "small-start": SmallStart,
    "open-end": OpenEnd,
    "article": Article,
    "correction": Correction,
    "near-word": NearWord,
    "capitals": Capitals,
}
