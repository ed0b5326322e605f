"""Words in capitals for emphasis: ordinary words that stand where only an abbreviation would."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.inflect import stem_options
from checker.core.outcome import Found
from checker.core.slips.slip import SPOKEN, sentences
from checker.core.tokens import runs
from checker.core.written import Word

_EMPHATIC = frozenset("so do no my is".split())  # of two letters only these, for most pairs are abbreviations
_BEFORE_NOUNS = frozenset("a an the of in my our your as from for".split())  # "a DO", "in IS"
_ENDINGS = ("ly", "ness", "ing", "tion", "ment", "ful", "ous", "ble", "est")
_CONTRACTED = ("n't", "'m", "'re", "'ve", "'ll", "'d")  # DON'T and I'M, but not O'BRIEN
_LEAST_BUILT = 6  # letters of a word that its ending shows to be one
_ON_THINGS = frozenset(
    "board banner poster wall shopfront window screen button buttons key sign signs switch lamp label box field stamp menu tab "
    "command file flag statement query mode keyword clause notice door lane gate light lights valve form list stage phase "
    "standard framework model method scheme programme program grant award trial study module modules test index guidance guideline "
    "guidelines position checklist technique score scale tool chart protocol".split()
)
_MARKED = frozenset(
    "marked labelled labeled called named titled entitled stamped printed pressed press painted engraved typed scrawled chalked "
    "acronym".split()
)
# Commands of query languages and spreadsheets: in a message that speaks of such work they are written in capitals.
_COMMANDS = frozenset(
    "select from where join left right inner outer full cross null not and or in on as by group order having union all distinct "
    "insert into update delete drop create alter table view index key primary foreign values set limit case when then else end "
    "begin commit merge with between like exists is true false if for while do loop print match sum average count countif "
    "sumif lookup vlookup xlookup filter sort max min round mid trim date today now get post put patch head options top".split()
)
_COMMAND_WORK = frozenset(
    "sql query queries subquery database databases schema schemas warehouse postgres mysql oracle sqlite table tables column columns index "
    "indexes spreadsheet spreadsheets excel sheet formula formulas formulae cell cells code clause clauses keyword join joins "
    "vlookup xlookup coalesce null select cobol sas api apis endpoint endpoints request requests http rest".split()
)
_STRESSED = frozenset("not all and today now never then when".split())  # even there these are stressed by hand
_LETTERED = frozenset("capitals caps letters lettering".split())  # "OPEN in block capitals"
_READS = frozenset("say says said saying read reads reading word words letters".split())  # "a board that says OPEN"
_SHIPS = frozenset("hms rms uss mv ms ss rrs hmt mt ssv sts rv".split())  # "HMS VICTORY"
_CAPITALISED = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october "
    "november december english british american christmas".split()
)
_BLANKS = frozenset("name company insert title employer xxx".split())  # a template's blank, which another rule tells
_HEADING_WORDS = 6
_LEAST_JOINED = 5  # letters that may be the company's name in another division: "BRIGHT-WELL"
_NEAR = 6  # words before one in capitals that may say what bears it


@dataclass(frozen=True)
class Capitals:
    """`ordinary` and `acronyms` name word lists; an acronym that is spelt like a word is no emphasis: WHO, AIDS."""

    ordinary: tuple[str, ...]
    acronyms: str

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Self:
        return cls(tuple(entry.get("ordinary", ())), entry.get("acronyms", ""))

    def find(self, context: Context) -> Iterator[Found]:
        ordinary = [context.words[name] for name in self.ordinary]
        acronyms = context.words.get(self.acronyms, frozenset())
        spared = _names(context)
        company = "".join(runs(context.situation.text("company")))
        spoken = context.situation.text("channel") in SPOKEN
        if _COMMAND_WORK.intersection(token.norm for token in context.draft.tokens):
            acronyms |= _COMMANDS - _EMPHATIC - _STRESSED
        for sentence, words in sentences(context, "subject", "greeting", "body", "closing"):
            if spoken and len(words) <= _HEADING_WORDS and context.draft.text[sentence.start : sentence.end].isupper():
                continue
            for first, last in _groups(words, spared):
                group = words[first:last]
                joined = "".join(word.norm for word in group)
                if len(joined) >= _LEAST_JOINED and joined in company:
                    continue
                if any(word.quoted or word.norm in _BLANKS for word in group) or _is_on_a_thing(words, first, last):
                    continue
                before = context.draft.text[max(0, group[0].start - 2) : group[0].start]
                if before.endswith(".") and before[0].isalnum():
                    continue  # "Locale.ROOT"
                if len(group) > 1 and group[0].norm in _SHIPS or {"go", "no-go"} >= {word.norm for word in group}:
                    continue
                loud = [_is_ordinary(word.norm, ordinary) and word.norm not in acronyms for word in group]
                if _is_emphasis(group, loud, words[first - 1].norm if first else ""):
                    calm = _calm(context.draft.text, group, loud, first == 0)
                    yield Found(group[0].start, group[-1].end, {"known": calm})


def _is_emphasis(group: Sequence[Word], loud: list[bool], before: str) -> bool:
    """Is an ordinary word among them? Of two letters it must be one that people stress: "SO", not "IT OR ICU"."""
    if any(len(word.norm) > 2 for word, is_loud in zip(group, loud) if is_loud):
        return True
    alone = len(group) == 1 and loud[0] and group[0].norm in _EMPHATIC and before not in _BEFORE_NOUNS
    return alone or len(group) > 1 and all(loud)


def _calm(text: str, group: Sequence[Word], loud: list[bool], opens: bool) -> str:
    """The same words in small letters; I, abbreviations and the first letter of a sentence keep their capitals."""
    pieces: list[str] = []
    end = group[0].start
    for word, is_loud in zip(group, loud):
        calm = word.text.lower() if is_loud or len(word.norm) == 1 or len(group) == 1 else word.text
        if word.norm == "i" or word.norm.startswith("i'") or word.norm in _CAPITALISED or opens and word is group[0]:
            calm = calm[0].upper() + calm[1:]
        pieces += (text[end : word.start], calm)
        end = word.end
    return "".join(pieces)


def _names(context: Context) -> set[str]:
    """Words of the situation's names: these may be written as their owners write them."""
    facts = " ".join(context.situation.text(path) for path in ("company", "position", "agency.name", "agency.contact"))
    people = {word for person in context.everybody for word in person.words}
    return {part for run in runs(facts) for part in (run, *run.split("-"))} | people | context.my_words


