"""The pictures of a guide page, as HTML that is read aloud in the right order: the days, a message with call-outs, pairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker.site.text import as_written, escaped, sentence, typographic


def timeline(data: Mapping[str, Any]) -> str:
    """The days as a line of points: filled where the reader acts, open where others do, faint where one waits."""
    points = "".join(_point(point) for point in data["points"])
    caption = escaped(typographic(data["caption"]))
    return f'<figure class="aw-time"><figcaption>{caption}</figcaption><ol>{points}</ol></figure>'


def _point(point: Mapping[str, Any]) -> str:
    when, what = escaped(typographic(point["when"])), escaped(typographic(point["what"]))
    return (
        f'<li class="aw-time--{point["by"]}"><span class="aw-time-when">{when}</span> '
        f'<span class="aw-time-what">{what}</span></li>'
    )


def letter(message: Mapping[str, Any]) -> str:
    """A message on its sheet, each part with a call-out of what it does for the reader."""
    parts = "".join(_part(number, part) for number, part in enumerate(message["parts"], start=1))
    return f'<figure class="aw-letter"><ol class="aw-letter-parts">{parts}</ol></figure>'


def _part(number: int, part: Mapping[str, Any]) -> str:
    continues = " aw-letter-part--continues" if part.get("continues") else ""
    why = escaped(sentence(part["why"]))
    return (
        f'<li class="aw-letter-part{continues}"><p class="aw-letter-text">{as_written(part["text"].strip())}</p>'
        f'<p class="aw-letter-why"><span class="aw-letter-number" aria-hidden="true">{number}</span>{why}</p></li>'
    )


def pairs(entries: Iterable[Mapping[str, Any]], rule_link: Mapping[str, str]) -> str:
    """What people tend to write beside what is better. `rule_link` gives the HTML link of a rule that a pair names."""
    return '<ul class="aw-pairs">' + "".join(_pair(entry, rule_link) for entry in entries) + "</ul>"


def _pair(entry: Mapping[str, Any], rule_link: Mapping[str, str]) -> str:
    because = escaped(sentence(entry["because"]))
    link = rule_link.get(entry.get("rule", ""), "")
    return (
        f'<li><div class="aw-pair-say"><p class="aw-label">Rather not</p><p>{as_written(entry["say"].strip())}</p></div>'
        f'<div class="aw-pair-try"><p class="aw-label">Better</p><p>{as_written(entry["try"].strip())}</p></div>'
        f'<p class="aw-pair-because">{because}{f" {link}" if link else ""}</p></li>'
    )

