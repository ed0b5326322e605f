"""Names of companies: the same one in another spelling, a slip in it, or another company altogether."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.core.names import distance, plain_forms
from checker.core.tokens import APOSTROPHES, normal, runs

LEGAL_FORMS = frozenset(
    "ltd limited inc incorporated llc llp lp plc corp corporation co gmbh ag kg kgaa ug se sa sas sarl sl srl spa bv nv oy oyj "
    "ab asa aps as pty pte pvt private cic bhd sdn ltda kk eg ev cc".split()
)
# An employer with one of these in its name runs several places with names of their own ...
_SEVERAL = frozenset(
    "trust council group nhs federation borough county city university holdings hotels schools academies hospitals stores libraries "
    "museums authority diocese district ministry department government partnership foundation network municipality library parks "
    "theatres cinemas clinics surgeries estates inns pubs restaurants resorts homes".split()
)
# ... which end so.
_PLACES = frozenset(
    "hospital school library hotel store clinic academy primary infants infirmary museum surgery college nursery theatre gallery farm "
    "mill mills inn restaurant cafe lodge estate airport marina pharmacy gym spa practice depot".split()
)
# Buildings, streets and events are no employers, and agencies not the one that is meant.
SITES = frozenset(
    "house hall court tower building street road lane square quay wharf park campus centre center suite room wing ward road avenue "
    "way yard castle palace abbey bridge day days week night fair festival show cup league station junction stage term dock docks pier harbour "
    "recruitment recruiters staffing personnel".split()
)
_LINKS = frozenset("the and of for y und et".split())
_LONG = 7  # letters from which two slips in one word are still that word
_TELLING = 4  # letters of a word that can stand for the company by itself


@dataclass(frozen=True)
class Company:
    """One company by its name; `endings` are words that many companies share, such as Foods and Hospital."""

    name: str
    endings: Collection[str]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the name, normalised, without "the", "and" and the legal form."""
        words = [word for run in runs(self.name) for word in run.removesuffix("'s").split("-")]
        return tuple(word for word in words if word not in LEGAL_FORMS | _LINKS) or tuple(words)

    @cached_property
    def distinctive(self) -> tuple[str, ...]:
        """The words that tell this company from others; all of them, where none does."""
        return tuple(word for word in self.words if word not in self.endings) or self.words

    def is_named_by(self, written: Sequence[str]) -> bool:
        """Could these normalised words be this company: whole, short, joined, hyphenated, or as initials?"""
        words = [part for word in written for part in word.split("-") if part not in LEGAL_FORMS | _LINKS]
        own = [_plain(word) for word in self.words]
        theirs = [_plain(word) for word in words]
        joined, known = "".join(theirs), "".join(own)
        if len(own) == len(theirs) > 1 and own[-1] == theirs[-1] and own[0] != theirs[0] and self.words[0] in self.distinctive:
            return False  # "the Golden Fern" is not the Gilded Fern
        if not joined or joined == known or set(theirs) <= set(own):
            return True
        if any(len(word) >= _TELLING and word in joined or word in theirs for word in map(_plain, self.distinctive)):
            return True
        if len(joined) >= _TELLING and known.startswith(joined) or len(known) >= _TELLING and joined.startswith(known):
            return True
        return joined in self._initials or known in _initials(written)

    def may_run(self, written: Sequence[str]) -> bool:
        """Could this be one of the company's own places: a library of the council, a hospital of the trust?"""
        return written[-1] in _PLACES and not _SEVERAL.isdisjoint(self.words)

    @cached_property
    def _plain_words(self) -> frozenset[str]:
        return frozenset(form for word in self.words for form in plain_forms(word))

    @cached_property
    def _initials(self) -> frozenset[str]:
        return _initials(runs(self.name))

    def slip(self, written: str, neighbours: tuple[str, str]) -> str:
        """The word of the name that `written` misspells, as the name has it; empty when it misspells none.

        `neighbours` are the normalised words beside it: next to another word of the name even a common word is meant
        as a part of it.
        """
        if written in self.words or not plain_forms(written).isdisjoint(self._plain_words):
            return ""
        for place, word in enumerate(self.words):
            beside = place > 0 and neighbours[0] == self.words[place - 1]
            beside = beside or place + 1 < len(self.words) and neighbours[1] == self.words[place + 1]
            meant = beside or written[0] == word[0] and len(word) > _TELLING and word in self.distinctive
            # "Home" for "Homes" is careless, but it is the writer's way to speak of one.
            followed = place + 1 < len(self.words) and neighbours[1] == self.words[place + 1]
            plural = not followed and (written + "s" == word or word + "s" == written)
            if meant and not plural and near(written, word):
                return self._as_written(word)
        return ""

    def _as_written(self, word: str) -> str:
        for part in self.name.replace("-", " ").split():
            bare = part.strip(".,()'\"")
            if normal(bare).removesuffix("'s") == word:
                return bare[:-2] if normal(bare).endswith("'s") and word != normal(bare) else bare
        return ""


def near(written: str, known: str) -> bool:
    """One slip apart, in long words two."""
    if len(known) < 3 or abs(len(written) - len(known)) > 2:
        return False
    most = 2 if min(len(written), len(known)) >= _LONG else 1
    return 0 < min(distance(a, b, most) for a in plain_forms(written) for b in plain_forms(known)) <= most


def without_owner(text: str) -> str:
    """A written name without the 's or the apostrophe of an owner."""
    if len(text) > 2 and text[-1] in "sS" and text[-2] in APOSTROPHES:
        return text[:-2]
    return text.rstrip(APOSTROPHES)


def _plain(word: str) -> str:
    return min(plain_forms(word))


def _initials(words: Sequence[str]) -> frozenset[str]:
    """The first letters, with and without the small words and the legal form: bbc, nhs, j&j as jj."""
    parts = [part for word in words for part in word.split("-") if part]
    sets = (parts, [p for p in parts if p not in _LINKS], [p for p in parts if p not in _LINKS | LEGAL_FORMS])
    return frozenset("".join(part[0] for part in chosen) for chosen in sets if len(chosen) > 1)
