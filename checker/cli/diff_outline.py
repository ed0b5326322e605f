"""What a change of the rules does, put into words: lines with a sign in front, which a terminal and Markdown both can show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from checker.author.changed_fields import FieldChange
from checker.author.changed_findings import FindingChange
from checker.author.changed_lists import WordsChange
from checker.author.changed_words import changed_words
from checker.author.difference import Difference, RuleChange
from checker.cli.outputs import counted
from checker.core.report import Finding
from checker.core.wording import and_join

Line = tuple[str, str]  # "+" new, "-" gone, "!" differs, "@" a heading, " " anything else; and a text, which may be anybody's
_LONG = 60  # characters; of longer texts only the words that differ are shown
_KEYS = {
    "title": "title", "asked": "words that people search for", "group": "group", "kind": "how a breach is found (kind)",
    "stages": "stages", "level": "level", "status": "status", "message": "what the checker says (message)", "why": "the reason (why)",
    "how": "what to write instead (how)", "check": "what is looked for", "fix": "the correction that is offered (fix)",
    "disagreements": "where sources differ (disagreements)", "disputed": "where sources differ (disputed)", "examples": "examples",
    "flag": "flagged", "leave": "left alone", "misses": "known misses", "sources": "sources", "added": "date when it was added",
    "replaces": "ids that it replaces",
}  # fmt: skip
_WHAT = {"added": "a new rule", "removed": "taken away", "changed": "changed", "lists": "judges otherwise, because of a word list"}


@dataclass(frozen=True)
class Part:
    """What there is to say of one rule or word list: its id, words about it, and lines."""

    id: str
    title: str
    state: str
    lines: Sequence[Line]
    findings: Sequence[Line]
    counts: str


def summary(difference: Difference) -> list[str]:
    """The whole change in a few sentences, which hold no text of the rules."""
    count = {what: sum(1 for rule in difference.rules if rule.what == what) for what in _WHAT}
    rules = [f"{counted(count[what], 'rule')} {said}" for what, said in (("added", "added"), ("changed", "changed"), ("removed", "taken away")) if count[what]]
    rules += [f"{counted(count['lists'], 'rule')} with other word lists"] if count["lists"] else []
    rules += [f"{counted(len(difference.words), 'word list')} changed"] if difference.words else []
    rules += [f"{counted(len(difference.others), 'other file')} changed"] if difference.others else []
    if not rules:
        return ["The rules are the same."]
    said = [f"{and_join(rules)}."]
    if difference.specimens:
        said.append(f"Tried on {difference.specimens:,} {'text' if difference.specimens == 1 else 'texts'}: {counts(difference.findings)}.")
    if alarms := sum(1 for finding in difference.findings if finding.alarm):
        said.append(f"{counted(alarms, 'false alarm')} on good letters, on which no error or warning may fall.")
    return said


def counts(findings: Sequence[FindingChange]) -> str:
    """ "3 findings appear, 1 vanishes", with what labels say of them."""
    groups = [(verb, [finding for finding in findings if _effect(finding) == verb]) for verb in ("appear", "vanish", "differ")]
    said = []
    for verb, group in groups:
        if group:
            one = {"appear": "appears", "vanish": "vanishes", "differ": "differs"}[verb]
            labels = [f"{number} {words}" for words, number in _by_label(verb, group).items()]
            said.append(f"{counted(len(group), 'finding')} {one if len(group) == 1 else verb}" + (f" ({', '.join(labels)})" if labels else ""))
    return and_join(said) or "no finding appears or vanishes"


def parts(difference: Difference, most: int) -> Iterator[Part]:
    """One part for each rule and each word list; of a rule's findings at most so many are listed (0: all)."""
    for rule in difference.rules:
        state = _WHAT[rule.what] + (f", formerly {rule.former}" if rule.former else "")
        state += "; a draft: its findings are what it will find once it counts" if rule.draft else ""
        yield Part(rule.id, rule.title, state, list(_fields(rule)), list(_findings(rule.findings, most)), counts(rule.findings))
    for words in difference.words:
        used = f"; used by {', '.join(words.rules)}" if words.rules else "; no rule uses it"
        yield Part(words.id, "", f"a word list{used}", list(_words(words)), [], "")


