"""Text from rule files, made safe for a page: nothing in it is ever read as HTML or Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

# Characters that Markdown reads anywhere in a line become entities, which no Markdown dialect looks into.
_ANYWHERE = str.maketrans({character: f"&#{ord(character)};" for character in "\\`*_{}[]|~^="})
_AT_THE_START = re.compile(r"^([#+:>-]|\d+(?=[.)]))")
_OPENING = re.compile(r"(^|[\s(\[/—–“‘])([\"'])(?=\S)")
_CURLY = {'"': "“”", "'": "‘’"}


def typographic(text: str) -> str:
    """Curly quotes and a true ellipsis, for our own prose. Examples are quoted to the letter and never come here."""
    text = _OPENING.sub(lambda found: found[1] + _CURLY[found[2]][0], text)
    text = _OPENING.sub(lambda found: found[1] + _CURLY[found[2]][0], text)  # the inner of two that touch
    return text.replace('"', "”").replace("'", "’").replace("...", "…")


def inline(text: str) -> str:
    """Our prose as one line of Markdown that shows exactly these words."""
    line = html.escape(typographic(" ".join(text.split())), quote=False).translate(_ANYWHERE)
    return _AT_THE_START.sub(lambda found: "".join(f"&#{ord(character)};" for character in found[1]), line)


def prose(text: str) -> str:
    """Paragraphs, and lists whose items start with a hyphen, as Markdown."""
    return "\n\n".join(blocks(text, inline))


def blocks(text: str, line: Callable[[str], str]) -> Iterator[str]:
    """The same, one after the other; `line` makes a text safe."""
    for block in re.split(r"\n\s*\n", text.strip()):
        first, *items = re.split(r"(?:^|\n)- ", block)
        if first.strip():
            yield line(first)
        if items:
            yield "\n".join(f"- {line(item)}" for item in items)


def sentence(text: str) -> str:
    """A remark as a sentence: a capital first, a full stop last."""
    text = typographic(" ".join(text.split()))
    ended = not text or text.endswith((".", "!", "?", "…", ".”", "?”"))
    return text[:1].upper() + text[1:] + ("" if ended else ".")


def escaped(text: str) -> str:
    """Text for the inside of an HTML element or attribute, to the letter."""
    return html.escape(text)


def as_written(text: str) -> str:
    """A message to the letter, in one line of HTML: Markdown would stop at a blank line and widen tabs."""
    return escaped(text).replace("\r\n", "\n").replace("\n", "<br>").replace("\t", "&#9;")


def summary(text: str, most: int = 155) -> str:
    """The start of a text, cut between words, for a page's description."""
    line = typographic(" ".join(text.split()))
    return line if len(line) <= most else line[:most].rpartition(" ")[0].rstrip(" ,;:.") + " …"
