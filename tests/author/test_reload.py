"""A folder read again is what it would be if it were read anew, whatever was changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from rules_folder import PAGE, RULE, THANKS, write_rules

from checker.author import reload
from checker.author.load import load
from checker.author.reload import contents_of, differing, load_again

LISTED = RULE.replace("    - reply at once\n", "    - reply <soon>\n", 1)
EDITS: dict[str, tuple[dict[str, str | None], bool]] = {  # file → its new text, None: it is gone; and whether all has to be read
    "a rule's words": ({"tone/no-hurry.yml": LISTED.replace("Nobody likes", "Few like")}, False),
    "a rule that breaks": ({"tone/no-hurry.yml": LISTED.replace("kind: phrase", "kind: phrse")}, False),
    "a rule that names no list": ({"tone/no-hurry.yml": LISTED.replace("<soon>", "<son>")}, False),
    "a rule that is mended": ({"content/say-thanks.yml": THANKS}, False),
    "two rules": ({"tone/no-hurry.yml": RULE, "content/say-thanks.yml": THANKS}, False),
    "a rule that calls itself otherwise": ({"tone/no-hurry.yml": LISTED.replace("id: no-hurry", "id: say-thanks")}, False),
    "nothing": ({}, False),
    "a rule that goes": ({"content/say-thanks.yml": None}, True),
    "a rule that comes": ({"tone/again.yml": RULE.replace("id: no-hurry", "id: again").replace("[no-rush]", "[no-push]")}, True),
    "a word list": ({"words/soon.yml": "id: soon\ntitle: Soon\nwords: [shortly]\n"}, True),
    "a word list that goes": ({"words/soon.yml": None}, True),
    "sources": ({"sources.yml": "other: {publisher: P, url: https://p.example/}\n"}, True),
    "a page of the guide": ({"guide/after-lunch.yml": PAGE.replace("Rest.", "Sleep.")}, True),
}


@pytest.mark.parametrize("edit", EDITS)
def test_it_is_as_if_read_anew(edit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = THANKS.replace("level: {thank-you: warning}", "level: grave")
    folder = write_rules(tmp_path / "rules", LISTED, broken, **{"guide/after-lunch.yml": PAGE})
    known, then = load(folder), contents_of(folder)
    files, whole = EDITS[edit]
    for name, text in files.items():
        (folder / name).unlink() if text is None else (folder / name).write_text(text)
    read: list[Path] = []
    monkeypatch.setattr(reload, "load", lambda folder: (read.append(folder), load(folder))[1])
    now = contents_of(folder)
    found, anew = load_again(folder, now, known, then), load(folder)
    assert differing(then, now) == sorted(f"rules/{name}" for name in files)
    assert bool(read) == whole
    assert (found.rules, found.files, sorted(found.problems)) == (anew.rules, anew.files, sorted(anew.problems))
    assert (found.words, found.guide, found.sources) == (anew.words, anew.guide, anew.sources)
    assert (found.lists is known.lists) is not whole
