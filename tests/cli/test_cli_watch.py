"""`afterword prove --watch`: the proof again after each save of what bears on it, in a process of its own that Ctrl+C ends."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rules_folder import RULE, THANKS

WAITING = "Waiting for the next change. Ctrl+C stops."
Turn = Callable[[], list[str]]


@pytest.fixture
def watching(rules: Path) -> Iterator[tuple[subprocess.Popen[str], Turn]]:
    """`afterword prove no-hurry --watch`, and what it says in its next turn."""
    started = [sys.executable, "-u", "-m", "checker.cli", "prove", "no-hurry", "--watch", "--rules", str(rules)]
    # Tests that run in the background of a shell are deaf to Ctrl+C, and what they start would be, too.
    hearing = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(started, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        signal.signal(signal.SIGINT, hearing)
        assert running.stdout
        said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=lambda: [said.put(line.rstrip("\n")) for line in running.stdout or ()], daemon=True).start()

        def turn() -> list[str]:
            lines = []
            while (line := said.get(timeout=60)) != WAITING:
                lines.append(line)
            return lines

        yield running, turn
        running.kill()


def test_each_save_of_what_bears_on_it_is_proved(watching, rules: Path) -> None:
    running, turn = watching
    file = rules / "tone" / "no-hurry.yml"
    assert turn() == ["1 rule proved, 5 examples"]
    (rules / "content" / "say-thanks.yml").write_text(THANKS.replace("kind: missing", "kind:"))  # another's half-written rule
    save(file, RULE.replace("Call me **asap**", "Call me **soon**"))
    blank, when, *told = turn()
    assert blank == "" and when.endswith(" rules/tone/no-hurry.yml") and told[0].startswith("rules/tone/no-hurry.yml:")
    save(file, RULE.replace("kind: phrase", "kind:"))
    assert turn()[-1] == "1 problem; nothing was proved."
    save(rules / "words" / "soon.yml", "id: soon\ntitle: Soon\nwords: [soon]\n")
    assert turn()[1].endswith(" rules/words/soon.yml")
    save(file, RULE)
    assert turn()[-1] == "1 rule proved, 5 examples"
    running.send_signal(signal.SIGINT)
    assert running.wait(20) == 0


def save(path: Path, text: str) -> None:
    """As editors do: written aside, and put in place at one stroke."""
    aside = path.with_suffix(".tmp")
    aside.write_text(text)
    os.replace(aside, path)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--watch"], "--watch goes with the ids"),
        (["no-hurry", "--watch", "--format", "github"], "--watch goes with the ids"),
        (["no-hury", "--watch"], "There is no rule `no-hury`. Did you mean `no-hurry`?"),
    ],
)
def test_what_cannot_be_watched(arguments: list[str], said: str, run) -> None:
    status, out, err = run("prove", *arguments)
    assert (status, out) == (2, "") and err.startswith(said)
