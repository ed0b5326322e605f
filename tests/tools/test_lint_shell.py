"""ShellCheck over the workflows: what is said stands at its line, and the project's own shell is clean."""

from __future__ import annotations

from pathlib import Path

from tools.lint_shell import ROOT, main, remarks, steps

WORKFLOW = """\
jobs:
  one:
    steps:
      - run: echo $A
      - name: more
        run: |
          true
          echo $B ${{ github.sha }}
"""


def test_a_remark_stands_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "w.yml").write_text(WORKFLOW, encoding="utf-8")
    said = [remark for first, shell in steps(tmp_path / "w.yml") for remark in remarks(shell, "w.yml", first)]
    assert [remark.split(": ")[0] for remark in said if "SC2086" in remark] == ["w.yml:4:6", "w.yml:8:6"]


def test_every_script_of_the_workflows_is_seen() -> None:
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        assert len(list(steps(path))) == path.read_text(encoding="utf-8").count(" run: "), path


def test_our_own_shell_is_clean() -> None:
    assert main() == 0
