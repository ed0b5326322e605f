"""Does a message go to the one who answers for the hiring: the agency that arranged the interview, else the lead?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core import people
from checker.core.context import Context
from checker.core.evidence import Evidence
from checker.core.names import Person, is_person, name_words, plain_forms
from checker.core.outcome import CLEAN, Found, Outcome
from checker.core.tokens import normal

# Words that many agencies have in their names, so that they tell none of them.
_COMMON = frozenset(
    "the and of for ltd limited inc llc plc gmbh group agency agencies recruitment recruiting recruiters recruit staffing staff "
    "personnel people search talent selection consulting consultants consultancy solutions services partners associates jobs "
    "careers career executive resourcing resources human employment placement placements hr international global".split()
)

@dataclass(frozen=True)
class RightPerson:
    """Three answers for each recipient: the right one, somebody else, or not to be known (None)."""

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        return cls()

    def evidence(self) -> Iterable[Evidence]:
        return ()

    def judge(self, context: Context) -> Outcome:
        """One breach when the message is certainly to others. Clean where there is neither an agency nor a lead."""
        agency, contact = context.situation.text("agency.name"), context.situation.text("agency.contact")
        lead = next((person for person in context.interviewers if person.lead), None)
        if agency or contact:
            answers = self._to_agency(context, agency, contact)
            known = contact or agency
        elif lead:
            answers = self._to_lead(context, lead)
            known = lead.shown
        else:
            return CLEAN if context.interviewers else Outcome(needs=("interview.interviewers",))
        if True in answers:
            return CLEAN
        if None in answers or not answers:
            return Outcome(needs=("recipients",))
        return Outcome((Found(values={"known": known}),))

    def _to_agency(self, context: Context, agency: str, contact: str) -> list[bool | None]:
        telling = _telling(agency)
        agents = [Person((contact,))] if contact else []

        def answer(entry: str) -> bool | None:
            words = name_words(entry)
            if "@" in entry:
                host = "".join(min(plain_forms(part)) for part in normal(entry).rpartition("@")[2].split("."))
                if people.owner(entry, agents) or any(word in host for word in telling):
                    return True
                return False if people.owner(entry, context.interviewers) else None
            if any(is_person(words, agent, context.short_forms) for agent in agents) or telling & set(_plain(entry)):
                return True
            known = any(is_person(words, person, context.short_forms) for person in context.interviewers)
            return False if known or agents else None  # where no contact is known, a stranger may be the agency's

        greeting = set(_plain(context.draft.part_text("greeting")))
        if any(people.greets(context.addressees, agent, context.short_forms) for agent in agents) or telling & greeting:
            return [True]
        given = [entry for entry in context.situation.items("recipients") if entry.strip()]
        if given:
            return [answer(entry) for entry in given]
        greeted = [one for one in context.addressees if not one.blank]
        if greeted:
            return [answer(" ".join(one.words)) for one in greeted]
        return [False for _ in context.recipients or []]  # by default it goes to the lead, or the panel

    def _to_lead(self, context: Context, lead: Person) -> list[bool | None]:
        def answer(entry: str) -> bool | None:
            if "@" in entry:
                person = people.owner(entry, context.interviewers)
                if person:
                    return person is lead
                return False if lead.email or people.is_shared(entry) else None
            return is_person(name_words(entry), lead, context.short_forms)

        if people.greets(context.addressees, lead, context.short_forms):
            return [True]
        given = [entry for entry in context.situation.items("recipients") if entry.strip()]
        if given:
            return [answer(entry) for entry in given]
        others = [person for person in context.everybody if person is not lead]
        greeted = [one for one in context.addressees if not one.blank]
        by_name = [any(is_person(one.words, other, context.short_forms) for other in others) for one in greeted]
        return [False] if by_name and all(by_name) else [True]  # by default it goes to the lead


def _plain(text: str) -> list[str]:
    return [min(plain_forms(word)) for word in name_words(text)]


def _telling(agency: str) -> frozenset[str]:
    """The words of an agency's name by which it is known; all of them where it has only common ones."""
    words = [word for word in _plain(agency) if len(word) > 2]
    return frozenset(word for word in words if word not in _COMMON) or frozenset({"".join(words)} - {""})
