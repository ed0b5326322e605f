"""Which line of a message is what: header, subject, greeting, body, sign-off, signature, quoted mail."""

from __future__ import annotations

import re

from checker.core.greetings import greeting_length, has_opener
from checker.core.lines import Line
from checker.core.signoffs import find_signoff

PART_NAMES = ("header", "subject", "letterhead", "greeting", "body", "closing", "signature", "quoted")

# The lines above a mail, as mail programs write them in the languages whose users also write in English.
_FROM = r"from|von|de|van|da|fra|från|od|lähettäjä|od pro"
_SENT = r"sent|date|gesendet|datum|envoyé|enviado|enviada(?: em)?|fecha|data|verzonden|inviato|sendt|skickat|dato|wysłano"
_TO = r"to|cc|bcc|reply-to|an|antwort an|à|a|para|aan|til|till|do|kopie"
_ABOUT = r"subject(?: line)?|betreff|objet|asunto|oggetto|onderwerp|assunto|emne|ämne|temat"
_SUBJECT = re.compile(rf"[*_]{{0,2}}(?:{_ABOUT}|sub|re|aw|sv|fwd?|wg)\s*:[*_]{{0,2}}[ \t\u00a0]*", re.IGNORECASE)
_REPLY = re.compile(r"(?:re|aw|sv|fwd?|wg)\s*:", re.IGNORECASE)  # belongs to the subject itself
_HEADER = re.compile(r"(?:from|to|cc|bcc|date|sent|reply-to|von|an|gesendet|datum|envoyé|objet)\s*:", re.IGNORECASE)
_FROM_LINE = re.compile(rf"[*_]{{0,2}}(?:{_FROM})\s?:[*_]{{0,2}}\s*\S", re.IGNORECASE)
_SENT_LINE = re.compile(rf"[*_]{{0,2}}(?:{_SENT})\s?:[*_]{{0,2}}\s*\S", re.IGNORECASE)
_OTHER_LINE = re.compile(rf"[*_]{{0,2}}(?:{_SENT}|{_TO}|{_ABOUT})\s?:", re.IGNORECASE)
_DIVIDER = re.compile(
    r"-{2,} ?(?:original(?: message|nachricht)|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht"
    r"|message d'origine|message transféré|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht"
    r"|ursprungligt meddelande|oprindelig meddelelse) ?-{2,}"
    r"|begin forwarded message\b|anfang der weitergeleiteten|_{10,}$",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|kirjoitti|napisała?|написала?)\b.{0,90}:$",
    re.IGNORECASE,
)
_ON = re.compile(r"(?:on|am|le|el|il giorno|op|em|den|dne|w dniu)\b.*\d", re.IGNORECASE)
_WHEN = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d\d\b|<?[^\s<>]+@[^\s<>]+>?")
_ADDRESS_AT_END = re.compile(r"\d.{0,120}<[^\s<>]+@[^\s<>]+>\)?\s?:$")
_LONGEST_INTRODUCTION = 200  # characters of "On Monday, 2 March 2026 at 16:12 Dana Ortiz <...> wrote:"
_LETTERHEAD_LINES = 24
_LETTERHEAD_WORDS = 14


def label_lines(lines: list[Line], me: str | None, known: frozenset[str] = frozenset()) -> list[Line]:
    """Give every line its pieces; `me` and `known` (normalised name words) help to tell names from words."""
    own = _cut_quoted(lines)
    own = _cut_headers(own)
    own = _cut_greeting(own, known)
    _find_late_subject(lines, own)
    body, tail = find_signoff(own, me, known)
    for line in body:
        line.pieces = (*line.pieces, ("body", line.free, line.end))
    for line, pieces in tail:
        line.pieces = (*line.pieces, *pieces)
    return lines


def _cut_quoted(lines: list[Line]) -> list[Line]:
    """Take the mail that is being answered. The writer's own lines may stand above it, or between and below `>` lines."""
    own: list[Line] = []
    begun = False  # the head of the writer's own mail is no message yet
    for place, line in enumerate(lines):
        if _is_quoted(line):
            line.pieces = (("quoted", line.start, line.end),)
            continue
        length = _introduction(lines, place)
        if length and not begun and (place == 0 or lines[place - 1].pieces) and _only_angled(lines, place + length):
            for introduction in lines[place : place + length]:
                introduction.pieces = (("quoted", introduction.start, introduction.end),)
        elif length and begun:
            for rest in lines[place:]:
                rest.pieces = (("quoted", rest.start, rest.end),)
            break
        elif not line.pieces:
            own.append(line)
            begun = begun or not (_SUBJECT.match(line.text) or _HEADER.match(line.text))
    return own


