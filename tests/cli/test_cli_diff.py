"""`afterword diff`: versions by folder and by revision, words for people, Markdown that nothing breaks out of, and JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from git_project import commit
from rules_folder import FILES, RULE, THANKS, write_rules

from checker.cli import main

DAY = "2026-03-02"
LETTERS = "- id: one\n  draft: |\n    Thank you. Call me now, please, or reply soon.\n"
HOSTILE = "</code></pre> <img src=x onerror=alert(1)> @everyone #1 https://evil.example ```` `` ::error::x \x1b[31m \u202e ${{ secrets.X }}"
CHANGED = RULE.replace("    - reply at once", "    - call me now").replace("Nobody likes to be", "Few people like to be").replace("Please **reply at once**.\"\n      fixed: \"Please.", "Please **call me now**.\"\n      fixed: \"Please.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A checkout with two commits: rules as they were, and as they are; the second adds a rule that is broken later on."""
    folder = tmp_path / "project"
    first = {f"rules/{name}": text for name, text in FILES.items()} | {"rules/tone/no-hurry.yml": RULE, "tests/letters/good/a.yml": LETTERS}
    commit(folder, DAY, first)
    commit(folder, DAY, {"rules/tone/no-hurry.yml": CHANGED, "rules/content/say-thanks.yml": THANKS})
    return folder


def diff(project: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["diff", *arguments, "--rules", str(project / "rules")])
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    return status, told.out, told.err


def test_a_change_in_words(project: Path, capsys, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    status, out, err = diff(project, capsys, "HEAD~1")
    assert (status, err) == (0, "")
    for said in (
        "1 rule added and 1 rule changed. Tried on 1 text: 1 finding appears (1 by their labels\nfalse alarms). 1 false alarm on good letters",
        "no-hurry: Do not hurry your reader\n  changed\n",
        "  the reasons (why)\n  - Nobody likes to be hurried.\n  + Few people like to be hurried.\n",
        "  what the checker looks for (check) › any\n  - reply at once\n  + call me now\n",
        "  the examples › to be flagged",
        "  + error; good letter a: one; a false alarm: no error or warning may fall on a good",
        "\n  +     **Call me now**, please, or reply soon.\n",
        "say-thanks: Say thank you\n  a new rule\n",
    ):
        assert said in out


@pytest.mark.parametrize("versions", [("HEAD~1",), ("HEAD~1", "HEAD"), ("main^", "main"), ("{old}",), ("{old}", "HEAD"), ("{old}/rules", "{project}")])
def test_versions_by_revision_and_by_folder(versions: tuple[str, ...], project: Path, tmp_path: Path, capsys) -> None:
    write_rules(tmp_path / "old" / "rules", RULE)
    expected = diff(project, capsys, "HEAD~1", "--json")
    assert json.loads(expected[1])["rules"]
    named = [version.format(old=tmp_path / "old", project=project) for version in versions]
    assert diff(project, capsys, *named, "--json") == expected


def test_the_work_tree_is_left_alone(project: Path, capsys) -> None:
    (project / "rules" / "tone" / "no-hurry.yml").write_text(RULE)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in project.rglob("*") if path.is_file()}
    assert json.loads(diff(project, capsys, "HEAD~1", "HEAD", "--json")[1])["rules"]
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in project.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("form", [(), ("--markdown",)])
def test_nothing_changed(form: tuple[str, ...], project: Path, capsys) -> None:
    status, out, _ = diff(project, capsys, "HEAD", *form)
    assert status == 0 and out.splitlines()[-1] == "The rules are the same."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no-such"], "no-such: there is no such folder here, and no such revision"),
        (["HEAD~99"], "HEAD~99: there is no such folder here"),
        (["HEAD", "no-such"], "no-such: there is no such folder here"),
        (["--most", "x", "HEAD"], ""),
        (["."], ".: this folder holds no rules"),
        (["HEAD~1", "--tests", "no/such"], "no/such: there is no such folder of texts"),
    ],
)
def test_what_cannot_be_compared(arguments: list[str], said: str, project: Path, tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = diff(project, capsys, *arguments)
    assert (status, out) == (2, "") and err.startswith(said)


def test_a_broken_file_is_named_and_the_rest_is_compared(project: Path, capsys) -> None:
    (project / "rules" / "content" / "say-thanks.yml").write_text(THANKS.replace("kind: missing", "kind: mising"))
    status, out, _ = diff(project, capsys, "HEAD~1", "--markdown")
    assert status == 1
    assert "**1 file of this change cannot be read" in out and "rules/content/say-thanks.yml:4:7: `mising`" in out
    assert "### `no-hurry`" in out


def test_as_data(project: Path, capsys) -> None:
    found = json.loads(diff(project, capsys, "HEAD~1", "--json")[1])
    assert list(found) == ["rules", "words", "others", "texts", "unread", "unread_before"]
    rule = found["rules"][0]
    assert (rule["id"], rule["what"], rule["former"], rule["draft"]) == ("no-hurry", "changed", None, False)
    assert rule["fields"][0] == {"key": ["why"], "old": "Nobody likes to be hurried.\n", "new": "Few people like to be hurried.\n", "of": "", "moved": False}
    assert rule["findings"][0]["after"] == {"level": "error", "start": 11, "end": 22, "text": "Call me now", "message": "Take out “Call me now”."}
    assert rule["findings"][0]["alarm"] is True and rule["findings"][0]["before"] is None


def test_hostile_texts_stay_in_their_fences(project: Path, capsys) -> None:
    hostile = json.dumps(HOSTILE.replace("\x1b", ""))
    text = CHANGED.replace('"Take out “{match}”."', '"`@everyone` <b>"').replace("line: Do not hurry people.", f"line: {hostile}").replace("only hinted at", hostile)
    (project / "rules" / "tone" / "no-hurry.yml").write_text(text)
    (project / "rules" / "words" / "more.yml").write_text(f"id: more\ntitle: More\nabout: {hostile}\nwords: ['x']\n")
    (project / "tests" / "letters" / "good" / "a.yml").write_text(f"- id: {hostile}\n  draft: {json.dumps('Thank you. Call me now ' + HOSTILE)}\n")
    (project / "rules" / "tone" / "a`b @x <i>.yml").write_text("id: [")
    status, out, _ = diff(project, capsys, "HEAD~1", "--markdown")
    assert status == 1 and "secrets.X" in out and "evil.example" in out
    outside = outside_of_code(out)
    for mark in ("@", "<b", "<i", "<img", "evil", "secrets", "::error", "\x1b", "\u202e", "```"):
        assert mark not in outside, mark
    assert set(re.findall(r"<[^>]*>", outside)) <= {"<details open>", "<summary>", "</summary>", "</details>"}
    assert not {"\x1b", "\u202e"} & set(out)


def outside_of_code(markdown: str) -> str:
    """What GitHub reads as markup: the lines without fenced blocks, and without code spans."""
    kept, fence = [], ""
    for line in markdown.splitlines():
        opening = re.match(r"(`{3,})", line)
        if fence:
            fence = "" if line.strip() == fence else fence
        elif opening:
            fence = opening[1]
        else:
            kept.append(re.sub(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", "", line))
    assert not fence
    return "\n".join(kept)