def _groups(words: Sequence[Word], spared: set[str]) -> Iterator[tuple[int, int]]:
    """Where words in capitals stand side by side; names of the situation, single letters and figures are none."""
    start = -1
    for at, word in enumerate(words):
        bare = word.norm.removesuffix("'s")
        loud = word.text.isupper() and bare not in spared and bare.replace("'", "").isalpha()
        if loud and (len(bare) > 1 or start >= 0 and bare in {"i", "a"}):
            start = at if start < 0 else start
        elif start >= 0:
            yield start, _trimmed(words, start, at)
            start = -1
    if start >= 0:
        yield start, _trimmed(words, start, len(words))


def _trimmed(words: Sequence[Word], start: int, end: int) -> int:
    """Without a single letter at the end: the "I" in "NEVER have I" belongs to no group."""
    while end - start > 1 and len(words[end - 1].norm) == 1:
        end -= 1
    return end


def _is_ordinary(norm: str, ordinary: Sequence[Collection[str]]) -> bool:
    norm = norm.removesuffix("'s")
    if norm.endswith(_CONTRACTED):
        return True
    built = len(norm) >= _LEAST_BUILT and norm.endswith(_ENDINGS)
    return built or any(option in words for option in stem_options(norm) if option == norm or len(option) > 2 for words in ordinary)


def _is_on_a_thing(words: Sequence[Word], first: int, last: int) -> bool:
    """ "the STOP button", "a door marked PRIVATE": the word is read off something."""
    after = words[last].norm if last < len(words) else ""
    before = [word.norm for word in words[max(0, first - _NEAR) : first]]
    if after in _ON_THINGS or _LETTERED.intersection(word.norm for word in words[last : last + 4]):
        return True
    if _MARKED.intersection(before[-2:]):
        return True
    things = {"the", *_ON_THINGS} if before[-1:] in (["word"], ["words"], ["letters"]) else _ON_THINGS
    return bool(_READS.intersection(before[-2:])) and bool(things.intersection(before))
