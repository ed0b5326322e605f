"""Is anything concrete from the conversation in the note?

A detail is a word that would be out of place in a note about another interview: a number, a name, a quoted term, or
a word that is not in the stock vocabulary of such notes. The words of the situation (job title, company, names) are
taken out first, for they stand in every note. What a sentence adds to the judgement (2 is enough):

    2  a detail and words that tie it to the talk: "you mentioned ...", "hearing about ...", "your question ..."
    2  two details in a sentence that is not about the writer: "The switch from paper to tablets is ..."
    2  three details in any sentence but one about the writer's own career
    1  a detail otherwise, so that two such sentences suffice
Details after "I would" and "I could" count only where they are tied: they are wishes, not memories.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from checker.core.inflect import stem_options
from checker.core.names import name_words
from checker.core.sentences import Sentence
from checker.core.situation import Situation
from checker.core.tokens import Token, runs

ENOUGH, A_LITTLE = 2, 1
_WISHES = frozenset("would 'd could will can".split())
_WRITER = frozenset("i my we our".split())
_POSTS = frozenset("role position post job vacancy opening opportunity interview vacancies".split())
_NUMBERS = frozenset("eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty forty fifty sixty".split())
_FIRST_WORDS = 2  # a sentence with "I" or "my" among these is about the writer


@dataclass(frozen=True)
class Vocabulary:
    """Words that say nothing particular: the stock list, and the words of the situation."""

    stock: Collection[str]
    given: frozenset[str]

    @classmethod
    def of(cls, stock: Collection[str], situation: Situation) -> Vocabulary:
        facts = [situation.text(path) for path in ("position", "company", "me", "agency.name", "agency.contact")]
        people = situation.items("interview.interviewers")
        names = [name for entry in people for name in (entry["name"], entry.get("signs_as", ""))]
        given = {word for fact in facts for run in runs(fact) for word in (run, *run.split("-"))}
        given |= {word for name in names for word in name_words(name)}
        return cls(stock, frozenset(option for word in given for option in stem_options(word)))

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
        return len(token.norm) > 2 and not any(option in self.stock for option in options)


def worth(sentence: Sentence, tied_from: Iterable[int], of_career: bool, vocabulary: Vocabulary) -> int:
    """What a sentence adds. `tied_from`: where in the text ties to the talk begin; `of_career`: it tells the writer's own."""
    ties = [start for start in tied_from if sentence.start <= start < sentence.end]
    first_tie = min(ties, default=sentence.end)
    details: set[str] = set()
    wish = False
    for at, word in enumerate(sentence.words):
        wish = wish or (word.norm in _WISHES and at > 0 and sentence.words[at - 1].norm == "i")
        if not vocabulary.is_detail(word) or _names_the_post(sentence, at):
            continue
        if word.start > first_tie:
            return ENOUGH
        if not wish:
            details.add(word.norm)
    if of_career or not details:
        return min(len(details), A_LITTLE)
    if ties:
        return ENOUGH
    about_writer = any(word.norm in _WRITER for word in sentence.words[:_FIRST_WORDS])
    return ENOUGH if len(details) >= (3 if about_writer else 2) else A_LITTLE


def _names_the_post(sentence: Sentence, at: int) -> bool:
    """ "the clerk position", "the post of clerk": a job title, though the situation does not give it."""
    norms = [word.norm for word in sentence.words]
    if _POSTS.intersection(norms[at + 1 : at + 3]):
        return True
    before = [norm for norm in norms[max(0, at - 3) : at] if norm not in {"a", "an", "the"}]
    return len(before) > 1 and before[-2] in _POSTS and before[-1] in {"of", "as", "for"}


def _is_date_or_round(norm: str) -> bool:
    """ "12th", "2026" and "2nd" date a note; they are no detail of the talk."""
    digits = norm.rstrip("stndrh")
    return digits.isdigit() and (norm != digits or 1900 < int(digits) < 2100 or int(digits) <= 31)
