"""Long words that are no words, but one slip of a finger from a common one: "opportunty", "convresation", "comunication"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from string import ascii_lowercase
from typing import Any, Self

from checker.core.context import Context
from checker.core.inflect import forms, stem_options
from checker.core.outcome import Found
from checker.core.slips.slip import SPOKEN, sentences, stands_in_address

_LEAST = 7  # letters; shorter words have too many honest neighbours
_MOST = 24  # letters; no common word is longer
_MOST_ASKED = 400  # different words of one message; more are no prose
_LEAST_SHORTENED = 8  # letters of a word that lacks one
_LEAST_DERIVED = 10  # letters of a word whose neighbour is made by rule and may be none: "producted"
# Right though a common word is near: another word, or the other spelling of the same.
_RIGHT = re.compile(
    r"licensee|contributory|summaries|patently|simulate|gradation|theater|prioriti[sz]e|immanent|scared|sacred|infection"
    r"|marital|martial|compliant|complaint|discre(?:et|te)(?:ly)?|scrap+ing|star+ing|strip+ing|planed|specialty|specialties"
    r"|aluminum|orientate|personae|casually|causally|mediation|meditation"
    r"|.*(?:or|our)(?:s|ed|ing|able|ite|ites|al|ally|er|ers|ist|less|ful)?"
    r"|.*(?:gment|gement)s?|.*l(?:ed|ing|er|ers|or|ors|ment|ments)|.*able|.*m(?:e[drs]?|ing)|.*s(?:e[ds]|ing)|.*t(?:ed|ing)"
)


@dataclass(frozen=True)
class NearWord:
    """`ordinary` are word lists; of a word that is in none of them a neighbour is looked for that is."""

    ordinary: tuple[str, ...]

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Self:
        return cls(tuple(entry.get("ordinary", ())))

    def find(self, context: Context) -> Iterator[Found]:
        if context.situation.text("channel") in SPOKEN:
            return
        text = context.draft.text
        known = _known(tuple(context.words[name] for name in self.ordinary))
        meant: dict[str, str] = {}
        for _, words in sentences(context, "subject", "body", "closing"):
            for word in words:
                if word.quoted or not _may_be_misspelt(word.text):
                    continue
                if word.text not in meant and len(meant) < _MOST_ASKED:
                    meant[word.text] = _meant(word.text, known)
                if meant.get(word.text) and not stands_in_address(text, word.start, word.end):
                    yield Found(word.start, word.end, {"known": meant[word.text]})


def _may_be_misspelt(word: str) -> bool:
    return _LEAST <= len(word) <= _MOST and word.isascii() and word.isalpha() and word.islower()


@dataclass(frozen=True)
class _Known:
    words: frozenset[str]

    @cached_property
    def derived(self) -> frozenset[str]:
        """Their forms by rule, not all of which exist. Many a message has no word that they are needed for."""
        return frozenset(form for word in self.words for form in (*forms(word), f"{word}ly"))


@lru_cache(maxsize=4)
def _known(lists: tuple[frozenset[str], ...]) -> _Known:
    """The words of the lists; kept, because a page asks with the same lists each time."""
    return _Known(frozenset(word for words in lists for word in words if word.isalpha()))


@lru_cache(maxsize=5_000)
def _meant(word: str, known: _Known) -> str:
    """The common word that is one slip away; empty where there is none or more than one."""
    options = stem_options(word)
    if not known.words.isdisjoint(options) or _RIGHT.fullmatch(word) or not known.derived.isdisjoint(options):
        return ""
    targets = known.derived if len(word) >= _LEAST_DERIVED else known.words
    found = {near for near in _neighbours(word) if near in targets}
    return found.pop() if len(found) == 1 else ""


def _neighbours(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        one, two = word[at], word[at + 1]
        if one != two and at:
            yield word[:at] + two + one + word[at + 2 :]  # two letters have changed places
        if one == two:
            yield word[:at] + word[at + 1 :]  # a letter too many
    if len(word) >= _LEAST_SHORTENED:
        for at in range(1, len(word)):
            for letter in ascii_lowercase:
                yield word[:at] + letter + word[at:]  # a letter has dropped out
