"""The workshop as text in, text out: what its page asks of Python in the browser."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

from checker.author.changed_fields import changed_fields
from checker.author.changed_findings import sentence_around
from checker.author.changed_rule import field_lines, what_changed
from checker.author.corpus import LETTER
from checker.author.problems import Problem
from checker.author.situations import read_situation_text
from checker.author.workshop import Bench, Effect, Reading, Tried
from checker.author.yaml_nodes import plain_data
from checker.core.check import context_of
from checker.core.draft import Draft, DraftTooLong
from checker.core.report import Finding
from checker.core.situation import Situation
from checker.core.wire import dumps
from checker.site.front_matter import parted
from checker.site.rule_page import rule_page
from checker.site.workshop_data import letters_of, library_of

_AROUND = 1  # lines shown before and after those that differ


class Wire:
    """One bench for the whole visit. Every answer is JSON text; `former` is the id of the rule that is changed, or ""."""

    def __init__(self, rules_json: str, shelf_json: str) -> None:
        shelf = json.loads(shelf_json)
        self.library = library_of(json.loads(rules_json), shelf)
        self.letters = letters_of(shelf)
        self.bench = Bench(self.library, shelf["texts"])
        # An edit is asked about several times, and the published rule with each of them.
        self._read = lru_cache(maxsize=4)(self.bench.read)

    def warm(self) -> None:
        """Build now what would be built on first use, while somebody waits for it."""
        self.bench.try_draft(self._read("", ""), "Dear Dana,\n\nThank you.\n\nSam", Situation({}))

    def read(self, text: str, former: str = "") -> str:
        """What is wrong with the text, what is left to fill in, what sort of rule it is, and what differs from the published one."""
        reading = self._read(text, former)
        return dumps(
            {
                "problems": [_problem(each) for each in reading.problems],
                "blanks": [each._asdict() for each in reading.blanks],
                "path": reading.path,
                "rule": reading.data and {key: reading.data[key] for key in ("id", "title", "group", "kind", "status")},
                "changes": self._changes(reading),
            }
        )

    def page(self, text: str, former: str = "") -> str:
        """The rule's page as HTML; null where the text has problems. Texts of the file are escaped in it."""
        reading = self._read(text, former)
        return dumps(reading.data and _as_html(parted(rule_page(reading.data, self.library))[1]))

    def prove(self, text: str, former: str = "") -> str:
        """Each example with its result, and what does not hold besides."""
        proving = self.bench.prove(self._read(text, former))
        return dumps({"examples": [_tried(each) for each in proving.examples], "complaints": [_problem(each) for each in proving.complaints]})

    def cost(self, text: str, former: str = "") -> str:
        """What is wrong with the time that the rule takes."""
        return dumps([_problem(each) for each in self.bench.cost(self._read(text, former))])

    def draft(self, text: str, former: str, draft: str, facts: str) -> str:
        """The report on a draft, `facts` being YAML as in an example's `situation`; or "error" with words."""
        situation, problems = read_situation_text(facts, "facts")
        if problems:
            return dumps({"error": f"Facts, line {problems[0].line}: {problems[0].message}"})
        reading = self._read(text, former)
        try:
            report = self.bench.try_draft(reading, draft, situation or Situation({}))
        except DraftTooLong as error:
            return dumps({"error": str(error)})
        ours = reading.data["id"] if reading.data else former
        parsed = context_of(draft, situation or Situation({}), self.library.bare).draft
        return dumps(
            {
                "ours": [_finding(each, draft) | {"sentence": _sentence(each, draft, parsed)} for each in report.findings if each.rule == ours],
                "others": [_finding(each, draft) | {"rule": each.rule} for each in report.findings if each.rule != ours],
                "passed": ours in report.passed,
                "needs": [need for each in report.not_checked if each.rule == ours for need in each.needs],
            }
        )

    def sweep(self, text: str, former: str, start: int, count: int) -> str:
        """What the rule and its published version find in so many of the messages, from one of them on."""
        reading = self._read(text, former)
        published = self._read(self.bench.texts[former], former) if former else None
        name = reading.data["id"] if reading.data else former
        among = self.letters[start : start + count]
        found = {each.letter.name: each for each in self.bench.sweep(reading, published, among)}
        hit = {effect_name for effect_name, effect in found.items() if effect.after}
        return dumps(
            {
                "next": start + len(among),
                "total": len(self.letters),
                "good": sum(letter.kind == LETTER for letter in among),
                "effects": [_effect(each, name) for each in found.values()],
                "wanted": sum(name in letter.wanted for letter in among),
                "met": sum(name in letter.wanted and letter.name in hit for letter in among),
            }
        )

    def _changes(self, reading: Reading) -> dict[str, Any] | None:
        if not reading.former:
            return None
        before = self.bench.texts[reading.former]
        told: dict[str, Any] = {"same": before == reading.text, "readable": reading.data is not None, "what": "", "words": [], "lines": []}
        if reading.data is None or self._read(before, reading.former).data is None:
            return told | {"lines": _lines(before, reading.text)}
        old, new = plain_data(before), plain_data(reading.text)
        words = list(field_lines(changed_fields(old, new)))
        what, _ = what_changed(old, new) or ("", ())
        return told | {"what": what, "words": words, "lines": [] if words else _lines(before, reading.text)}


