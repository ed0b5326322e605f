"""Which findings appear and vanish over many texts when rules change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.author.corpus import LETTER, Specimen
from checker.author.load import Library
from checker.core.check import check, context_of
from checker.core.draft import Draft
from checker.core.report import Finding
from checker.core.rules import RuleSet

Found = tuple[str, Finding]  # the rule's id of today, and what it found
Tried = dict[str, tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]]  # id of today → the rule then and now; None: it does not count


@dataclass(frozen=True)
class FindingChange:
    """One finding of a rule in one text: `before` is None where it appears, `after` where it vanishes; both where it differs.

    `excerpt` is the sentence that it stands in (the text's first words where it has no place), with double stars around the
    words that are found, as examples in rule files have them.
    """

    rule: str
    specimen: Specimen
    before: Finding | None
    after: Finding | None
    excerpt: str

    @property
    def better(self) -> bool | None:
        """Whether the text's own labels ask for this; None where they say nothing of it."""
        now = self.after or self.before
        assert now is not None
        said = self.specimen.says(self.rule, now.level)
        if said is None or (self.before and self.after):
            return None
        return said == (self.after is not None)

    @property
    def alarm(self) -> bool:
        """An error or a warning that newly falls on a good letter, where there must be none."""
        grave = self.after is not None and self.after.level != "suggestion"
        return self.specimen.kind == LETTER and grave and (self.before is None or self.before.level == "suggestion")


def changed_findings(specimens: Iterable[Specimen], tried: Tried, before: Library, after: Library) -> Iterator[FindingChange]:
    """What these rules find differently in each text. Texts of stages that none of them serves are passed over."""
    stages = {stage for pair in tried.values() for rule in pair if rule for stage in rule["stages"]}
    judge = judging(tried, before, after)
    for specimen in specimens:
        if specimen.situation.text("stage") in stages:
            old, new = judge(specimen)
            kept = {_place(*each) for each in old} & {_place(*each) for each in new}
            gone, come = ([each for each in found if _place(*each) not in kept] for found in (old, new))
            yield from _of_specimen(specimen, gone, come, after.bare)


def judging(tried: Tried, before: Library, after: Library) -> Callable[[Specimen], tuple[list[Found], list[Found]]]:
    """What tells the findings of these rules in a text, then and now."""
    old = [was | {"id": f"then {name}"} for name, (was, _) in tried.items() if was]
    new = [rule | {"id": f"now {name}"} for name, (_, rule) in tried.items() if rule]
    if all(getattr(before, what) == getattr(after, what) for what in ("words", "short_forms", "holidays")):
        sets = [after.bare.only(*old, *new)]  # in one go, as reading a text costs more than judging it
    else:
        sets = [before.bare.only(*old), after.bare.only(*new)]

    def judge(specimen: Specimen) -> tuple[list[Found], list[Found]]:
        found = [each for rules in sets for each in check(specimen.text, specimen.situation, rules).findings]
        named = [(*each.rule.split(" "), each) for each in found]
        then, now = ([(rule, each) for when, rule, each in named if when == wanted] for wanted in ("then", "now"))
        return then, now

    return judge


def _place(rule: str, found: Finding) -> tuple[str, str, int | None, int | None]:
    return rule, found.level, found.start, found.end


def _of_specimen(specimen: Specimen, gone: list[Found], come: list[Found], rules: RuleSet) -> Iterator[FindingChange]:
    for rule, found in gone:
        # The same words at another level, or a longer piece of the same sentence: one finding that differs.
        twin = next((other for other in come if other[0] == rule and _touch(found, other[1])), None)
        if twin:
            come.remove(twin)
        yield FindingChange(rule, specimen, found, twin[1] if twin else None, _excerpt(specimen, twin[1] if twin else found, rules))
    for rule, found in come:
        yield FindingChange(rule, specimen, None, found, _excerpt(specimen, found, rules))


def _touch(one: Finding, other: Finding) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return one.start is other.start
    return one.start < other.end and other.start < one.end


def sentence_around(found: Finding, draft: Draft) -> tuple[int, int]:
    """The range of the sentence that a finding begins in, and of what it points at beyond; (0, 0) for one without a place."""
    if found.start is None or found.end is None:
        return 0, 0
    number = draft.sentence_at(found.start)
    if number < 0:
        return found.start, found.end
    return draft.sentences[number].start, max(draft.sentences[number].end, found.end)


def _excerpt(specimen: Specimen, found: Finding, rules: RuleSet) -> str:
    draft = context_of(specimen.text, specimen.situation, rules).draft
    text = specimen.text
    if found.start is None or found.end is None:
        body = draft.part_text("body").split() or text.split()
        return " ".join(body[:20]) + (" …" if len(body) > 20 else "")
    start, end = sentence_around(found, draft)
    return " ".join(f"{text[start : found.start]}**{text[found.start : found.end]}**{text[found.end : end]}".split())
