"""Rules as GitHub shows Markdown, for those who judge a proposed change. Pure.

A proposed rule may come from anybody. So every text is shown to the letter: nothing in it is markup, mentions a person, or
links to an issue or a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checker.author.examples import Example, read_example
from checker.author.load import Library
from checker.site.circumstances import circumstances
from checker.site.levels import levels
from checker.site.said import said
from checker.site.text import sentence, typographic
from checker.site.words import GROUPS, LEVEL, STANCE, stages

MOST = 400_000  # characters of a preview; GitHub takes a summary of one megabyte
_SAFE = frozenset(" ,;?'’“”…–")
_JOINER = "&#8288;"  # shows as nothing, and breaks no line
_EXAMPLES = {"flag": "Flagged", "leave": "Left alone", "misses": "Known misses"}


def plain(text: str) -> str:
    """Somebody's text in one line of GitHub's Markdown, to the letter."""
    return "".join(_shown(character) for character in " ".join(text.split())).replace("www.", "www&#46;")


def code(text: str) -> str:
    """Somebody's text in one line of code, where GitHub looks for nothing. Back-ticks would end it: they become quotes."""
    return f"`{' '.join(text.replace('`', chr(39)).split())}`"


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
    yield from _blocks(rule["why"])
    yield "**How to do it**" if rule["kind"] == "none" else "**What to write instead**"
    yield from _blocks(rule["how"])
    for key, title in _EXAMPLES.items():
        entries = rule.get("examples", {}).get(key, [])
        if entries:
            shown = "\n".join(f"- {_example(read_example(entry))}" for entry in entries)
            yield f"<details><summary>{title}: {len(entries)}</summary>\n\n{shown}\n\n</details>"
    yield "**Sources**"
    yield "\n".join(_source(entry, library) for entry in rule["sources"])


def _blocks(text: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", typographic(text).strip()):
        first, *items = re.split(r"(?:^|\n)- ", block)
        if first.strip():
            yield plain(first)
        if items:
            yield "\n".join(f"- {plain(item)}" for item in items)


def _example(example: Example) -> str:
    known = circumstances(example.situation, "")
    start, end = example.span or (0, 0)
    text = _lines(example.text[:start]) + (f"<mark>{_lines(example.text[start:end])}</mark>" if example.span else "")
    notes = [plain(" · ".join(known))] if known else []
    notes += [plain(sentence(example.because))] if example.because else []
    notes += [f"Better: {_lines(example.fixed)}"] if example.fixed is not None else []
    return "<br>".join([text + _lines(example.text[end:].rstrip()), *(f"<sub>{note}</sub>" for note in notes)])


def _lines(text: str) -> str:
    """A message to the letter, its lines kept."""
    return "<br>".join("".join(_shown(character) for character in line) for line in text.split("\n")).replace("www.", "www&#46;")


def _source(entry: Mapping[str, Any], library: Library) -> str:
    source = library.sources[entry["source"]]
    line = plain(typographic(entry["line"]))
    return f"- {STANCE[entry['stance']]}: {plain(source['publisher'])}: {line} {code(source['url'])}"


def _shown(character: str) -> str:
    if character.isalnum() or character in _SAFE or character == ".":
        return character
    # GitHub looks for @somebody and #12 once more when Markdown has been read.
    return f"&#{ord(character)};" + (_JOINER if character in "@#" else "")
