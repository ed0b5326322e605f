"""Rules as GitHub shows Markdown, for those who judge a proposed change. Pure.

A proposed rule may come from anybody. So every text is shown to the letter: nothing in it is markup, mentions a person, or
links to an issue or a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checker.author.examples import Example, read_example
from checker.author.github_text import code, plain, plain_lines
from checker.author.load import Library
from checker.site.circumstances import circumstances
from checker.site.levels import levels
from checker.site.said import said
from checker.site.text import blocks, sentence, typographic
from checker.site.words import GROUPS, LEVEL, STANCE, stages

MOST = 400_000  # characters of a preview; GitHub takes a summary of one megabyte
_EXAMPLES = {"flag": "Flagged", "leave": "Left alone", "misses": "Known misses"}


def previews(rules: Iterable[Mapping[str, Any]], library: Library) -> str:
    """The pages of some rules, one after the other; those for which there is no more room are named."""
    parts: list[str] = []
    left_out: list[str] = []
    room = MOST
    for rule in rules:
        page = preview(rule, library)
        if len(page) > room:
            left_out.append(rule["id"])
        else:
            room -= len(page)
            parts.append(page)
    if left_out:
        parts.append(f"There is no room here for {', '.join(code(name) for name in left_out)}.\n")
    return "\n".join(parts)


def preview(rule: Mapping[str, Any], library: Library) -> str:
    """One rule's page."""
    return "\n\n".join(_parts(rule, library)) + "\n"


def _parts(rule: Mapping[str, Any], library: Library) -> Iterator[str]:
    yield f"### {plain(typographic(rule['title']))}"
    facts = [" ".join(filter(None, [LEVEL[level], plain(case)])) for level, case in levels(rule)] or ["Advice"]
    yield " · ".join([*facts, stages(rule), GROUPS[rule["group"]], rule["status"], code(library.files[rule["id"]].as_posix())])
    if rule["kind"] != "none":
        yield f"> {plain(typographic(said(rule, library)))}"
    yield "**Why**"
    yield from blocks(typographic(rule["why"]), plain)
    yield "**How to do it**" if rule["kind"] == "none" else "**What to write instead**"
    yield from blocks(typographic(rule["how"]), plain)
    for key, title in _EXAMPLES.items():
        entries = rule.get("examples", {}).get(key, [])
        if entries:
            shown = "\n".join(f"- {_example(read_example(entry))}" for entry in entries)
            yield f"<details><summary>{title}: {len(entries)}</summary>\n\n{shown}\n\n</details>"
    yield "**Sources**"
    yield "\n".join(_source(entry, library) for entry in rule["sources"])


def _example(example: Example) -> str:
    known = circumstances(example.situation, "")
    start, end = example.span or (0, 0)
    text = plain_lines(example.text[:start]) + (f"<mark>{plain_lines(example.text[start:end])}</mark>" if example.span else "")
    notes = [plain(" · ".join(known))] if known else []
    notes += [plain(sentence(example.because))] if example.because else []
    notes += [f"Better: {plain_lines(example.fixed)}"] if example.fixed is not None else []
    return "<br>".join([text + plain_lines(example.text[end:].rstrip()), *(f"<sub>{note}</sub>" for note in notes)])


def _source(entry: Mapping[str, Any], library: Library) -> str:
    source = library.sources[entry["source"]]
    line = plain(typographic(entry["line"]))
    return f"- {STANCE[entry['stance']]}: {plain(source['publisher'])}: {line} {code(source['url'])}"
