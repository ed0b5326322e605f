"""The commands that measure the judgement: score, and the snapshot of all findings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

DRAFTS = "- {id: a, draft: Call me asap with thank you., expect: [no-hurry]}\n- {id: b, draft: Hello., expect: []}\n"


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


def test_score_against_an_earlier_one(run, file) -> None:
    earlier = json.loads(run("score", "--json", file(DRAFTS, "drafts.yml"))[1])
    earlier["rules"] = {"no-hurry": {"tp": 0, "fp": 0, "fn": 1}}
    earlier["slips"] = [{"id": "a", "missed": ["no-hurry"], "false": []}]
    status, out, _ = run("score", file(DRAFTS, "drafts.yml"), "--against", file(json.dumps(earlier), "then.json"))
    assert status == 0
    rows = [line.split() for line in out.splitlines()]
    assert ["rules:", "tp/fp/fn", "then", "now"] in rows
    assert ["no-hurry", "0/0/1", "1/0/0"] in rows
    assert "Worse:\n  b: false alarm say-thanks\n" in out
    assert "Better:\n  a: missed no-hurry\n" in out


@pytest.mark.parametrize(
    "earlier, message",
    [("{}", "no score as `afterword score --json` writes it"), ("{,", "then.json:1:2: this is no JSON")],
)
def test_what_is_no_earlier_score(run, file, earlier: str, message: str) -> None:
    status, out, err = run("score", file(DRAFTS, "drafts.yml"), "--against", file(earlier, "then.json"))
    assert (status, out) == (2, "")
    assert message in err


def test_snapshot_is_written_and_compared(run, file, tmp_path: Path) -> None:
    drafts, kept = file(DRAFTS, "drafts.yml"), str(tmp_path / "kept.json")
    status, out, _ = run("snapshot", kept, drafts)
    assert status == 0
    assert "a\n  new   error no-hurry: asap\n" in out
    assert "2 messages of 2 judged otherwise than before; wrote " in out
    assert run("snapshot", kept, drafts, "--check")[:2] == (0, "0 messages of 2 judged otherwise than before\n")
    file(DRAFTS.replace("asap", "later"), "drafts.yml")
    status, out, _ = run("snapshot", kept, drafts, "--check")
    assert status == 1 and "a\n  gone  error no-hurry: asap\n" in out
    assert "no-hurry: asap" in Path(kept).read_text(encoding="utf-8")


def test_snapshot_takes_folders(run, file, tmp_path: Path) -> None:
    (tmp_path / "good").mkdir()
    file(DRAFTS, "good/one.yml")
    status, out, _ = run("snapshot", str(tmp_path / "kept.json"), str(tmp_path / "good"))
    assert status == 0 and "2 messages of 2" in out
