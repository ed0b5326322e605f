"""A founding article: its advice piece by piece, where that lives in the rules, and where others disagree. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.author.load import Library
from checker.core.wording import and_join
from checker.site.article_names import article_title, article_uri, founding_articles, short_publisher
from checker.site.front_matter import front_matter
from checker.site.source_list import about, link
from checker.site.text import inline, sentence
from checker.site.words import STANCE, TOPICS, counted


def article_page(source: str, library: Library) -> str:
    """The page of one founding article; `source` is its id in rules/sources.yml."""
    return "\n\n".join(_parts(source, library)) + "\n"


def articles_list(library: Library) -> str:
    """The page at articles/: the founding articles."""
    items = []
    for source in founding_articles(library):
        number = sum(claim["source"] == source for claim in library.claims.values())
        title = article_title(source, library)
        by = f", {inline(short_publisher(source, library))}" if library.sources[source].get("title") else ""
        page = article_uri(source).removeprefix("articles/")
        items.append(f"- [{inline(title)}]({page}){by}: {number} pieces of advice")
    parts = [
        front_matter(title="The founding articles", description="The articles that this guide began with, and what became of each piece of their advice."),
        "# The founding articles",
        f"This guide began with {len(items)} articles, read in full. We took each apart into single pieces of advice, "
        f"{len(library.claims)} in all, and put every one of them somewhere: into a rule, or on one side of a disagreement.",
        "\n".join(items),
    ]
    return "\n\n".join(parts) + "\n"


def cited_by(library: Library) -> dict[str, list[tuple[Mapping[str, Any], str]]]:
    """For each claim, the rules that cite it, with the stance it is cited for."""
    found: dict[str, list[tuple[Mapping[str, Any], str]]] = {}
    for rule in library.rules:
        for entry in rule["sources"]:
            for claim in entry.get("claims", ()):
                found.setdefault(claim, []).append((rule, entry["stance"]))
    return found


def _parts(source: str, library: Library) -> Iterator[str]:
    title = article_title(source, library)
    mine = {name: claim for name, claim in library.claims.items() if claim["source"] == source}
    yield front_matter(title=title, description=f"The advice of this article, piece by piece, and where it lives in the rules: {len(mine)} pieces.")
    yield f"# {inline(title)}"
    facts = about(library.sources[source])
    yield f'{link(library.sources[source])} <span class="aw-from">{facts}</span>'
    if not library.sources[source].get("title"):
        yield "The copy that we read bears no title, so we call it after its publisher.\n{: .aw-quiet }"
    yield (
        f"One of the {len(founding_articles(library))} articles that this guide began with. Here are its {counted(len(mine), 'piece')} of advice "
        "in our own words, with the rule in which each lives, and where others disagree. “Says otherwise” means that the "
        "article and our rule differ; “2 sources otherwise”, that two other sources speak against the rule."
    )
    cited, disputed = cited_by(library), _disputed(library)
    for topic in dict.fromkeys((*TOPICS, *(claim["topic"] for claim in mine.values()))):
        among = [(name, claim) for name, claim in mine.items() if claim["topic"] == topic]
        if among:
            yield f"## {TOPICS.get(topic, topic)}"
            yield "\n\n".join(_piece(name, claim, cited, disputed) for name, claim in among)


def _piece(name: str, claim: Mapping[str, Any], cited: Mapping[str, Any], disputed: Mapping[str, Any]) -> str:
    rules = [f"[{inline(rule['title'])}](../rules/{rule['id']}.md){_but(rule, stance)}" for rule, stance in cited.get(name, ())]
    questions = [f"[{inline(each['question'])}](../disagreements/{each['id']}.md)" for each in disputed.get(name, ())]
    lines = [f"In the rules: {and_join(rules)}"] if rules else []
    lines += [f"Disputed: {and_join(questions)}"] if questions else []
    below = f"<br><span class=\"aw-from\" markdown>{'. '.join(lines)}</span>" if lines else ""
    return f"- <span id=\"{name}\"></span>{inline(sentence(claim['says']))}{below}"


def _but(rule: Mapping[str, Any], stance: str) -> str:
    """That a rule does not follow the article, or that others than the article speak against the rule."""
    if stance != "for":
        return f" ({STANCE[stance].lower()})"
    against = sum(entry["stance"] == "against" for entry in rule["sources"])
    return f" ({counted(against, 'source')} otherwise)" if against else ""


def _disputed(library: Library) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for each in library.disagreements.values():
        for side in each["sides"]:
            for claim in side.get("claims", ()):
                if each not in found.setdefault(claim, []):
                    found[claim].append(each)
    return found

