"""Country by country: what our sources show of custom, and how little that is. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.author.load import Library
from checker.core.wording import and_join
from checker.site.folds import fold
from checker.site.front_matter import front_matter
from checker.site.known_page import survey_anchor
from checker.site.sides import holders, mark
from checker.site.source_list import about, link
from checker.site.text import inline, prose, sentence, summary
from checker.site.words import STANCE, counted

FEW = 3  # a country with so many sources shows them one by one; with more, they are counted


def countries_page(library: Library) -> str:
    """The page at countries/."""
    return "\n\n".join(filter(None, _parts(library))) + "\n"


def sources_of(codes: Sequence[str], library: Library) -> list[str]:
    """The ids of the sources from one of the countries; a source of "UK/EU" is from both."""
    return [name for name, source in library.sources.items() if set(source.get("country", "").split("/")) & set(codes)]


def stances(names: Sequence[str], library: Library) -> dict[str, Counter[str]]:
    """For each rule that the sources named are cited in: how often with which stance. The most disputed first."""
    found = {}
    for rule in library.rules:
        count = Counter(entry["stance"] for entry in rule["sources"] if entry["source"] in names)
        if count and rule["status"] != "retired":
            found[rule["id"]] = count
    return dict(sorted(found.items(), key=lambda item: (-item[1]["against"], -item[1]["conditional"], -item[1]["for"])))


def _parts(library: Library) -> Iterator[str]:
    data = library.countries
    yield front_matter(title="Country by country", description=summary(data["short"]))
    yield "# Country by country"
    yield f'<div class="aw-short" markdown>\n\n{prose(data["short"])}\n\n</div>'
    unknown = sum(not source.get("country") for source in library.sources.values())
    named = [(country, sources_of(country["codes"], library)) for country in data["countries"]]
    rows = [f"- [{inline(country['title'])}](#{country['id']}): {counted(len(names), 'source')}" for country, names in named]
    yield "\n".join(rows) + f"\n- No country shown: {counted(unknown, 'source')}"
    yield prose(data["planner"])
    yield "[When to write](planner.md)"
    for country, names in named:
        yield f"## {inline(country['title'])} {{: #{country['id']} }}"
        yield f"{counted(len(names), 'source').capitalize()}\n{{: .aw-quiet }}"
        yield prose(country["about"])
        yield from _surveys(country["codes"], library)
        if len(names) > FEW:
            yield from _counted(names, library)
        elif names:
            yield _one_by_one(names, library)
    yield "## Elsewhere {: #elsewhere }"
    yield prose(data["elsewhere"])


def _surveys(codes: Sequence[str], library: Library) -> Iterator[str]:
    made = [each for each in library.surveys.get("surveys", ()) if set(each.get("country", "").split("/")) & set(codes)]
    named = [f"[{inline(each['title'])}](known.md#{survey_anchor(each)})" for each in made if not each.get("folded")]
    more = [f"[{len(made) - len(named)} more](known.md)"] if len(named) < len(made) else []
    if made:
        yield f"Surveys made here: {and_join(named + more)}"


def _one_by_one(names: Sequence[str], library: Library) -> str:
    """The sources by name; what our rules quote them for, folded away."""
    known = and_join([f'{link(library.sources[name])} <span class="aw-from">{about(library.sources[name])}</span>' for name in names])
    quoted = [
        f"- {inline(sentence(entry['line']))} [{inline(rule['title'])}](rules/{rule['id']}.md) ({STANCE[entry['stance']].lower()})"
        for name in names
        for rule in library.rules
        for entry in rule["sources"]
        if entry["source"] == name
    ]
    title = "What our rules quote from it" if len(names) == 1 else "What our rules quote from them"
    return "\n\n".join(filter(None, [known, _folded(title, quoted)]))


def _counted(names: Sequence[str], library: Library) -> Iterator[str]:
    """The sides that several sources take, and their stances on the rules, folded away."""
    questions = [
        f"- [{inline(each['question'])}](disagreements/{each['id']}.md): {taken}"
        for each in library.disagreements.values()
        if (taken := _sides(each, names, library))
    ]
    yield _folded("Which sides its sources take where sources disagree", questions)
    titles = {rule["id"]: rule["title"] for rule in library.rules}
    rules = [f"- [{inline(titles[rule])}](rules/{rule}.md): {_tally(count)}" for rule, count in stances(names, library).items()]
    yield _folded("How its sources stand to our rules, the most disputed first", rules)


def _sides(disagreement: Mapping[str, Any], names: Sequence[str], library: Library) -> str:
    taken = [(place, side, len(holders(side, library) & set(names))) for place, side in enumerate(disagreement["sides"])]
    return ", ".join(f"{mark(place, side)} {inline(side['short'])} {number}" for place, side, number in taken if number)


def _tally(count: Mapping[str, int]) -> str:
    """ "1 says so, 2 say that it depends"."""
    words = {"for": "so", "conditional": "that it depends", "against": "otherwise"}
    return ", ".join(f"{count[stance]} {'says' if count[stance] == 1 else 'say'} {said}" for stance, said in words.items() if count.get(stance))


def _folded(summary_line: str, items: list[str]) -> str:
    if not items:
        return ""
    return fold(summary_line, "\n".join(items))
