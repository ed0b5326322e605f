"""What is really known: surveys, counts, experiments and cases, and figures that go round and are wrong. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.author.load import Library
from checker.core.wording import and_join
from checker.site.bars import bars
from checker.site.folds import fold
from checker.site.front_matter import front_matter
from checker.site.source_list import about, link
from checker.site.text import escaped, inline, prose, sentence, summary, typographic
from checker.site.words import counted, countries

_AFTER = {"cases": "Real cases", "wrong": "Figures that go round and are wrong", "study": "What a good study would need"}


def known_page(library: Library) -> str:
    """The page at known/."""
    return "\n\n".join(_parts(library)) + "\n"


def survey_anchor(survey: Mapping[str, Any]) -> str:
    """The id of a survey on the page."""
    return f"survey-{survey['id']}"


def _parts(library: Library) -> Iterator[str]:
    data = library.surveys
    yield front_matter(title="What is really known", description=summary(data["short"]))
    yield "# What is really known"
    yield f'<div class="aw-short" markdown>\n\n{prose(data["short"])}\n\n</div>'
    sections = [*((part["id"], part["title"]) for part in data["parts"]), *_AFTER.items()]
    yield "**On this page:** " + " · ".join(f"[{inline(title)}](#{name})" for name, title in sections) + "\n{: .aw-jump .aw-jump--toc }"
    for part in data["parts"]:
        yield f"## {inline(part['title'])} {{: #{part['id']} }}"
        yield prose(part["about"])
        among = [survey for survey in data["surveys"] if survey["part"] == part["id"]]
        seen = [survey for survey in among if not survey.get("folded")]
        for survey in seen:
            yield from _survey(survey, library)
        yield from _folded([survey for survey in among if survey.get("folded")], bool(seen), library)
    yield f"## {_AFTER['cases']} {{: #cases }}"
    yield (
        "These are anecdotes: single cases, told by one side, and told because they were striking. They show what can happen. How often it "
        "happens they cannot show."
    )
    yield "\n".join(_case(case, library) for case in data["cases"])
    yield f"## {_AFTER['wrong']} {{: #wrong }}"
    yield "Do not rely on any of these. We met each of them in advice on messages after an interview, and looked for what it came from."
    yield from (_wrong(figure, library) for figure in data["misquoted"])
    yield f"## {_AFTER['study']} {{: #study }}"
    yield prose(data["good_study"])
    yield (
        "How custom differs from place to place: [Country by country](countries.md). "
        "Who says what: [Where sources disagree](disagreements/index.md)."
    )


def _folded(surveys: list[Mapping[str, Any]], others: bool, library: Library) -> Iterator[str]:
    """Surveys out of sight; `others` says that some of the same part are in sight."""
    if surveys:
        inside = "\n\n".join(part for survey in surveys for part in _survey(survey, library))
        title = f"{len(surveys)} more, older or weaker" if others else counted(len(surveys), "survey")
        yield fold(title, inside)


def _survey(survey: Mapping[str, Any], library: Library) -> Iterator[str]:
    yield f"### {inline(survey['title'])} {{: #{survey_anchor(survey)} }}"
    where = countries(survey["country"]) if survey.get("country") else "Country not shown"
    rows = {"When": survey["year"], "Where": where, "Who was asked": survey["asked"]}
    facts = "".join(f"<div><dt>{name}</dt><dd>{escaped(typographic(text))}</dd></div>" for name, text in rows.items())
    yield f'<dl class="aw-survey">{facts}</dl>'
    yield from (bars(each["question"], each["answers"]) for each in survey.get("questions", ()))
    if survey.get("finding"):
        yield prose(survey["finding"])
    read_on = and_join([link(library.sources[name]) for name in (survey["source"], *survey.get("also", ()))])
    yield (
        f"**What it does not show:** {inline(sentence(survey['caution']))}\n{{: .aw-limits }}\n\n"
        f"**What it is good for:** {inline(sentence(survey['use']))} <span class=\"aw-from\">Read at {read_on}</span>\n{{: .aw-limits }}"
    )


def _case(case: Mapping[str, Any], library: Library) -> str:
    source = library.sources[case["source"]]
    return f'- {inline(sentence(case["what"]))} **{inline(sentence(case["outcome"]))}** <span class="aw-from">{link(source)}, {about(source)}</span>'


def _wrong(figure: Mapping[str, Any], library: Library) -> str:
    """One wrong figure: struck, called wrong in words as well, and what is behind it."""
    pages = and_join([link(library.sources[name]) for name in figure.get("pages", ())])
    seen = f"Met at: {escaped(typographic(figure['where']))}" + (f" ({pages})" if pages else "")
    source = f" Source: {link(library.sources[figure['source']])}." if figure.get("source") else ""
    label = "Wrong" if figure.get("source") else "Not a fact"  # without a source nobody can tell
    return (
        f'<div class="aw-wrong"><p><strong class="aw-wrong__mark">{label}:</strong> <s>{escaped(typographic(figure["claim"]))}</s></p>'
        f'<p class="aw-from">{seen}</p><p><strong>What is behind it:</strong> {escaped(sentence(figure["really"]))}{source}</p></div>'
    )
