"""A new rule's file from answers. What nobody answered becomes a blank, <<with what belongs there>>.

A blank cannot be overlooked: the loader complains of it at its line, and the workshop leads from one to the next.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from checker.author.blanks import blank
from checker.author.questions import QUESTIONS, with_facts
from checker.author.rule_shape import GROUPS
from checker.core.fields import STAGES

Answers = Mapping[str, Any]  # name of a question → its answer, a list of texts where it takes several; absent: not answered

_WIDTH = 110
_HINT_FROM = 25  # the column in which the hints begin
_HINTS = {
    "stages": f"or some of: [{', '.join(STAGES)}]",
    "level": "or warning, where a careful editor would change it; error, where it must not be sent",
    "status": "a maintainer makes it stable: then the checker applies it",
    "in": "or also: subject, greeting, closing, signature",
    "any": "words as people write them; expect~ also finds expects, expected, expecting",
    "examples": "|- opens a text; its lines stand below, further in",
    "sources": "“Find a source”, in the workshop, knows the ids; so does rules/sources.yml",
    "stance": "or against, or conditional",
}
_ABOUT_EXAMPLES = {
    "phrase": {"flag": "two stars before and after what is to be found", "leave": "sentences that share a word with those above, and are fine"},
    "missing": {"flag": "messages in which it is missing; nothing is marked", "leave": "messages that say it, each of the wordings above in one of them"},
}
_BLANKS = {
    "phrase": {
        "message": "What is better, in one kind sentence.",
        "phrase": "words to be found",
        "flag": [("A sentence with **the words to be found** in it.", "why they are better left out")],
        "leave": [("A sentence that looks alike and is fine.", "why it is fine"), ("Another one.", "why it is fine")],
    },
    "missing": {
        "message": "What to add, in one kind sentence.",
        "phrase": "words that say it",
        "how": "What to write, with an example in quotes.",
        "flag": [("A short message that lacks it.", "what is missing")],
        "leave": [("A short message that says it.", "which words say it"), ("Another one.", "which words say it")],
    },
    "none": {"how": "What to do, step by step."},
}
_OTHER_EXAMPLES = {
    "flag": [("A message that is to be found.", "what is wrong with it")],
    "leave": [("A message that is much like it and fine.", "why it is fine"), ("Another one.", "why it is fine")],
}


def scaffold(answers: Answers, added: str) -> str:
    """The text of a rule file. `answers` hold the `kind` at least; `added` is today's date."""
    return "\n".join(_lines(answers, added)) + "\n"


def _lines(answers: Answers, added: str) -> Iterator[str]:
    kind = answers["kind"]
    yield "# yaml-language-server: $schema=../schema.json"
    for name in ("id", "title", "group", "kind"):
        yield _scalar(name, answers)
    stages = answers.get("stages") or ["any"]
    every = f"stages: {'any' if 'any' in stages else '[' + ', '.join(stages) + ']'}"
    yield every if answers.get("stages") else _hinted(every, "stages")
    if kind != "none":
        yield _scalar("level", answers)
    yield _hinted("status: draft", "status")
    if kind != "none":
        yield _message(answers)
    yield from _block("why", answers)
    yield from _block("how", answers)
    if kind != "none":
        yield "check:"
        yield from _check(kind, answers)
        yield from _examples(answers)
    yield _hinted("sources:", "sources") if "source" not in answers else "sources:"
    for name, indent in (("source", "  - "), ("stance", "    "), ("line", "    ")):
        yield _scalar(name, answers, indent)
    yield f"added: {added}"


def _scalar(name: str, answers: Answers, indent: str = "") -> str:
    """One key with its answer, with its default and what else it may be, or with a blank."""
    question = QUESTIONS[name]
    if answers.get(name):
        return f"{indent}{name}: {quoted(answers[name])}"
    if question.default and name in _HINTS:
        return _hinted(f"{indent}{name}: {question.default}", name)
    words = f"one of {', '.join(GROUPS)}" if name == "group" else _words(name, answers)
    if name == "title":
        return f'title: "{blank(words)}"'  # for titles hold colons, and nobody thinks of quotes then
    return f"{indent}{name}: {blank(words)}" if name != "line" else f"{indent}{name}: |-\n{indent}  {blank(words)}"


