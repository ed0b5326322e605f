"""The command as a person runs it: what it prints, how it ends, and that no input makes it fall over."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rules_folder import RULE, write_rules

from checker.cli import main
from checker.cli.places import Lines
from checker.cli.style import columns, terminal_style
from checker.cli.text import TextReport, first_sentence
from checker.core.report import Finding, Fix, NotChecked, Report

THANKS = """\
id: say-thanks
title: Say thank you
group: content
kind: missing
stages: [thank-you]
level: {thank-you: warning}
status: stable
message: Nobody is thanked here.
why: |
  It is kind, e.g. after a long day. It costs
  nothing.

  More of it.
how: Thank them.
check:
  when: channel == 'email'
  evidence:
    - any: [thank you]
examples:
  flag:
    - I enjoyed the talk.
    - It was a long talk.
  leave:
    - Thank you for the talk.
    - I enjoyed the long talk, thank you.
sources:
  - {source: handbook, stance: for, line: Say thank you.}
added: 2026-11-23
"""
WAIT = """\
id: wait-a-day
title: Wait a day
group: timing
kind: timing
stages: [thank-you]
level: suggestion
status: stable
message: Wait a day.
why: It is kind.
how: Wait.
check:
  flag: days(interview.at, now) < 1
examples:
  flag:
    - {text: I enjoyed the talk., situation: {now: "2026-03-02", interview: {at: "2026-03-02"}}}
  leave:
    - {text: I enjoyed the talk., situation: {now: "2026-03-03", interview: {at: "2026-03-02"}}}
    - {text: I enjoyed the long talk., situation: {now: "2026-03-03", interview: {at: "2026-03-02"}}}
sources:
  - {source: handbook, stance: for, line: Wait.}
added: 2026-11-23
"""
ASK = """\
id: ask-first
title: Ask first
group: before
kind: none
stages: any
status: stable
why: It is kind.
how: Ask.
sources:
  - {source: handbook, stance: conditional, line: Ask.}
added: 2026-11-23
"""
DRAFT = "Dear Dana,\n\nThank you for the talk.\nPlease reply at once, ASAP.\n\nKind regards\nSam\n"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return write_rules(tmp_path / "rules", RULE, THANKS, WAIT, ASK)


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., str]:
    def file(content: str | bytes, name: str = "draft.txt") -> str:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return file


@pytest.fixture
def run(rules: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*arguments: str) -> tuple[int, str, str]:
        status = main([*arguments, "--rules", str(rules)])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return status, told.out, told.err

    return run


def piped(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


# ---------------------------------------------------------------- check


def test_the_report_as_text(run, file, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    name = file(DRAFT)
    status, out, err = run("check", name)
    assert (status, err) == (1, "")
    assert out == f"""\
{name}:4:8: error: Do not hurry your reader (no-hurry)
    Please reply at once, ASAP.
           ^^^^^^^^^^^^^
  Take out “reply at once”.
  Why: Nobody likes to be hurried.
  Fix: Delete “reply at once”

{name}:4:23: error: Do not hurry your reader (no-hurry)
    Please reply at once, ASAP.
                          ^^^^
  Take out “ASAP”.
  Why: Nobody likes to be hurried.
  Fix: Delete “ASAP”

