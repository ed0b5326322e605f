"""Who is around a message: interviewers, recipients, the agency; and whom the greeting names."""

from __future__ import annotations

from dataclasses import dataclass

from checker.core.draft import Draft
from checker.core.greetings import NOT_A_NAME, POSTS
from checker.core.names import Person, ShortForms, is_person, name_words, plain_forms
from checker.core.situation import UNKNOWN, Situation
from checker.core.tokens import Token, normal


@dataclass(frozen=True)
class Addressee:
    """One person named in the greeting: the name words as tokens."""

    tokens: tuple[Token, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(token.norm for token in self.tokens)


def interviewers(situation: Situation) -> list[Person]:
    return [
        Person(
            tuple(name for name in (entry["name"], entry.get("signs_as", "")) if name),
            entry.get("email", ""),
            entry["lead"],
            entry["thanked"],
        )
        for entry in situation.items("interview.interviewers")
    ]


def recipients(situation: Situation, panel: list[Person], short_forms: ShortForms) -> list[Person] | None:
    """Who the message goes to; None when that cannot be known.

    Without the fact: the lead, else everybody who interviewed. A name or address that is an interviewer's is that person.
    """
    given = situation.get("recipients")
    if given is UNKNOWN:
        leads = [person for person in panel if person.lead]
        return leads or panel or None
    found: list[Person] = []
    for entry in given:
        match = next((person for person in panel if _is_entry(entry, person, short_forms)), None)
        if match is None and "@" in entry:
            return None
        found.append(match or Person((entry,)))
    return found


def _is_entry(entry: str, person: Person, short_forms: ShortForms) -> bool:
    if "@" not in entry:
        return is_person(name_words(entry), person, short_forms)
    if person.email and normal(entry) == normal(person.email):
        return True
    local = normal(entry).split("@")[0]
    return any(form in local for word in person.words if len(word) > 2 for form in plain_forms(word))


def everybody(situation: Situation, short_forms: ShortForms) -> list[Person]:
    """All people that the situation names, but the writer."""
    panel = interviewers(situation)
    others = [Person((entry,)) for entry in situation.items("recipients") if "@" not in entry]
    contact = situation.text("agency.contact")
    if contact:
        others.append(Person((contact,)))
    return panel + [p for p in others if not any(is_person(p.words, known, short_forms) for known in panel)]


def addressees(draft: Draft, known_words: frozenset[str], my_words: frozenset[str]) -> list[Addressee]:
    """The people whom the greeting names: not posts, not the writer, no words such as "all" and "team"."""
    people: list[Addressee] = []
    current: list[Token] = []
    posts: list[Token] = []

    def close() -> None:
        words = {token.norm for token in current}
        if current and not words <= my_words and (not posts or words <= known_words):
            people.append(Addressee(tuple(current)))
        current.clear()
        posts.clear()

    for token in draft.part_tokens("greeting"):
        word = token.norm
        if token.kind == "mark" and word in ",&/;+" or word in {"and", "or", "both"}:
            close()
        elif token.kind != "word" or word == "'s":
            continue
        elif word in POSTS and word not in known_words:
            posts.append(token)
        elif word not in NOT_A_NAME and (word in known_words or _may_be_name(draft, token)):
            current.append(token)
    close()
    return people


def _may_be_name(draft: Draft, token: Token) -> bool:
    """Capitalised; or any word, where the whole greeting is typed in lower case."""
    return draft.text[token.start].isupper() or draft.part_text("greeting").islower()