def _words(name: str, answers: Answers) -> str:
    return _BLANKS.get(answers["kind"], {}).get(name) or QUESTIONS[name].fill


def _hinted(line: str, hint: str) -> str:
    return f"{line:<{_HINT_FROM}} # {_HINTS[hint]}"


def _message(answers: Answers) -> str:
    if answers.get("message"):
        return _scalar("message", answers)
    first = "You can leave out “{match}”. " if answers["kind"] == "phrase" else ""
    return f'message: "{first}{blank(_words("message", answers))}"'


def _block(name: str, answers: Answers) -> Iterator[str]:
    yield f"{name}: |"
    for number, paragraph in enumerate((answers.get(name) or blank(_words(name, answers))).strip().split("\n\n")):
        if number:
            yield ""
        yield from (f"  {line}" for line in textwrap.wrap(" ".join(paragraph.split()), _WIDTH, break_long_words=False, break_on_hyphens=False))


def _check(kind: str, answers: Answers) -> Iterator[str]:
    when = quoted(answers.get("when") or blank(QUESTIONS["when"].fill))
    if kind in ("timing", "situation"):
        yield f"  flag: {when}"
    elif answers.get("when"):
        yield f"  when: {when}"
    if kind == "phrase":
        yield from _entries(answers, "  ")
        if not answers.get("phrase"):
            yield "  # To leave some of it alone, take the # away from the next line:"
            yield "  # except: [words that make it fine]"
    elif kind == "missing":
        yield "  evidence:"
        yield from _entries(answers, "      ", "    - ")
    elif kind == "count":
        measure = answers.get("measure", "words")
        yield f"  of: {measure}"
        yield f"  at_most: {answers.get('at_most') or blank(QUESTIONS['at_most'].fill)}"
        if measure == "evidence":
            yield "  evidence:"
            yield from _entries(answers, "      ", "    - ")


def _entries(answers: Answers, indent: str, first: str = "") -> Iterator[str]:
    entries: Sequence[str] = answers.get("phrase") or []
    looked = f"{first or indent}in: [body]", f"{indent}any:"
    yield from looked if entries else (_hinted(line, hint) for line, hint in zip(looked, ("in", "any")))
    yield from (f"{indent}  - {quoted(entry)}" for entry in entries or [blank(_words("phrase", answers))])


def _examples(answers: Answers) -> Iterator[str]:
    kind = answers["kind"]
    yield "examples:" if answers.get("flag") and answers.get("leave") else _hinted("examples:", "examples")
    for group, others in _OTHER_EXAMPLES.items():
        entries: Sequence[str] = answers.get(group) or []
        about = _ABOUT_EXAMPLES.get(kind, {}).get(group)
        yield f"  {group}:" if entries or not about else f"{f'  {group}:':<{_HINT_FROM}} # {about}"
        for entry in entries:
            text, facts = with_facts(entry)
            yield f"    - text: {quoted(text)}"
            if facts:
                yield f"      situation: {facts}"
        for text, because in _BLANKS.get(kind, {}).get(group, others)[len(entries) :]:
            yield from ("    - text: |-", f"        {blank(text)}", "      because: |-", f"        {blank(because)}")
            if kind in ("timing", "situation"):
                yield f'      situation: "{blank("the facts, such as {channel: text}")}"'


def quoted(text: str) -> str:
    """A text as YAML in one line: bare where YAML reads it back as the same text, else in double quotes."""
    flat = " ".join(text.split())
    try:
        bare = yaml.safe_load(f"a:\n  - {flat}\nb: {flat}") == {"a": [flat], "b": flat}
    except yaml.YAMLError:
        bare = False
    return flat if bare and "**" not in flat else json.dumps(flat, ensure_ascii=False)
