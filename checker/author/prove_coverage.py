"""Second part of a proof: nothing in a check is idle, and the benign twins are near misses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from checker.author.locate import Path
from checker.author.trial import Shown, Trial
from checker.core.evidence import Evidence
from checker.core.inflect import stem_options
from checker.core.kinds.situational import SituationalKind
from checker.core.tokens import tokenize

_EXCEPTIONS = ("except", "except_in_sentence", "except_in_message")
_TWINS = 2
_SHORTEST = 4  # letters of a word that has a meaning of its own, as a rule
_FUNCTION_WORDS = frozenset(
    "about after again also because been before being both could does down each even ever every from further have having "
    "here into just like made make many more most much must once only other over same should some such than that their "
    "them then there these they this those through under until very were what when where which while will with would "
    "your yours mine ours upon shall might cannot dear regards kind best".split()
)


def examine(trial: Trial) -> None:
    """Complain of entries that no example uses, and of twins that have nothing to do with the check."""
    check = trial.data["check"]
    for path, evidence in _evidence(check):
        _entries(path, evidence, trial)
    if isinstance(check.get("flag"), Mapping):
        _cases(trial)
    _twins(trial)


def _evidence(check: Mapping[str, Any]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    if "any" in check:
        yield ("check",), check
    if "unless_said" in check:
        yield ("check", "unless_said"), check["unless_said"]
    for place, entry in enumerate(check.get("evidence", [])):
        yield ("check", "evidence", place), entry


def _entries(path: Path, evidence: Mapping[str, Any], trial: Trial) -> None:
    # What satisfies a rule, or clears a breach of it, has to be said by examples that it leaves alone.
    satisfies = trial.data["kind"] == "missing" or path[-1] == "unless_said"
    shown = trial.shown("leave") if satisfies else trial.examples
    remedy = "add a `leave` example, or delete it" if satisfies else "add an example, or delete it"
    scope = {key: evidence[key] for key in ("in", "quoted") if key in evidence}
    for place, item in enumerate(evidence.get("any", [])):
        if not _is_found(Evidence.from_data({**scope, "any": [item]}), shown):
            trial.complain((*path, "any", place), f"no example is found by {_named(item, shown)}: {remedy}")
    for place, phrase in enumerate(evidence.get("tied_by", [])):
        if not _is_found(Evidence.from_data({"any": [phrase], "in": ["body"]}), shown):
            trial.complain((*path, "tied_by", place), f"no example is found by `{phrase}`: {remedy}")
    for key in _EXCEPTIONS:
        for place, phrase in enumerate(evidence.get(key, [])):
            if not any(shown.context.hits.get(phrase) for shown in trial.examples):
                trial.complain(
                    (*path, key, place),
                    f"no example holds the exception `{phrase}`: add a `leave` example, or delete it",
                )


def _is_found(evidence: Evidence, examples: list[Shown]) -> bool:
    return any(evidence.find(shown.context.draft, shown.context.hits) for shown in examples)


def _named(item: Any, shown: list[Shown]) -> str:
    if isinstance(item, str):
        return f"`{item}`"
    if "regex" in item:
        return f"the regular expression `{item['regex']}`"
    idle = [phrase for phrase in item["all"] if not any(example.context.hits.get(phrase) for example in shown)]
    group = " + ".join(f"`{phrase}`" for phrase in item["all"])
    return f"{group} together in one sentence" + (
        f" (nowhere at all: {', '.join(f'`{p}`' for p in idle)})" if idle else ""
    )


def _cases(trial: Trial) -> None:
    kind = trial.rule.kind
    assert isinstance(kind, SituationalKind)
    seen = {found.case for shown in trial.shown("flag") for found in kind.judge(shown.context).found}
    for name, _ in kind.cases:
        if name not in seen:
            trial.complain(("check", "flag", str(name)), f"no `flag` example shows the case `{name}`: add one")


def _twins(trial: Trial) -> None:
    looked_for = _words(" ".join(_texts(trial.data["check"])))
    for shown in trial.shown("flag"):
        start, end = shown.example.span or (0, len(shown.example.text))
        if not looked_for or shown.example.span is None:  # marks such as emoji have no words: take the text around them
            start, end = 0, len(shown.example.text)
        looked_for |= _words(shown.example.text[start:end])
    twins = [shown for shown in trial.shown("leave") if _words(shown.example.text) & looked_for]
    if len(twins) < _TWINS:
        trial.complain(
            ("examples", "leave"),
            f"{len(twins) or 'none'} of these shares a word with what is looked for: add near misses, at least {_TWINS} of them",
        )


def _texts(check: Any) -> Iterator[str]:
    """The phrases of a check, as text."""
    for key, value in check.items() if isinstance(check, Mapping) else ():
        if key in ("any", "all", "tied_by", *_EXCEPTIONS):
            for item in value:
                if isinstance(item, str):
                    yield re.sub(r"<[\w-]+>|\{[\w.]+\}", " ", item)
                else:
                    yield from _texts(item)
        elif isinstance(value, list):
            for item in value:
                yield from _texts(item)


def _words(text: str) -> set[str]:
    """Words with a meaning of their own, with all that they could be forms of."""
    words = {token.norm for token in tokenize(text) if token.kind == "word"}
    telling = {word for word in words if len(word) >= _SHORTEST and word not in _FUNCTION_WORDS}
    return {option for word in telling for option in stem_options(word) if len(option) >= _SHORTEST}
