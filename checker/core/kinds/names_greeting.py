"""As formal as the reader: chummy words where the situation is given as formal, and the name that they sign with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.evidence import Evidence
from checker.core.greetings import TITLES
from checker.core.names import Person, is_person, name_words, same_word
from checker.core.outcome import Found, Outcome
from checker.core.people import Addressee
from checker.core.tokens import APOSTROPHES, normal

_FORMAL = "formal"
_LONGEST_TITLE = 40  # characters before a name in which its title stands: "Prof. Dr."


@dataclass(frozen=True)
class GreetingKind:
    """`casual` finds what is too chummy; it counts only where formality is given, for the default is a guess."""

    casual: tuple[Evidence, ...]

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        return cls(tuple(Evidence.from_data(entry) for entry in check.get("evidence", [])))

    def evidence(self) -> Iterable[Evidence]:
        return self.casual

    def judge(self, context: Context) -> Outcome:
        found = list(_unlike_their_signature(context))
        if context.situation.facts.get("formality") == _FORMAL:
            for evidence in self.casual:
                found += [Found(find.start, find.end) for find in evidence.find(context.draft, context.hits)]
        return Outcome(tuple(_apart(found)))


def _apart(found: list[Found]) -> Iterator[Found]:
    """In order, without those that overlap an earlier one."""
    end = 0
    for breach in sorted(found, key=lambda b: (b.start or 0, -(b.end or 0))):
        if (breach.start or 0) >= end:
            end = breach.end or 0
            yield breach


def _unlike_their_signature(context: Context) -> Iterator[Found]:
    """Greeted with title and surname although they sign with the first name, or the other way round."""
    signatures = [
        (Person((entry["name"], entry["signs_as"])), entry["signs_as"])
        for entry in context.situation.items("interview.interviewers")
        if entry.get("signs_as", "").strip()
    ]
    for greeted in context.addressees:
        if greeted.blank:
            continue
        people = [pair for pair in signatures if is_person(greeted.words, pair[0], context.short_forms)]
        if len(people) != 1:
            continue
        person, signature = people[0]
        start, end, titled = _place(greeted, context)
        signs = _style(signature, person, context)
        if signs == "first" and titled and _holds_family_name(greeted, person, context):
            yield Found(start, end, {"known": signature.strip()})
        elif signs == "title" and not titled and not _holds_family_name(greeted, person, context):
            yield Found(start, end, {"known": _formal_name(signature, person)})


def _style(signature: str, person: Person, context: Context) -> str:
    """How somebody signs: `first` with the first name alone, `title` with title or initial and surname, else empty."""
    words = normal(signature).replace(".", " ").split()
    family = name_words(person.names[0])[-1:]
    if words and words[0] in TITLES and len(words) > 1:
        return "title"
    if len(words) > 1 and all(len(word) == 1 for word in words[:-1]) and words[-1:] == [*family]:
        return "title"
    own = name_words(signature)
    first = len(own) == 1 and len(own[0]) > 1 and own != family
    return "first" if first else ""


def _holds_family_name(greeted: Addressee, person: Person, context: Context) -> bool:
    known = name_words(person.names[0])
    return len(known) > 1 and any(same_word(word, known[-1], {}) for word in greeted.words)


def _formal_name(signature: str, person: Person) -> str:
    """ "Professor Strand", "Mrs Nwosu"; nothing where they sign with an initial, for then the title is not known."""
    words = signature.split()
    return f"{words[0]} {words[-1]}" if normal(words[0]).strip(".") in TITLES else ""


def _place(greeted: Addressee, context: Context) -> tuple[int, int, bool]:
    """Where the name stands, with the title before it, and whether there is one."""
    text = context.draft.text
    start, end = greeted.tokens[0].start, greeted.tokens[-1].end
    if end - start > 2 and text[end - 1] in "sS" and text[end - 2] in APOSTROPHES:
        end -= 2
    words = text[max(text.rfind("\n", 0, start), start - _LONGEST_TITLE, 0) : start].split()
    titled = False
    while words and normal(words[-1]).strip(".,") in TITLES:
        titled = True
        start = text.rindex(words.pop(), 0, start)
    return start, end, titled
