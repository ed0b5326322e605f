"""What a change of rules does: fields, word lists, findings, and what has no need to be run again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from rules_folder import RULE, THANKS, WAIT, write_rules

from checker.author import difference as module
from checker.author.changed_fields import changed_fields
from checker.author.changed_words import changed_words
from checker.author.corpus import Specimen, read_corpus
from checker.author.difference import Difference, Version, difference
from checker.core.situation import Situation

LETTER = Specimen("good letter", "one", "Dear Dana,\n\nThank you. Reply soon, or call me at once.", Situation({}), thorough=True)
Compare = Callable[..., Difference]


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    """Compare two sets of rules: `compare(before, after, specimens, before_files, after_files)`."""

    def compare(before: tuple[str, ...], after: tuple[str, ...], specimens: tuple[Specimen, ...] = (LETTER,), then: Mapping[str, str] = {}, now: Mapping[str, str] = {}) -> Difference:
        new = Version.read(write_rules(tmp_path / "new" / "rules", *after, **now))
        return difference(Version.read(write_rules(tmp_path / "old" / "rules", *before, **then), new), new, specimens)

    return compare


def seen(found: Difference) -> list[tuple[Any, ...]]:
    return [
        (each.rule, each.before and (each.before.level, each.before.text), each.after and (each.after.level, each.after.text), each.excerpt, each.better, each.alarm)
        for each in found.findings
    ]


def test_equal_rules_have_no_difference_and_nothing_is_run(compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(module, "changed_findings")
    assert compare((RULE, THANKS), (RULE, THANKS)) == Difference()


def test_words_about_a_rule_change_no_finding_and_nothing_is_run(compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(module, "changed_findings")
    found = compare((RULE,), (RULE.replace("Nobody likes to be", "Few people like to be").replace("error", "error # as before"),))
    assert [(rule.id, rule.what, [field.key for field in rule.fields]) for rule in found.rules] == [("no-hurry", "changed", [("why",)])]
    assert found.specimens == 0


def test_a_new_phrase_finds_more(compare: Compare) -> None:
    found = compare((RULE, THANKS), (RULE.replace("    - reply at once", "    - reply at once\n    - call me at once"), THANKS))
    assert seen(found) == [("no-hurry", None, ("error", "call me at once"), "Reply soon, or **call me at once**.", False, True)]
    assert [(field.key, field.old, field.new) for field in found.rules[0].fields] == [(("check", "any"), None, "call me at once")]
    assert found.specimens == 1 + 4  # the letter, and the examples of the rule that stays


def test_another_level_is_one_finding_that_differs(compare: Compare) -> None:
    old = RULE.replace("reply at once\n", "call me at once\n", 1)
    found = compare((old,), (old.replace("level: error", "level: suggestion"),))
    assert seen(found) == [("no-hurry", ("error", "call me at once"), ("suggestion", "call me at once"), "Reply soon, or **call me at once**.", None, False)]


def test_a_finding_that_labels_ask_for_and_that_vanishes(compare: Compare) -> None:
    labelled = Specimen("labelled draft", "d", "Please reply at once.", Situation({}), wanted=frozenset(["no-hurry"]), thorough=True)
    found = compare((RULE,), (THANKS,), (labelled,))
    assert [(rule.id, rule.what) for rule in found.rules] == [("no-hurry", "removed"), ("say-thanks", "added")]
    assert [(each.rule, each.after is None, each.better) for each in found.findings] == [("no-hurry", True, False), ("say-thanks", False, False)]


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (None, "draft", "added"),
        ("draft", "stable", "changed"),
        ("stable", "retired", "changed"),
        ("draft", "draft", None),
    ],
)
def test_a_draft_shows_what_it_will_find(before: str | None, after: str, what: str | None, compare: Compare) -> None:
    old = (THANKS, RULE.replace("status: stable", f"status: {before}")) if before else (THANKS,)
    thanked = Specimen("good letter", "g", "Thank you. Please reply at once.", Situation({}), thorough=True)
    found = compare(old, (THANKS, RULE.replace("status: stable", f"status: {after}")), (thanked,))
    assert [rule.what for rule in found.rules] == ([what] if what else [])
    assert [rule.draft for rule in found.rules] == ([after == "draft"] if what else [])
    assert len(found.findings) == (1 if what else 0)


def test_a_rule_that_was_renamed_is_one_rule(compare: Compare) -> None:
    renamed = RULE.replace("id: no-hurry", "id: dont-hurry").replace("[no-rush]", "[no-hurry]")
    found = compare((RULE,), (renamed,))
    assert [(rule.id, rule.former, rule.what) for rule in found.rules] == [("dont-hurry", "no-hurry", "changed")]
    assert found.findings == []


def test_a_word_list_changes_what_a_rule_finds(compare: Compare) -> None:
    rule = RULE.replace("    - reply at once", "    - reply at once\n    - reply <haste>")
    lists = {"words/haste.yml": "id: haste\ntitle: Haste\nwords: [<soon>]\n"}
    soon = "id: soon\ntitle: Words for soon\nwords: [shortly]\n"
    found = compare((rule, THANKS), (rule, THANKS), (LETTER,), {**lists, "words/soon.yml": soon}, lists)
    assert [(words.id, words.gone, words.new, words.rules) for words in found.words] == [("soon", (), ("soon",), ("no-hurry",))]
    assert [(rule.id, rule.what) for rule in found.rules] == [("no-hurry", "lists")]
    assert seen(found) == [("no-hurry", None, ("error", "Reply soon"), "**Reply soon**, or call me at once.", False, True)]


def test_broken_rules_and_other_files_are_named(compare: Compare) -> None:
    sources = "handbook: {publisher: A careers office, url: https://careers.example/new}\n"
    found = compare((RULE, WAIT), (RULE, WAIT.replace("kind: timing", "kind: timng")), now={"sources.yml": sources})
    assert {problem.file for problem in found.unread} == {"rules/timing/wait-a-day.yml"}
    assert (found.rules, found.others) == ((), (("rules/sources.yml", "changed"),))
    assert found.unread_before == ()


def test_a_file_that_was_broken_before_as_well_is_named_once(compare: Compare) -> None:
    broken = WAIT.replace("kind: timing", "kind: timng")
    found = compare((RULE, broken), (RULE, broken, THANKS))
    assert {problem.file for problem in found.unread} == {"rules/timing/wait-a-day.yml"} and found.unread_before == ()
    mended = compare((RULE, broken, THANKS), (RULE, WAIT, THANKS))
    assert {problem.file for problem in mended.unread_before} == {"rules/timing/wait-a-day.yml"} and mended.unread == ()
    assert [(rule.id, rule.what) for rule in mended.rules] == [("wait-a-day", "added")]


EXAMPLE = {"text": "I hope that you will reply at once, please."}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ({"level": "error"}, {"level": "warning"}, [(("level",), "error", "warning", "", False)]),
        ({"level": "error"}, {"level": {"check-in": "error"}}, [(("level",), "error", {"check-in": "error"}, "", False)]),
        ({"a": [1]}, {}, [(("a",), 1, None, "", False)]),
        ({"check": {"any": ["a b", "c"]}}, {"check": {"any": ["c", "a b"]}}, []),
        ({"at_most": [{"is": 1}, {"is": 2}]}, {"at_most": [{"is": 2}, {"is": 1}]}, [(("at_most",), [{"is": 1}, {"is": 2}], [{"is": 2}, {"is": 1}], "", True)]),
        ({"sources": [{"source": "x", "line": "One."}]}, {"sources": [{"source": "x", "line": "Two."}]}, [(("sources", "line"), "One.", "Two.", "x", False)]),
        ({"leave": [EXAMPLE["text"]]}, {"leave": [EXAMPLE]}, []),
        ({"leave": [EXAMPLE["text"]]}, {"leave": [EXAMPLE | {"because": "b"}]}, [(("leave", "because"), None, "b", EXAMPLE["text"], False)]),
        ({"leave": [EXAMPLE["text"]]}, {"leave": [EXAMPLE["text"].replace("hope", "trust")]}, [(("leave",), EXAMPLE["text"], EXAMPLE["text"].replace("hope", "trust"), "", False)]),
        ({"leave": ["One thing."]}, {"leave": ["Another thing altogether."]}, [(("leave",), "One thing.", None, "", False), (("leave",), None, "Another thing altogether.", "", False)]),
    ],
)
def test_fields(old: dict[str, Any], new: dict[str, Any], said: list[tuple[Any, ...]]) -> None:
    assert [(each.key, each.old, each.new, each.of, each.moved) for each in changed_fields(old, new)] == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("a b c", "a b c", []),
        ("a b\n  c", "a b c", []),
        ("a b c", "a x c", [("a", "b", "x", "c")]),
        ("", "x", [("", "", "x", "")]),
        ("1 2 3 4 5 6 7 8", "1 2 3 4 5 6 7 8 9", [("… 4 5 6 7 8", "", "9", "")]),
        ("1 2 3 4 5 6 7 8", "0 2 3 4 5 6 7 9", [("", "1", "0", "2 3 4 5 6 …"), ("… 3 4 5 6 7", "8", "9", "")]),
    ],
)
def test_words(old: str, new: str, said: list[tuple[str, str, str, str]]) -> None:
    assert [(hunk.before, hunk.gone, hunk.new, hunk.after) for hunk in changed_words(old, new)] == said


def test_the_texts_of_a_checkout(tmp_path: Path) -> None:
    for name, text in {
        "letters/good/a.yml": "- {id: a1, draft: Thank you., situation: {stage: check-in}}\n",
        "drafts/d.yaml": "- {id: d1, draft: Asap., expect: [no-hurry], suggest: [be-brief], tolerate: [say-thanks]}\n",
        "drafts/bad.yaml": "- {id: d1}\n",
        "sentences/no-hurry.yml": "rule: no-hurry\nflag:\n- text: Asap.\nleave:\n- {text: Soon., situation: {stage: withdraw}}\n",
        "sentences/bad.yml": "rule: x\n",
    }.items():
        path = tmp_path / "tests" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    found, problems = read_corpus(tmp_path / "tests")
    assert [(each.kind, each.name, each.situation.text("stage")) for each in found] == [
        ("good letter", "a: a1", "check-in"),
        ("labelled draft", "d: d1", "thank-you"),
        ("sentence", "no-hurry, flag 1", "thank-you"),
        ("sentence", "no-hurry, leave 1", "withdraw"),
    ]
    assert {problem.file for problem in problems} == {"tests/drafts/bad.yaml", "tests/sentences/bad.yml"}
    rules = ("no-hurry", "be-brief", "say-thanks", "other")
    assert [[each.says(rule, "warning") for rule in rules] for each in found] == [
        [False, False, False, False],
        [True, True, None, False],
        [True, None, None, None],
        [False, None, None, None],
    ]
    assert found[0].says("other", "suggestion") is None
