"""A new rule's file from answers. What nobody answered stays empty in it, with a comment that says what belongs there.

An empty place cannot be overlooked: the loader complains of it at its line.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from checker.author.questions import QUESTIONS, with_facts

Answers = Mapping[str, Any]  # name of a question → its answer, a list of texts where it takes several; absent: not answered

_WIDTH = 110


def scaffold(answers: Answers, added: str) -> str:
    """The text of a rule file. `answers` hold `id`, `group` and `kind` at least; `added` is today's date."""
    return "\n".join(_lines(answers, added)) + "\n"


def _lines(answers: Answers, added: str) -> Iterator[str]:
    kind = answers["kind"]
    yield "# yaml-language-server: $schema=../schema.json"
    for name in ("id", "title", "group", "kind"):
        yield from _scalar(name, answers)
    stages = answers.get("stages") or ["any"]
    yield f"stages: {'any' if 'any' in stages else '[' + ', '.join(stages) + ']'}"
    if kind != "none":
        yield from _scalar("level", answers)
    yield "status: draft  # the checker applies it once this says stable"
    if kind != "none":
        yield from _scalar("message", answers)
    yield from _block("why", answers)
    yield from _block("how", answers)
    if kind != "none":
        yield "check:"
        yield from _check(kind, answers)
        yield "examples:"
        yield from _examples("flag", answers)
        yield from _examples("leave", answers)
    yield "sources:"
    for name, indent in (("source", "  - "), ("stance", "    "), ("line", "    ")):
        yield from _scalar(name, answers, indent)
    yield f"added: {added}"


def _scalar(name: str, answers: Answers, indent: str = "") -> Iterator[str]:
    given = answers.get(name)
    yield f"{indent}{name}: {quoted(given)}" if given else f"{indent}{name}:  # {QUESTIONS[name].fill}"


def _block(name: str, answers: Answers) -> Iterator[str]:
    if not answers.get(name):
        yield f"{name}:  # {QUESTIONS[name].fill}"
        return
    yield f"{name}: |"
    for number, paragraph in enumerate(answers[name].strip().split("\n\n")):
        if number:
            yield ""
        yield from (f"  {line}" for line in textwrap.wrap(" ".join(paragraph.split()), _WIDTH, break_long_words=False, break_on_hyphens=False))


def _check(kind: str, answers: Answers) -> Iterator[str]:
    if answers.get("when") and kind not in ("timing", "situation"):
        yield f"  when: {quoted(answers['when'])}"
    if kind in ("timing", "situation"):
        yield f"  flag: {quoted(answers['when'])}" if answers.get("when") else f"  flag:  # {QUESTIONS['when'].fill}"
    elif kind == "phrase":
        yield from _entries("any", "phrase", answers, "  ")
    elif kind == "missing":
        yield "  evidence:"
        yield from _entries("any", "phrase", answers, "    ", "  - ")
    elif kind == "count":
        measure = answers.get("measure", "words")
        yield f"  of: {measure}"
        yield f"  at_most: {answers['at_most']}" if answers.get("at_most") else f"  at_most:  # {QUESTIONS['at_most'].fill}"
        if measure == "evidence":
            yield "  evidence:"
            yield from _entries("any", "phrase", answers, "    ", "  - ")


def _entries(key: str, question: str, answers: Answers, indent: str, first: str | None = None) -> Iterator[str]:
    inner = " " * (len(first) if first else len(indent))
    yield f"{first or indent}{key}:"
    entries: Sequence[str] = answers.get(question) or []
    yield from (f"{inner}  - {quoted(entry)}" for entry in entries)
    if not entries:
        yield f"{inner}  -  # {QUESTIONS[question].fill}"


def _examples(group: str, answers: Answers) -> Iterator[str]:
    yield f"  {group}:"
    entries: Sequence[str] = answers.get(group) or []
    for entry in entries:
        text, facts = with_facts(entry)
        yield f"    - text: {quoted(text)}"
        if facts:
            yield f"      situation: {facts}"
    for _ in range(len(entries), QUESTIONS[group].least):
        yield f"    - text:  # {QUESTIONS[group].fill}"


def quoted(text: str) -> str:
    """A text as YAML in one line: bare where YAML reads it back as the same text, else in double quotes."""
    flat = " ".join(text.split())
    try:
        bare = yaml.safe_load(f"a:\n  - {flat}\nb: {flat}") == {"a": [flat], "b": flat}
    except yaml.YAMLError:
        bare = False
    return flat if bare and "**" not in flat else json.dumps(flat, ensure_ascii=False)
