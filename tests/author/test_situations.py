"""Situation files: each slip at its line and column, in YAML and in JSON."""

from __future__ import annotations

import pytest

from checker.author.situations import read_situation_text

SLIPS = [
    ("stagee: thank-you\n", "1:1: unknown key `stagee`. Did you mean `stage`?"),
    ("stage: thanks\n", "1:8: stage: `thanks` is not one of thank-you, check-in"),
    ("stage: thank-you\nnow: tomorrow\n", "2:6: now: expected a date like 2026-03-02 or 2026-03-02T14:00"),
    ("now: 2026-02-30\n", "1:6: `2026-02-30` cannot be read: day is out of range for month"),
    ("now: 2026-03-01T10:00:00Z\n", "1:6: now: expected a date like 2026-03-02 or 2026-03-02T14:00, without a time zone"),
    ("whole_email: maybe\n", "1:14: whole_email: expected true or false, found text `maybe`"),
    ("interview: 3\n", "1:12: interview: expected a group of keys, found a number `3`"),
    ("interview:\n  round: two\n", "2:10: interview.round: expected a whole number, 0 or more"),
    ("interview:\n  interviewers:\n    - lead: true\n", "3:7: interview.interviewers[0]: `name` is missing"),
    ("interview:\n  interviewers:\n    - name: No\n", '3:13: interview.interviewers[0].name: expected text, found true or false `False`; write "No" in quotes'),
    ("recipients: [Dana, 7]\n", '1:20: recipients[1]: expected text, found a number `7`; write "7" in quotes'),
    ("sent:\n  - {at: 2026-03-01, chanel: email}\n", "2:22: unknown key `chanel`. Did you mean `channel`? (in `sent[0]`)"),
    ("country: Norway\n", "1:10: country: expected an ISO country code of two letters"),
    ("stage: thank-you\nstage: check-in\n", "2:1: `stage` stands here a second time"),
    ("stage: check-in: now\n", '1:16: a second ": " stands in this line'),
    ("interview:\n\tat: 2026-03-01\n", "2:1: a tab stands here"),
    ("- stage\n", "1:1: situation: expected"),
    ("a.b: 1\n", "1:1: unknown key `a.b`"),
    ("[a, b]: 1\n", "1:1: a key must be a word"),
    ("me: &me [*me]\n", "1:5: this refers to itself"),
    ("me: !!python/object:os.system x\n", "1:5: `x` cannot be read"),
    ("[" * 20_000, "1:1: this is nested too deeply"),
    ("me: \x07\n", "1:1: not readable as text"),
    ('{"stage": "thank-you",\n\t"interview": {"att": 1}}', "2:16: unknown key `att`. Did you mean `at`? (in `interview`)"),
    ('{"me": "\\ud83d\\ude00", "now": 3}', "1:31: now: expected a date like"),
    ('{"me": "Sam", "me": "Kim"}', "1:15: `me` stands here a second time"),
    ('{"company": "A\\/B", "round": 1}', "1:21: unknown key `round`"),
]  # fmt: skip


@pytest.mark.parametrize("text, said", SLIPS)
def test_each_slip_is_told_once_at_its_place(text: str, said: str) -> None:
    situation, problems = read_situation_text(text, "s.yml")
    assert situation is None
    assert len(problems) == 1
    assert said in str(problems[0])


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}", "stage:\n"])
def test_nothing_said_is_nothing_known(text: str) -> None:
    situation, problems = read_situation_text(text, "s.yml")
    assert situation is not None and not problems
    assert situation.facts == {}


def test_yaml_and_json_read_alike() -> None:
    yaml_text = (
        "country: NO\nme: A/B\ninterview:\n  at: 2026-03-02\n  round: 2\n  interviewers:\n    - {name: Émile 😀}\n"
    )
    json_text = (
        '{\t"country": "no", "me": "A\\/B", "interview": {"at": "2026-03-02", "round": 2,'
        ' "interviewers": [{"name": "\\u00c9mile \\ud83d\\ude00"}]}}'
    )
    one, other = (read_situation_text(text, "s")[0] for text in (yaml_text, json_text))
    assert one is not None and one == other
    assert one.get("country") == "NO" and one.text("me") == "A/B"


def test_broken_json_is_told_as_json() -> None:
    _, problems = read_situation_text('{"stage": "thank-you",', "s.json")
    assert [str(problem) for problem in problems] == [
        "s.json:1:23: this is not JSON: Expecting property name enclosed in double quotes"
    ]


def test_aliases_cost_nothing() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in zip("abcdefgh", "bcdefghi")]
    _, problems = read_situation_text("\n".join(lines), "s.yml")
    assert "unknown key `a`" in str(problems[0])
