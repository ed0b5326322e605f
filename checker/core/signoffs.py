"""Where the body ends: the closing words ("Kind regards,") and the signature under them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.core.closings import LONGEST_CLOSING, is_closing, is_exactly_closing
from checker.core.lines import Line
from checker.core.tokens import normal

_POSTSCRIPT = re.compile(r"(?:p\.?\s?p?\.?\s?s\b[.:,)]?(?=\s|$|[–—-])|\[\d{1,2}\]\s|\*\s?\[)", re.IGNORECASE)
_DEVICE = re.compile(
    r"sent (?:from|via|with)\b|get outlook for\b|enviado (?:desde|do|da|de)\b|envoyé (?:de|depuis|à partir)\b|inviato da\b"
    r"|von mein\w+ .{1,30} gesendet|gesendet (?:von|mit)\b|verzonden (?:vanaf|met|via)\b|skickat från|sendt fra\b",
    re.IGNORECASE,
)
# These two are for text in small letters, as an expression that has to ignore case takes several times as long.
_DISCLAIMER = re.compile(
    r"confidential|intended recipient|privileged|disclaimer|before printing|the environment|viruses|this (?:e-?mail|message)"
    r"|(?:excuse|forgive|pardon) (?:any |my |the )?(?:typos|brevity|errors)"
)
_CONTACT = re.compile(r"@|\||https?:|www\.|linkedin|\d{3}|^\W")
_RULER = re.compile(r"[-–—_=~*]{2,}")
_AFTER_DASH = re.compile(r"[-–—~][ \t\u00a0]*")
_BOUNDARY = re.compile(r"[^\w\s,'’\"-]\s+")
_SENTENCE_BEFORE = re.compile(r"[!?…]\s+\w|(?:^|\s)[^\W\d_A-Z]+\.\s+\w")
_NO_NAMES = frozenset("again so much always kindly indeed for to and with the in on at of from everyone all team mate guys heaps loads truly yours you both soon".split())
_PARTICLES = frozenset("de van der den von da di du del bin binte al el la le ó y x xx xxx".split())
_TAIL_LINES = 16
_SIGNATURE_WORDS = 10
_AFTERTHOUGHTS = 3

Piece = tuple[str, int, int]
Tail = list[tuple[Line, tuple[Piece, ...]]]


def find_signoff(lines: list[Line], me: str | None, known: frozenset[str] = frozenset()) -> tuple[list[Line], Tail]:
    """Split the lines below the greeting into body and tail; tail lines come with their pieces.

    `me` is the writer's name; `known` are the readers' name words, for no writer signs with a reader's name.
    """
    names = _Names(_words(me or ""), known)
    own = _without(lines, _postscripts(lines, names))
    for place in range(max(0, len(own) - _TAIL_LINES), len(own)):
        tail = _tail(own[place:], names, own[place - 1] if place else None)
        if tail is not None:
            return _without(lines, own[place:]), tail
    if own and (pieces := _inline(own[-1], names)):
        return _without(lines, own[-1:]), [(own[-1], pieces)]
    return lines, []


_DEGREES = re.compile(r",? (?:ph\.?\s?d|m\.?d|b\.?sc|m\.?sc|esq|jr|sr|mba|rgn|rn|cpa)\.?$", re.IGNORECASE)


def looks_like_name(text: str, mine: frozenset[str] = frozenset()) -> bool:
    """One to five capitalised words, or the writer's own name in any case."""
    if is_mine(text, mine):
        return True
    text = _DEGREES.sub("", text.strip().removeprefix("/s/"))
    bare = re.sub(r"[^\w)\"”.]+$", "", text.strip(" -–—~*_"))  # without "!", kisses and emoji
    words = [word for word in re.split(r"[\s,]+", bare) if word]
    if not 1 <= len(words) <= 5 or text.rstrip()[-1:] in ".?!:;" and len(words) > 1 or re.search(r"\d|@|https?:", text):
        return False
    return not words[0][0].islower() and all(_is_name_word(word) or word in _PARTICLES for word in words)


