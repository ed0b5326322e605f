"""Everything that one check knows: the draft, the situation, what was found, and who is around."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from checker.core import people
from checker.core.draft import Draft
from checker.core.facts import Facts
from checker.core.names import Person, ShortForms, name_words
from checker.core.phrasebook import Hits
from checker.core.situation import Situation


@dataclass(frozen=True)
class Context:
    draft: Draft
    situation: Situation
    facts: Facts
    hits: Hits
    words: Mapping[str, frozenset[str]] = field(repr=False)
    short_forms: ShortForms = field(repr=False)

    @cached_property
    def interviewers(self) -> list[Person]:
        return people.interviewers(self.situation)

    @cached_property
    def everybody(self) -> list[Person]:
        return people.everybody(self.situation, self.short_forms)

    @cached_property
    def recipients(self) -> list[Person] | None:
        return people.recipients(self.situation, self.interviewers, self.short_forms)

    @cached_property
    def addressees(self) -> list[people.Addressee]:
        known = frozenset(word for person in self.everybody for word in person.words)
        return people.addressees(self.draft, known, self.my_words)

    @cached_property
    def my_words(self) -> frozenset[str]:
        return frozenset(name_words(self.situation.text("me")))
