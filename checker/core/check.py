"""check(draft, situation, rules) → Report: the whole engine as one pure function."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from checker.core.context import Context
from checker.core.draft import Draft, parse
from checker.core.facts import Facts
from checker.core.fixes import fixes_for
from checker.core.names import name_words
from checker.core.outcome import Found
from checker.core.people import everybody, written_names
from checker.core.report import LEVELS, Finding, NotChecked, Report
from checker.core.rules import Rule, RuleSet
from checker.core.sentences import is_phrase_word
from checker.core.situation import UNKNOWN, Situation
from checker.core.tokens import tokenize
from checker.core.wording import full_date
from checker.core.workdays import Calendar

_BRACES = re.compile(r"\{([\w.]+)\}")


def check(text: str, situation: Situation, rules: RuleSet) -> Report:
    """Judge a pasted draft in its situation. Raises DraftTooLong; never anything else, whatever the text.

    Findings come in the order of their places, those without a place last; equal input gives an equal report.
    """
    context = context_of(text, situation, rules)
    findings: list[Finding] = []
    passed: list[str] = []
    not_checked: list[NotChecked] = []
    for rule in rules.rules:
        if situation.text("stage") not in rule.stages:
            continue
        applies, needs = context.facts.judge(rule.when)
        if rule.unless is not None and context.facts.judge(rule.unless)[0] is True:
            continue
        if applies is None:
            not_checked.append(NotChecked(rule.id, needs))
            continue
        if not applies:
            continue
        outcome = rule.kind.judge(context)
        findings.extend(_finding(rule, found, context) for found in outcome.found)
        if outcome.needs:
            not_checked.append(NotChecked(rule.id, outcome.needs))
        elif not outcome.found:
            passed.append(rule.id)
    findings.sort(key=_order)
    return Report(rules.version, tuple(findings), tuple(passed), tuple(not_checked))


def context_of(text: str, situation: Situation, rules: RuleSet) -> Context:
    """Everything the rules will look at: the parsed draft, the facts, and all phrases found. Raises DraftTooLong."""
    people = everybody(situation, rules.short_forms)
    known = frozenset(word for person in people for word in person.words)
    draft = parse(text, situation.text("me") or None, known)
    if situation.text("channel") in {"phone", "in-person"}:
        draft = draft.unquoted()  # in talking points, quotation marks hold what the writer is going to say
    country = situation.text("country") or None
    facts = Facts(situation, Calendar(rules.holidays, country), _facts_of(draft))
    phrase_facts = {
        "company": [_norms(situation.text("company"))],
        "position": [_norms(situation.text("position"))],
        "me": [(word,) for word in name_words(situation.text("me"))],
        "name": [(word,) for word in known | written_names(draft, people, rules.short_forms)],
    }
    hits = rules.phrasebook.find(draft, {name: [w for w in words if w] for name, words in phrase_facts.items()})
    return Context(draft, situation, facts, hits, rules.word_sets, rules.short_forms)


def _facts_of(draft: Draft) -> dict[str, Any]:
    """What conditions may ask of the draft itself."""
    return {
        "draft.has_subject": draft.has("subject"),
        "draft.has_greeting": draft.has("greeting"),
        "draft.words": draft.body_length,
    }


def _norms(text: str) -> tuple[str, ...]:
    return tuple(token.norm for token in tokenize(text) if is_phrase_word(token))


def _finding(rule: Rule, found: Found, context: Context) -> Finding:
    start, end = found.start, found.end
    text = None if start is None or end is None else context.draft.text[start:end]
    values = {"match": text or "", **found.values}
    return Finding(
        rule.id,
        rule.level_for(context.situation, found.case),
        start,
        end,
        text,
        filled(rule.message, values, context.situation),
        rule.why.strip(),
        rule.page,
        fixes_for(rule.fix, found, context),
    )


def filled(message: str, values: Mapping[str, str], situation: Situation) -> str:
    """The message with {match}, {count} and facts such as {interview.decision_by} put in; unknown ones left out."""

    def value(found: re.Match[str]) -> str:
        if found[1] in values:
            return values[found[1]]
        fact = situation.get(found[1])
        if isinstance(fact, date):
            return full_date(fact)
        return "" if fact is UNKNOWN else str(fact)

    return _BRACES.sub(value, message)


def _order(finding: Finding) -> tuple[int, int, int, str]:
    at = (0, finding.start) if finding.start is not None else (1, 0)
    return (*at, LEVELS.index(finding.level), finding.rule)