def is_mine(text: str, mine: frozenset[str]) -> bool:
    """Does this short line hold the writer's own name and little else?"""
    words = re.findall(r"[^\W\d_]+", normal(text))
    hits = sum(1 for word in words if word in mine)
    return hits > 0 and len(words) - hits <= 3


@dataclass(frozen=True)
class _Names:
    mine: frozenset[str]
    readers: frozenset[str]

    def signs(self, text: str) -> bool:
        """Could this be the writer's name at the end of the message?"""
        if _SENTENCE_BEFORE.search(text):
            return False  # "Loved it! Sam" is a sentence and a name
        words = _words(text)
        if words & self.mine and (words - self.mine) & self.readers:
            return False  # "Dana! Sam"
        if not words & self.mine and (words & _NO_NAMES or words and words <= self.readers):
            return False
        return looks_like_name(text, self.mine)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", normal(name)))


def _is_name_word(word: str) -> bool:
    first = word.lstrip("\"“(")[:1]
    return first.isalpha() and not first.islower() and not re.search(r"[^\w.'’ʼ\"“”()\u0300-\u036f\u0900-\u0e4e-]", word)


def _without(lines: list[Line], taken: list[Line]) -> list[Line]:
    places = {line.start for line in taken}
    return [line for line in lines if line.start not in places]


def _postscripts(lines: list[Line], names: _Names) -> list[Line]:
    """Lines of paragraphs that begin with "P.S." or are footnotes. "P. S. Raman" under "Best," is a name."""
    found: list[Line] = []
    inside = False
    for place, line in enumerate(lines):
        if _POSTSCRIPT.match(line.text):
            signed = place > 0 and is_closing(lines[place - 1].text) and line.text[-1] not in ".!?" and names.signs(line.text)
            inside = not signed and not is_mine(line.text, names.mine)
        elif line.after_blank or is_mine(line.text, names.mine) or _DEVICE.match(line.text):
            inside = False
        if inside:
            found.append(line)
    return found


def _tail(lines: list[Line], names: _Names, above: Line | None) -> Tail | None:
    """The pieces of `lines` if they are a sign-off from the first line on, else None."""
    head = lines[0]
    if head.pieces:
        return None
    closed = _closes(head, lines[1:], names)
    if not closed and not _signs_alone(lines, names, above):
        return None
    named = not closed
    afterthoughts = 0
    tail: Tail = []
    for place, line in enumerate(lines):
        kind = "signature"
        if _closing_pieces(line, names) or place == 0 and closed:
            if named and closed is False and place:
                return None  # a capitalised word above the real sign-off: "Exciting!"
            kind = "closing"
            named = named or len(_closing_pieces(line, names)) > 1
        elif _signs(line, names) or _RULER.fullmatch(line.text):
            named = True
        elif _is_furniture(line):
            pass
        elif named and closed and (line.bullet or _is_prose(line)):
            if line.bullet or line.after_blank or line.text[-1] in ".!?":
                kind, afterthoughts = "body", afterthoughts + 1
        elif not named and _is_prose(line) or line.bullet or len(line.text.split()) > _SIGNATURE_WORDS:
            return None
        own = _closing_pieces(line, names) if kind == "closing" else ()
        tail.append((line, own or ((kind, line.start, line.end),)))
    return tail if afterthoughts <= _AFTERTHOUGHTS else None


def _closes(head: Line, rest: list[Line], names: _Names) -> bool:
    """Is it closing words: known ones, or others over the writer's name ("Break a leg,", "Viele Grüße")?"""
    if head.bullet:
        return False
    if _closing_pieces(head, names):
        return True
    if not rest or rest[0].bullet or not names.signs(rest[0].text):
        return False
    words = head.text.split()
    if head.text.endswith(","):
        return len(words) <= 14
    return is_mine(rest[0].text, names.mine) and len(words) <= 4 and head.text[-1] not in ".?!:" and head.after_blank


