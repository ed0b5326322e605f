"""The bench: what is said of one rule's text, among the published rules, and what the rule does to messages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rules_folder import RULE, THANKS

from checker.author.corpus import DRAFT, LETTER, Specimen
from checker.author.load import load
from checker.author.prove import prove
from checker.author.workshop import Bench
from checker.core.situation import Situation, read_situation

NEW = RULE.replace("no-hurry", "no-shout").replace("reply at once", "listen up").replace("- (asap|urgently)", "- oi").replace("asap", "oi").replace("ASAP", "Oi")
NEW = NEW.replace("would reply", "would listen").replace("replaces: [no-rush]", "replaces: []")


@pytest.fixture
def bench(write_rules: Callable[..., Path]) -> Bench:
    folder = write_rules(RULE, THANKS)
    library = load(folder)
    assert library.problems == []
    return Bench(library, {"no-hurry": RULE, "say-thanks": THANKS})


def letter(name: str, text: str, kind: str = LETTER, **facts: str) -> Specimen:
    return Specimen(kind, name, text, Situation(facts))


def told(bench: Bench, text: str, former: str = "") -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in bench.read(text, former).problems]


def test_a_published_rule_is_in_order(bench: Bench) -> None:
    reading = bench.read(RULE, "no-hurry")
    assert (reading.problems, reading.blanks, reading.path) == ([], [], "rules/tone/no-hurry.yml")
    proving = bench.prove(reading)
    assert [example.complaints for example in proving.examples] == [[]] * 5
    assert proving.complaints == bench.cost(reading) == []


# What stands in the text, what is put in its place, where and what the page then says.
SLIPS = {
    "YAML that cannot be read": ("title: Do", "title: Do: and do", 3, 'a second ": "'),
    "an unknown key": ("group: tone", "grup: tone", 4, "unknown key `grup`"),
    "an unknown value": ("level: error", "level: eror", 7, "`eror` is no level"),
    "a phrase": ("- reply at once", "- reply (at once", 16, "in the phrase `reply (at once`"),
    "a source": ("source: handbook", "source: handbok", 33, "`handbok` is not in rules/sources.yml"),
    "another id": ("id: no-hurry", "id: no-rush", 1, "the id `no-rush` and the file's name"),
    "an id that is taken": ("id: no-hurry", "id: say-thanks", 1, "the id `say-thanks` is taken"),
    "another group": ("group: tone", "group: shape", 1, "belongs in rules/shape/"),
}


@pytest.mark.parametrize("old, new, line, message", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_at_its_line(bench: Bench, old: str, new: str, line: int, message: str) -> None:
    assert old in RULE
    found = told(bench, RULE.replace(old, new, 1), "no-hurry")
    assert any(at == line and message in words for at, words in found), found


def test_the_same_words_as_the_loader_uses(bench: Bench, write_rules: Callable[..., Path]) -> None:
    broken = RULE.replace("level: error", "level: eror").replace("(asap|urgently)", "(asap|urgently")
    assert bench.read(broken, "no-hurry").problems == sorted(load(write_rules(broken, THANKS)).problems)


def test_the_same_verdict_as_the_proof(bench: Bench, write_rules: Callable[..., Path]) -> None:
    wrong = RULE.replace("- text: \"The sooner the better.\"", '- text: "Urgently wanted."').replace("Call me **asap**", "Call **me** asap")
    folder = write_rules(wrong, THANKS)
    proving = bench.prove(bench.read(wrong, "no-hurry"))
    ours = [words for example in proving.examples for words in example.complaints] + [each.message for each in proving.complaints]
    assert sorted(ours) == sorted(problem.message for problem in prove(load(folder), folder, {"no-hurry"}).problems)
    assert len(ours) == 2


def test_a_new_rule_finds_its_own_place(bench: Bench) -> None:
    reading = bench.read(NEW)
    assert (reading.problems, reading.path) == ([], "rules/tone/no-shout.yml")
    assert [example.complaints for example in bench.prove(reading).examples] == [[]] * 5


def test_a_new_rule_cannot_take_an_id(bench: Bench) -> None:
    assert told(bench, RULE) == [(1, "the id `no-hurry` is taken by rules/tone/no-hurry.yml")]


def test_a_draft_of_a_rule_is_tried_as_if_it_counted(bench: Bench) -> None:
    reading = bench.read(NEW.replace("status: stable", "status: draft"))
    assert [len(example.findings) for example in bench.prove(reading).examples] == [1, 1, 0, 0, 0]


def test_the_leave_examples_are_left_alone_by_other_rules_too(bench: Bench) -> None:
    proving = bench.prove(bench.read(NEW.replace("I enjoyed hearing how Oi Labs", "I asked asap how Oi Labs")))
    assert [words for example in proving.examples for words in example.complaints] == [
        "the rule no-hurry finds something here, at “asap”: mend that rule, or reword the example"
    ]


BLANKS = {
    "no blank": (NEW, [], True),
    "in a text": (NEW.replace("Nobody likes to be hurried.", "<<the reason>>"), [(11, 3, "the reason")], True),
    "in place of a source": (NEW.replace("source: handbook", "source: <<an id>>"), [(33, 13, "an id")], True),
    "in place of a phrase": (NEW.replace("- listen up", "- <<words>>"), [(16, 7, "words")], False),
    "in place of the group": (NEW.replace("group: tone", "group: <<a group>>"), [(4, 8, "a group")], False),
    "not in a comment": ("# <<not this>>\n" + NEW, [], True),
}


@pytest.mark.parametrize("text, blanks, usable", BLANKS.values(), ids=BLANKS)
def test_blanks_are_no_errors_and_what_can_be_tried_is(bench: Bench, text: str, blanks: list, usable: bool) -> None:
    reading = bench.read(text)
    assert (reading.blanks, reading.problems) == (blanks, [])
    assert (reading.data is not None) is usable
    if usable:
        assert bench.prove(reading).examples


def test_a_source_that_is_not_known_keeps_nobody_from_trying_the_rest(bench: Bench) -> None:
    reading = bench.read(NEW.replace("source: handbook", "source: nobody"))
    assert [problem.message for problem in reading.problems] == ["`nobody` is not in rules/sources.yml"]
    assert reading.data is not None and reading.data["sources"] == []
    assert [example.complaints for example in bench.prove(reading).examples] == [[]] * 5


@pytest.mark.parametrize("text", ["", "\n", "[", "- a", "source: x"])
def test_what_is_no_rule_has_problems_and_no_data(bench: Bench, text: str) -> None:
    reading = bench.read(text)
    assert reading.problems and reading.data is None


def test_an_example_that_is_not_written_yet_is_not_judged(bench: Bench) -> None:
    assert any(example.complaints for example in bench.prove(bench.read(NEW.replace("Call me **oi**.", "Another one."))).examples)
    proving = bench.prove(bench.read(NEW.replace("Call me **oi**.", "<<Another one.>>")))
    assert [example.complaints for example in proving.examples] == [[]] * 5
    assert proving.complaints == []


def test_too_few_near_misses_are_no_fault_of_the_first_of_them(bench: Bench) -> None:
    proving = bench.prove(bench.read(NEW.replace("I enjoyed hearing how Oi Labs came about.", "I was glad.")))
    assert [example.complaints for example in proving.examples] == [[]] * 5
    assert any("near misses" in problem.message for problem in proving.complaints)


def test_a_regular_expression_without_end_is_told_and_not_run(bench: Bench) -> None:
    proving = bench.prove(bench.read(RULE.replace("- reply at once", "- {regex: '(a+)+$'}"), "no-hurry"))
    assert any("takes too long" in problem.message for problem in proving.complaints)
    assert [example.findings for example in proving.examples] == [[]] * 5


def test_advice_is_not_tried(bench: Bench) -> None:
    reading = bench.read(RULE.replace("status: stable", "status: retired"), "no-hurry")
    assert bench.prove(reading).examples == bench.cost(reading) == bench.sweep(reading, None, [letter("x", "Reply asap.")]) == []


def test_a_draft_is_checked_by_the_rule_as_it_is_written_now(bench: Bench) -> None:
    def found(text: str, former: str) -> list[tuple[str, str | None]]:
        report = bench.try_draft(bench.read(text, former), "Please reply pronto, oi.", read_situation({}))
        return [(finding.rule, finding.text) for finding in report.findings]

    assert found(RULE, "no-hurry") == [("say-thanks", None)]
    assert found(RULE.replace("urgently", "urgently|pronto"), "no-hurry") == [("no-hurry", "pronto"), ("say-thanks", None)]
    assert found(NEW, "") == [("no-shout", "oi"), ("say-thanks", None)]
    assert found("nothing of a rule", "no-hurry") == [("say-thanks", None)]


def test_the_effect_on_messages_is_that_of_this_rule_now_and_before(bench: Bench) -> None:
    letters = [
        letter("both", "Dear Ann,\n\nThank you. Please call me asap, Ann.\n\nSam"),
        letter("neither", "Dear Ann,\n\nThank you.\n\nSam"),
        letter("only now", "Dear Ann,\n\nThank you. Call me pronto.\n\nSam", DRAFT, stage="check-in"),
        letter("only before", "Dear Ann,\n\nThank you. Call me urgently.\n\nSam", DRAFT),
    ]
    changed = bench.read(RULE.replace("urgently", "pronto"), "no-hurry")
    effects = bench.sweep(changed, bench.read(RULE, "no-hurry"), letters)
    assert [(each.letter.name, [f.text for f, _ in each.before], [f.text for f, _ in each.after]) for each in effects] == [
        ("both", ["asap"], ["asap"]),
        ("only now", [], ["pronto"]),
        ("only before", ["urgently"], []),
    ]
    (_, (start, end)) = effects[0].after[0]
    assert letters[0].text[start:end] == "Please call me asap, Ann."


def test_a_new_rule_has_no_before(bench: Bench) -> None:
    (effect,) = bench.sweep(bench.read(NEW), None, [letter("a", "Oi, Ann.")])
    assert (effect.before, [found.text for found, _ in effect.after]) == ([], ["Oi"])
