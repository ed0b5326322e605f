"""Somebody who interviewed gets no thanks: neither a recipient, nor thanked by name, nor marked thanked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core import people
from checker.core.context import Context
from checker.core.evidence import Evidence
from checker.core.greetings import SENTENCE_STARTS
from checker.core.names import Person, misspells, same_word
from checker.core.outcome import CLEAN, Found, Outcome
from checker.core.situation import UNKNOWN
from checker.core.tokens import Token
from checker.core.wording import and_join

_SHORTEST_SLIP = 4  # letters; a shorter name word has too many honest neighbours


@dataclass(frozen=True)
class LeftOut:
    """Thanked by name means: the name stands in a sentence with words of thanks, and is not only spoken of there.

    thanks          words of thanks
    spoken_of       mentions of a name that thank nobody: "how Tom asked"
    back            thanks for the person of the sentence before: "Please thank him for me."
    paired          reader and name as one: "you and Tom"; counts in the sentence beside the thanks as well
    everybody       all of them at once: "the whole panel"
    one_more        one person beside the reader: "you both"; thanks the last one who is left
    to_several      words of a greeting to several people
    """

    thanks: Evidence
    spoken_of: Evidence
    back: Evidence
    paired: Evidence
    everybody: Evidence
    one_more: Evidence
    to_several: frozenset[str]

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        keys = ("thanks", "spoken_of", "back", "paired", "everybody", "one_more")
        return cls(*(Evidence.from_data(check.get(key, {})) for key in keys), frozenset(check.get("to_several", ())))

    def evidence(self) -> Iterable[Evidence]:
        return self.thanks, self.spoken_of, self.back, self.paired, self.everybody, self.one_more

    def judge(self, context: Context) -> Outcome:
        """One breach that names all who are left out. Needs `recipients` where an address may be theirs."""
        panel = context.interviewers
        if not panel:
            return Outcome(needs=("interview.interviewers",))
        written_to, strangers = _written_to(context)
        left = [
            person
            for person in panel
            if not person.thanked
            and person not in written_to
            and not people.greets(context.addressees, person, context.short_forms)
        ]
        if not left or self._greets_all(context):
            return CLEAN
        thankful, beside = self._sentences_of_thanks(context)
        if any(find.sentence in thankful for find in self.everybody.find(context.draft, context.hits)):
            return CLEAN
        if len(left) == 1 and any(find.sentence in thankful for find in self.one_more.find(context.draft, context.hits)):
            return CLEAN
        names = self._names_in(thankful | beside, context)
        left = [person for person in left if not any(_may_name(token, person, context) for token in names)]
        if not left:
            return CLEAN
        if len(left) <= len(strangers):  # each of them may own one of these addresses
            return Outcome(needs=("recipients",))
        return Outcome((Found(values={"known": and_join([person.names[0] for person in left])}),))

    def _greets_all(self, context: Context) -> bool:
        return not self.to_several.isdisjoint(token.norm for token in context.draft.part_tokens("greeting"))

    def _sentences_of_thanks(self, context: Context) -> tuple[set[int], set[int]]:
        """The sentences that thank; and those beside them that only speak of reader and name as one."""
        draft, hits = context.draft, context.hits
        thankful = {find.sentence for find in self.thanks.find(draft, hits)}
        thankful |= {find.sentence - 1 for find in self.back.find(draft, hits) if find.sentence > 0}
        near = thankful | {number + step for number in thankful for step in (-1, 1)}
        return thankful, {find.sentence for find in self.paired.find(draft, hits)} & near

    def _names_in(self, sentences: set[int], context: Context) -> list[Token]:
        """The words of these sentences that may be names and are not only spoken of."""
        draft = context.draft
        spoken_of = [(find.start, find.end) for find in self.spoken_of.find(draft, context.hits) if find.sentence in sentences]
        lower = draft.part_text("body").islower()
        return [
            token
            for number in sorted(sentences)
            for token in draft.sentences[number].words
            if token.kind == "word" and (lower or draft.text[token.start].isupper())
            if not any(start <= token.start < end for start, end in spoken_of)
        ]


def _written_to(context: Context) -> tuple[list[Person], list[str]]:
    """Whom the message goes to, and the addresses that may be anybody's (an office's mailbox is no interviewer's)."""
    given = context.situation.get("recipients")
    if given is UNKNOWN:
        return context.recipients or [], []
    people_known, strangers = people.reached(given, context.interviewers, context.short_forms)
    return people_known, [address for address in strangers if not people.is_shared(address)]


def _may_name(token: Token, person: Person, context: Context) -> bool:
    """Is the word one of the person's names, as a short form, in plain letters, or with a slip in it?"""
    if token.norm in SENTENCE_STARTS and token.norm not in person.words:
        return False  # "The" is no short form of Theodora, nor "With" of Witherspoon
    return any(
        same_word(token.norm, word, context.short_forms) or len(word) >= _SHORTEST_SLIP and misspells(token.norm, word)
        for word in person.words
        if len(token.norm) > 1
    )
