"""What a change of the rules does, put into words: lines with a sign in front, which a terminal and Markdown both can show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.author.changed_findings import FindingChange
from checker.author.changed_lists import WordsChange
from checker.author.changed_rule import Line, field_lines, flat
from checker.author.difference import Difference
from checker.cli.outputs import counted
from checker.core.report import Finding
from checker.core.wording import and_join

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
    elif difference.specimens:
        said.append("No error or warning newly falls on a good letter.")
    return said


def counts(findings: Sequence[FindingChange]) -> str:
    """ "3 findings appear, 1 vanishes", with what labels say of them."""
    groups = [(verb, [finding for finding in findings if _effect(finding) == verb]) for verb in ("appear", "vanish", "differ")]
    said = []
    for verb, group in groups:
        if group:
            one = {"appear": "appears", "vanish": "vanishes", "differ": "differs"}[verb]
            labels = [f"{number} {words}" for words, number in _by_label(group).items()]
            said.append(f"{counted(len(group), 'finding')} {one if len(group) == 1 else verb}" + (f" ({', '.join(labels)})" if labels else ""))
    return and_join(said) or "no finding appears or vanishes"


def parts(difference: Difference, most: int) -> Iterator[Part]:
    """One part for each rule and each word list; of a rule's findings at most so many are listed (0: all)."""
    for rule in difference.rules:
        state = _WHAT[rule.what] + (f", formerly {rule.former}" if rule.former else "")
        state += "; a draft: its findings are what it will find once it counts" if rule.draft else ""
        yield Part(rule.id, rule.title, state, list(field_lines(rule.fields)), list(_findings(rule.findings, most)), counts(rule.findings))
    for words in difference.words:
        used = f"; used by {', '.join(words.rules)}" if words.rules else "; no rule uses it"
        yield Part(words.id, "", f"a word list{used}", list(_words(words)), [], "")


def _words(words: WordsChange) -> Iterator[Line]:
    yield from (("-", entry) for entry in words.gone)
    yield from (("+", entry) for entry in words.new)


def _findings(findings: Sequence[FindingChange], most: int) -> Iterator[Line]:
    ordered = sorted(findings, key=_weight)
    for finding in ordered[:most] if most else ordered:
        sign = {"appear": "+", "vanish": "-", "differ": "!"}[_effect(finding)]
        words = "; ".join(filter(None, (_levels(finding), f"{finding.specimen.kind} {finding.specimen.name}", _judged(finding))))
        yield sign, words
        yield sign, f"    {flat(finding.excerpt, 400)}"
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
        return f"{before.level}, now {after.level}" if before.level != after.level else f"{after.level}, which had its mark at “{flat(before.text or '', 80)}”"
    found: Finding | None = after or before
    return found.level if found else ""


def _judged(finding: FindingChange) -> str:
    if finding.alarm:
        return "a false alarm: no error or warning may fall on a good letter"
    return _label(finding)


def _label(finding: FindingChange) -> str:
    if finding.better is None:
        return ""
    if finding.before is None:
        return "rightly found" if finding.better else "a false alarm"
    return "a false alarm less" if finding.better else "missed now"


def _by_label(findings: Sequence[FindingChange]) -> dict[str, int]:
    number: dict[str, int] = {}
    for finding in findings:
        words = {"a false alarm": "by their labels false alarms", "rightly found": "rightly", "a false alarm less": "by their labels false alarms before", "missed now": "that labels ask for"}.get(_label(finding))
        if words:
            number[words] = number.get(words, 0) + 1
    return number
