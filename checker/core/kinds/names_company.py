"""The company's name: spelt right wherever it stands, and no other company named as the employer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from checker.core.companies import LEGAL_FORMS, SITES, Company, without_owner
from checker.core.context import Context
from checker.core.evidence import WRITTEN, Evidence
from checker.core.greetings import TITLES
from checker.core.inflect import stem_options
from checker.core.name_runs import NameRun, run_at, run_before
from checker.core.names import name_words
from checker.core.outcome import Found, Outcome
from checker.core.tokens import Token, normal, runs

# Endings of villages and towns: one such word by itself is rather where they are than who they are.
_SETTLEMENTS = ("ton", "ham", "by", "ford", "mouth", "bury", "chester", "ville", "burgh", "borough", "shire", "pool", "haven", "abad", "pur", "stadt")
_SITE_BEHIND = re.compile(rf" (?:{'|'.join(word.capitalize() for word in sorted(SITES))})\b")
_LONGEST_HALF = 40  # characters before a word in which the first half of a name is looked for
_APPOSED = frozenset({"your", "my", "our", "their", "one"})


@dataclass(frozen=True)
class Place:
    """Words beside which an employer is named. `alone`: one capitalised word will do for a name there."""

    words: Evidence
    after: bool = False
    alone: bool = False


@dataclass(frozen=True)
class CompanyKind:
    """`ordinary` lists common words, `endings` words that end companies' names, `others` names that are no employer's."""

    ordinary: str
    endings: str
    others: str
    places: tuple[Place, ...]

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        return cls(
            check.get("ordinary_words", ""),
            check.get("company_endings", ""),
            check.get("no_companies", ""),
            tuple(
                Place(Evidence.from_data(entry), entry.get("side") == "after", entry.get("alone", False))
                for entry in check.get("evidence", [])
            ),
        )

    def evidence(self) -> Iterable[Evidence]:
        return (place.words for place in self.places)

    def judge(self, context: Context) -> Outcome:
        name = context.situation.text("company")
        if not any(letter.isalnum() for letter in name):
            return Outcome(needs=("company",))
        reading = _Reading(self, context, Company(name, context.words.get(self.endings, frozenset())))
        return Outcome(tuple(_apart([*reading.slips(), *reading.others()])))


def _apart(found: list[Found]) -> list[Found]:
    """In document order; of those that overlap the first of the list stays, so that a slip goes before a whole name."""
    kept: list[Found] = []
    taken: set[int] = set()
    for breach in found:
        places = range(breach.start or 0, breach.end or 0)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(breach)
    return sorted(kept, key=lambda breach: breach.start or 0)


@dataclass(frozen=True)
class _Reading:
    """One draft, read for one company."""

    kind: CompanyKind
    context: Context
    company: Company

    @cached_property
    def _people(self) -> frozenset[str]:
        words = {word for person in self.context.everybody for word in person.words} | self.context.my_words
        greeted = {word for addressee in self.context.addressees if not addressee.blank for word in addressee.words}
        agency = {word for run in runs(self.context.situation.text("agency.name")) for word in run.split("-")}
        return frozenset(words | greeted | set(name_words(self.context.situation.text("agency.contact"))) | agency)

    @cached_property
    def _own_words(self) -> frozenset[str]:
        return frozenset(self.company.words)

    @cached_property
    def _position(self) -> frozenset[str]:
        position = self.context.situation.text("position").lower()
        return frozenset((*runs(position), position))

    def _is_ordinary(self, word: str) -> bool:
        """A common word, in any of its forms, that is no part of the company's name."""
        listed = self.context.words.get(self.kind.ordinary, frozenset())
        return any(option in listed and option not in self._own_words for option in stem_options(word))

    def _is_other(self, word: str) -> bool:
        """A name that is no employer's, or a word of the position."""
        return word in self.context.words.get(self.kind.others, frozenset()) or word in self._position

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.context.draft.tokens]

    def slips(self) -> Iterator[Found]:
        """Words of the company's name with a slip in them."""
        taken: set[str] = self._people
        for part in WRITTEN:
            tokens = [token for token in self.context.draft.part_tokens(part) if token.head and token.norm not in {"&", "and", "-", "."}]
            for place, token in enumerate(tokens):
                if token.kind != "word" or len(token.norm) < 3 or token.norm in taken:
                    continue
                beside = (
                    tokens[place - 1].norm if place else "",
                    tokens[place + 1].norm if place + 1 < len(tokens) else "",
                )
                known = self.company.slip(token.norm, beside) or self._wrong_half(token)
                if known and (self._own_words.intersection(beside) or self._may_be_a_name(token, beside[0])):
                    written = without_owner(self.context.draft.text[token.start : token.end])
                    shown = known.upper() if written.isupper() and len(written) > 1 else known
                    yield Found(token.start, token.start + len(written), {"known": shown})

    def _wrong_half(self, token: Token) -> str:
        """Of a name such as Lumen & Oak the second half, where another capitalised word stands behind the first half and "&"."""
        own = self.company.words
        before = self.context.draft.text[max(0, token.start - _LONGEST_HALF) : token.start]
        halves = len(own) == 2 and "&" in self.company.name and normal(before).endswith((f"{own[0]} & ", f"{own[0]}&"))
        if not halves or token.norm == own[1] or not self.context.draft.text[token.start].isupper():
            return ""
        return "" if self.company.is_named_by((token.norm,)) else self.company.name.split("&")[1].split()[0]

    def _may_be_a_name(self, token: Token, before: str) -> bool:
        """Standing by itself: capitalised, no common word, no place and nobody's surname."""
        if not self.context.draft.text[token.start].isupper() or before in TITLES or self._is_other(token.norm):
            return False
        if _SITE_BEHIND.match(self.context.draft.text, token.end):
            return False  # "Conwy Castle" is no slip for Conway Stone
        return not self._is_ordinary(token.norm)

    def others(self) -> Iterator[Found]:
        """Other companies that are named as the employer."""
        tokens, draft = self.context.draft.tokens, self.context.draft
        for place in self.kind.places:
            for find in place.words.find(draft, self.context.hits):
                sentence = draft.sentences[find.sentence]
                if place.after:
                    at = bisect_left(self._starts, find.start) - 1
                    while at > 0 and not tokens[at].head:
                        at -= 1
                    run = run_before(draft.text, tokens, at, sentence.start)
                else:
                    run = run_at(draft.text, tokens, bisect_left(self._starts, find.end), sentence.end)
                if run and self._is_another(run, place):
                    start = tokens[run.first].start
                    written = without_owner(draft.text[start : tokens[run.last].end])
                    yield Found(start, start + len(written))

    def _is_another(self, run: NameRun, place: Place) -> bool:
        words = tuple(word for word in run.words if word != "'s")
        telling = [word for word in words if word not in LEGAL_FORMS]
        marked = len(words) > 1 and (words[-1] in self.company.endings or words[0] in self.company.endings or len(telling) < len(words))
        tokens = self.context.draft.tokens
        after = [token.norm for token in tokens[run.last + 1 : run.last + 3]]
        if after[:1] == [","] and after[1:] and after[1] in _APPOSED:
            return False  # "Arup, your engineers"
        before = tokens[run.first - 1].norm if run.first else ""
        before = tokens[run.first - 2].norm if before == "." and run.first > 1 else before
        if before in TITLES or words[0] in TITLES or self._people.intersection(words):
            return False
        joined = " ".join(words)
        if self._is_other(joined) or all(map(self._is_other, telling)) or self.company.is_named_by(words):
            return False
        if any(self.company.slip(word, ("", "")) for word in words):
            return False  # a slip in the right name, which is told as such
        if all(map(self._is_ordinary, telling)) and not (place.alone and len(telling) > 1 and (marked or self._is_written_alone(run))):
            return False
        if self.company.may_run(words) or words[-1] in SITES and not place.after:
            return False  # the library of a council, "Riverside House"
        if marked:
            return True
        if len(words) == 1 and words[0].endswith(_SETTLEMENTS):
            return False
        return place.alone and not run.the and not self._goes_on(run) and not self._is_person(words)

    def _is_written_alone(self, run: NameRun) -> bool:
        """Two capitals or more in the body, where other words have none: "Falcon Sky", but no subject line in capitals."""
        tokens = self.context.draft.tokens
        subject = any(start <= tokens[run.first].start < end for start, end in self.context.draft.spans["subject"])
        return not subject and not run.the and run.words[-1] not in self._NOUNS

    def _is_person(self, words: tuple[str, ...]) -> bool:
        """ "Priya", "Tom Baker": the first word is a given name, as far as the table of short forms knows."""
        table = self.context.short_forms
        return len(words) < 3 and (words[0] in table or any(words[0] in forms for forms in table.values()))

    def _goes_on(self, run: NameRun) -> bool:
        """ "the Leeds office", "Android team": what stands before a noun need not be an employer."""
        tokens, text = self.context.draft.tokens, self.context.draft.text
        at = run.last + 1
        while at < len(tokens) and not tokens[at].head:
            at += 1
        if at >= len(tokens) or run.owner or tokens[at].kind != "word":
            return False
        return text[tokens[at].start].islower() and tokens[at].norm in self._NOUNS

    _NOUNS = frozenset(
        "team teams office offices site branch depot campus hub warehouse store shop plant clinic ward region area city project "
        "projects account department desk unit group line floor lab yard station terminal factory programme program product "
        "platform app case event conference course certification licence license qualification".split()
    )
