"""Names of people: who is greeted, and every known name wherever it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.evidence import Evidence
from checker.core.greetings import TITLES
from checker.core.inflect import stem_options
from checker.core.names import Person, is_person, misspells, plain_forms, same_word
from checker.core.outcome import Found, Outcome
from checker.core.people import Addressee
from checker.core.situation import UNKNOWN
from checker.core.tokens import APOSTROPHES, Token, normal, runs

_SHORTEST_SLIP = 4  # letters; a shorter name word has too many honest neighbours


@dataclass(frozen=True)
class PeopleKind:
    """`stock` names the word list of ordinary words, which are no misspelt names however near they come."""

    stock: str

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        return cls(check["ordinary_words"])

    def evidence(self) -> Iterable[Evidence]:
        return ()

    def judge(self, context: Context) -> Outcome:
        found = [*self._greeted(context), *self._misspelt(context)]
        unique = {(breach.start, breach.end): breach for breach in reversed(found)}
        needs = () if found or context.everybody else ("interview.interviewers",)
        return Outcome(tuple(unique[place] for place in sorted(unique, key=str)), needs)

    def _greeted(self, context: Context) -> Iterator[Found]:
        """People in the greeting who are nobody known, or to whom this message does not go."""
        if not context.everybody:
            return
        known_people = {
            greeted: [p for p in context.everybody if is_person(greeted.words, p, context.short_forms)]
            for greeted in context.addressees
            if not greeted.blank
        }
        # Without `recipients` the lead is assumed; a greeting to the lead and others shows that it goes to all of them,
        # and one to the contact at the agency that it goes there.
        goes_to = context.recipients
        if context.situation.get("recipients") is UNKNOWN and goes_to is not None:
            addressed = [*goes_to, *_contact(context)]
            if any(_is_among(people, addressed, context) for people in known_people.values()):
                goes_to = None
        for greeted, people in known_people.items():
            if not people:
                yield from self._stranger(greeted, context)
            elif goes_to is not None and not _is_among(people, goes_to, context):
                known = goes_to[0].shown if goes_to else ""
                yield _breach(greeted.tokens, context, known)

    def _stranger(self, greeted: Addressee, context: Context) -> Iterator[Found]:
        """A known name with a slip in it, or somebody else altogether."""
        slips = [(token, word) for token in greeted.tokens for word in _near(token.norm, context.everybody)]
        if slips:
            for token, word in slips[:1]:
                yield _breach((token,), context, _as_written(word, context.everybody))
            return
        person = (context.recipients or context.everybody)[0]
        before = context.draft.text[: greeted.tokens[0].start].rsplit(None, 1)
        titled = bool(before) and normal(before[-1]).strip(".,") in TITLES
        yield _breach(greeted.tokens, context, person.family if titled else person.shown)

    def _misspelt(self, context: Context) -> Iterator[Found]:
        """Words that are one slip away from a name: known from the situation, or else from the greeting."""
        known = [word for person in context.everybody for word in person.words]
        known = known or [word for greeted in context.addressees if not greeted.blank for word in greeted.words]
        targets = [word for word in dict.fromkeys(known) if len(word) >= _SHORTEST_SLIP]
        right = set(known) | context.my_words | _words_of_facts(context)
        ordinary = context.words[self.stock]
        for part in ("subject", "body", "closing"):
            for token in context.draft.part_tokens(part):
                if not _may_be_a_name(token, context) or token.norm in right:
                    continue
                if any(option in ordinary for option in stem_options(token.norm)):
                    continue
                if any(same_word(token.norm, word, context.short_forms) for word in known):
                    continue
                for word in targets:
                    if misspells(token.norm, word):
                        yield _breach((token,), context, _as_written(word, context.everybody) or word.capitalize())
                        break


def _near(written: str, people: list[Person]) -> list[str]:
    return [word for person in people for word in person.words if misspells(written, word)]


def _is_among(people: list[Person], recipients: list[Person], context: Context) -> bool:
    return any(
        person is recipient or is_person(person.words, recipient, context.short_forms)
        for person in people
        for recipient in recipients
    )


def _contact(context: Context) -> list[Person]:
    name = context.situation.text("agency.contact")
    return [Person((name,))] if any(letter.isalpha() for letter in name) else []


def _breach(tokens: tuple[Token, ...], context: Context, known: str) -> Found:
    """The written name, without the 's of an owner, and the name that was expected."""
    written = context.draft.text[: tokens[-1].end]
    owner = len(written) > 2 and written[-2] in APOSTROPHES and written[-1] in "sS"
    return Found(tokens[0].start, tokens[-1].end - 2 * owner, {"known": known})


def _as_written(word: str, people: list[Person]) -> str:
    """The name word as the situation spells it: "zielinski" → "Zieliński"."""
    for person in people:
        for name in person.names:
            for part in name.replace("-", " ").split():
                if plain_forms(part) & plain_forms(word):
                    return part.strip(".,")
    return ""


def _may_be_a_name(token: Token, context: Context) -> bool:
    return token.kind == "word" and token.head and len(token.norm) >= _SHORTEST_SLIP and context.draft.text[token.start].isupper()


def _words_of_facts(context: Context) -> set[str]:
    facts = (context.situation.text(path) for path in ("company", "position", "agency.name"))
    return {part for fact in facts for run in runs(fact) for part in (run, *run.split("-"))}
