"""Shares as bars: a figure whose numbers are text, so that nothing hangs on the drawing. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker.site.text import escaped, typographic


def bars(question: str, answers: Iterable[Mapping[str, Any]]) -> str:
    """One question and its answers, `label` and `percent`, as one line of HTML."""
    rows = "".join(_bar(answer["label"], answer["percent"]) for answer in answers)
    return f'<figure class="aw-bars"><figcaption>{escaped(typographic(question))}</figcaption><ul>{rows}</ul></figure>'


def _bar(label: str, percent: float) -> str:
    return (
        f'<li><span class="aw-bars__label">{escaped(typographic(label))}</span> '
        f'<span class="aw-bars__track" aria-hidden="true"><span style="width:{percent:g}%"></span></span> '
        f'<span class="aw-bars__number">{percent:g}%</span></li>'
    )
