"""Third part of a proof: whatever is pasted, a rule's cost grows with the length of the text.

The texts are made to hurt: the rule's own phrases over and over, whole and without their last words, in one endless
sentence and in many short ones. For phrases the calls that Python makes are counted, which is the same on every
machine; regular expressions run outside Python, so their time is taken, and only compared with other times.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import FrameType
from typing import Any

from checker.author.locate import Path
from checker.author.trial import Trial, quoted
from checker.core.context import Context
from checker.core.draft import MAX_CHARACTERS, parse
from checker.core.facts import Facts
from checker.core.phrasebook import Phrasebook
from checker.core.phrases import FACTS
from checker.core.situation import Situation
from checker.core.tokens import tokenize
from checker.core.workdays import Calendar

SHORT = MAX_CHARACTERS // 4
# Four times the text: linear cost is 4 times, quadratic 16 times as high.
MOST_GROWTH = 8
_REGEX_GROWTH = 11  # times are less exact than counts
_UNBOUNDED = 50  # this many times the cost of reading a full-length text
_NAME = "northwind"  # stands for every fact that a phrase may name


def examine_regexes(trial: Trial) -> bool:
    """Complain of each regular expression that a hostile text makes slow; False if there are any.

    This comes before anything is checked: what runs such a one might never end.
    """
    slow = [
        (path, text)
        for path, pattern in _regexes(trial.data["check"], ("check",))
        if (text := _slow_text(pattern, trial))
    ]
    for path, text in slow:
        trial.complain(
            path,
            f"this regular expression takes too long on {quoted(text.replace(' ', '␣'))} over and over; bound what it repeats",
        )
    return not slow


def examine(trial: Trial) -> None:
    """Complain where a hostile text makes the rule slow."""
    evidence = list(trial.rule.kind.evidence())
    phrases = list(dict.fromkeys(phrase for entry in evidence for phrase in entry.all_phrases()))
    book = trial.rules.phrasebook.afresh(phrases)
    for text in _hostile(phrases, trial):
        short, long = (_steps(text, length, book, trial) for length in (SHORT, MAX_CHARACTERS))
        if long > MOST_GROWTH * short:
            trial.complain(
                ("check",),
                f"the cost grows too fast: {long / short:.0f} times for a text of 4 times the length ({quoted(text)} over "
                "and over); shorten the lists, or split the rule",
            )
            break


def _hostile(phrases: Sequence[str], trial: Trial) -> Iterator[str]:
    whole = [sample for phrase in phrases for sample in samples(phrase, trial.rules.words)]
    marked = [shown.example.text for shown in trial.shown("flag")]
    if whole:
        beginnings = [text.rsplit(" ", 1)[0] for text in whole]
        yield " ".join(beginnings)
        yield ". ".join(text.capitalize() for text in whole) + "."
    else:
        yield " ".join(" ".join(text.split()) for text in marked)
        yield "! ".join(text.split()[-1].strip(".,!?") for text in marked) + "! "


def samples(phrase: str, lists: Mapping[str, Sequence[str]]) -> list[str]:
    """Two texts that the phrase fits: one by the first of all choices, one by the last, without what may be left out."""
    return list(dict.fromkeys((_sample(phrase, lists, 0, True), _sample(phrase, lists, -1, False))))


def _sample(phrase: str, lists: Mapping[str, Sequence[str]], pick: int, optional: bool) -> str:
    text = re.sub(r"<([\w-]+)>", lambda found: _sample(lists.get(found[1], ["7"])[pick], lists, pick, optional), phrase)
    text = re.sub(r"\{[\w.]+\}", _NAME, text)
    before = ""
    while before != text:  # the innermost brackets first
        before = text
        text = re.sub(r"\(([^()\[\]]*)\)", lambda found: found[1].split("|")[pick], text)
        text = re.sub(r"\[([^()\[\]]*)\]", lambda found: found[1].split("|")[pick] if optional else " ", text)
    text = text.split("|")[pick]
    text = re.sub(r"\*(\d*)", lambda found: " thing" * (int(found[1] or 1) if optional or not found[1] else 0), text)
    return " ".join(re.sub(r"[\^$~]", " ", text).split())


def _steps(text: str, length: int, book: Phrasebook, trial: Trial) -> int:
    """The calls made to judge `text`, repeated up to `length`."""
    draft = parse(_repeated(text, length))
    situation = trial.examples[0].situation if trial.examples else Situation({})
    words: dict[str, list[tuple[str, ...]]] = {name: [(_NAME,)] for name in FACTS}
    facts = Facts(situation, Calendar({}, None), {"draft.words": len(draft.body_words)})

    def judge() -> None:
        hits = book.find(draft, words)
        trial.rule.kind.judge(Context(draft, situation, facts, hits, trial.rules.word_sets, trial.rules.short_forms))

    return _calls(judge)


def _calls(action: Callable[[], None]) -> int:
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


def _regexes(check: Any, path: Path) -> Iterator[tuple[Path, re.Pattern[str]]]:
    if isinstance(check, Mapping):
        if isinstance(check.get("regex"), str):
            yield (*path, "regex"), re.compile(check["regex"])
        for key, value in check.items():
            yield from _regexes(value, (*path, key))
    elif isinstance(check, list):
        for place, value in enumerate(check):
            yield from _regexes(value, (*path, place))


def _slow_text(pattern: re.Pattern[str], trial: Trial) -> str | None:
    """A text whose repetition takes the pattern too long; None where there is none."""
    signs = sorted(set(re.sub(r"\\.", "", pattern.pattern)) | set("a1 "))
    yardstick = _time(lambda: tokenize(_repeated("word", MAX_CHARACTERS)), 3)
    for sign in signs:
        if not _stays_bounded(pattern, sign, yardstick):
            return sign
    marks = [shown.example.text[slice(*shown.example.span)] for shown in trial.shown("flag") if shown.example.span]
    for mark in filter(pattern.search, marks):
        for text in (mark, mark[:-1]):
            if text and not _stays_bounded(pattern, text, yardstick):
                return text
    return None


def _stays_bounded(pattern: re.Pattern[str], text: str, yardstick: float) -> bool:
    def cost(length: int, runs: int = 1) -> float:
        repeated = _repeated(text, length - 1) + "~"  # an end that fits nothing makes it try all other ways
        return _time(lambda: _consume(pattern, repeated), runs)

    # From short to long, so that an exponential pattern is caught while it still ends.
    for length in (*range(12, 40, 4), *(40 << power for power in range(8)), MAX_CHARACTERS):
        taken = cost(length)
        if taken > _UNBOUNDED * yardstick:
            return False
    return taken < yardstick or cost(MAX_CHARACTERS, 3) <= _REGEX_GROWTH * cost(SHORT, 3)


def _consume(pattern: re.Pattern[str], text: str) -> None:
    for _ in pattern.finditer(text):
        pass


def _time(action: Callable[[], Any], runs: int) -> float:
    """The processor time of an action, the median of several runs: other programs do not count."""
    taken = []
    for _ in range(runs):
        before = time.process_time()
        action()
        taken.append(time.process_time() - before)
    return statistics.median(taken)


def _repeated(text: str, length: int) -> str:
    piece = text if len(text) == 1 else text + " "
    return (piece * (length // len(piece) + 1))[:length]
