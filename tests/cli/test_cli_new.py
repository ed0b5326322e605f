"""`afterword new`: what it asks, what it writes, and that nothing is lost or written by accident."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.cli import new
from checker.cli.new import id_of

OPTIONS = [
    "--title", "Do not nag", "--message", "Take it out.", "--why", "It is kind.", "--how", "Wait.", "--phrase", "chop chop", "--flag", "Please, **chop chop**.",
    "--leave", "The chop was good.", "--leave", "A second chop was good, too.", "--source", "handbook", "--line", "Do not nag.",
]  # fmt: skip


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Sit at the terminal and type these lines; gives the lines that are left over."""

    def answering(*lines: str) -> list[str]:
        left = list(lines)

        def ask(prompt: str) -> str:
            if not left:
                raise EOFError
            return left.pop(0)

        monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
        monkeypatch.setattr(new, "input", ask, raising=False)
        return left

    return answering


def test_all_by_options(run, rules: Path) -> None:
    status, out, err = run("new", *OPTIONS)
    assert (status, err) == (0, "")
    assert out.splitlines()[0].startswith("wrote ") and "Still" not in out
    assert "\nNext: afterword prove dont-nag --watch --rules " in out
    assert run("prove", "dont-nag")[:2] == (0, "1 rule proved, 3 examples\n")


def test_what_is_left_out_is_said(run, rules: Path) -> None:
    status, out, _ = run("new", "--title", "Do not nag", "--kind", "timing", "--group", "timing")
    assert status == 0 and "Still to be filled in:" in out
    assert "dont-nag.yml:9:11: still to be filled in: what the reader of a finding is told" in out
    assert (rules / "timing" / "dont-nag.yml").is_file()


def test_all_by_questions(run, rules: Path, answering) -> None:
    left = answering(
        "Do not nag", "1", "", "tone", "", "error", "x" * 141, "Take it out.", "It is kind.", "Wait.", "(chop", "chop chop", "",
        "", "Please, **chop chop**.", "", "The chop was good.", "A second chop was good, too.", "", "handbok", "handbook", "", "Do not nag.",
    )  # fmt: skip
    status, out, err = run("new")
    assert (status, err, left) == (0, "", [])
    for said in ("up to 140 fit. Please try again.", "Did you mean `handbook`? Please try again.", "Enter alone: dont-nag", "  1 phrase: words that should"):
        assert said in " ".join(out.split()) or said in out
    assert run("prove", "dont-nag")[:2] == (0, "1 rule proved, 3 examples\n")


def test_options_are_not_asked_again_and_enter_leaves_the_rest(run, rules: Path, answering) -> None:
    left = answering(*[""] * 12)
    status, out, _ = run("new", "--title", "Do not nag", "--kind", "none", "--why", "It is kind.")
    assert status == 0 and "Why?" not in out and "What is the advice" not in out
    assert len(left) == 12 - 7  # id, group, stages, how, source, stance, line


def test_who_stops_has_written_nothing(run, rules: Path, answering) -> None:
    answering("Do not nag", "1")
    before = sorted(rules.rglob("*"))
    assert run("new")[::2] == (2, "Stopped; nothing was written.\n")
    assert sorted(rules.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--id", "no-hurry"], "--id: the id `no-hurry` is taken by rules/tone/no-hurry.yml"),
        (["--id", "no-rush"], "--id: the id `no-rush` is taken by rules/tone/no-hurry.yml"),
        (["--title", "No hurry"], "--id: the id `no-hurry` is taken"),
        (["--title", "…"], "A new rule needs a --title or an --id."),
        (["--id", "x", "--phrase", "(a"], "--phrase: at character"),
        (["--id", "x", "--group", "../etc"], "--group: `../etc` is none of"),
        (["--id", "../x"], "--id: `../x` is no id"),
        (["--id", "x", "--kind", "names"], "--kind: `names` is none of phrase, missing"),
    ],
)
def test_nothing_is_overwritten_or_written_elsewhere(arguments: list[str], said: str, run, rules: Path) -> None:
    before = {path: path.read_bytes() for path in rules.rglob("*") if path.is_file()}
    status, out, err = run("new", *arguments)
    assert (status, out) == (2, "") and err.startswith(said)
    assert {path: path.read_bytes() for path in rules.rglob("*") if path.is_file()} == before


def test_a_file_that_is_there_is_left_alone(run, rules: Path) -> None:
    begun = rules / "tone" / "dont-nag.yml"
    run("new", "--id", "dont-nag")
    status, _, err = run("new", *OPTIONS)
    assert status == 2 and ("is there already" in err or "nothing was done" in err)
    assert "<<What is better" in begun.read_text()


@pytest.mark.parametrize(
    ("title", "name"),
    [("Do not hurry your reader", "dont-hurry-reader"), ("Don’t ask", "dont-ask"), ("It is they", "it-is-they"), ("3 things", ""), ("Été", "ete"), ("word " * 30, "word-word-word-word-word-word-word-word-word-word")],
)  # fmt: skip
def test_ids_made_of_titles(title: str, name: str) -> None:
    assert id_of(title) == name
