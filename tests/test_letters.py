"""Good letters stay without errors and warnings, and every change of a finding is seen.

`letters/good` holds clean messages in all stages and channels, written without sight of the rules' patterns. `letters/snapshot.json`
holds all findings over them and over the development drafts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from our_rules import our_rules

from checker.author.drafts import LabelledDraft, read_drafts
from checker.author.snapshot import changes, snapshot
from checker.core.check import check
from checker.core.fields import CHANNELS, STAGES
from checker.core.rules import RuleSet

HERE = Path(__file__).parent
GOOD = sorted((HERE / "letters" / "good").glob("*.yml"))


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return our_rules()


def letters(paths: list[Path]) -> Iterator[LabelledDraft]:
    for path in paths:
        drafts, problems = read_drafts(path.read_text(encoding="utf-8"), path.name)
        assert not problems
        yield from drafts


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_no_error_and_no_warning_on_good_letters(path: Path, rules: RuleSet) -> None:
    alarms = [
        f"{letter.id}: {found.level} {found.rule}: {found.text}"
        for letter in letters([path])
        for found in check(letter.text, letter.situation, rules).findings
        if found.level != "suggestion"
    ]
    assert not alarms, "\n".join(alarms)


def test_good_letters_are_many_and_of_every_kind() -> None:
    found = list(letters(GOOD))
    assert len({letter.id for letter in found}) == len(found) >= 150
    assert {letter.situation.text("stage") for letter in found} == set(STAGES)
    assert {letter.situation.text("channel") for letter in found} == set(CHANNELS)


def test_the_snapshot_shows_every_finding(rules: RuleSet) -> None:
    written = json.loads((HERE / "letters" / "snapshot.json").read_text(encoding="utf-8"))
    now = snapshot(letters([*GOOD, HERE / "drafts" / "dev.yaml"]), rules)
    differing = [f"{change.name}: gone {change.gone}, new {change.new}" for change in changes(written, now)]
    assert not differing, "\n".join(["if this is what you want: make snapshot", *differing])
