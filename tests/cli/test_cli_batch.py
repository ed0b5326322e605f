"""`afterword check --batch`: one answer for each line, whatever the line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from checker.core.wire import Engine

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


def test_every_line_has_its_answer(run, piped, file) -> None:
    content = "\n".join(line for line, _, _ in LINES).encode()
    piped(content)
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


def test_a_line_that_is_no_utf_8_is_one_bad_line(run, piped) -> None:
    piped(b'{"id": "a", "draft": "\xff"}\n{"id": "b", "draft": "Hello."}\n')
    _, out, _ = run("check", "--batch")
    first, second = (json.loads(line) for line in out.splitlines())
    assert first == {"id": None, "error": "this line is not UTF-8 text"}
    assert second["id"] == "b"


def test_a_line_is_judged_alike_whatever_came_before(run, piped) -> None:
    line = b'{"id": 1, "draft": "Dear Dana, asap", "situation": {"me": "Sam"}}\n'
    piped(line)
    alone = run("check", "--batch")[1]
    piped(b'{"id": 0, "draft": "x", "situation": {"stage": "check-in", "me": "Kim"}}\nbad\n' + line)
    assert run("check", "--batch")[1].splitlines()[-1] + "\n" == alone


def test_batch_has_no_use_for_other_options(run) -> None:
    assert run("check", "--batch", "--format", "json")[0] == 2
    assert run("check", "--batch", "no/such.jsonl") == (2, "", "no/such.jsonl: there is no such file\n")


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
    assert done.returncode == 1 and b"Traceback" not in done.stderr


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


def test_a_fault_of_ours_costs_one_line_only(run, piped, monkeypatch) -> None:
    def report(engine: Engine, draft: str, situation: object) -> dict[str, object]:
        if draft == "bad":
            raise KeyError("x")
        return {}

    monkeypatch.setattr(Engine, "report", report)
    piped(b'{"id": 1, "draft": "bad"}\n{"id": 2, "draft": "good"}\n')
    first, second = (json.loads(line) for line in run("check", "--batch")[1].splitlines())
    assert first["id"] == 1 and "the checker itself failed on this line (KeyError" in first["error"]
    assert second == {"id": 2, "report": {}}
