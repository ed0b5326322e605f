"""What the rules say of the moment itself: which of them fire if a message goes out at a given time.

Only rules that turn on facts are asked (the kinds timing and situation without a look). No draft is there yet, so what
a draft might say clears nothing, unless the message to be sent is itself the answer that a rule waits for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from checker.core.facts import Facts, as_date
from checker.core.kinds.situational import SituationalKind
from checker.core.paces import ALWAYS, DAILY, NEVER, pace, without_unknowns
from checker.core.rules import Rule, RuleSet
from checker.core.situation import Situation
from checker.core.workdays import Calendar

# The hours at which people write; that a rule prefers some of them is the rule's affair.
FIRST_HOUR, LAST_HOUR = time(8), time(18)
STEP = timedelta(minutes=30)


class Mark(NamedTuple):
    """A rule that fires, and its level."""

    rule: str
    level: str


def moments(first: date, last: date, after: datetime | None = None) -> list[datetime]:
    """Every half hour of the hours for writing, from day to day, both included; from `after` on."""
    found = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        moment = datetime.combine(day, FIRST_HOUR)
        while moment.time() <= LAST_HOUR:
            if after is None or moment >= after:
                found.append(moment)
            moment += STEP
    return found


class Judge:
    """Says which rules fire for a message of this stage at any moment. `facts` are a situation's, without its `now`.

    Where the interview's hour is unknown, a rule fires if it would for an interview early or late on that day.
    With `answers`, the message is taken to say what the rules ask it to say. Without `suggestions`, rules that can only
    suggest are not asked.
    """

    def __init__(
        self,
        rules: RuleSet,
        facts: Mapping[str, Any],
        stage: str,
        answers: bool = False,
        holidays: bool = True,
        suggestions: bool = True,
    ) -> None:
        self.stage, self.answers = stage, answers
        self.calendar = _Remembering(rules.holidays, facts.get("country") if holidays else None)
        self.variants = [{**variant, "stage": stage} for variant in _hours_of(facts)]
        self._rules: tuple[list[Rule], list[Rule], list[Rule]] = ([], [], [])
        self._timed: list[Rule] = []
        for rule in self._that_matter(rules, stage):
            if not (suggestions or _is_grave(rule)):
                continue
            settled = _settled(rule, self.situation(None))
            self._rules[_pace(settled)].append(settled)
            if _pace(rule) != NEVER:
                self._timed.append(settled)
        self._steady: frozenset[Mark] | None = None
        self._by_day: dict[date, frozenset[Mark]] = {}

    def at(self, moment: datetime) -> frozenset[Mark]:
        """The rules that fire at this moment."""
        if self._steady is None:
            self._steady = self._fired(self._rules[NEVER], moment)
        day = moment.date()
        if day not in self._by_day:
            self._by_day[day] = self._steady | self._fired(self._rules[DAILY], moment)
        return self._by_day[day] | self._fired(self._rules[ALWAYS], moment)

    def lacks(self, moment: datetime) -> set[str]:
        """The facts without which a rule about the time, graver than a suggestion, cannot be judged at this moment."""
        lacking: set[str] = set()
        for rule in self._timed:
            for facts in self._facts(moment) if _is_grave(rule) else ():
                if _applies(rule, facts):
                    lacking.update(_kind(rule).breach(facts).needs)
        return lacking

    def situation(self, moment: datetime | None) -> Situation:
        """The facts as they will be at this moment; without a moment, `now` is not among them."""
        return Situation(self.variants[-1] if moment is None else {**self.variants[-1], "now": moment})

    def _that_matter(self, rules: RuleSet, stage: str) -> Iterator[Rule]:
        """The rules of this stage that turn on facts and that no fact rules out for good."""
        (facts, *_) = self._facts(None)
        for rule in rules.rules:
            if stage not in rule.stages or not isinstance(rule.kind, SituationalKind) or rule.kind.look:
                continue
            if pace(rule.when) == NEVER and facts.judge(rule.when)[0] is not True:
                continue
            if rule.unless is not None and pace(rule.unless) == NEVER and facts.judge(rule.unless)[0] is True:
                continue
            yield rule

    def _fired(self, rules: list[Rule], moment: datetime) -> frozenset[Mark]:
        return frozenset(mark for facts in self._facts(moment) for rule in rules for mark in self._mark(rule, facts))

    def _mark(self, rule: Rule, facts: Facts) -> Iterator[Mark]:
        if not _applies(rule, facts):
            return
        kind = _kind(rule)
        for found in kind.breach(facts).found:
            if not (self.answers and kind.can_be_cleared(facts)):
                yield Mark(rule.id, rule.level_for(facts.situation, found.case))

    def _facts(self, moment: datetime | None) -> list[Facts]:
        known = {} if moment is None else {"now": moment}
        return [Facts(Situation({**variant, **known}), self.calendar, {}) for variant in self.variants]


def _settled(rule: Rule, situation: Situation) -> Rule:
    """The same rule without the comparisons that unknown facts make idle."""
    kind = _kind(rule)
    when, unless, counts = (without_unknowns(node, situation) for node in (rule.when, rule.unless, kind.said_counts))
    cases = tuple((name, without_unknowns(node, situation)) for name, node in kind.cases)
    return replace(rule, kind=replace(kind, cases=cases, said_counts=counts), when=when, unless=unless)


def _pace(rule: Rule) -> int:
    kind = _kind(rule)
    return max(map(pace, (rule.when, rule.unless, kind.said_counts, *(node for _, node in kind.cases))))


class _Remembering(Calendar):
    """A calendar that is asked of the same days over and over."""

    def __init__(self, *known: Any) -> None:
        super().__init__(*known)
        self._known: dict[date, bool] = {}

    def is_working_day(self, day: date) -> bool:
        if day not in self._known:
            self._known[day] = super().is_working_day(day)
        return self._known[day]


def _applies(rule: Rule, facts: Facts) -> bool:
    return facts.judge(rule.when)[0] is True and (rule.unless is None or facts.judge(rule.unless)[0] is not True)


def _is_grave(rule: Rule) -> bool:
    """Whether it can do more than suggest."""
    levels = (rule.level,) if isinstance(rule.level, str) else rule.level.values()
    return set(levels) != {"suggestion"}


def _kind(rule: Rule) -> SituationalKind:
    assert isinstance(rule.kind, SituationalKind)
    return rule.kind


def _hours_of(facts: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The facts; twice, with the interview early and late on its day, where its hour is unknown."""
    interview = facts.get("interview", {})
    at = interview.get("at")
    if at is None or isinstance(at, datetime):
        return [dict(facts)]
    ends = (datetime.combine(at, time.min), datetime.combine(at, time(23, 59)))
    return [{**facts, "interview": {**interview, "at": end}} for end in ends]


def first_moment(at: date) -> datetime:
    """The beginning of a day, or the moment itself."""
    return at if isinstance(at, datetime) else datetime.combine(as_date(at), time.min)