Passed: Say thank you.
Not checked: “Wait a day” needs interview.at and now.
Give these facts in a file: --situation FILE
Not ready: mend the errors before you send it. 2 errors.
"""


def test_what_belongs_to_no_place_has_none(run, file) -> None:
    name = file("Hello.")
    status, out, _ = run("check", name)
    assert status == 1
    assert out.startswith(
        f"{name}: warning: Say thank you (say-thanks)\n  Nobody is thanked here.\n"
        "  Why: It is kind, e.g. after a long day.\n\n"
    )
    assert out.endswith("Nearly ready: worth another look before you send it. 1 warning.\n")


def test_suggestions_alone_end_well(run, file) -> None:
    situation = file("now: 2026-03-02\ninterview: {at: 2026-03-02}\n", "s.yml")
    status, out, _ = run("check", file("Thank you."), "--situation", situation)
    assert status == 0
    assert "suggestion: Wait a day" in out
    assert out.endswith("Ready to send. 1 suggestion.\n")


def test_the_report_as_json_is_the_contract_s(run, file) -> None:
    status, out, _ = run("check", file(DRAFT), "--format", "json")
    report = json.loads(out)
    assert status == 1
    assert list(report) == ["version", "verdict", "findings", "passed", "not_checked"]
    assert [DRAFT[found["start"] : found["end"]] for found in report["findings"]] == ["reply at once", "ASAP"]
    assert list(report["findings"][0]) == ["rule", "level", "start", "end", "text", "message", "why", "page", "fixes"]
    assert report["not_checked"] == [{"rule": "wait-a-day", "needs": ["interview.at", "now"]}]


def test_the_report_for_github(run, file) -> None:
    name = file("Sam, 100%: reply at\nonce.\nAsap!")
    _, out, _ = run("check", name, "--format", "github")
    assert out.splitlines() == [
        f"::error file={name},line=1,endLine=2,title=Do not hurry your reader (no-hurry)::Take out “reply at%0Aonce”.",
        f"::error file={name},line=3,col=1,endLine=3,endColumn=5,title=Do not hurry your reader (no-hurry)::Take out “Asap”.",
        f"::warning file={name},line=1,title=Say thank you (say-thanks)::Nobody is thanked here.",
    ]


def test_the_draft_may_come_from_standard_input(run, monkeypatch) -> None:
    for arguments in (["check"], ["check", "-"]):
        piped(monkeypatch, DRAFT.encode())
        status, out, _ = run(*arguments)
        assert status == 1
        assert out.startswith("draft:4:8: error:")


def test_line_ends_and_a_byte_order_mark_do_not_move_the_place(run, file) -> None:
    name = file(b"\xef\xbb\xbfThank you for all.\r\nI liked the talk.\rReply at once.\r\n")
    _, out, _ = run("check", name)
    assert out.startswith(f"{name}:3:1: error:")


@pytest.mark.parametrize(
    "content, said",
    [
        (b"", "there is nothing to check, the draft is empty"),
        (" \n\u200b\n".encode(), "there is nothing to check, the draft is empty"),
        (b"PK\x03\x04\0\0", "this is not a text file. Save the message as plain text (UTF-8)"),
        (bytes(range(256)) * 40, "this is not a text file"),
        ("Dear Zoë".encode("latin-1"), ":1: this is not UTF-8 text; save the file as UTF-8"),
        ("Dear Zoë".encode("utf-16"), "this text is saved as UTF-16; save it as UTF-8"),
        (b"Thank you. " * 90_910, "The draft has 1,000,010 characters; up to 20,000 are checked."),
        (b"Thank you. " * 400_000, "more than 4 MB; nothing of that size can be read"),
    ],
    ids=["empty", "blank", "zip", "bytes", "latin-1", "utf-16", "1 MB", "4 MB"],
)
def test_drafts_that_cannot_be_checked(run, file, content: bytes, said: str) -> None:
    name = file(content)
    status, out, err = run("check", name)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert err.startswith(name) and said in err


def test_files_that_cannot_be_opened(run, tmp_path: Path) -> None:
    assert run("check", "no/such.txt") == (2, "", "no/such.txt: there is no such file\n")
    assert run("check", str(tmp_path)) == (2, "", f"{tmp_path}: this is a folder, not a file\n")
    assert run("check", "a\0b")[0] == 2


@pytest.mark.parametrize(
    "situation, said",
    [
        ("stagee: thank-you\n", ":1:1: unknown key `stagee`. Did you mean `stage`?"),
        ("now: soon\n", ":1:6: now: expected a date like 2026-03-02"),
        ("stage: a: b\n", ':1:9: a second ": " stands in this line'),
        ("me: [Sam]\n", ":1:5: me: expected text, found a list"),
        (b"\xff\xfe\0", "this text is saved as UTF-16"),
    ],
)
def test_situations_that_cannot_be_read(run, file, situation: str | bytes, said: str) -> None:
    name = file(situation, "s.yml")
    status, out, err = run("check", file(DRAFT), "--situation", name)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert err.startswith(name) and said in err


def test_draft_and_situation_cannot_both_come_from_standard_input(run) -> None:
    status, _, err = run("check", "-", "--situation", "-")
    assert status == 2 and "Only one of" in err


@pytest.mark.parametrize("command", [["check"], ["rules"], ["explain", "no-hurry"], ["prove"], ["score", "x.yml"], ["check", "--batch"]])
def test_broken_rules_stop_every_command_and_are_all_told(command, rules: Path, run) -> None:
    write_rules(rules, RULE.replace("level: error", "level: eror"), THANKS.replace("thank you]", "(thank you]"))
    status, out, err = run(*command)
    assert (status, out) == (2, "")
    assert [line.split(": ")[0] for line in err.splitlines()] == [
        "rules/content/say-thanks.yml:18:21",
        "rules/tone/no-hurry.yml:7:8",
        "2 problems in the rules; nothing was done.",
    ]


def test_a_rules_folder_that_is_none(capsys) -> None:
    assert main(["rules", "--rules", "no/such"]) == 2
    assert capsys.readouterr().err == "no/such: there is no such folder of rules\n"


# ---------------------------------------------------------------- batch

LINES = [
    ('{"id": "a1", "draft": "Thank you. Reply at once."}', "a1", "report"),
    ('{"id": 7, "draft": "Thank you.", "situation": {"stage": "check-in"}}', 7, "report"),
    ('{"draft": "Thank you.", "situation": null}', None, "report"),
    ('{"id": "e", "draft": ""}', "e", "report"),
    ('{"id": "s", "draft": "Half a pair: \\ud800 asap."}', "s", "report"),
    ('{"id": "o", "draft": "Hello.", "expect": ["say-thanks"]}', "o", "report"),
    ("", None, "this line is not JSON: it is empty"),
    ("no json", None, "this line is not JSON: Expecting value at character 1"),
    ('{"id": NaN, "draft": "x"}', None, "NaN is no JSON value"),
    ("[" * 100_000, None, "this line cannot be read"),
    ("[1]", None, 'expected an object like {"id"'),
    ('{"id": "m"}', "m", "`draft` is missing"),
    ('{"id": "t", "draft": 3}', "t", "`draft` must be a text"),
    ('{"id": "k", "draft": "x", "situtation": {}}', "k", "unknown key `situtation`. Did you mean `situation`?"),
    ('{"id": "b", "draft": "x", "situation": {"now": "soon"}}', "b", "now: expected a date like"),
    ('{"id": "l", "draft": "x", "situation": []}', "l", "situation: expected"),
    (json.dumps({"id": "big", "draft": "x" * 20_001}), "big", "draft: The draft has 20,001 characters"),
    ('{"id": "last", "draft": "Asap \U0001f600 asap"}', "last", "report"),
]  # fmt: skip


def test_every_line_has_its_answer(run, monkeypatch, file) -> None:
    content = "\n".join(line for line, _, _ in LINES).encode()
    piped(monkeypatch, content)
    status, out, err = run("check", "--batch")
    assert (status, err) == (0, "")
    assert run("check", "--batch", file(content))[1] == out
    answers = [json.loads(line) for line in out.splitlines()]
    assert len(answers) == len(LINES)
    for (_, name, said), answer in zip(LINES, answers):
        assert answer["id"] == name
        assert "report" in answer if said == "report" else said in answer["error"]
        assert len(answer) == 2
    assert [found["start"] for found in answers[-1]["report"]["findings"]] == [0, 7, None]


def test_a_line_that_is_no_utf_8_is_one_bad_line(run, monkeypatch) -> None:
    piped(monkeypatch, b'{"id": "a", "draft": "\xff"}\n{"id": "b", "draft": "Hello."}\n')
    _, out, _ = run("check", "--batch")
    first, second = (json.loads(line) for line in out.splitlines())
    assert first == {"id": None, "error": "this line is not UTF-8 text"}
    assert second["id"] == "b"


def test_a_line_is_judged_alike_whatever_came_before(run, monkeypatch) -> None:
    line = b'{"id": 1, "draft": "Dear Dana, asap", "situation": {"me": "Sam"}}\n'
    piped(monkeypatch, line)
    alone = run("check", "--batch")[1]
    piped(monkeypatch, b'{"id": 0, "draft": "x", "situation": {"stage": "check-in", "me": "Kim"}}\nbad\n' + line)
    assert run("check", "--batch")[1].splitlines()[-1] + "\n" == alone


def test_batch_has_no_use_for_other_options(run) -> None:
    assert run("check", "--batch", "--format", "json")[0] == 2
    assert run("check", "--batch", "no/such.jsonl") == (2, "", "no/such.jsonl: there is no such file\n")


# ---------------------------------------------------------------- as a process of its own


def command(*arguments: str, **options) -> subprocess.CompletedProcess[bytes]:
    started = [sys.executable, "-m", "checker.cli", *arguments]
    return subprocess.run(started, capture_output=True, timeout=60, **options)


def test_output_is_utf_8_json_in_any_locale(rules: Path) -> None:
    surroundings = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    line = '{"id": "é", "draft": "Asap \\ud83d\\ude00 \\ud800"}\n'.encode()
    done = command("check", "--batch", "--rules", str(rules), input=line, env=surroundings)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode())["id"] == "é"
    done = command("check", "--rules", str(rules), input="Asap “Zoë”".encode(), env=surroundings)
    assert (done.returncode, done.stderr) == (1, b"")


def test_each_line_is_answered_at_once_and_a_broken_pipe_is_no_accident(rules: Path) -> None:
    started = [sys.executable, "-m", "checker.cli", "check", "--batch", "--rules", str(rules)]
    with subprocess.Popen(started, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdin and running.stdout and running.stderr
        running.stdin.write(b'{"id": 1, "draft": "Hello."}\n')
        running.stdin.flush()
        assert json.loads(running.stdout.readline())["id"] == 1  # before the input has ended
        running.stdout.close()
        try:
            running.stdin.write(b'{"id": 2, "draft": "Hello."}\n' * 2000)
            running.stdin.close()
        except BrokenPipeError:
            pass  # it has left already, as it should
        assert running.stderr.read() == b""
        assert running.wait(60) == 0


# ---------------------------------------------------------------- the guide


def test_explain(run) -> None:
    status, out, _ = run("explain", "no-hurry")
    assert status == 0
    for words in (
        "Do not hurry your reader\nno-hurry: error, stages: any\n",
        "\nWhy\nNobody likes to be hurried.\n",
        "\nHow\nAsk, and leave",
        "\nIs found\n- Please **reply at once**.\n",
        "\nIs left alone\n- I enjoyed hearing",
        "\nShould be found, and is not yet\n- The sooner the better.\n    only hinted at\n",
        "\nSources\n- A careers office (for): Do not hurry people.\n  https://careers.example/handbook\n",
    ):
        assert words in out


def test_explain_knows_what_was_meant(run) -> None:
    assert run("explain", "no-hury") == (2, "", "There is no rule `no-hury`. Did you mean `no-hurry`?\n")
    assert run("explain", "zzz") == (2, "", "There is no rule `zzz`. `afterword rules` lists all of them.\n")
    assert run("explain", "no-rush") == (2, "", "`no-rush` is now called `no-hurry`.\n")


def test_rules_are_listed(run) -> None:
    assert run("rules")[1].splitlines() == [
        "id          level       kind     stages     title",
        "ask-first   guidance    none     any        Ask first",
        "no-hurry    error       phrase   any        Do not hurry your reader",
        "say-thanks  warning     missing  thank-you  Say thank you",
        "wait-a-day  suggestion  timing   thank-you  Wait a day",
    ]


# ---------------------------------------------------------------- for authors


def test_prove(run) -> None:
    status, out, _ = run("prove", "no-hurry", "say-thanks")
    assert (status, out) == (0, "2 rules proved, 9 examples\n")


def test_prove_tells_what_fails(run, rules: Path) -> None:
    write_rules(rules, RULE.replace("Call me **asap**", "Call me **soon**"))
    status, out, _ = run("prove")
    assert status == 1
    assert out.splitlines()[0].startswith("rules/tone/no-hurry.yml:")
    assert out.splitlines()[-1] == "3 rules proved, 12 examples; 1 rule failed, 1 failure"
    status, out, _ = run("prove", "--format", "github")
    assert out.startswith("::error file=rules/tone/no-hurry.yml,line=")


def test_prove_of_an_unknown_rule(run) -> None:
    assert run("prove", "no-hury")[0] == 2


def test_score(run, file) -> None:
    drafts = file(
        "- {id: a, draft: Call me asap with thank you., expect: [no-hurry, no-such]}\n"
        "- {id: b, draft: Hello., expect: []}\n- {id: c, draft: Thank you., expect: [no-hurry]}\n",
        "drafts.yml",
    )
    status, out, _ = run("score", drafts)
    assert status == 0
    assert "no-hurry                 1   0   1      1.000   0.500  0.667\n" in out
    assert "micro: all together      1   1   1      0.500   0.500  0.500\n" in out
    assert "macro: mean over rules                  0.500   0.500  0.333\n" in out
    assert "Clean drafts: 1 false alarm in 1 draft, 1.000 each\n" in out
    assert "\n  b: false alarm say-thanks\n  c: missed no-hurry\n" in out
    assert "Left out, for no such rule checks drafts: no-such (1)\n" in out
    status, out, _ = run("score", "--json", drafts)
    assert json.loads(out)["micro"]["f1"] == 0.5


def test_score_tells_what_is_wrong_with_the_drafts(run, file) -> None:
    status, out, err = run("score", file("- {id: a}\n", "one.yml"), file("a: [\n", "two.yml"))
    assert (status, out) == (2, "")
    assert "one.yml:1:3: `draft` is missing in a draft" in err and "two.yml:2:1: " in err


def test_schema_is_written_into_the_rules_folder(run, rules: Path) -> None:
    status, out, _ = run("schema")
    assert status == 0 and "schema.json" in out
    assert json.loads((rules / "schema.json").read_text())["title"] == "A rule of Afterword"


def test_tables_are_written_into_the_rules_folder(run, rules: Path) -> None:
    status, out, _ = run("tables", "--years", "2026-2027")
    assert status == 0 and out.count("wrote") == 2
    holidays = json.loads((rules / "tables" / "holidays.json").read_text())
    assert list(holidays["US"]) == ["2026", "2027"] and "0101" in holidays["GB"]["2026"].split()
    assert run("tables", "--years", "soon")[0] == 2


def test_help_and_wrong_use(capsys) -> None:
    assert main(["--help"]) == 0
    assert "explain" in capsys.readouterr().out
    assert main([]) == 2
    assert main(["chek"]) == 2
    assert main(["check", "--format", "xml"]) == 2
    assert main(["--version"]) == 0


# ---------------------------------------------------------------- text for a terminal


def report_lines(text: str, start: int, end: int, width: int = 60) -> list[str]:
    fix = Fix("Change it", start, end, "")
    finding = Finding("r", "error", start, end, text[start:end], "A message.", "A reason. More.", "", (fix,))
    report = Report("1", (finding,), (), (NotChecked("r", ("a", "b", "c")),))
    return list(TextReport(report, text, "d", {"r": "A title"}, width=width).lines())


@pytest.mark.parametrize(
    "text, start, end, shown, marked",
    [
        ("say asap now", 4, 8, "say asap now", "    ^^^^"),
        ("one\n\ttwo asap", 9, 13, " two asap", "     ^^^^"),
        ("日本 asap", 3, 7, "日本 asap", "     ^^^^"),
        ("e\u0301te\u0301 asap", 6, 10, "e\u0301te\u0301 asap", "    ^^^^"),
        ("a\u200b asap", 3, 7, "a\u200b asap", "  ^^^^"),
        ("say \u200b now", 4, 5, "say \u200b now", "    ^"),
        ("reply at\nonce", 0, 13, "reply at", "^^^^^^^^ … to line 2"),
        ("say \x1b[31masap\x07", 4, 13, "say ␛[31masap␇", "    ^^^^^^^^^"),
        ("say \u202easap", 5, 9, "say \ufffdasap", "     ^^^^"),
    ],
)
def test_the_place_is_underlined(text: str, start: int, end: int, shown: str, marked: str) -> None:
    lines = report_lines(text, start, end)
    assert lines[1:3] == ["    " + shown, "    " + marked]


def test_long_lines_are_cut_around_the_place() -> None:
    text = "word " * 100 + "asap" + " word" * 100
    for width in (40, 61, 100):
        _, shown, marked, *_ = report_lines(text, 500, 504, width)
        assert columns(shown) <= width
        assert shown.startswith("    …") and shown.endswith("…")
        assert shown[marked.index("^") : marked.rindex("^") + 1] == "asap"


def test_facts_are_listed_as_people_list_them() -> None:
    assert "Not checked: “A title” needs a, b and c." in report_lines("asap", 0, 4)


def test_colour_only_where_somebody_looks_on(monkeypatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert terminal_style(Terminal())("x", "error") == "\033[1;31mx\033[0m"
    assert terminal_style(io.StringIO())("x", "error") == "x"
    monkeypatch.setenv("TERM", "dumb")
    assert terminal_style(Terminal())("x", "error") == "x"
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert terminal_style(Terminal())("x", "error") == "x"


@pytest.mark.parametrize(
    "text, first",
    [
        ("One. Two.", "One."),
        ("See Dr. Ortiz\nthen. Go.", "See Dr. Ortiz then."),
        ("It is “so.” Yes.", "It is “so.”"),
        ("In the U.S. it is so. Yes.", "In the U.S. it is so."),
        ("No end\n\nNext.", "No end"),
        ("Is it? Yes.", "Is it?"),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_places_count_from_one() -> None:
    lines = Lines("a\r\nbc\n\nd")
    assert [tuple(lines.place(offset)) for offset in (0, 1, 3, 5, 6, 7, 8)] == [
        (1, 1), (1, 2), (2, 1), (2, 3), (3, 1), (4, 1), (4, 2),
    ]  # fmt: skip
    assert lines.texts == ["a", "bc", "", "d"]
