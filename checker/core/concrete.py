"""Is anything concrete from the conversation in the note?

A detail is a word that would be out of place in a note about another interview: a number, a name, a quoted term, or
a word that is not in the stock vocabulary of such notes. Taken out first, because they stand in notes of every kind:

    the words of the situation       job title, company, names
    sayings                          "over the moon", "pacing the kitchen": entries of the stock of several words
    words that end like a quality    kindness, courteous, tirelessly, adaptable
    job titles                       "the post of sacristan", "the clerk position"
    people who are only addressed    "Mr Boyle", and a name after the last comma: "Speak soon, Leon"
    dates, and lengths of the talk   "the 4th", "forty minutes of your time"

One detail is enough. Only a sentence about the writer's own career, journey or mishaps needs more: its details count when words
beside them tie it to the talk ("you mentioned ...", "hearing about ..."), for otherwise it could have been written at home.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from checker.core.inflect import stem_options
from checker.core.names import name_words
from checker.core.sentences import Sentence
from checker.core.situation import Situation
from checker.core.tokens import Token, runs

_POSTS = frozenset("role position post job vacancy opening opportunity interview vacancies".split())
_NUMBERS = frozenset(
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
    "eighty ninety".split()
)
_OF_TIME = frozenset("minute minutes hour hours".split())
_SPENDING = frozenset("thank thanks thankful grateful appreciate appreciated your spent spending spend gave giving".split())
_QUALITIES = ("ly", "ness", "ful", "ous", "ity", "able", "ible", "ive", "ism")  # kindness, generous, tirelessly
_THINGS = frozenset(
    "assembly butterfly jelly lily supply fly ally belly monopoly anomaly poly handful mouthful spoonful bus citrus "
    "witness harness wilderness illness business electricity charity university facility utility commodity security "
    "city cable table vegetable timetable stable fable constable turntable bible crucible archive olive hive drive dive "
    "five beehive locomotive adhesive explosive mechanism autism tourism".split()
)
_LEAST_QUALITY = 6  # letters; shorter ones are seldom built with an ending
Sayings = Mapping[str, tuple[tuple[str, ...], ...]]  # by their first words
_TITLES = frozenset("mr mrs ms miss mx dr prof professor sir".split())


@dataclass(frozen=True)
class Vocabulary:
    """Words that say nothing particular: the stock, its sayings by their first words, the words of the situation."""

    stock: frozenset[str]
    sayings: Sayings
    given: frozenset[str]

    @classmethod
    def of(cls, stock: frozenset[str], situation: Situation) -> Vocabulary:
        facts = [situation.text(path) for path in ("position", "company", "me", "agency.name", "agency.contact")]
        people = situation.items("interview.interviewers")
        names = [name for entry in people for name in (entry["name"], entry.get("signs_as", ""))]
        given = {word for fact in facts for run in runs(fact) for word in (run, *run.split("-"))}
        given |= {word for name in names for word in name_words(name)}
        return cls(stock, _sayings(stock), frozenset(option for word in given for option in stem_options(word)))

    def is_detail(self, token: Token) -> bool:
        """Would this word be out of place in a note about another interview?"""
        if token.kind == "mark" or token.norm in {"'s", "'d"}:
            return False
        options = stem_options(token.norm)
        if any(option in self.given for option in options):
            return False
        if token.kind == "number":
            return not _is_date_or_round(token.norm)
        if token.norm in _NUMBERS:
            return True
        return len(token.norm) > 2 and not any(option in self.stock or _is_quality(option) for option in options)

    def in_sayings(self, words: tuple[Token, ...]) -> frozenset[int]:
        """Where the words of sayings stand, in any of their forms."""
        found: set[int] = set()
        forms = [stem_options(word.norm) for word in words]
        for at, options in enumerate(forms):
            for saying in (s for option in options for s in self.sayings.get(option, ())):
                rest = forms[at : at + len(saying)]
                if len(rest) == len(saying) and all(word in form for word, form in zip(saying, rest, strict=True)):
                    found.update(range(at, at + len(saying)))
        return frozenset(found)


@lru_cache(maxsize=4)
def _sayings(stock: frozenset[str]) -> Sayings:
    """Kept, because all checks ask with the same stock."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for saying in (tuple(entry.split()) for entry in stock if " " in entry):
        found[saying[0]] = (*found.get(saying[0], ()), saying)
    return found


def has_detail(sentence: Sentence, text: str, vocabulary: Vocabulary) -> bool:
    """Does this sentence of the message `text` hold a word that is a detail?"""
    spared = vocabulary.in_sayings(sentence.words)
    for at, word in enumerate(sentence.words):
        if at in spared or not vocabulary.is_detail(word):
            continue
        if not (_names_the_post(sentence, at) or _is_addressed(sentence, at, text) or _is_length_of_talk(sentence, at)):
            return True
    return False


def _names_the_post(sentence: Sentence, at: int) -> bool:
    """ "the clerk position", "the post of clerk": a job title, though the situation does not give it."""
    norms = [word.norm for word in sentence.words]
    if _POSTS.intersection(norms[at + 1 : at + 3]):
        return True
    before = [norm for norm in norms[max(0, at - 4) : at] if norm not in {"a", "an", "the"}][-3:]
    return any(here in _POSTS and after in {"of", "as", "for"} for here, after in zip(before, before[1:], strict=False))


def _is_addressed(sentence: Sentence, at: int, text: str) -> bool:
    """ "Mr Boyle", or a capitalised name after a comma at the sentence's end: somebody is spoken to or signs."""
    words = sentence.words
    if at and words[at - 1].norm in _TITLES:
        return True
    last = [word for word in words[at:] if word.kind != "mark"]
    comma = text[: words[at].start].rstrip()[-1:] == ","
    return comma and len(last) == 1 and text[words[at].start].isupper()


def _is_length_of_talk(sentence: Sentence, at: int) -> bool:
    """ "the forty minutes that you gave me", but not "a wait of forty minutes"."""
    norms = [word.norm for word in sentence.words]
    number = sentence.words[at].kind == "number" or norms[at] in _NUMBERS
    return number and bool(_OF_TIME.intersection(norms[at + 1 : at + 3])) and bool(_SPENDING.intersection(norms))


def _is_quality(word: str) -> bool:
    return len(word) >= _LEAST_QUALITY and word.endswith(_QUALITIES) and word not in _THINGS


def _is_date_or_round(norm: str) -> bool:
    """ "12th", "2026" and "2nd" date a note; they are no detail of the talk."""
    digits = norm.rstrip("stndrh")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 4:
        return False
    return norm != digits or 1900 < int(digits) < 2100 or int(digits) <= 31
