"""A fork's pull request, step by step: one that is well-meant and hostile at once, and one whose file cannot be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fork import ROOT, Ran, propose, run

BRANCH = "x;touch${IFS}pwned"  # git allows this as a branch's name
HOSTILE = """\
id: hostile-rule
title: "<img src=x onerror=alert(1)> @octocat #1 `x` ${{ github.token }}"
group: tone
kind: phrase
stages: any
level: suggestion
status: draft
message: "</details> [here](https://evil.example) ::error::owned"
why: |
  ::error file=README.md,line=1::owned

  <script>alert(1)</script> @octocat/everyone closes #1 and www.evil.example
how: |
  - ## ```
  - $(touch pwned) `touch pwned`
check:
  any: [quetzal coatl]
  except: [no quetzal coatl]
examples:
  flag:
    - text: "A **quetzal coatl** </details><h1>@octocat ##[error]owned"
      because: "`<b>` ::warning::"
  leave: ["There was no quetzal coatl here.", "The quetzal bird is green.", "No coatl."]
sources:
  - {source: purdue, stance: for, line: "](https://evil.example) <a href=x>"}
added: 2026-11-28
"""
BROKEN = "rules/tone/a b; $(touch pwned) `touch pwned`,line=9::owned.yml"


@pytest.fixture(scope="module")
def proposal(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Ran]]:
    folder = tmp_path_factory.mktemp("fork") / "project"
    changed = ROOT / "rules" / "tone" / "no-pressure.yml"
    text = changed.read_text(encoding="utf-8")
    files = {
        "rules/tone/no-pressure.yml": text.replace("    - <threatens>\n", "    - <threatens>\n    - quick as quetzals\n").replace(
            "  flag:\n", '  flag:\n    - "Be **quick as quetzals**."\n', 1
        ),
        "rules/tone/hostile-rule.yml": HOSTILE,
    }
    propose(folder, files, BRANCH)
    return folder, run(folder, "proposal.yml", BRANCH)


def test_every_step_succeeds(proposal: tuple[Path, list[Ran]]) -> None:
    assert [(each.name, each.status) for each in proposal[1] if each.status != 0] == [], proposal[1]


def test_the_summary_tells_the_change_and_shows_the_pages(proposal: tuple[Path, list[Ran]]) -> None:
    summary = "".join(each.summary for each in proposal[1])
    assert "\n+ quick as quetzals\n" in summary  # the new phrase, in words and not as a line of the file
    assert "\n## The pages as they will be\n" in summary
    assert "\n### Ask, and do not demand\n" in summary
    assert "Be <mark>quick as quetzals</mark>." in summary


def test_nothing_in_a_rule_is_markup_or_a_command(proposal: tuple[Path, list[Ran]]) -> None:
    folder, ran = proposal
    summary = _without_code("".join(each.summary for each in ran))
    assert "onerror" in summary  # it is shown, as words
    for sign in ("<img", "<script", "<h1", "<a ", "@octocat", " #1", "](", "www.evil", "//evil"):
        assert sign not in summary, sign
    assert [line for each in ran for line in each.output.splitlines() if line.lstrip().startswith("::") or "##[" in line] == []
    assert list(folder.rglob("pwned")) == []
    page = (folder / "proposal" / "site" / "rules" / "hostile-rule" / "index.html").read_text(encoding="utf-8")
    assert "<img src=x" not in page and "<script>alert" not in page


def test_what_is_kept_for_the_reviewer(proposal: tuple[Path, list[Ran]]) -> None:
    kept = {path.name for path in (proposal[0] / "proposal").iterdir()}
    assert kept == {"changes.md", "pages.md", "site"}


def test_an_error_stands_at_its_line_whatever_the_file_is_called(tmp_path: Path) -> None:
    propose(tmp_path / "project", {BROKEN: HOSTILE.replace("group: tone", "group: ::tone")}, BRANCH)
    ran = run(tmp_path / "project", "proposal.yml", BRANCH)
    assert [each.status for each in ran] == [0, 2, 0, None]
    said = [line for each in ran for line in each.output.splitlines() if line.startswith("::")]
    place = re.escape(BROKEN.replace(":", "%3A").replace(",", "%2C"))
    assert said
    assert [line for line in said if not re.match(rf"::error file={place},line=3,col=8::`::tone` is no group", line)] == []
    assert "1 of the changed rules cannot be read yet" in ran[2].summary
    assert list(tmp_path.rglob("pwned")) == []


def _without_code(markdown: str) -> str:
    """GitHub reads nothing in code."""
    text = re.sub(r"^```.*?^```", "", markdown, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", text)
