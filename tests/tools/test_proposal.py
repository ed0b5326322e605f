"""What a reviewer is shown: which files count as what, and what fits into a summary."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from tools import proposal

PATHS = {
    "rules/tone/no-pressure.yml": ("rule", "no-pressure"),
    "rules/guide/thank-you.yml": ("page", "thank-you"),
    "rules/words/deadline.yml": None,
    "rules/sources.yml": None,
    "rules/tone/--help.yml": None,
    "rules/tone/a b.yml": None,
    "rules/tone/no-pressure.txt": None,
    "rules/tone/deeper/no-pressure.yml": None,
}


@pytest.mark.parametrize("path, kind", PATHS.items())
def test_what_a_file_is(path: str, kind: tuple[str, str] | None) -> None:
    paths = [PurePosixPath(path)]
    assert proposal.rule_ids(paths) == ([kind[1]] if kind and kind[0] == "rule" else [])
    assert proposal.page_ids(paths) == ([kind[1]] if kind and kind[0] == "page" else [])


@pytest.mark.parametrize(
    "paths, proved",
    [
        (["rules/tone/no-pressure.yml", "rules/guide/thank-you.yml"], ["prove", "--format", "text", "no-pressure", "thank-you"]),
        (["rules/tone/no-pressure.yml", "rules/words/deadline.yml"], ["prove", "--format", "text"]),
        (["rules/tone/no-pressure.yml", "rules/tone/that-is-gone.yml"], ["prove", "--format", "text"]),
        ([], None),
    ],
)
def test_what_is_proved(paths: list[str], proved: list[str] | None, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(proposal, "afterword", lambda arguments: asked.append(arguments) or 0)
    assert proposal.files(paths) == 0
    assert asked == ([proved] if proved else [])


def test_what_is_too_long_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(proposal, "MOST_BYTES", 30)
    for name, size in (("short.md", 20), ("long.md", 20), ("tiny.md", 5), ("empty.md", 0)):
        (tmp_path / name).write_text(name[0] * size, encoding="utf-8")
    proposal.summary([tmp_path / name for name in ("short.md", "long.md", "tiny.md", "empty.md", "missing.md")])
    said = capsys.readouterr().out
    assert "s" * 20 in said and "t" * 5 in said and "l" * 20 not in said
    assert "`long.md` is too long" in said and said.count("too long") == 1
