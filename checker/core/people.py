"""Who is around a message: interviewers, recipients, the agency; and whom the greeting names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.core.draft import Draft
from checker.core.greetings import NOT_A_NAME, POSTS, SENTENCE_STARTS, TITLES
from checker.core.names import Person, ShortForms, is_person, name_words, plain_forms
from checker.core.situation import UNKNOWN, Situation
from checker.core.tokens import Token, normal


@dataclass(frozen=True)
class Addressee:
    """One person named in the greeting: the name words as tokens; or a blank for one, "[Name]"."""

    tokens: tuple[Token, ...]
    blank: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(token.norm for token in self.tokens)


def interviewers(situation: Situation) -> list[Person]:
    return [
        Person(
            tuple(name for name in (entry["name"], entry.get("signs_as", "")) if _has_letters(name)),
            entry.get("email", ""),
            entry["lead"],
            entry["thanked"],
        )
        for entry in situation.items("interview.interviewers")
        if _has_letters(entry["name"])  # a line of the form that was left empty is nobody
    ]


def recipients(situation: Situation, panel: list[Person], short_forms: ShortForms) -> list[Person] | None:
    """Who the message goes to; None when that cannot be known.

    Without the fact: the lead, else everybody who interviewed. A name or address that is an interviewer's is that person.
    """
    given = situation.get("recipients")
    if given is UNKNOWN:
        leads = [person for person in panel if person.lead]
        return leads or panel or None
    found, strangers = reached(given, panel, short_forms)
    return None if strangers else found


def reached(entries: list[str], panel: list[Person], short_forms: ShortForms) -> tuple[list[Person], list[str]]:
    """The people behind names and addresses, each once; and the addresses of which nobody knows whose they are."""
    found: list[Person] = []
    strangers: list[str] = []
    for entry in entries:
        if not _has_letters(entry):
            continue
        match = owner(entry, panel) if "@" in entry else _named(entry, panel, short_forms)
        if match is None and "@" in entry:
            strangers.append(entry)
            continue
        person = match or Person((entry,))
        if person not in found:
            found.append(person)
    return found, strangers


def is_shared(address: str) -> bool:
    """A mailbox that is nobody's own: hr@, jobs@."""
    return normal(address).partition("@")[0].strip(" <") in _SHARED


def addresses(situation: Situation, panel: list[Person], short_forms: ShortForms) -> list[str | None]:
    """The address of each recipient, in order; None for one whose address nobody gave.

    Without the fact `recipients`, those of the lead, else of everybody who interviewed, as in `recipients()`.
    """
    given = situation.get("recipients")
    if given is UNKNOWN:
        return [person.email or None for person in recipients(situation, panel, short_forms) or []]
    people = [(entry, _named(entry, panel, short_forms)) for entry in given if _has_letters(entry)]
    return [entry if "@" in entry else (person and person.email) or None for entry, person in people]


def greets(greeted: list[Addressee], person: Person, short_forms: ShortForms) -> bool:
    """Does the greeting name this person?"""
    return any(not one.blank and is_person(one.words, person, short_forms) for one in greeted)


def _has_letters(name: str) -> bool:
    return any(letter.isalpha() for letter in name)


def _named(entry: str, panel: list[Person], short_forms: ShortForms) -> Person | None:
    words = name_words(entry)
    return next((person for person in panel if words and is_person(words, person, short_forms)), None)


def owner(address: str, panel: list[Person]) -> Person | None:
    """Whose address this is: given as theirs, else the nearest name in it, so that hannah@ is not Anna's."""
    for person in panel:
        if person.email and normal(address) == normal(person.email):
            return person
    pieces = [piece for piece in re.split(r"[\W\d_]+", normal(address).split("@")[0]) if piece]
    forms = [(person, form) for person in panel for word in person.words if len(word) > 2 for form in plain_forms(word)]
    whole = (person for person, form in forms if form in pieces)
    partly = (person for person, form in forms if any(piece.startswith(form) or piece.endswith(form) for piece in pieces))
    return next(whole, None) or next(partly, None)


def everybody(situation: Situation, short_forms: ShortForms) -> list[Person]:
    """All people that the situation names, but the writer."""
    panel = interviewers(situation)
    names = [entry for entry in situation.items("recipients") if "@" not in entry] + [situation.text("agency.contact")]
    others = [Person((name,)) for name in dict.fromkeys(names) if _has_letters(name)]
    return panel + [p for p in others if not any(is_person(p.words, known, short_forms) for known in panel)]


def written_names(draft: Draft, people: list[Person], short_forms: ShortForms) -> frozenset[str]:
    """The words by which this draft names these people, beside their own: short forms, and plain letters (Zoe, Mueller).

    Only what is capitalised counts, and no word that begins ordinary sentences: Will may be William, but seldom is.
    """
    also: dict[str, None] = {}
    for word in dict.fromkeys(word for person in people for word in person.words):
        for form in plain_forms(word):
            also.update(dict.fromkeys((form, *short_forms.get(form, ()))))
    return frozenset(
        token.norm
        for token in draft.tokens
        if token.norm in also and token.norm not in SENTENCE_STARTS and draft.text[token.start].isupper()
    )


def addressees(draft: Draft, known_words: frozenset[str], my_words: frozenset[str]) -> list[Addressee]:
    """The people whom the greeting names: not posts, not the writer, no words such as "all" and "team"."""
    people: list[Addressee] = []
    current: list[Token] = []
    posts: list[Token] = []
    last = ""
    brackets = 0
    employer = False  # what follows "at" in "Dear Dana and everyone at Kestrel & Co" names no person

    def close() -> None:
        words = {token.norm for token in current}
        if current and not words <= my_words and (not posts or words <= known_words):
            people.append(Addressee(tuple(current)))
        current.clear()
        posts.clear()

    for token in draft.part_tokens("greeting"):
        word, before = token.norm, last
        last = word if token.kind == "word" else last
        if word in _BRACKETS:
            brackets += _BRACKETS[word]
        elif brackets > 0:
            people.append(Addressee((token,), blank=True))
        elif word in {"at", "of", "from", "whom"}:
            employer = True
        elif token.kind == "mark" and word in ",&/;+" or word in {"and", "or", "both"}:
            employer = employer and word not in {",", ";"}
            close()
        elif employer or token.kind != "word" or word == "'s" or before == "happy":
            continue
        elif word in POSTS and word not in known_words:
            posts.append(token)
        elif word in known_words or _may_be_name(draft, token) and (word not in NOT_A_NAME or _is_titled(word, before)):
            current.append(token)
    close()
    return people


_SHARED = frozenset(
    "hr jobs job careers career recruitment recruiting recruiter hiring info office admin contact hello mail team people "
    "personnel talent apply applications application enquiries enquiry reception bewerbung karriere".split()
)
_BRACKETS = {"[": 1, "{": 1, "<": 1, "]": -1, "}": -1, ">": -1}


def _is_titled(word: str, before: str) -> bool:
    """Ms. Day and Mr. Morning are people, though neither word is a name elsewhere."""
    return before in {"mr", "mrs", "ms", "miss", "mx", "dr"} and word not in TITLES


def _may_be_name(draft: Draft, token: Token) -> bool:
    """Capitalised; or any word, where the whole greeting is typed in lower case."""
    return draft.text[token.start].isupper() or draft.part_text("greeting").islower()
