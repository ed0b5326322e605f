"""Signs: things a message has or lacks that no list of phrases can tell.

Each sign says how much it found (0: nothing) and, where something stands in its place, where that is:
the nameless greeting, the empty subject.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from checker.core.concrete import Vocabulary, has_detail
from checker.core.context import Context
from checker.core.evidence import Evidence
from checker.core.inflect import stem_options
from checker.core.signoffs import looks_like_name
from checker.core.situation import UNKNOWN
from checker.core.tokens import Token, normal

# "- Daz" or ", Owen" as the very last words: a mark, then up to three capitalised words.
_NAME_LAST = re.compile(r"(?:[.!?,–—:]|\s-)\s*[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){0,2}$")

_DETAILS = re.compile(r"\s*[|,(•·/:]\s*|\s[-–—]\s")
_LOWER_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,1}")  # "sam reyes", under the closing words
# "bea": one or two words alone under a blank line.
_WORD_ALONE = re.compile(r"[.!?]\s*\n\s*\n\s*[^\W\d_]{2,}(?: [^\W\d_]{2,})?$")


@dataclass(frozen=True)
class Sign:
    strength: int
    place: tuple[int, int] | None = None


def named_greeting(context: Context, data: Mapping[str, Any]) -> Sign:
    """A greeting that names somebody, or greets all of several readers."""
    draft = context.draft
    if not draft.has("greeting"):
        return Sign(0)
    start, end = draft.spans["greeting"][0]
    if context.addressees:
        return Sign(1)
    given = context.situation.get("recipients") is not UNKNOWN
    several = len((context.recipients or []) if given else context.interviewers) > 1
    words = {token.norm for token in draft.part_tokens("greeting")}
    if several and words & set(data.get("to_several", [])):
        return Sign(1)
    while end > start and not (draft.text[end - 1].isalnum() or draft.text[end - 1] in "]})>"):
        end -= 1
    return Sign(0, (start, end))


def signed_name(context: Context, data: Mapping[str, Any]) -> Sign:
    """A name at the end: in the signature, or as the last words of the message ("... Talk soon, Bríd")."""
    draft = context.draft
    lines = [line for start, end in draft.spans["signature"] for line in draft.text[start:end].splitlines() if line.strip()]
    if any(looks_like_name(_before_details(line), context.my_words) for line in lines):
        return Sign(1)
    if draft.has("closing") and lines and lines[0].islower() and _LOWER_NAME.fullmatch(lines[0].strip()):
        return Sign(1)
    tail = [draft.text[start:end] for part in ("body", "closing") for start, end in draft.spans[part]]
    if any(_NAME_LAST.search(text.rstrip()) or _WORD_ALONE.search(text.rstrip()) for text in tail[-2:]):
        return Sign(1)
    written = [token for part in ("body", "closing") for token in draft.part_tokens(part) if token.kind == "word"]
    last = [token.norm for token in sorted(written)[-4:]]
    return Sign(1 if context.my_words.intersection(last) else 0)


def _before_details(line: str) -> str:
    """The line up to a phone number, a post or pronouns: "Sam Reyes | 0555 0134", "signed, Sam Reyes (he/him)"."""
    pieces = [piece for piece in _DETAILS.split(line.strip().removeprefix("/s/")) if piece]
    if pieces and pieces[0].lower() in {"signed", "from"}:
        pieces = pieces[1:]
    return pieces[0] if pieces else ""


def clear_subject(context: Context, data: Mapping[str, Any]) -> Sign:
    """A subject line that says something, in at most `longest` words; a reply keeps the thread's."""
    draft = context.draft
    if not draft.has("subject"):
        return Sign(0)
    start, end = draft.spans["subject"][0]
    text = draft.text[start:end]
    place = (start, end) if text.strip() else None
    if normal(text).startswith(("re:", "aw:", "sv:", "antw:")):
        rest = text.split(":", 1)[1].strip()
        return Sign(1 if rest else 0, place)
    tokens = [token for token in draft.part_tokens("subject") if token.kind != "mark"]
    if len([token for token in tokens if token.head]) > data["longest"]:
        return Sign(0, place)
    empty = context.words[data["empty"]]
    return Sign(1 if any(_says_something(token, empty) for token in tokens) else 0, place)


def _says_something(token: Token, empty: Collection[str]) -> bool:
    return token.norm != "'s" and not any(option in empty for option in stem_options(token.norm))


def concrete_detail(context: Context, data: Mapping[str, Any]) -> Sign:
    """A sentence that holds a detail of the conversation, as `checker.core.concrete` tells them."""
    draft = context.draft
    vocabulary = Vocabulary.of(context.words[data["stock"]], context.situation)
    ties, careers = (
        Evidence.from_data({"any": data[key], "in": ["body"]}).find(draft, context.hits) for key in ("tied_by", "of_career")
    )
    untied = {find.sentence for find in careers} - {find.sentence for find in ties}
    holding = (
        sentence
        for number, sentence in enumerate(draft.sentences)
        if sentence.part == "body" and number not in untied
        if not looks_like_name(draft.text[sentence.start : sentence.end], context.my_words)
        if has_detail(sentence, draft.text, vocabulary)
    )
    return Sign(1 if any(True for _ in holding) else 0)


SIGNS: dict[str, Callable[[Context, Mapping[str, Any]], Sign]] = {
    "named-greeting": named_greeting,
    "signed-name": signed_name,
    "clear-subject": clear_subject,
    "concrete-detail": concrete_detail,
}
