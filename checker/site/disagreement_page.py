"""Questions on which sources differ: a page for each. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.author.load import Library
from checker.site.article_names import article_uri, founding_articles, short_publisher
from checker.site.folds import html_fold
from checker.site.front_matter import front_matter
from checker.site.sides import badge, letter, support
from checker.site.source_list import about, link
from checker.site.text import inline, prose, sentence, summary
from checker.site.words import TOPICS, counted

IN_SIGHT = 5  # sources named in a line; more are folded away
_NATURE = {
    "contradiction": "Not all of these can be followed at once, so a choice has to be made.",
    "conditioning": "The sides hold in different cases more than they exclude each other.",
    "single-source": "One source stands alone here.",
}


def in_order(library: Library) -> list[Mapping[str, Any]]:
    """The disagreements in the order of a candidate's days, as the topics of their first claims have it."""
    topics = list(TOPICS)

    def day(disagreement: Mapping[str, Any]) -> int:
        claims = [claim for side in disagreement["sides"] for claim in side.get("claims", ())]
        topic = library.claims[claims[0]]["topic"] if claims else ""
        return topics.index(topic) if topic in topics else len(topics)

    return sorted(library.disagreements.values(), key=day)


def disagreement_page(disagreement: Mapping[str, Any], library: Library) -> str:
    """The question, who says what, when each side is right, and the editors' default."""
    return "\n\n".join(_parts(disagreement, library)) + "\n"


def _parts(disagreement: Mapping[str, Any], library: Library) -> Iterator[str]:
    question = disagreement["question"]
    yield front_matter(title=question, description=summary(disagreement["in_short"]))
    yield f"# {inline(question)}"
    yield f"{inline(disagreement['in_short'])}\n{{: .aw-lead }}"
    yield "## What we suggest"
    yield prose(disagreement["default"])
    yield "This is the editors’ choice. You know your reader better than we do.\n{: .aw-note }"
    yield "## What the sources say"
    yield (
        f"{_NATURE[disagreement['kind']]} The [founding articles](../articles/index.md) are those that this guide began with. No count of "
        "pages makes a thing true; the numbers say only how usual a piece of advice is."
    )
    for place, side in enumerate(disagreement["sides"]):
        yield f"### {badge(place, side)} {inline(side['position'])} {{: #side-{letter(place).lower()} }}"
        yield _held_by(side, library)
        yield f"**When this side is right:** {inline(sentence(side['wins_when']))}"
        yield from _voices(side, library)
    rules = [rule for rule in library.rules if disagreement["id"] in rule.get("disagreements", ())]
    if rules:
        yield "## Rules that it bears on"
        yield "\n".join(f"- [{inline(rule['title'])}](../rules/{rule['id']}.md)" for rule in rules)


def _held_by(side: Mapping[str, Any], library: Library) -> str:
    articles, others = support(side, library)
    of = f"{articles} of the {len(founding_articles(library))} founding articles" if articles else "none of the founding articles"
    ours = " Our suggestion goes along with it." if side.get("followed") else ""
    return f"Held by {of} and {counted(others, 'other source')} that we found.{ours}\n{{: .aw-quiet }}"


def _voices(side: Mapping[str, Any], library: Library) -> Iterator[str]:
    lines = []
    for claim in side.get("claims", ()):
        said = library.claims[claim]
        publisher = inline(short_publisher(said["source"], library))
        lines.append(f"- [{publisher}](../{article_uri(said['source'])}#{claim}): {inline(sentence(said['says']))}")
    others = [library.sources[source] for source in side.get("sources", ())]
    named = [f'{link(source)} <span class="aw-from">{about(source)}</span>' for source in others]
    if 0 < len(named) <= IN_SIGHT:
        lines.append(f"- Also {', '.join(named)}")
    if lines:
        yield "\n".join(lines)
    if len(named) > IN_SIGHT:
        items = "".join(f"<li>{each}</li>" for each in named)
        yield html_fold(f"The {len(named)} other sources", f"<ul>{items}</ul>")