def _is_quoted(line: Line) -> bool:
    return line.text.startswith(">")


def _only_angled(lines: list[Line], place: int) -> bool:
    return place < len(lines) and _is_quoted(lines[place])


def _introduction(lines: list[Line], place: int) -> int:
    """How many lines introduce quoted mail here: "On ... wrote:", "From: ...", "--- Original message ---"; 0 for none."""
    text = lines[place].text
    if _DIVIDER.match(text):
        return 1
    if _FROM_LINE.match(text):
        following = [line.text for line in lines[place + 1 : place + 4]]
        others = sum(1 for other in following if _OTHER_LINE.match(other))
        return others + 1 if others and ("@" in text or any(_SENT_LINE.match(other) for other in following)) else 0
    for count in (1, 2, 3) if _ON.match(text) else (1,):  # a long introduction is broken into lines
        block = lines[place : place + count]
        if len(block) < count or any(line.after_blank for line in block[1:]):
            break
        joined = " ".join(line.text for line in block)
        if len(joined) <= _LONGEST_INTRODUCTION and joined.endswith(":"):
            answers = _only_angled(lines, place + count)
            if _WROTE.search(joined) and (answers or _WHEN.search(joined)) or _ADDRESS_AT_END.search(joined):
                return count
            break
    return 0


def _cut_headers(lines: list[Line]) -> list[Line]:
    """Take the lines of a pasted mail's head: `To:`, `Date:` and so on, and the subject."""
    for place, line in enumerate(lines):
        found = _SUBJECT.match(line.text)
        if found and (place == 0 or lines[place - 1].pieces):
            kept = 0 if _REPLY.match(found.group()) else found.end()
            line.pieces = (("subject", line.start + kept, line.end),)
        elif _HEADER.match(line.text):
            line.pieces = (("header", line.start, line.end),)
        else:
            return lines[place:]
    return []


def _find_late_subject(lines: list[Line], own: list[Line]) -> None:
    """ "Sub: ..." between address and greeting, or right under it, as in letters and mails from South Asia."""
    if any(piece[0] == "subject" for line in lines for piece in line.pieces):
        return
    above = [line for line in lines if line.pieces and line.pieces[0][0] == "letterhead"]
    for line in [*above, *own[:1]]:
        found = _SUBJECT.match(line.text)
        if found and not _REPLY.match(line.text) and (line.after_blank or line in above):
            line.pieces = (("subject", line.start + found.end(), line.end),)
            own[:] = [other for other in own if other is not line]
            return


def _cut_greeting(lines: list[Line], known: frozenset[str]) -> list[Line]:
    """Take the greeting, and the letterhead or heading above it where there is one."""
    for place, line in enumerate(lines[:_LETTERHEAD_LINES]):
        length = greeting_length(line.text[line.bullet :], known if place == 0 else frozenset())
        if length and _may_greet(lines, place, length):
            for head in lines[:place]:
                head.pieces = (("letterhead", head.start, head.end),)
            return _take_greeting(lines, place, length)
        if len(line.text.split()) > _LETTERHEAD_WORDS or _is_sentence(line):
            break
    return lines


def _may_greet(lines: list[Line], place: int, length: int) -> bool:
    """A name without an opener must stand apart; below other lines, a greeting must end with its line or a mark."""
    line = lines[place]
    text = line.text[line.bullet :]
    if place and length < len(text) and text[length - 1].isalnum():
        return False
    if has_opener(text) or length < len(text) or place + 1 == len(lines):
        return True
    following = lines[place + 1]
    if text.endswith(":") and has_opener(following.text):
        return False  # "Calling Dana:" above the greeting itself
    apart = following.after_blank or len(following.text.split()) > 6 or _is_sentence(following)
    return apart and (place == 0 or line.after_blank)


def _take_greeting(lines: list[Line], place: int, length: int) -> list[Line]:
    """Label the greeting; several readers may each have a line: "Dear Ms. Ortiz," and below it "dear Mr. Baker,"."""
    line = lines[place]
    start = line.start + line.bullet
    line.pieces = (("greeting", start, start + length),)
    if start + length < line.end:
        return lines[place:]
    below = place + 1
    while below < len(lines) and not lines[below].after_blank and has_opener(text := lines[below].text):
        if greeting_length(text) < len(text):
            break
        lines[below].pieces = (("greeting", lines[below].start, lines[below].end),)
        below += 1
    return lines[below:]


def _is_sentence(line: Line) -> bool:
    words = line.text.split()
    lower = sum(1 for word in words if word[0].islower())
    return line.bullet > 0 or (len(words) > 2 and lower > 1 and words[-1][-1] in ".!?")
