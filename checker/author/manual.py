"""The languages of rule files by example. What each row says stands in the docstrings of the code that reads it; the engine shows the rest.

A row of such a docstring is four spaces, what one writes, two spaces or more, and what it means. Here each has a sentence or a
situation in which it holds, and one, as near as may be, in which it does not. A row without them stops the site's build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.author import conditions
from checker.author.conditions import compile_condition
from checker.core import evidence, phrases
from checker.core.check import check
from checker.core.facts import Facts
from checker.core.fields import FIELDS, Choice, Kind, ListOf, Record
from checker.core.rules import RuleSet
from checker.core.situation import read_situation
from checker.core.workdays import Calendar

_ROW = re.compile(r"^    (\S.*?)  +(\S.*)$", re.MULTILINE)
LISTS = frozenset({"deadline"})  # the word lists that rows speak of
_COMPANY = {"company": "Northwind Foods"}

SENTENCES = {
    "please confirm": ("So please – confirm the time.", "Please could you confirm it?"),
    "have not heard": ("I haven’t heard from you.", "I have heard nothing."),
    "expect~": ("I was expecting your call.", "It was unexpected."),
    "(a|the) decision": ("I await the decision.", "I await your decision."),
    "[very] soon": ("I hope to hear very soon.", "I hoped to hear sooner."),
    "need * answer": ("I need an answer.", "I need a quick answer."),
    "need *3 answer": ("I need a very quick answer.", "I need you to send an answer."),
    "<number> days": ("I have waited for ten days.", "I have waited for days."),
    "<deadline>": ("Please write by Friday.", "Please write on Friday."),
    "{company}": ("I would love to join Northwind Foods.", "I would love to join you."),
    "^ sorry": ("Sorry to write again.", "I am sorry to write again."),
    "thank you $": ("For all of this, thank you.", "Thank you for all of this."),
    "now !": ("I have to know now!", "I have to know now."),
}
_MONDAY = {"interview": {"at": "2026-03-02T14:00"}}
_CHECK_IN = {"stage": "check-in", "at": "2026-03-10"}
SITUATIONS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "channel == 'text'": ({"channel": "text"}, {"channel": "email"}),
    "channel in ['letter', 'note']": ({"channel": "note"}, {"channel": "email"}),
    "'answer' in asked_for": ({"asked_for": ["pay", "answer"]}, {"asked_for": ["pay"]}),
    "stage == 'check-in' and not process_closed": (
        {"stage": "check-in", "process_closed": False},
        {"stage": "check-in", "process_closed": True},
    ),
    "known(interview.decision_by)": ({"interview": {"decision_by": "2026-03-13"}}, _MONDAY),
    "working_days(interview.at, now) < 5": (_MONDAY | {"now": "2026-03-06"}, _MONDAY | {"now": "2026-03-09"}),
    "days(interview.at, now) > 10": (_MONDAY | {"now": "2026-03-13"}, _MONDAY | {"now": "2026-03-12"}),
    "hours(interview.at, now) < 24": (_MONDAY | {"now": "2026-03-03T13:00"}, _MONDAY | {"now": "2026-03-03T15:00"}),
    "hour(now) >= 20": ({"now": "2026-03-02T20:15"}, {"now": "2026-03-02T19:45"}),
    "date(now) == date(interview.at)": (_MONDAY | {"now": "2026-03-02T20:00"}, _MONDAY | {"now": "2026-03-03T08:00"}),
    "date(now) > next_working_day(interview.at)": (_MONDAY | {"now": "2026-03-04"}, _MONDAY | {"now": "2026-03-03"}),
    "not is_working_day(now)": ({"now": "2026-03-07"}, {"now": "2026-03-06"}),
    "any(sent, it.stage == 'check-in' and not it.answered)": ({"sent": [_CHECK_IN]}, {"sent": [_CHECK_IN | {"answered": True}]}),
    "any(sent, known(it.round))": ({"sent": [{"stage": "thank-you", "round": 1}]}, {"sent": [{"stage": "thank-you"}]}),
    "count(sent, it.stage == 'check-in') >= 2": ({"sent": [_CHECK_IN, _CHECK_IN | {"at": "2026-03-18"}]}, {"sent": [_CHECK_IN]}),
    "days(latest(sent, it.stage == 'check-in', it.at), now) < 7": (
        {"sent": [_CHECK_IN], "now": "2026-03-16"},
        {"sent": [_CHECK_IN], "now": "2026-03-17"},
    ),
    "draft.has_greeting and draft.words > 200": (
        {"draft.has_greeting": True, "draft.words": 240},
        {"draft.has_greeting": True, "draft.words": 120},
    ),
}


@dataclass(frozen=True)
class PhraseRow:
    """A phrase, what it means, a sentence with the range [start, end) that it finds, and one in which it finds nothing."""

    phrase: str
    means: str
    found: str
    start: int
    end: int
    left: str


@dataclass(frozen=True)
class ConditionRow:
    """A condition, what it means, a situation in which it holds, one in which it does not, and the facts that it asks for."""

    condition: str
    means: str
    holds: Mapping[str, Any]
    fails: Mapping[str, Any]
    asks: tuple[str, ...]


class ManualError(Exception):
    """A row of a docstring that the engine contradicts, or that nothing illustrates."""


def rows(text: str | None) -> list[tuple[str, str]]:
    """The rows of a docstring: what one writes, and what it means."""
    return [(written, means) for written, means in _ROW.findall(text or "")]


def phrase_rows(rules: Mapping[str, Any]) -> list[PhraseRow]:
    """All of the phrase language, tried on the engine. `rules` is the content of rules.json, whose word lists count."""
    told = rows(phrases.__doc__)
    _same([phrase for phrase, _ in told], SENTENCES)
    engine = RuleSet.from_data({**rules, "rules": [_rule(number, phrase) for number, (phrase, _) in enumerate(told)]})
    return [_phrase_row(f"row-{number}", phrase, means, engine) for number, (phrase, means) in enumerate(told)]


def condition_rows(rules: Mapping[str, Any]) -> list[ConditionRow]:
    """All of the condition language, tried on the engine."""
    told = rows(conditions.__doc__)
    _same([condition for condition, _ in told], SITUATIONS)
    return [_condition_row(condition, means, rules) for condition, means in told]


def evidence_snippet() -> str:
    """What a list of things to find may hold, as commented YAML."""
    lines = [line.removeprefix("    ") for line in (evidence.__doc__ or "").splitlines() if line.startswith("    ")]
    return "\n".join(re.sub(r"^(.*?\S)  +(?=[a-z])", r"\1  # ", line.replace("\\\\", "\\")) for line in lines)


def facts() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Each fact of a situation by its dotted name, what its values are, and what an entry holds where it is a list of entries."""
    return list(_facts(FIELDS, ""))


