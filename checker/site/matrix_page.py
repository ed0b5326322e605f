"""The overview of disagreements: a row for each question, a column for each founding article and for the wider field. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.author.load import Library
from checker.site.article_names import article_uri, founding_articles, short_publisher
from checker.site.disagreement_page import in_order
from checker.site.front_matter import front_matter
from checker.site.sides import article_sides, mark, other_sources, suggestion, support
from checker.site.text import escaped, inline
from checker.site.words import counted

_CAPTION = "What we suggest on each question, which sides each founding article takes, and how many other sources are on each side"
_NOTHING = '<span class="aw-none">nothing on it</span>'


def matrix_page(library: Library) -> str:
    """The page at disagreements/: every question, our suggestion, and who is on which side."""
    return "\n\n".join(_parts(library)) + "\n"


def _parts(library: Library) -> Iterator[str]:
    articles = founding_articles(library)
    yield front_matter(
        title="Where sources disagree",
        description="The questions on which advice for after an interview contradicts itself, who says what, and what we suggest.",
        hide=["navigation", "toc"],
    )
    yield "# Where sources disagree"
    yield (
        f"On {counted(len(library.disagreements), 'question')} the pages that we read give different answers. Here you see what we suggest, "
        "which is the editors’ choice, and who takes which side. Each question has a page that says when each side is right, and why we "
        "chose as we did."
    )
    yield (
        f"The [founding articles](../articles/index.md) are the pages that this guide began with, {len(articles)} in all: we read them in "
        f"full and took them apart piece by piece. The wider field is {counted(len(other_sources(library)), 'other source')}: careers offices, "
        "recruiters, managers, surveys. No count of pages makes a thing true; it says only how usual a piece of advice is."
    )
    yield from _legend()
    yield _table(articles, library)


def _legend() -> Iterator[str]:
    open_mark, filled = mark(0, {}), mark(1, {"followed": True})
    yield (
        f"{open_mark} The same letter in a row is the same answer. {filled} A filled letter is an answer that our suggestion goes along with, "
        "at least in the usual case. Numbers count the other sources.\n{: .aw-legend }"
    )
    yield '<label class="aw-who-switch"><input type="checkbox" id="aw-who"> Show who says what</label>'


def _table(articles: list[str], library: Library) -> str:
    """The table. Its roles are written out, as a browser forgets them where a phone shows the rows as cards."""
    names = [short_publisher(article, library) for article in articles]
    linked = [f"[{inline(name)}](../{article_uri(article)})" for name, article in zip(names, articles)]
    head = "".join(_cell("th", words, "columnheader", ' scope="col"') for words in ("Question", "We suggest", *linked, "Wider field"))
    rows = "\n".join(_row(each, dict(zip(articles, names)), library) for each in in_order(library))
    return (
        '<div class="aw-matrix" role="region" aria-labelledby="aw-matrix-caption" tabindex="0" markdown>\n'
        '<table role="table" markdown>\n'
        f'<caption id="aw-matrix-caption">{escaped(_CAPTION)}</caption>\n'
        f'<thead role="rowgroup" markdown>\n<tr role="row" markdown>{head}</tr>\n</thead>\n'
        f'<tbody role="rowgroup" markdown>\n{rows}\n</tbody>\n</table>\n</div>'
    )


def _row(disagreement: Mapping[str, Any], articles: Mapping[str, str], library: Library) -> str:
    sides = disagreement["sides"]
    question = f"[{inline(disagreement['question'])}]({disagreement['id']}.md)"
    cells = [
        _cell("th", question, "rowheader", ' scope="row"'),
        _cell("td", _column("We suggest") + inline(suggestion(disagreement)), "cell"),
    ]
    for article, name in articles.items():
        taken = [_side(place, sides[place]) for place in article_sides(disagreement, article, library)]
        cells.append(_cell("td", _column(name) + _lines(taken), "cell", ' class="aw-who"'))
    others = [(place, side, support(side, library)[1]) for place, side in enumerate(sides)]
    held = [f'{_side(place, side)}&nbsp;<span class="aw-number">{number}</span>' for place, side, number in others if number]
    cells.append(_cell("td", _column("Wider field") + _lines(held), "cell", ' class="aw-who"'))
    return f'<tr role="row" markdown>{"".join(cells)}</tr>'


def _cell(tag: str, inside: str, role: str, attributes: str = "") -> str:
    return f'<{tag} role="{role}"{attributes} markdown>{inside}</{tag}>'


def _column(name: str) -> str:
    """The column's name within a cell, for those who see the rows as cards; the table itself tells those who listen."""
    return f'<span class="aw-column" aria-hidden="true">{escaped(name)}</span> '


def _lines(items: list[str]) -> str:
    return " ".join(f'<span class="aw-line">{item}</span>' for item in items) or _NOTHING


def _side(place: int, side: Mapping[str, Any]) -> str:
    return f"{mark(place, side)} {inline(side['short'])}"
