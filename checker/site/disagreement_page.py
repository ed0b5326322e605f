"""Questions on which sources differ: a page for each, and the list of all. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.author.load import Library
from checker.site.article_names import article_uri, founding_articles
from checker.site.rule_page import front_matter
from checker.site.source_list import about, link
from checker.site.text import inline, prose, sentence, summary
from checker.site.words import TOPICS, counted

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
    yield _NATURE[disagreement["kind"]] + " No count of pages makes a thing true; the numbers say only how usual a piece of advice is."
    for side in disagreement["sides"]:
        yield f"### {inline(side['position'])}"
        yield _held_by(side, library)
        yield f"**When this side is right:** {inline(sentence(side['wins_when']))}"
        lines = list(_voices(side, library))
        if lines:
            yield "\n".join(f"- {line}" for line in lines)
    rules = [rule for rule in library.rules if disagreement["id"] in rule.get("disagreements", ())]
    if rules:
        yield "## Rules that it bears on"
        yield "\n".join(f"- [{inline(rule['title'])}](../rules/{rule['id']}.md)" for rule in rules)


def support(side: Mapping[str, Any], library: Library) -> tuple[int, int]:
    """How many founding articles and how many other sources hold a side."""
    articles = {library.claims[claim]["source"] for claim in side.get("claims", ())}
    return len(articles), len(side.get("sources", ()))


def _held_by(side: Mapping[str, Any], library: Library) -> str:
    articles, others = support(side, library)
    of = f"{articles} of the {len(founding_articles(library))} founding articles" if articles else "none of the founding articles"
    return f"Held by {of} and {counted(others, 'other source')} that we found.\n{{: .aw-quiet }}"


def _voices(side: Mapping[str, Any], library: Library) -> Iterator[str]:
    for claim in side.get("claims", ()):
        said = library.claims[claim]
        publisher = inline(library.sources[said["source"]]["publisher"])
        yield f"[{publisher}](../{article_uri(said['source'])}#{claim}): {inline(sentence(said['says']))}"
    others = [library.sources[source] for source in side.get("sources", ())]
    if others:
        named = (f'{link(source)} <span class="aw-from">{about(source)}</span>' for source in others)
        yield "Also " + ", ".join(named)


def disagreement_list(library: Library) -> str:
    """The page at disagreements/: every question with its sides, counted, and our default in a line."""
    parts = [
        front_matter(
            title="Where sources disagree",
            description="The questions on which advice for after an interview contradicts itself, who says what, and what we suggest.",
        ),
        "# Where sources disagree",
        f"On {len(library.disagreements)} questions the pages that we read give different answers. Each has a page of its own: "
        "who says what, when each side is right, and what we suggest. After each answer stands how many of the five founding "
        "articles hold it, and how many of the other sources.",
    ]
    for each in in_order(library):
        parts.append(f"## [{inline(each['question'])}]({each['id']}.md)")
        parts.append("\n".join(f"- {_side_in_a_line(side, library)}" for side in each["sides"]))
        parts.append(f"{inline(each['in_short'])}\n{{: .aw-note }}")
    return "\n\n".join(parts) + "\n"


def _side_in_a_line(side: Mapping[str, Any], library: Library) -> str:
    articles, others = support(side, library)
    return f'{inline(side["position"])} <span class="aw-from">{counted(articles, "founding article")}, {counted(others, "other")}</span>'
