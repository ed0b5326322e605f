"""Afterword from Python: what the documentation shows works, one draft or many, on one machine or on several."""

from __future__ import annotations

import doctest
import json
import re
from pathlib import Path
from typing import Any

import pytest
from rules_folder import RULE, THANKS, write_rules

import checker.api as api

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "contribute" / "python.md"


def test_the_page_shows_what_happens() -> None:
    text = PAGE.read_text(encoding="utf-8").replace("```", "")  # an answer ends at an empty line
    page = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    result = doctest.DocTestRunner().run(page)
    assert result.failed == 0 and result.attempted > 10


def test_all_names_are_there_and_the_page_uses_no_other() -> None:
    assert list(api.__all__) == sorted(api.__all__) and all(hasattr(api, name) for name in api.__all__)
    imported = re.findall(r"from checker\.api import (.*)", PAGE.read_text(encoding="utf-8"))
    assert {name for line in imported for name in line.split(", ")} <= set(api.__all__)
    assert not re.search(r"(from|import) checker\.(?!api\b)", PAGE.read_text(encoding="utf-8"))


def test_a_check_by_a_folder_of_rules(tmp_path: Path) -> None:
    rules = api.load_rules(write_rules(tmp_path / "rules", RULE))
    report = api.check("Please reply at once.", None, rules)
    assert report == api.check("Please reply at once.", api.read_situation({}), rules)
    assert [(found.rule, found.text) for found in report.findings] == [("no-hurry", "reply at once")]
    assert [step.id for step in api.plan({"decision": "rejected"}, rules).steps][-1] == "answer-decision"


@pytest.mark.parametrize(
    ("facts", "where"),
    [({"stage": "soon"}, "stage"), ({"sent": [{"at": 3}]}, "sent[0].at")],
)
def test_facts_that_cannot_be_read(facts: dict[str, Any], where: str, tmp_path: Path) -> None:
    rules = api.load_rules(write_rules(tmp_path / "rules", RULE))
    for ask in (lambda: api.check("Thank you.", facts, rules), lambda: api.plan(facts, rules)):
        with pytest.raises(api.SituationError) as caught:
            ask()
        assert caught.value.where == where


def test_a_draft_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(api.DraftTooLong):
        api.check("x" * 20_001, None, api.load_rules(write_rules(tmp_path / "rules", RULE)))


def test_rules_that_cannot_be_used(tmp_path: Path) -> None:
    folder = write_rules(tmp_path / "rules", RULE.replace("kind: phrase", "kind: phrse"), THANKS)
    with pytest.raises(api.RulesError) as caught:
        api.load_rules(folder)
    assert {problem.file for problem in caught.value.problems} == {"rules/tone/no-hurry.yml"}
    assert str(caught.value).startswith("rules/tone/no-hurry.yml:5:7: ")


def test_dask_gives_the_answers_of_the_batch_byte_for_byte(tmp_path: Path) -> None:
    """The page's own example, on two processes and two hundred lines in several files, some of them no drafts at all."""
    from dask import bag
    from dask.distributed import Client, LocalCluster

    rules_json = api.rules_as_json(write_rules(tmp_path / "rules", RULE, THANKS))
    lines = [json.dumps({"id": n, "draft": f"Dear Ada,\n\nNumber {n} – please reply at once.", "situation": {"round": n} if n % 50 == 0 else {}}) for n in range(200)]
    lines[7] = "no JSON"
    for place in range(4):
        (tmp_path / f"drafts-{place}.jsonl").write_text("".join(f"{line}\n" for line in lines[place * 50 : place * 50 + 50]), encoding="utf-8")
    shown: dict[str, Any] = {}
    exec("\n".join(example.source for example in doctest.DocTestParser().get_examples(_part("Millions").replace("```", ""))), shown)
    with LocalCluster(2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs="ERROR") as cluster, Client(cluster) as client:
        rules = client.scatter(rules_json, broadcast=True)
        read = bag.read_text(str(tmp_path / "drafts-*.jsonl")).map(str.encode)
        read.map_partitions(shown["answers"], rules).to_textfiles(str(tmp_path / "reports-*.jsonl"))
        assert len(client.run(lambda: 0)) == 2
    engine = api.Engine(rules_json)
    expected = "\n".join(api.answer_line(line.encode(), engine) for line in lines)
    found = [path.read_text(encoding="utf-8").rstrip("\n") for path in sorted(tmp_path.glob("reports-*.jsonl"))]
    assert len(found) == 4 and "\n".join(found) == expected


def _part(heading: str) -> str:
    """The part of the page below a heading that begins so."""
    return PAGE.read_text(encoding="utf-8").split(f"\n## {heading}")[1].split("\n## ")[0]
