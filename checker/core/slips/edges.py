"""Where a sentence begins and ends: the capital, the word I, the mark at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.outcome import Found
from checker.core.sentences import Sentence
from checker.core.slips.slip import CHATTED, SPOKEN, sentences, stands_in_address
from checker.core.written import Word

_I = frozenset({"i", "i'm", "i've", "i'd", "i'll"})
_ENDS = frozenset(".!?…。！？")
_OPENING = frozenset("\"“”'‘([*_")
_SHORT = frozenset(
    "approx max min incl excl tel est misc temp govt dept yr yrs hrs mins nos vol "
    "pp fig sec esp etc inc ltd co corp ibid cit op ca cf viz al ult inst prox".split()
)
_SPEAKER = frozenset("i we you my your our me us it this the there".split())
_CLOSES = frozenset(
    "thank thanks thanking looking with hoping wishing yours have see all sincerely best kind warm many regards hope until "
    "respectfully awaiting anticipating expecting once".split()
)
_NEAR = 200  # characters before a sentence that are looked at
_LEAST_WORDS = 6  # shorter lines without a mark may be headings


@dataclass(frozen=True)
class SmallI:
    """The word I in a small letter; not "i." and "i)" in a list."""

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Self:
        return cls()

    def find(self, context: Context) -> Iterator[Found]:
        text = context.draft.text
        if context.situation.text("channel") in SPOKEN:
            return
        for _, words in sentences(context, "subject", "greeting", "body", "closing"):
            for word in words:
                if word.norm not in _I or word.text[0] != "i" or word.quoted:
                    continue
                before, after = text[word.start - 1 : word.start], text[word.end : word.end + 1]
                if after in {".", ")", "-", "/"} and word.norm == "i" and not text[word.end + 1 : word.end + 2].isspace():
                    continue
                if after == ")" or before in {"(", "-", "/", "."} or stands_in_address(text, word.start, word.end):
                    continue
                yield Found(word.start, word.end, {"known": f"I{word.text[1:]}"})


@dataclass(frozen=True)
class SmallStart:
    """A sentence that begins with a small letter.

    Right after a greeting, in a list, after an ellipsis or a quotation it may; so may names such as iPhone.
    """

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Self:
        return cls()

    def find(self, context: Context) -> Iterator[Found]:
        text, draft = context.draft.text, context.draft
        if context.situation.text("channel") in SPOKEN:
            return
        first = True
        for sentence, words in sentences(context, "body"):
            opening, first = first, False
            if sentence.item or not words:
                continue
            word = words[0]
            if word.quoted or not _begins_small(word, text) or word.start - sentence.start > 1 or _names(word, context):
                continue
            before = text[max(0, sentence.start - _NEAR) : sentence.start].rstrip()
            if opening and draft.has("greeting") and not _greeting_ended(text, sentence, before):
                continue
            if not (opening or _ended(before) or _new_paragraph(text, sentence, before)):
                continue
            if before.endswith(("...", "…", ":", ";", ",")):
                continue
            last = before.rsplit(None, 1)[-1] if before else ""
            if _may_stop_inside(last) or word.norm in _I or stands_in_address(text, word.start, word.end):
                continue  # a small "i" is told as such
            yield Found(word.start, word.end, {"known": word.text[0].upper() + word.text[1:]})


def _greeting_ended(text: str, sentence: Sentence, before: str) -> bool:
    """Is the greeting over, so that the body begins anew? After its comma or dash, or on its line, a small letter may follow."""
    on_a_line_of_its_own = "\n" in text[len(text[: sentence.start].rstrip()) : sentence.start]
    return before.endswith((".", "!", "?")) or on_a_line_of_its_own and before[-1:].isalpha()


def _begins_small(word: Word, text: str) -> bool:
    """A plain word in small letters; not iPhone, deMello, 2nd, example.com."""
    after = text[word.end : word.end + 2]
    glued = after[:1] in {".", "@", "/", "-", "_"} and after[1:2].isalnum()
    return word.text.replace("'", "").replace("’", "").isalpha() and word.text.islower() and not glued


def _names(word: Word, context: Context) -> bool:
    return word.norm in context.my_words or word.text in context.situation.text("company").split()


def _may_stop_inside(last: str) -> bool:
    """Does this word, with its mark, not end a sentence: "M.Sc.", "max.", and names such as Yahoo!"""
    bare = last.strip("().!?\"'")
    if last.endswith("."):
        return bare.lower() in _SHORT or "." in bare
    return bare[:1].isupper() and last.endswith(("!", "?")) and bare != "I"


def _ended(before: str) -> bool:
    bare = before.rstrip("\"”)*_'’")
    return bare[-1:] in _ENDS and bare == before


def _new_paragraph(text: str, sentence: Sentence, before: str) -> bool:
    near = text[max(0, sentence.start - _NEAR) : sentence.start]
    return near[len(near.rstrip()) :].count("\n") > 1 and before[-1:] not in {",", ":", ";", "—", "–", "-"}


@dataclass(frozen=True)
class OpenEnd:
    """A paragraph of the body that ends without a mark; headings, lists, addresses and the last line of a chat may."""

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Self:
        return cls()

    def find(self, context: Context) -> Iterator[Found]:
        channel = context.situation.text("channel")
        if channel in SPOKEN:
            return
        body = list(sentences(context, "body"))
        paragraphs = {sentence.paragraph: (sentence, words) for sentence, words in body}  # the last sentence of each
        several = {two.paragraph for (one, _), (two, _) in zip(body, body[1:]) if one.paragraph == two.paragraph}
        listed = {sentence.paragraph for sentence, _ in body if sentence.item}
        last = body[-1][0] if body else None
        closed = min((start for start, _ in context.draft.spans["closing"]), default=len(context.draft.text))
        for sentence, words in paragraphs.values():
            beside_list = sentence.paragraph in listed or sentence.paragraph + 1 in listed
            if sentence.start > closed or beside_list or channel in CHATTED and sentence is last:
                continue
            least = 3 if sentence.paragraph in several else _LEAST_WORDS
            if len(words) >= least and self._is_open(sentence, words, context.draft.text):
                word = words[-1]
                yield Found(word.start, word.end, {"known": f"{word.text}."})

    def _is_open(self, sentence: Sentence, words: Sequence[Word], text: str) -> bool:
        word = words[-1]
        if sentence.end != word.end or word.quoted:
            return False
        if not text[word.start - 1 : word.start].isspace() or set(word.norm) == {"x"}:
            return False  # "<3", "xx"
        if not word.text[-1].isalnum() or stands_in_address(text, word.start, word.end):
            return False
        if words[0].norm in _CLOSES and len(words) < 16:
            return False
        return any(word.norm.split("'")[0] in _SPEAKER for word in words)
