"""The pasted message, cut into subject, greeting, body, sign-off, signature and quoted mail.

Nothing is copied or rewritten: a part is a range of the pasted text, a sentence is a range of tokens.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property

from checker.core.lines import Line, split_lines
from checker.core.parts import PART_NAMES, label_lines
from checker.core.sentences import Sentence, split_sentences
from checker.core.tokens import Token, count_runs, runs, tokenize
from checker.core.written import Word, written_words

MAX_CHARACTERS = 20_000
# What an expression that ignores case takes for "i" and "s", and `lower` does not.
_SMALL_BESIDES = str.maketrans("İıſ", "iis")


class DraftTooLong(ValueError):
    """The pasted text is longer than MAX_CHARACTERS."""

    def __init__(self, length: int) -> None:
        super().__init__(
            f"The draft has {length:,} characters, {length - MAX_CHARACTERS:,} more than the {MAX_CHARACTERS:,} that can be checked. "
            "Paste the message alone, without attachments or earlier mail."
        )


@dataclass(frozen=True)
class Draft:
    """One parsed message. `spans` maps a part's name to its ranges (start, end) in the text, in order."""

    text: str
    lines: tuple[Line, ...]
    spans: dict[str, tuple[tuple[int, int], ...]]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...] = field(repr=False, default=())

    def has(self, part: str) -> bool:
        return bool(self.spans[part])

    def part_text(self, part: str) -> str:
        """The part as written, its ranges joined by line ends."""
        return "\n".join(self.text[start:end] for start, end in self.spans[part])

    def part_tokens(self, part: str) -> list[Token]:
        found: list[Token] = []
        for start, end in self.spans[part]:
            low = bisect_left(self.tokens, start, key=lambda token: token.start)
            high = bisect_left(self.tokens, end, key=lambda token: token.start)
            found.extend(self.tokens[low:high])
        return found

    def unquoted(self) -> Draft:
        """The same draft, with nothing taken for a quotation."""
        plain = tuple(replace(sentence, quoted=(False,) * len(sentence.words)) for sentence in self.sentences)
        return replace(self, sentences=plain)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds a place of the text; -1 for none."""
        number = bisect_right(self._sentence_starts, place) - 1
        return number if number >= 0 and place < self.sentences[number].end else -1

    @cached_property
    def folded(self) -> str:
        """The text in small letters, as an expression that ignores case sees them."""
        return self.text.translate(_SMALL_BESIDES).lower()

    @cached_property
    def written(self) -> tuple[tuple[Word, ...], ...]:
        """The written words of each sentence."""
        return tuple(written_words(sentence, self.text) for sentence in self.sentences)

    @cached_property
    def body_length(self) -> int:
        """How many words the body has."""
        return sum(count_runs(self.text, start, end) for start, end in self.spans["body"])

    @cached_property
    def body_words(self) -> tuple[str, ...]:
        return tuple(runs(self.part_text("body")))

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Ranges of the body's paragraphs."""
        ranges: dict[int, tuple[int, int]] = {}
        for sentence in self.sentences:
            if sentence.part == "body":
                start, _ = ranges.get(sentence.paragraph, (sentence.start, 0))
                ranges[sentence.paragraph] = (start, sentence.end)
        return tuple(ranges.values())


def parse(text: str, me: str | None = None, known: frozenset[str] = frozenset()) -> Draft:
    """Parse a pasted message.

    `me`, the writer's name, helps to find the signature; `known`, normalised words of the readers' names,
    helps to find a greeting that has no "Dear" ("Dana, thank you for ...").

    Raises DraftTooLong above MAX_CHARACTERS. Any other text, empty or binary, gives a Draft.
    """
    if len(text) > MAX_CHARACTERS:
        raise DraftTooLong(len(text))
    lines = label_lines(split_lines(text), me, known)
    tokens = tokenize(text)
    spans: dict[str, list[tuple[int, int]]] = {name: [] for name in PART_NAMES}
    for line in lines:
        for part, start, end in line.pieces:
            ranges = spans[part]
            if ranges and not text[ranges[-1][1] : start].strip() and part != "quoted":
                ranges[-1] = (ranges[-1][0], end)
            else:
                ranges.append((start, end))
    sentences = split_sentences(text, lines, tokens)
    return Draft(text, tuple(lines), {k: tuple(v) for k, v in spans.items()}, sentences, tuple(tokens))