def _signs_alone(lines: list[Line], names: _Names, above: Line | None) -> bool:
    """A signature without closing words: a name in its own paragraph, "- Sam", "Sent from my iPhone", "-- "."""
    head, rest = lines[0], lines[1:]
    if _DEVICE.match(head.text) or _RULER.fullmatch(head.text) and rest and names.signs(rest[0].text):
        return True
    if any((_is_prose(line) or _ends_a_sentence(line)) and not _is_furniture(line) or line.bullet for line in rest):
        return False
    if is_mine(head.text, names.mine) and names.signs(head.text):
        return True
    capital = any(letter.isupper() for letter in head.text)  # where a script has none, any short line would do
    apart = head.after_blank or _AFTER_DASH.match(head.text) or (above and above.text[-1] in ".!?…)")
    listed = head.text.count(",") > 1 or above is not None and above.text.endswith(":")  # "I know: Python, SQL, Go"
    return capital and bool(apart) and not listed and _signs(head, names) and head.text[-1] not in "?!:;"


def _signs(line: Line, names: _Names) -> bool:
    """Is it a name, also after a dash? But "- Python" in a list is none."""
    dash = _AFTER_DASH.match(line.text)
    name = line.text[dash.end() :] if dash else line.text
    return not (line.bullet and not dash) and bool(name) and names.signs(name)


def _closing_pieces(line: Line, names: _Names) -> tuple[Piece, ...]:
    """The line as closing words, with the name after them if it is there: "Best wishes, Sam"."""
    if line.bullet or len(line.text) > LONGEST_CLOSING:
        return ()
    if not is_exactly_closing(line.text) and (name := _name_after_closing(line.text, names)):
        end = line.start + len(line.text[:name].rstrip())
        return (("closing", line.start, end), ("signature", line.start + name, line.end))
    return (("closing", line.start, line.end),) if is_closing(line.text) else ()


def _name_after_closing(text: str, names: _Names) -> int:
    """Where the name begins in "Best wishes, Sam"; 0 where there is none."""
    starts = [found.start() for found in re.finditer(r"(?<![^\s,.!–—-])[^\s,.!–—-]", text)]
    for start in starts[:0:-1][:4]:
        if is_exactly_closing(text[:start]) and names.signs(text[start:]):
            return start
    return 0


def _inline(line: Line, names: _Names) -> tuple[Piece, ...]:
    """A sign-off on the last line of the body: "... any news? Thanks, Tui", "... about the job. Kev Doyle"."""
    free = line.free - line.start
    if line.bullet:
        return ()
    for found in [*_BOUNDARY.finditer(line.text, max(free - 2, len(line.text) - 100, 0))][::-1]:
        start = max(found.end(), free)
        rest = line.text[start:]
        body_end = line.start + len(line.text[:start].rstrip())
        body = (("body", line.free, body_end),) if body_end > line.free else ()
        if name := _name_after_closing(rest, names):
            closing_end = line.start + start + len(rest[:name].rstrip())
            return (*body, ("closing", line.start + start, closing_end), ("signature", line.start + start + name, line.end))
        if _words(rest) and _words(rest) <= names.mine:
            return (*body, ("signature", line.start + start, line.end))
    return ()


def _is_prose(line: Line) -> bool:
    """Does it read as a sentence rather than as a title, a place or a company?"""
    lower = sum(1 for word in line.text.split() if word[0].islower() or word in {"I", "I'm", "I’m", "I'd", "I’d"})
    return lower >= 3 and not re.search(r"[@|]|https?:|www\.", line.text)


def _ends_a_sentence(line: Line) -> bool:
    """ "Needs work." does, "Sam R." and "Ames, Ia." do not."""
    words = line.text.split()
    return line.text[-1] in ".!?" and len(words) > 1 and words[-1][0].islower()


def _is_furniture(line: Line) -> bool:
    """Contact details, a motto, a device's line, the small print of an employer's mail."""
    text = line.text.lower()
    if text[0] in "\"“«" or _DEVICE.match(text) or _DISCLAIMER.search(text):
        return True
    return bool(_CONTACT.search(text)) and not line.bullet and not _is_prose(line)
