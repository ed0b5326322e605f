"""The preview of a proposed rule: to the letter, whatever is in it."""

from __future__ import annotations

import pytest
from our_rules import our_library

from checker.site import preview as module
from checker.site.preview import preview, previews


def test_a_page_has_all_parts() -> None:
    library = our_library()
    rule = next(rule for rule in library.rules if rule["id"] == "no-pressure")
    page = preview(rule, library)
    assert page.startswith("### Ask, and do not demand\n\nFix before sending · ")
    counts = [f"{words}: {len(rule['examples'][key])}" for key, words in (("flag", "Flagged"), ("leave", "Left alone"), ("misses", "Known misses"))]
    for part in ("**Why**", "**What to write instead**", *counts, "- Says otherwise: Vault: "):
        assert part in page, part
    assert "Could you reply <mark>asap</mark>? My" in page
    assert "<mark>Urgent</mark> &#45; ward clerk interview of 4 May<br><br>Dear" in page


def test_every_rule_has_a_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    library = our_library()
    monkeypatch.setattr(module, "MOST", 10**9)
    assert previews(library.rules, library).count("\n**Sources**\n") == len(library.rules)


def test_what_has_no_room_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    library = our_library()
    few = [rule for rule in library.rules if rule["id"] in ("no-pressure", "no-emoji")]
    monkeypatch.setattr(module, "MOST", len(preview(few[0], library)))
    shown = previews(few, library)
    assert f"There is no room here for `{few[1]['id']}`." in shown
    assert shown.count("**Sources**") == 1
