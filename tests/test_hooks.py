"""The hooks for pre-commit, run by pre-commit: the one for others on messages of theirs, the one for this project on its rules."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from fork import install
from git_project import commit

ROOT = Path(__file__).resolve().parent.parent
GOOD = """\
Subject: Thank you, data analyst interview

Dear Dana,

Thank you for your time on Monday. I enjoyed hearing how the depot plans its night rounds, and I would very much like to join you.

Kind regards
Sam Reyes
"""


def pre_commit(folder: Path, home: Path, *arguments: str) -> tuple[int, str]:
    command = [Path(sys.executable).with_name("pre-commit"), "run", "--verbose", *arguments]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), "PRE_COMMIT_HOME": str(home)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "files, status, said",
    [
        ({"letters/a.txt": GOOD, "letters/b.txt": GOOD}, 0, "Passed"),
        ({"letters/a.txt": GOOD, "letters/b.txt": GOOD.replace("Kind", "Reply asap.\n\nKind")}, 1, "letters/b.txt:7:"),
        ({"letters/a.txt": GOOD, "letters/b.png": "no text"}, 0, "Passed"),
    ],
)
def test_messages_of_others(files: dict[str, str], status: int, said: str, tmp_path: Path) -> None:
    """As pre-commit would do it, but with the command that is installed here instead of one that it installs from the network."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    name, _, rest = hook["entry"].partition(" ")
    hook |= {"language": "system", "entry": f"{Path(sys.executable).with_name(name)} {rest}", "files": "^letters/"}
    config = yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]})
    commit(tmp_path / "theirs", "2026-11-28", {".pre-commit-config.yaml": config, **files})
    found, output = pre_commit(tmp_path / "theirs", tmp_path, "--all-files")
    assert found == status, output
    assert said in output


def test_rules_of_our_own(tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    for part in ("checker", "rules", "tools"):
        shutil.copytree(ROOT / part, ours / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".pre-commit-config.yaml", ours)
    commit(ours, "2026-11-28", {".gitignore": "__pycache__\n.venv\nnode_modules\n"})
    install(ours)
    files = ("--files", "rules/tone/no-emoji.yml", "rules/guide/thank-you.yml", "README.md")
    status, output = pre_commit(ours, tmp_path, *files)
    assert status == 0, output
    assert "1 rule proved" in output and "1 page of the guide proved" in output
    rule = ours / "rules" / "tone" / "no-emoji.yml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("  leave:\n", '  leave:\n    - "See you \U0001f600"\n'), encoding="utf-8")
    status, output = pre_commit(ours, tmp_path, *files)
    assert status == 1
    assert "rules/tone/no-emoji.yml:" in output