def _facts(fields: Mapping[str, Kind], before: str) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    for key, kind in fields.items():
        name = f"{before}{key}"
        if isinstance(kind, Record):
            yield from _facts(kind.fields, f"{name}.")
        elif isinstance(kind, ListOf) and isinstance(kind.of, Record):
            yield name, "a list of entries", [(f"it.{inner}", each.expected) for inner, each in kind.of.fields.items()]
        elif isinstance(kind, ListOf):
            yield name, f"a list; each {kind.of.expected}" if isinstance(kind.of, Choice) else "a list of texts", []
        else:
            yield name, kind.expected, []


def _same(told: list[str], shown: Mapping[str, Any]) -> None:
    if set(told) != set(shown):
        raise ManualError(f"these stand in a docstring or among the examples alone: {sorted(set(told) ^ set(shown))}")


def _rule(number: int, phrase: str) -> dict[str, Any]:
    said = dict.fromkeys(("title", "message", "why", "page"), "-")
    plain = {"id": f"row-{number}", "stages": ["thank-you"], "status": "stable", "level": "error", "kind": "phrase"}
    return {**said, **plain, "check": {"in": ["body"], "any": [phrase]}}


def _phrase_row(rule: str, phrase: str, means: str, engine: RuleSet) -> PhraseRow:
    found, left = SENTENCES[phrase]
    first, second = (
        [finding for finding in check(f"Dear Dana,\n\n{text}", read_situation(_COMPANY), engine).findings if finding.rule == rule]
        for text in (found, left)
    )
    if len(first) != 1 or second:
        raise ManualError(f"`{phrase}` finds {len(first)} times in “{found}” and {len(second)} times in “{left}”")
    before = len("Dear Dana,\n\n")
    return PhraseRow(phrase, means, found, (first[0].start or 0) - before, (first[0].end or 0) - before, left)


def _condition_row(condition: str, means: str, rules: Mapping[str, Any]) -> ConditionRow:
    compiled = compile_condition(condition)

    def judged(facts: Mapping[str, Any]) -> tuple[bool | None, tuple[str, ...]]:
        of_draft = {key: value for key, value in facts.items() if key.startswith("draft.")}
        situation = read_situation({key: value for key, value in facts.items() if key not in of_draft})
        return Facts(situation, Calendar(rules["holidays"], None), of_draft).judge(compiled)

    holds, fails = SITUATIONS[condition]
    if judged(holds)[0] is not True or judged(fails)[0] is not False:
        raise ManualError(f"`{condition}` is {judged(holds)[0]} for {holds} and {judged(fails)[0]} for {fails}")
    asks = judged({})[1] if "draft." not in condition else ()
    return ConditionRow(condition, means, holds, fails, asks)
