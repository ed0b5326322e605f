"""`afterword check`: what it prints, how it ends, and that no input makes it fall over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rules_folder import RULE, THANKS, write_rules

from checker.cli import main

DRAFT = "Dear Dana,\n\nThank you for the talk.\nPlease reply at once, ASAP.\n\nKind regards\nSam\n"


def test_the_report_as_text(run, file, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    name = file(DRAFT)
    status, out, err = run("check", name)
    assert status == 1
    assert err.startswith("Read as a thank-you, for no stage is given.")
    assert (
        out
        == f"""\
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
    )


def test_what_belongs_to_no_place_has_none(run, file) -> None:
    name = file("Hello.")
    status, out, _ = run("check", name)
    assert status == 1
    assert out.startswith(
        f"{name}: warning: Say thank you (say-thanks)\n  Nobody is thanked here.\n"
        "  Why: It is kind, e.g. after a long day.\n\n"
    )
    assert out.endswith("Nearly ready: worth another look before you send it. 1 warning.\n")


def test_several_files_are_read_each_alone_and_the_worst_counts(run, file) -> None:
    good, bad = file("Thank you for the talk.", "good.txt"), file(DRAFT, "bad.txt")
    status, out, _ = run("check", good, bad, good, "--format", "github")
    assert status == 1
    assert out.count("::error ") == out.count(f"file={bad},") == 2
    assert run("check", good, good)[0] == 0
    assert run("check", "--batch", good, bad) == (2, "", "--batch reads one file of many drafts.\n")


def test_a_situation_from_standard_input_is_that_of_every_file(run, file, piped) -> None:
    piped(b"now: 2026-03-02\ninterview: {at: 2026-03-02}\n")
    name = file("Thank you.")
    status, out, err = run("check", name, name, "--situation", "-")
    assert (status, err) == (0, "Read as a thank-you, for no stage is given. A check-in or a withdrawal has other rules: --situation FILE\n" * 2)
    assert out.count("suggestion: Wait a day") == 2


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


def test_the_draft_may_come_from_standard_input(run, piped) -> None:
    for arguments in (["check"], ["check", "-"]):
        piped(DRAFT.encode())
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
        (b"Thank you. " * 90_910, "The draft has 1,000,010 characters, 980,010 more than the 20,000 that can be checked."),
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


@pytest.mark.parametrize(
    "command", [["check"], ["rules"], ["explain", "no-hurry"], ["prove"], ["score", "x.yml"], ["check", "--batch"]]
)
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
