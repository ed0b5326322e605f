"""What is asked of somebody who begins a rule: in which words, and what an answer may be.

Answers are checked by what reads rule files, so that what passes here loads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from checker.author.compile import Shared, message_complaint, unknown_source
from checker.author.conditions import ConditionError, compile_condition
from checker.author.examples import ExampleError, read_mark
from checker.author.rule_shape import GROUPS, STANCES, key_complaint
from checker.author.situations import read_situation_text
from checker.core.fields import STAGES, did_you_mean
from checker.core.phrases import PhraseError, read_phrase
from checker.core.report import LEVELS

Complaint = Callable[[str, Shared], "str | None"]

KINDS = {
    "phrase": "words that should not be there, such as “reply at once”",
    "missing": "something that should be said, and is not, such as thanks",
    "count": "too much of something, such as words",
    "timing": "sent too early, too late or too often",
    "situation": "not right in this situation, such as a visit without invitation",
    "none": "nothing that a checker could see: advice alone",
}
_MEASURES = {
    "words": "words of the message",
    "paragraph-words": "words of the longest paragraph",
    "exclamation-marks": "exclamation marks",
    "evidence": "sentences that hold certain phrases",
}
_CHECKING = tuple(kind for kind in KINDS if kind != "none")


@dataclass(frozen=True)
class Question:
    """`fill` says what belongs in a blank. `options` are answers to choose from, with words for each. `several`: one answer a
    line; `least` so many are needed for a rule that passes its proof. `kinds` are those that it is asked for."""

    name: str
    ask: str
    fill: str
    options: Mapping[str, str] | None = None
    default: str = ""
    several: bool = False
    least: int = 0
    kinds: tuple[str, ...] = tuple(KINDS)
    check: Complaint = lambda text, shared: None

    def complaint(self, text: str, shared: Shared) -> str | None:
        """What is wrong with an answer; None where nothing is."""
        if self.options and text not in self.options:
            return f"`{text}` is none of {', '.join(self.options)}{did_you_mean(text, self.options)}"
        return self.check(text, shared)


def with_facts(text: str) -> tuple[str, str]:
    """An example and the facts in braces at its end, as YAML: "Is there news? {stage: check-in}". "" where it has none."""
    found = re.fullmatch(r"(.*?\S)\s*(\{[a-z_]+: .*\})", text.strip(), re.DOTALL)
    return (found[1], found[2]) if found else (text.strip(), "")


def asked_for(kind: str, measure: str) -> list[Question]:
    """The questions for a rule of this kind, in their order; those that come before the kind is known are among them."""
    return [question for question in QUESTIONS.values() if kind in question.kinds and not (question.name == "phrase" and kind == "count" and measure != "evidence")]


def _key(name: str) -> Complaint:
    return lambda text, shared: key_complaint(name, text)


def _message(text: str, shared: Shared) -> str | None:
    return key_complaint("message", text) or message_complaint(text)


def _phrase(text: str, shared: Shared) -> str | None:
    try:
        read_phrase(text, shared.words)
    except PhraseError as error:
        return f"at character {error.at + 1}: {error}"
    return None


def _condition(text: str, shared: Shared) -> str | None:
    try:
        compile_condition(text)
    except ConditionError as error:
        return f"at character {error.at + 1}: {error}"
    return None


def _example(text: str, shared: Shared) -> str | None:
    sentence, facts = with_facts(text)
    try:
        read_mark(sentence)
    except ExampleError as error:
        return str(error)
    problems = read_situation_text(facts, "facts")[1]
    return problems[0].message if problems else None


def _source(text: str, shared: Shared) -> str | None:
    if text in shared.sources:
        return None
    said = unknown_source(text, shared.sources)
    return said if said.endswith("?") else f"{said}: add the source there first"


def _number(text: str, shared: Shared) -> str | None:
    return None if text.isdecimal() else f"expected a whole number, found `{text}`"


_ALL = [
    Question("title", "What is the advice, in plain words? It becomes the page's heading.", "the advice in plain words", check=_key("title")),
    Question("kind", "How would a reader notice that somebody did not follow it?", "how a breach is found", KINDS, "phrase"),
    Question("id", "A short name for its file, which never changes again?", "short-name-with-hyphens", check=_key("id")),
    Question("group", "Which group of rules does it belong to?", "the folder", dict.fromkeys(GROUPS, ""), "tone"),
    Question("stages", "Which messages is it about?", "the messages", {"any": "all of them", **dict.fromkeys(STAGES, "")}, "any", several=True),
    Question("level", "How grave is it?", "error, warning or suggestion", dict(zip(LEVELS, ("it must not be sent like that", "a careful editor would change it", "a matter of taste"))), "suggestion", kinds=_CHECKING),
    Question("message", "What is a person told whose draft does it? At most 140 characters, kind, no joke; {match} stands for the words that were found.", "what the reader of a finding is told, in one kind sentence", kinds=_CHECKING, check=_message),
    Question("why", "Why? Begin with the reason in one sentence, for it stands alone beside a finding.", "The reason, in one sentence. More paragraphs may follow after an empty line."),
    Question("how", "What should they write instead?", "What to write instead, with an example in quotes."),
    Question("measure", "What is counted?", "what is counted", _MEASURES, "words", kinds=("count",)),
    Question("at_most", "How many are still fine?", "a whole number, so many are still fine", kinds=("count",), check=_number),
    Question("phrase", "Which phrases? One a line, as people write them: `reply at once`, `(asap|urgently)`.", "a phrase, as people write it", several=True, least=1, kinds=("phrase", "missing", "count"), check=_phrase),
    Question("when", "In which situation? A condition such as: channel == 'text'. Nothing means always.", "a condition on the situation, such as channel == 'text'", kinds=_CHECKING, check=_condition),
    Question("flag", "Examples that are to be found? With **two stars** around the words that are found, if any are; facts may follow: {stage: check-in}.", "a sentence or message that is to be found, **stars** around the words that are found", several=True, least=1, kinds=_CHECKING, check=_example),
    Question("leave", "Examples that look alike and are to be left alone? Two at least, which share words with what is looked for.", "a near miss that is to be left alone", several=True, least=2, kinds=_CHECKING, check=_example),
    Question("source", "Who advises so? The id of a source in rules/sources.yml.", "the id of a source", check=_source),
    Question("stance", "Is that source for it?", "for, against or conditional", dict.fromkeys(STANCES, ""), "for"),
    Question("line", "What does it say, in one line of your own words?", "What it says, in one line of your own words."),
]  # fmt: skip
QUESTIONS: dict[str, Question] = {question.name: question for question in _ALL}
