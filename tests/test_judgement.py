"""The judgement has floors: labelled drafts and sentences on which no change may do worse.

All of them were written from the catalogue's one line a rule, before its patterns and without sight of them. Of the
sentences, every second one was kept unread while the patterns were written; the two halves are reported apart, and the
unread one says how well a rule meets wordings that nobody foresaw.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.author.drafts import read_drafts
from checker.author.load import default_folder, load
from checker.author.score import Tally, score
from checker.core.check import check
from checker.core.rules import RuleSet
from checker.core.situation import read_situation

HERE = Path(__file__).parent
# file: least precision, least recall, most false alarms a clean draft
DRAFTS = {"dev.yaml": (0.95, 0.95, 0.05)}
# rule: least (precision, recall) on the half that was read, and on the half that was not
SENTENCES: dict[str, tuple[tuple[float, float], tuple[float, float]]] = {}


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load(default_folder()).rule_set()


@pytest.mark.parametrize("name", DRAFTS)
def test_drafts(name: str, rules: RuleSet, capsys: pytest.CaptureFixture[str]) -> None:
    drafts, problems = read_drafts((HERE / "drafts" / name).read_text(encoding="utf-8"), name)
    assert not problems
    result = score(drafts, rules)
    precision, recall, alarms = DRAFTS[name]
    slips = "\n".join(f"{slip.id}: missed {slip.missed}, false {slip.false}" for slip in result.slips)
    assert (result.micro.precision or 0) >= precision, slips
    assert (result.micro.recall or 0) >= recall, slips
    assert (result.alarms_per_clean_draft or 0) <= alarms, slips


@pytest.mark.parametrize("rule", SENTENCES)
def test_sentences(rule: str, rules: RuleSet) -> None:
    data = yaml.safe_load((HERE / "sentences" / f"{rule}.yml").read_text(encoding="utf-8"))
    for half, (precision, recall) in enumerate(SENTENCES[rule]):
        tally = sentence_tally(data, rule, half, rules)
        assert (tally.precision or 0) >= precision, f"{rule}, half {half}: {tally}"
        assert (tally.recall or 0) >= recall, f"{rule}, half {half}: {tally}"


def sentence_tally(data: dict[str, Any], rule: str, half: int, rules: RuleSet) -> Tally:
    """Hits, false alarms and misses of one rule on every second sentence, from the first (0) or the second (1) on."""

    def found(entry: dict[str, Any]) -> bool:
        report = check(entry["text"], read_situation(entry.get("situation")), rules)
        return any(finding.rule == rule for finding in report.findings)

    flagged = [found(entry) for entry in data["flag"][half::2]]
    left = [found(entry) for entry in data["leave"][half::2]]
    return Tally(tp=sum(flagged), fp=sum(left), fn=flagged.count(False))