def _as_html(markdown: str) -> str:
    # Imported when a page is first wanted: errors should not wait for it.
    from markdown import Markdown

    return Markdown(extensions=["markdown.extensions.attr_list", "markdown.extensions.md_in_html"]).convert(markdown)


def _lines(before: str, after: str) -> list[dict[str, Any]]:
    """The lines that differ, with a little around them: {"sign": "-", "+", " " or "…", "line": of the new text, "text"}."""
    old, new = before.splitlines(), after.splitlines()
    shown: list[dict[str, Any]] = []
    for group in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_AROUND):
        if shown:
            shown.append({"sign": "…", "line": group[0][3] + 1, "text": ""})
        for tag, start, end, new_start, new_end in group:
            if tag == "equal":
                shown += [{"sign": " ", "line": n + 1, "text": new[n]} for n in range(new_start, new_end)]
                continue
            shown += [{"sign": "-", "line": min(new_start + 1, max(len(new), 1)), "text": line} for line in old[start:end]]
            shown += [{"sign": "+", "line": n + 1, "text": new[n]} for n in range(new_start, new_end)]
    return shown


def _problem(problem: Problem) -> dict[str, Any]:
    return {"line": problem.line, "column": problem.column, "message": problem.message}


def _tried(tried: Tried) -> dict[str, Any]:
    told = {key: getattr(tried, key) for key in ("group", "line", "text", "because", "complaints")}
    return told | {"findings": [_finding(each, tried.text) for each in tried.findings]}


def _finding(finding: Finding, text: str, around: tuple[int, int] | None = None) -> dict[str, Any]:
    """A finding with the words that it points at, and what stands around them: a sentence, or all of the text."""
    told: dict[str, Any] = {"level": finding.level, "message": finding.message, "quote": None, "fixes": [asdict(fix) for fix in finding.fixes]}
    if finding.start is not None and finding.end is not None:
        first, last = around or (0, len(text))
        told["quote"] = [text[first : finding.start], text[finding.start : finding.end], text[finding.end : last]]
    return told


def _sentence(finding: Finding, text: str, draft: Draft) -> str:
    """The sentence that it stands in, in one line; "" for a finding without a place."""
    start, end = sentence_around(finding, draft)
    return " ".join(text[start:end].split())


def _effect(effect: Effect, name: str) -> dict[str, Any]:
    """What stays found in a message, what is new and what is gone."""
    text = effect.letter.text

    def told(found: Iterable[tuple[Finding, tuple[int, int]]], known: Iterable[tuple[Finding, tuple[int, int]]], *, among: bool) -> list[Any]:
        places = {(each.level, each.start, each.end) for each, _ in known}
        return [_finding(each, text, around) for each, around in found if ((each.level, each.start, each.end) in places) is among]

    label = "wanted" if name in effect.letter.wanted else "tolerated" if name in effect.letter.tolerated else ""
    return {
        "name": effect.letter.name,
        "good": effect.letter.kind == LETTER,
        "label": label,
        "text": text,
        "new": told(effect.after, effect.before, among=False),
        "gone": told(effect.before, effect.after, among=False),
        "kept": told(effect.after, effect.before, among=True),
    }
