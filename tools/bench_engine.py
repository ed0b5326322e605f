"""How the cost of a check grows: with the length of the text, and with the number of rules.

All times are medians of several runs in this one process, and are given as ratios to the first row, because machines differ.
More rules are copies of those that look for phrases, with other words in them: the words of all phrases are exchanged among
each other, frequent ones among frequent ones, so that copies are as likely to begin to match as the rules themselves. Rules with
regular expressions or checks of their own cost what they cost, each by itself; they are not copied.
"""

from __future__ import annotations

import random
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from checker.author.drafts import LabelledDraft, read_drafts
from checker.author.load import default_folder, load
from checker.core.check import check
from checker.core.draft import MAX_CHARACTERS
from checker.core.rules import RuleSet
from checker.core.situation import Situation

LENGTHS = (250, 1_000, 2_500, 5_000, 10_000, MAX_CHARACTERS)
TIMES = (1, 2, 5, 10)  # as many rules
RUNS = 9
LETTERS = Path(__file__).resolve().parent.parent / "tests" / "letters" / "good"
_UNREAD = 60  # messages, half of which are read to have phrases put together
_FREQUENT = 150  # the most frequent words of the phrases are exchanged among themselves
_WORD = re.compile(r"(?<![<{\w-])[a-z]+(?![>}\w-])")
_LIST = re.compile(r"<([\w-]+)>")
_PHRASES = {"any", "all", "except", "except_in_sentence", "except_in_message", "tied_by", "of_career"}


def main() -> None:
    """Print both curves."""
    data = load(default_folder()).as_data()
    letters = _letters()
    rules = RuleSet.from_data(data)
    email = _of_words(letters, 250)
    print(f"{len(rules.rules)} rules that check, {len(rules.phrasebook)} phrases; medians of {RUNS} runs")
    print(f"an email of {len(email.text.split())} words: {_median(email, rules) * 1000:.1f} ms here,")
    print(f"and {_first(letters, rules) * 1000:.1f} ms for a message that was never checked\n")
    print("characters  ratio  ratio a character")
    base = 0.0
    for length in LENGTHS:
        taken = _median(LabelledDraft("long", _long(letters, length), Situation({})), rules)
        base = base or taken
        print(f"{length:>10,}  {taken / base:5.2f}  {taken / base * LENGTHS[0] / length:5.2f}")
    print("\nrules  phrases  ratio  ratio of the same message again")
    bases: tuple[float, ...] = ()
    for times in TIMES:
        many = RuleSet.from_data(_multiplied(data, times))
        taken = (_median(email, many), _again(email, many))
        bases = bases or taken
        print(f"{len(many.rules):>5}  {len(many.phrasebook):>7,}  {taken[0] / bases[0]:5.2f}  {taken[1] / bases[1]:5.2f}")


def _letters() -> list[LabelledDraft]:
    return [
        letter
        for path in sorted(LETTERS.glob("*.yml"))
        for letter in read_drafts(path.read_text(encoding="utf-8"), path.name)[0]
    ]


def _of_words(letters: list[LabelledDraft], words: int) -> LabelledDraft:
    text = " ".join(" ".join(letter.text.split()) for letter in letters).split()[:words]
    return LabelledDraft("email", "Dear Dana,\n\n" + " ".join(text) + "\n\nKind regards,\nSam Reyes", letters[0].situation)


def _long(letters: list[LabelledDraft], length: int) -> str:
    text = "\n\n".join(" ".join(letter.text.split()) for letter in letters)
    return (text * (length // len(text) + 1))[:length]


def _median(draft: LabelledDraft, rules: RuleSet) -> float:
    """Seconds of processor time for one check, once its phrases are put together; nothing is kept of the check before."""
    taken = []
    for _ in range(RUNS + 1):
        check("", draft.situation, rules)
        taken.append(_seconds(lambda: check(draft.text, draft.situation, rules)))
    return statistics.median(taken[1:])


def _again(draft: LabelledDraft, rules: RuleSet) -> float:
    """Seconds for one check of the message that was checked before, as while somebody types and hardly anything changes."""
    check(draft.text, draft.situation, rules)
    return statistics.median(_seconds(lambda: check(draft.text, draft.situation, rules)) for _ in range(RUNS))


def _first(letters: list[LabelledDraft], rules: RuleSet) -> float:
    """Seconds for one check of a message that nothing of was read before, by an engine that has read dozens of others."""
    each = len(letters) // _UNREAD
    unread = [_of_words(letters[number * each :], 250) for number in range(_UNREAD)]
    taken = [_seconds(lambda draft=draft: check(draft.text, draft.situation, rules)) for draft in unread]
    return statistics.median(taken[_UNREAD // 2 :])


def _seconds(action: Callable[[], Any]) -> float:
    before = time.process_time()
    action()
    return time.process_time() - before


def _multiplied(data: Mapping[str, Any], times: int) -> dict[str, Any]:
    """So many times the rules, by copies of those that look for phrases alone, with other words in these and in the word lists."""
    counts: Counter[str] = Counter()
    _each_phrase(data["rules"], lambda text: counts.update(_WORD.findall(text)) or text)
    for entries in data["words"].values():
        counts.update(word for entry in entries for word in _WORD.findall(entry))
    by_frequency = [word for word, _ in counts.most_common()]
    rules, words = list(data["rules"]), dict(data["words"])
    copied = [rule for rule in rules if _is_of_phrases(rule)]
    wanted = (times - 1) * len(rules)
    used = _used(str(copied), data["words"])
    for copy in range(1, -(-wanted // len(copied)) + 1):
        exchange = _exchange(by_frequency, random.Random(copy))

        def other(text: str, exchange: Mapping[str, str] = exchange, copy: int = copy) -> str:
            exchanged = _WORD.sub(lambda found: exchange[found[0]], text)
            return re.sub(r"<(?!number>)([\w-]+)>", rf"<\1-{copy}>", exchanged)

        words |= {f"{name}-{copy}": [other(entry) for entry in entries] for name, entries in used.items()}
        rules += [rule | {"id": f"{rule['id']}-{copy}"} for rule in _each_phrase(copied, other)]
    return {**data, "rules": rules[: len(data["rules"]) + wanted], "words": words}


def _used(text: str, lists: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The word lists that a text names, and those that these name."""
    found: dict[str, list[str]] = {}
    names = _LIST.findall(text)
    while names:
        name = names.pop()
        if name in lists and name not in found:
            found[name] = lists[name]
            names += _LIST.findall(" ".join(lists[name]))
    return found


def _is_of_phrases(rule: Mapping[str, Any]) -> bool:
    return rule["kind"] == "phrase" and not any(f"'{key}':" in str(rule["check"]) for key in ("regex", "slips"))


def _exchange(words: list[str], pick: random.Random) -> dict[str, str]:
    found: dict[str, str] = {}
    for among in (words[:_FREQUENT], words[_FREQUENT:]):
        found |= zip(among, pick.sample(among, len(among)), strict=True)
    return found


def _each_phrase(value: Any, change: Callable[[str], str], inside: bool = False) -> Any:
    """The same data with every phrase changed."""
    match value:
        case dict():
            return {key: _each_phrase(each, change, key in _PHRASES) for key, each in value.items() if key != "examples"}
        case list():
            return [_each_phrase(each, change, inside) for each in value]
        case str() if inside:
            return change(value)
    return value


if __name__ == "__main__":
    main()
