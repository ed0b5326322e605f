"""What became of one rule, in a reader's words: which of its parts differ, and the lines that show how.

The workshop, `afterword diff`, the page of changes and its feed all tell it with these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from checker.author.changed_fields import FieldChange, changed_fields
from checker.author.changed_words import changed_words

Rule = Mapping[str, Any]  # as its file is written
Line = tuple[str, str]  # "+" new, "-" gone, "!" differs, "@" a heading, " " anything else; and a text, which may be anybody's

# What a reader calls the keys of a rule file, in the order in which they matter. Keys that say the same share their words.
WORDS = {
    "title": "the title",
    "level": "its weight",
    "message": "what the checker says",
    "why": "the reasons",
    "how": "what to write instead",
    "kind": "what the checker looks for",
    "check": "what the checker looks for",
    "stages": "the messages that it is about",
    "status": "whether the checker applies it",
    "group": "the subject that it belongs to",
    "fix": "the correction that is offered",
    "disagreements": "where sources differ",
    "disputed": "where sources differ",
    "examples": "the examples",
    "sources": "the sources",
    "asked": "the words that it is found by",
}
_EXAMPLES = {"flag": "to be flagged", "leave": "to be left alone", "misses": "known misses"}
_OTHERS = {"added": "the day when it was added", "replaces": "the ids that it replaces", "id": "its id"}  # which no reader sees
_LONG = 60  # characters; of longer texts only the words that differ are shown


def what_changed(before: Rule | None, after: Rule | None) -> tuple[str, tuple[str, ...]] | None:
    """What happened to a rule: "added", "changed", "retired" or "removed"; and to which of its parts, in WORDS.

    None where a reader would see no change.
    """
    if before is None or after is None:
        return None if before is after else ("removed" if after is None else "added", ())
    if after.get("status") == "retired" != before.get("status"):
        return "retired", ()
    keys = {change.key[0] for change in changed_fields(before, after)}
    parts = dict.fromkeys(words for key, words in WORDS.items() if key in keys)
    return ("changed", tuple(parts)) if parts else None


def field_lines(fields: Iterable[FieldChange]) -> Iterator[Line]:
    """The differences under their headings; of a long text only the words that went and came, as [-went-] and {+came+}."""
    heading = ""
    for change in fields:
        named = _heading(change)
        if named != heading:
            yield "@", named
            heading = named
        yield from _values(change)


def _heading(change: FieldChange) -> str:
    first, *inner = change.key
    words = WORDS.get(first) or _OTHERS.get(first, first)
    named = words if first == "examples" else f"{words} ({first})"
    inner = [_EXAMPLES.get(step, step) if first == "examples" else step for step in inner]
    return " › ".join([named, *inner]) + (f", of “{flat(change.of, 50)}”" if change.of else "")


def _values(change: FieldChange) -> Iterator[Line]:
    if change.moved:
        yield "!", "the same entries in another order"
        return
    old, new = (shown(value) for value in (change.old, change.new))
    if change.old is None or change.new is None:
        yield ("+", new) if change.old is None else ("-", old)
    elif isinstance(change.old, str) and isinstance(change.new, str) and min(len(old), len(new)) > _LONG:
        hunks = list(changed_words(change.old, change.new))
        for hunk in hunks:
            gone, come = (f"[-{hunk.gone}-]" if hunk.gone else "", f"{{+{hunk.new}+}}" if hunk.new else "")
            yield "!", " ".join(filter(None, (hunk.before, gone, come, hunk.after)))
        if not hunks:
            yield "!", "the same words, set otherwise (line ends, spaces)"
    else:
        yield "-", old
        yield "+", new


def shown(value: Any) -> str:
    """A value of a rule file in one line."""
    if isinstance(value, Mapping):
        text = value.get("text")
        rest = "; ".join(f"{key}: {shown(inner)}" for key, inner in value.items() if key != "text" or text is None)
        return f"{shown(text)} ({rest})" if text is not None and rest else shown(text) if text is not None else rest
    if isinstance(value, list):
        return ", ".join(shown(each) for each in value)
    return value.isoformat() if isinstance(value, date) else "" if value is None else flat(str(value))


def flat(text: str, most: int = 0) -> str:
    """A text in one line, of at most so many characters (0: all)."""
    line = " ".join(text.split())
    return f"{line[: most - 1]}…" if most and len(line) > most else line
