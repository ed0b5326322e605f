"""The lines of a pasted text, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.core.tokens import INVISIBLE

# Word processors and web pages bring line ends of their own: \v for a soft one, U+2028 and U+2029, U+0085.
_LINE = re.compile(r"([^\r\n\v\f\x85\u2028\u2029]*)(\r\n|[\r\n\v\f\x85\u2028\u2029]|$)")
_BULLET = re.compile(r"(?:[-*•·–—▪◦‣]|[(\[]?\d{1,2}[.)\]])[ \t\u00a0]+")
_BLANK = " \t\x1c\x1d\x1e\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000" + INVISIBLE


@dataclass
class Line:
    """One line: `start` and `end` without the white space around it; `pieces` are (part, start, end)."""

    start: int
    end: int
    text: str
    after_blank: bool
    bullet: int = 0  # length of the list mark at the start
    pieces: tuple[tuple[str, int, int], ...] = ()

    @property
    def free(self) -> int:
        """Where in the pasted text the part of the line begins that no piece has taken."""
        if not self.pieces:
            return self.start
        rest = self.text[self.pieces[-1][2] - self.start :]
        return self.end - len(rest.lstrip(_BLANK))


def split_lines(text: str) -> list[Line]:
    """Every line of the text that is not blank, in order; any kind of line end."""
    lines: list[Line] = []
    after_blank = True
    for found in _LINE.finditer(text):
        raw = found[1]
        inner = raw.strip(_BLANK)
        if not inner:
            after_blank = True
            continue
        start = found.start() + raw.index(inner)
        mark = _BULLET.match(inner)
        lines.append(Line(start, start + len(inner), inner, after_blank, mark.end() if mark else 0))
        after_blank = False
    return lines
