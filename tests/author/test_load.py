"""The loader: whatever is wrong in a rules folder is said at its line, and nothing else is lost by it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rules_folder import RULE

from checker.author.load import Shared, default_folder, load, read_rule_text
from checker.core.phrases import WordLists

SHARED = Shared(WordLists({"soon": ["soon"]}), {"handbook"})

# What is replaced, by what, and the problem: line:column, then words of the message.
SPOILT = {
    "an unknown key": ("level: error", "levl: error", "7:1: unknown key `levl`", "Did you mean `level`?"),
    "a key that is missing": ("status: stable\n", "", "2:1: `status` is missing"),
    "a key that stands twice": ("group: tone\n", "group: tone\ngroup: tone\n", "5:1: `group` stands here a second time"),
    "an unknown group": ("group: tone", "group: tones", "4:8: `tones` is no group", "Did you mean `tone`?"),
    "an unknown kind": ("kind: phrase", "kind: phrases", "5:7: `phrases` is no kind", "Did you mean `phrase`?"),
    "an unknown stage": ("stages: any", "stages: [check-inn]", "6:10: `check-inn` is no stage", "Did you mean `check-in`?"),
    "an unknown level": ("level: error", "level: errors", "7:8: `errors` is no level", "Did you mean `error`?"),
    "levels for nothing": ("level: error", "level: {formal: error}", "7:8: `level` needs an entry for each"),
    "an id that is none": ("id: no-hurry", "id: No hurry", "2:5: `No hurry` is no id: lower-case"),
    "a long title": ("title: Do", f"title: {'Do ' * 30}", "3:8: `title` has 112 characters; up to 70 fit"),
    "a long message": ("“{match}”.", "x" * 150, "9:10: `message` has 159 characters; up to 140 fit"),
    "an unknown brace": ("{match}", "{macth}", "9:10: `{macth}` cannot be filled in; known are {match}"),
    "no sources": ("sources:\n  - source: handbook\n    stance: for\n    line: Do not hurry people.", "sources: []", "32:10: `sources` needs at least 1"),
    "an unknown source": ("source: handbook", "source: handbok", "33:13: `handbok` is not in rules/sources.yml", "Did you mean `handbook`?"),
    "an unknown stance": ("stance: for", "stance: pro", "34:13: `pro` is no stance; expected one of for, against"),
    "a date that is none": ("added: 2026-11-23", "added: soon", "36:8: `added` must be a date such as 2026-03-02"),
    "a check that is empty": ("check:\n  any:\n    - reply at once\n    - (asap|urgently)\n  except_in_sentence:\n    - asap labs", "check: {}", "14:8: `any` is missing in `check`"),
    "a key of another kind": ("  except_in", "  at_most: 3\n  except_in", "18:3: unknown key `at_most` in `check`"),
    "a bracket that stays open": ("(asap|urgently)", "(asap|urgently", "17:14: in the phrase `(asap|urgently`", "`)` is missing"),
    "an unknown word list": ("reply at once", "reply <son>", "16:14: in the phrase", "there is no word list `son`"),
    "an unknown slip": ("  except_in", "  slips: [{slip: capitls}]\n  except_in", "18:18: `capitls` is no slip", "Did you mean `capitals`?"),
    "a slip with an unknown list": ("  except_in", "  slips: [{slip: capitals, ordinary: [sooon]}]\n  except_in", "there is no word list `sooon`"),
    "a phrase of nothing": ("reply at once", '"[very]"', "a phrase cannot match nothing"),
    "an unknown part": ("  except_in", "  in: [bdy]\n  except_in", "18:8: `bdy` is no part of a message", "Did you mean `body`?"),
    "a regex that cannot be read": ("- reply at once", "- {regex: '[a'}", "16:15: the regular expression cannot be read"),
    "two keys in an entry": ("- reply at once", "- {regex: 'a', all: [b, c]}", "16:7: an entry is a phrase, or has one key"),
    "an entry with an unknown key": ("- reply at once", "- {regx: 'a'}", "16:8: unknown key `regx`", "Did you mean `regex`?"),
    "a mark that stays open": ('"Call me **asap**."', '"Call me **asap."', "25:7: mark one span with **double stars**"),
    "a mark around nothing": ('"Call me **asap**."', '"Call me ****."', "25:7: the mark **** is empty"),
    "a situation with an unknown key": ('      fixed: "Please."', "      situation: {stag: check-in}", "24:25: stag: unknown key `stag`", "Did you mean `stage`?"),
    "a situation with a bad date": ('      fixed: "Please."', "      situation: {now: soon}", "24:24: now: expected a date like"),
    "a miss without its reason": ("      because: only hinted at\n", "", "30:7: `because` is missing in an example"),
    "an unknown fix": ("{delete: match}", "{delte: match}", "20:7: unknown key `delte`", "Did you mean `delete`?"),
}  # fmt: skip
TRAPS = {
    "a bare no": ("- reply at once", "- no", '16:7: YAML reads a bare no as true or false; write "no" in quotes'),
    "a bare number": ("- reply at once", "- 24", '16:7: YAML reads a bare 24 as a number; write "24" in quotes'),
    "a bare date": ("- reply at once", "- 2026-03-01", '16:7: YAML reads a bare 2026-03-01 as a date; write "2026-03-01"'),
    "an empty entry": ("- reply at once", "-", "16:6: a phrase is empty"),
    "a backspace": ("- reply at once", r'- {regex: "\bfast\b"}', '16:15: the invisible character U+0008', "use single quotes"),
    "an escape that is none": ("- reply at once", r'- {regex: "\d+"}', '16:17: a backslash inside "double quotes" starts an escape'),
    "a second colon": ("title: Do not", "title: Never: do not", '3:13: a second ": " stands in this line'),
    "a tab": ("  any:\n", "\tany:\n", "15:1: a tab stands here; YAML wants spaces"),
    "a text that begins with @": ("- reply at once", "- @once", "16:7: ", "@"),
    "a quotation mark that stays open": ('"Call me **asap**."', '"Call me **asap**.', "27:14: words stand behind a closing \"", "a quotation mark that is missing further up"),
    "an indentation that does not fit": ("  except_in", " except_in", "the indentation does not fit"),
    "a list for a text": ("title: Do not hurry your reader", "title: [Do not]", "3:8: `title` must be a text, not a list"),
    "a text for a list": ("replaces: [no-rush]", "replaces: no-rush", "37:11: `replaces` must be a list: lines that begin with `- `"),
}  # fmt: skip


@pytest.mark.parametrize("case", [*SPOILT, *TRAPS])
def test_each_slip_is_told_at_its_place(case: str) -> None:
    old, new, *said = (SPOILT | TRAPS)[case]
    assert old in RULE
    data, problems = read_rule_text(RULE.replace(old, new, 1), "rules/tone/no-hurry.yml", SHARED)
    told = "\n".join(str(problem) for problem in problems)
    assert all(words in told for words in said), told
    assert all(str(problem).startswith("rules/tone/no-hurry.yml:") for problem in problems)


def test_a_sound_rule_has_no_problems() -> None:
    data, problems = read_rule_text(RULE, "rules/tone/no-hurry.yml", SHARED)
    assert not problems
    assert data is not None and data["page"] == "rules/no-hurry/" and "check-in" in data["stages"]


@pytest.mark.parametrize(
    "content, said",
    [
        (b"", "1:1: the file is empty"),
        (b"# a comment alone\n", "1:1: the file is empty"),
        (b"- a\n- b\n", "1:1: the rule must be a group of keys"),
        (b"id: x\ntitle: caf\xe9\n", "2:1: this is no UTF-8 text"),
        (b"id: x\x00\n", "1:1: not readable as text"),
    ],
)
def test_files_that_are_no_rules(content: bytes, said: str) -> None:
    data, problems = read_rule_text(content, "rules/tone/x.yml", SHARED)
    assert data is None
    assert said in str(problems[0])


def test_all_problems_of_all_files_are_told_and_the_good_rule_loads(write_rules) -> None:
    broken = (
        RULE.replace("id: no-hurry", "id: no-rush")
        .replace("level: error", "level: eror")
        .replace("status: stable", "status: on")
    )
    other = RULE.replace("id: no-hurry", "id: no-haste").replace("(asap|urgently)", "(asap")
    library = load(write_rules(RULE, broken, other))
    assert [rule["id"] for rule in library.rules] == ["no-hurry"]
    assert [str(problem).split(": ")[0] for problem in library.problems] == [
        "rules/tone/no-haste.yml:17:9",
        "rules/tone/no-rush.yml:7:8",
        "rules/tone/no-rush.yml:8:9",
    ]
    assert library.rule_set().rules[0].id == "no-hurry"


@pytest.mark.parametrize(
    "files, said",
    [
        ({"tone/other.yml": RULE}, "rules/tone/other.yml:1:1: the id `no-hurry` and the file's name `other.yml` differ"),
        ({"shape/no-hurry.yml": RULE}, "rules/shape/no-hurry.yml:1:1: a rule of the group `tone` belongs in rules/tone/"),
        ({"words/soon.yml": "id: soon\ntitle: Soon\nwords: []\n"}, "rules/words/soon.yml:3:8: `words` needs at least 1"),
        ({"words/soon.yml": "id: soon\ntitle: Soon\nwords: [no]\n"}, "rules/words/soon.yml:3:9: YAML reads a bare no"),
        ({"words/soon.yml": "id: soon\ntitle: Soon\nwords: [(now]\n"}, "in the entry `(now`: `)` is missing"),
        ({"words/soon.yml": "id: soon\ntitle: Soon\nwords: [<soon>]\n"}, "the word list `soon` contains itself"),
        ({"sources.yml": "handbook:\n  publisher: An office\n  url: careers.example\n"}, "rules/sources.yml:3:8: an address starts with"),
        ({"sources.yml": "handbook:\n  publisher: An office\n"}, "rules/sources.yml:2:3: `url` is missing in a source"),
        ({"tables/holidays.json": "{"}, "rules/tables/holidays.json:1:1: cannot be read"),
    ],
)  # fmt: skip
def test_what_is_wrong_around_the_rules(write_rules, files: dict[str, str], said: str) -> None:
    told = "\n".join(str(problem) for problem in load(write_rules(**files)).problems)
    assert said in told


def test_word_lists_are_read_as_phrases_once(write_rules) -> None:
    library = load(write_rules(RULE))
    assert "soon" in library.words
    assert library.lists is library.read_lists is library.shared.words
    assert replace(library, words={"late": ["late"]}).lists.entries == {"late": ["late"]}


def test_missing_files_are_told(write_rules) -> None:
    folder = write_rules()
    (folder / "sources.yml").unlink()
    (folder / "tables" / "holidays.json").unlink()
    told = "\n".join(str(problem) for problem in load(folder).problems)
    assert "rules/sources.yml:1:1: the file is missing" in told
    assert "rules/tables/holidays.json:1:1: cannot be read" in told and "`afterword tables` makes it anew" in told


def test_the_rules_of_this_project_load() -> None:
    assert [str(problem) for problem in load(default_folder()).problems] == []
