"""A batch on several cores and in several goes: the same answers in the same order, and nothing lost or left behind."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.author.load import load
from checker.cli import batch
from checker.cli.batch import answer_lines
from checker.cli.cores import answer_on_cores
from checker.cli.progress import Progress

PROCESSES = Path("/proc/self/task")
on_linux = pytest.mark.skipif(not PROCESSES.exists(), reason="looks at processes as Linux shows them")
COUNT = 150  # more than are answered before other processes start


@pytest.fixture
def rules_json(rules: Path) -> str:
    return json.dumps(load(rules).as_data(), default=str)


def drafts(count: int = COUNT) -> list[bytes]:
    lines = [json.dumps({"id": n, "draft": f"Dear Ada,\n\n{'I liked it. ' * (n % 7 * 20)}Number {n}: reply at once."}).encode() + b"\n" for n in range(count)]
    lines[3::50] = [b"no JSON\n"] * len(lines[3::50])
    lines[4::50] = [b'{"id": 4, "draft": NaN}\n'] * len(lines[4::50])
    lines[5::50] = [b'\xef\xbb\xbf{"id": 5, "draft": "Thank you."}\n'] * len(lines[5::50])
    return lines


def answered(lines: list[bytes], rules_json: str, jobs: int) -> list[str]:
    found: list[str] = []
    answer_lines(lines, rules_json, jobs, found.append)
    return found


def test_several_cores_give_the_same_in_the_same_order(rules_json: str) -> None:
    alone = answered(drafts(), rules_json, 1)
    assert len(alone) == COUNT and [json.loads(each)["id"] for each in alone[:3]] == [0, 1, 2]
    assert answered(drafts(), rules_json, 3) == alone


def test_only_a_few_lines_are_read_ahead(rules_json: str) -> None:
    read, ahead = 0, []

    def reading() -> Iterator[bytes]:
        nonlocal read
        for line in drafts(300):
            read += 1
            yield line

    def write(answer: str) -> None:
        ahead.append(read - len(ahead))

    answer_on_cores(reading(), rules_json, 2, write)
    assert len(ahead) == 300 and max(ahead) <= 2 * 16 + 2


def test_whoever_cannot_write_stops_the_reading(rules_json: str) -> None:
    lines = iter(drafts(2000))

    def write(answer: str) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        answer_on_cores(lines, rules_json, 2, write)
    assert next(lines, None) is not None  # it did not read on to the end


def children(parent: int | None = None) -> set[int]:
    """The processes that `parent`, or this one, has begun and that still run."""
    parent = parent or os.getpid()
    return {int(child) for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()}


@on_linux
def test_a_worker_that_is_killed_is_told(rules_json: str) -> None:
    others = children()  # such as a browser

    def write(answer: str) -> None:
        for child in children() - others:
            os.kill(child, signal.SIGKILL)

    with pytest.raises(batch.InputError, match="A worker process was ended from outside"):
        answer_on_cores(iter(drafts(500)), rules_json, 2, write)


@on_linux
def test_workers_end_with_the_process_that_began_them(rules: Path, tmp_path: Path) -> None:
    question = tmp_path / "drafts.jsonl"
    os.mkfifo(question)
    started = [sys.executable, "-m", "checker.cli", "check", "--batch", str(question), "--jobs", "2", "--rules", str(rules)]
    with subprocess.Popen(started, stdout=subprocess.PIPE) as running, question.open("wb") as pipe:
        assert running.stdout
        pipe.write(b"".join(drafts()))
        pipe.flush()
        for _ in range(COUNT):
            running.stdout.readline()
        workers = children(running.pid)
        assert len(workers) == 2
        running.kill()
    ends = time.monotonic() + 20
    while any(Path(f"/proc/{worker}/cmdline").exists() and Path(f"/proc/{worker}/cmdline").read_bytes() for worker in workers):
        assert time.monotonic() < ends
        time.sleep(0.05)


@pytest.mark.parametrize(("kept", "torn"), [(0, b""), (0, b"{"), (1, b'{"id": 4, "rep'), (130, b'{"id": 4, "rep\n'), (COUNT, b""), (COUNT, b'{"id"')])
def test_resuming_gives_what_one_go_gives(kept: int, torn: bytes, run, file, tmp_path: Path) -> None:
    question, whole, out = file(b"".join(drafts()), "drafts.jsonl"), tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    assert run("check", "--batch", question, "--jobs", "1", "--resume", str(whole)) == (0, "", "")
    lines = whole.read_bytes().splitlines(keepends=True)
    out.write_bytes(b"".join(lines[:kept]) + torn)
    assert run("check", "--batch", question, "--jobs", "1", "--resume", str(out)) == (0, "", "")
    assert out.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"My diary.\n", ":1: this is no answer of `afterword check --batch`; name another file. Nothing was changed in it"),
        (b"My diary, unfinished", ":1: this is no answer"),
        (b'{"id": 0, "report": {}}\nMy diary.\n{"id": 2, "report": {}}\n', ":2: this is no answer"),
        (b'{"id": 1, "report": {}}\n', ":1: this answers another line than line 1 of"),
        (b'{"id": 0, "report": {}}\n' * 200, ":2: this answers another line"),
        (b'{"id": 0, "report": {}}\n{"id": 1, "report": {}}\n{"id": 2, "report": {}}\n', " has 3 answers, but "),
    ],
)
def test_what_cannot_be_resumed_is_left_as_it_is(content: bytes, said: str, run, file, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(content)
    status, told, err = run("check", "--batch", file(b"".join(drafts(2)), "drafts.jsonl"), "--resume", str(out))
    assert (status, told) == (2, "") and err.startswith(f"{out}{said}")
    assert out.read_bytes() == content


def test_answers_never_go_into_the_file_that_they_answer(run, file) -> None:
    question = file(b"".join(drafts(2)), "drafts.jsonl")
    status, _, err = run("check", "--batch", question, "--resume", question)
    assert status == 2 and "cannot go into the file" in err
    assert Path(question).read_bytes() == b"".join(drafts(2))


@pytest.mark.parametrize("arguments", [["--jobs", "2"], ["--resume", "out"], ["--batch", "--jobs", "0"], ["--batch", "--jobs", "x"], ["--batch", "a", "b"]])
def test_wrong_use(arguments: list[str], run, piped) -> None:
    piped(b"")
    assert run("check", *arguments)[0] == 2


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("total", "done", "more", "seconds", "said"),
    [
        (10_000, 0, 2_500, 100, "[#######.......................] 2,500 of 10,000 drafts, 25 a second, 5 min left"),
        (10_000, 9_000, 500, 100, "[############################..] 9,500 of 10,000 drafts, 5.0 a second, 2 min left"),
        (10, 0, 10, 4, "[##############################] 10 of 10 drafts, 2.5 a second"),
        (None, 0, 7, 1, "7 drafts, 7.0 a second"),
        (0, 0, 0, 0, "[..............................] 0 of 0 drafts, 0.0 a second"),
        (100_000, 0, 10, 10, "[..............................] 10 of 100,000 drafts, 1.0 a second, 27 h 46 min left"),
    ],
)
def test_progress(total: int | None, done: int, more: int, seconds: float, said: str) -> None:
    progress = Progress(total, done, Terminal())
    for _ in range(more):
        progress.step()
    assert progress.line(seconds) == said


@pytest.mark.parametrize(("stream", "hidden", "shown"), [(Terminal(), False, True), (Terminal(), True, False), (io.StringIO(), False, False)])
def test_progress_is_for_who_looks_on(stream: io.StringIO, hidden: bool, shown: bool) -> None:
    with Progress(3, 0, stream, hidden) as progress:
        progress.step()
    assert bool(stream.getvalue()) is shown and stream.getvalue().endswith("second, 0 s left\n" if shown else "")