def _words(words: WordsChange) -> Iterator[Line]:
    yield from (("-", entry) for entry in words.gone)
    yield from (("+", entry) for entry in words.new)


def _fields(rule: RuleChange) -> Iterator[Line]:
    heading = ""
    for change in rule.fields:
        named = _heading(change)
        if named != heading:
            yield "@", named
            heading = named
        yield from _values(change)


def _heading(change: FieldChange) -> str:
    words = " › ".join(_KEYS.get(step, step) if place == 0 or change.key[0] == "examples" else step for place, step in enumerate(change.key))
    return words + (f", of “{_flat(change.of, 50)}”" if change.of else "")


def _values(change: FieldChange) -> Iterator[Line]:
    if change.moved:
        yield "!", "the same entries in another order"
        return
    old, new = (shown(value) for value in (change.old, change.new))
    if change.old is None or change.new is None:
        yield ("+", new) if change.old is None else ("-", old)
    elif isinstance(change.old, str) and isinstance(change.new, str) and min(len(old), len(new)) > _LONG:
        hunks = list(changed_words(change.old, change.new))
        for hunk in hunks:
            gone, come = (f"[-{hunk.gone}-]" if hunk.gone else "", f"{{+{hunk.new}+}}" if hunk.new else "")
            yield "!", " ".join(filter(None, (hunk.before, gone, come, hunk.after)))
        if not hunks:
            yield "!", "the same words, set otherwise (line ends, spaces)"
    else:
        yield "-", old
        yield "+", new


def shown(value: Any) -> str:
    """A value of a rule file in one line."""
    if isinstance(value, Mapping):
        text = value.get("text")
        rest = "; ".join(f"{key}: {shown(inner)}" for key, inner in value.items() if key != "text" or text is None)
        return f"{shown(text)} ({rest})" if text is not None and rest else shown(text) if text is not None else rest
    if isinstance(value, list):
        return ", ".join(shown(each) for each in value)
    return value.isoformat() if isinstance(value, date) else "" if value is None else _flat(str(value))


def _findings(findings: Sequence[FindingChange], most: int) -> Iterator[Line]:
    ordered = sorted(findings, key=_weight)
    for finding in ordered[:most] if most else ordered:
        sign = {"appear": "+", "vanish": "-", "differ": "!"}[_effect(finding)]
        words = "; ".join(filter(None, (_levels(finding), f"{finding.specimen.kind} {finding.specimen.name}", _judged(finding))))
        yield sign, words
        yield sign, f"    {_flat(finding.excerpt, 400)}"
    if most and len(ordered) > most:
        yield " ", f"and {len(ordered) - most} more; --most 0 lists all of them"


def _weight(finding: FindingChange) -> tuple[int, str, str]:
    """What a reviewer should read first."""
    order = 0 if finding.alarm else {False: 1, None: 2, True: 3}[finding.better]
    return order, finding.specimen.kind, finding.specimen.name


def _effect(finding: FindingChange) -> str:
    return "appear" if finding.before is None else "vanish" if finding.after is None else "differ"


def _levels(finding: FindingChange) -> str:
    before, after = finding.before, finding.after
    if before and after:
        return f"{before.level}, now {after.level}" if before.level != after.level else f"{after.level}, which had its mark at “{_flat(before.text or '', 80)}”"
    found: Finding | None = after or before
    return found.level if found else ""


def _judged(finding: FindingChange) -> str:
    if finding.alarm:
        return "a false alarm: no error or warning may fall on a good letter"
    return _label(_effect(finding), finding)


def _label(effect: str, finding: FindingChange) -> str:
    if finding.better is None:
        return ""
    if effect == "appear":
        return "rightly found" if finding.better else "a false alarm"
    return "a false alarm less" if finding.better else "missed now"


def _by_label(effect: str, findings: Sequence[FindingChange]) -> dict[str, int]:
    number: dict[str, int] = {}
    for finding in findings:
        words = {"a false alarm": "by their labels false alarms", "rightly found": "rightly", "a false alarm less": "by their labels false alarms before", "missed now": "that labels ask for"}.get(_label(effect, finding))
        if words:
            number[words] = number.get(words, 0) + 1
    return number


def _flat(text: str, most: int = 0) -> str:
    flat = " ".join(text.split())
    return f"{flat[: most - 1]}…" if most and len(flat) > most else flat
