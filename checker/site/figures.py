"""Examples as figures: the message to the letter, what is flagged in it, why, and what is better."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker.author.examples import Example, read_example
from checker.site.circumstances import circumstances, companions
from checker.site.folds import html_fold
from checker.site.text import as_written, escaped, sentence, typographic

OPEN = 4  # figures in sight; the others are folded away


def gallery(entries: Iterable[str | Mapping[str, Any]], kind: str, rest: str, usual_stage: str = "") -> str:
    """Examples of a kind (flag, leave, miss): the first few, the others behind "12 more, {rest}"."""
    figures = [figure(read_example(entry), kind, usual_stage) for entry in entries]
    parts = figures[:OPEN]
    if len(figures) > OPEN:
        parts.append(html_fold(f"{len(figures) - OPEN} more {escaped(rest)}", "\n".join(figures[OPEN:])))
    return "\n\n".join(parts)


def figure(example: Example, kind: str, usual_stage: str = "") -> str:
    """One example, as one line of HTML."""
    known = circumstances(example.situation, usual_stage)
    parts = [f'<p class="aw-given">{escaped(typographic(" · ".join(_capital(known))))}</p>'] if known else []
    parts.append(_draft(_marked(example)))
    for label, text in companions(example.situation):
        parts += [_label(label), _draft(as_written(text.strip()))]
    if example.because:
        parts.append(f'<p class="aw-because">{escaped(sentence(example.because))}</p>')
    if example.fixed is not None:
        parts += [_label("Better"), _draft(_changed(example))]
    return f'<figure class="aw-example aw-example--{kind}">{"".join(parts)}</figure>'


def _draft(inside: str) -> str:
    return f'<blockquote class="aw-draft">{inside}</blockquote>'


def _label(words: str) -> str:
    return f'<p class="aw-label">{escaped(words)}</p>'


def _capital(phrases: list[str]) -> list[str]:
    return [phrases[0][:1].upper() + phrases[0][1:], *phrases[1:]]


def _marked(example: Example) -> str:
    text = example.text.rstrip()
    if example.span is None:
        return as_written(text)
    start, end = example.span
    return f"{as_written(text[:start])}<mark>{as_written(text[start:end])}</mark>{as_written(text[end:])}"


def _changed(example: Example) -> str:
    """The text after the fix, with the words that are new in it marked."""
    before, after = example.text.rstrip(), (example.fixed or "").rstrip()
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    # Whole words: nobody reads half of one.
    while _in_a_word(before, start) or _in_a_word(after, start):
        start -= 1
    while _in_a_word(before, len(before) - end) or _in_a_word(after, len(after) - end):
        end -= 1
    new = after[start : len(after) - end]
    if not new.strip() or new == after:
        return as_written(after)
    return f"{as_written(after[:start])}<ins>{as_written(new)}</ins>{as_written(after[len(after) - end :])}"


def _in_a_word(text: str, place: int) -> bool:
    return text[max(place - 1, 0) : place].isalnum() and text[place : place + 1].isalnum()


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next((place for place, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
