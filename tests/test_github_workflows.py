"""What no linter knows of our workflows: what a fork may reach, who may write, and that they run the same commands as we do."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from checker.author.load import default_folder

ROOT = default_folder().parent
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in FILES}
WORKFLOWS: dict[str, dict[Any, Any]] = {name: yaml.safe_load(text) for name, text in TEXTS.items()}
# Who may write what, and nobody else.
WRITES = {
    ("links.yml", "tell"): {"issues"},
    ("pages.yml", "deploy"): {"pages", "id-token"},
    ("scan.yml", "zizmor"): {"security-events"},
}
JOBS = [(name, key, job) for name, each in WORKFLOWS.items() for key, job in each["jobs"].items()]


def triggers(name: str) -> set[str]:
    on = WORKFLOWS[name][True]  # YAML 1.1 reads `on` as a truth value
    return set(on) if isinstance(on, (dict, list)) else {on}


def test_who_may_write() -> None:
    found = {(name, key): {what for what, access in job.get("permissions", {}).items() if access == "write"} for name, key, job in JOBS}
    assert {place: writes for place, writes in found.items() if writes} == WRITES
    assert {name for name, each in WORKFLOWS.items() if each["permissions"] != {}} == set()


def test_what_a_fork_starts_can_write_nothing_and_has_no_secret() -> None:
    of_forks = {name for name in WORKFLOWS if "pull_request" in triggers(name)}
    assert of_forks == {"proposal.yml", "test.yml"}
    assert {place for place in WRITES if place[0] in of_forks} == set()
    for name in WORKFLOWS:
        assert not {"pull_request_target", "workflow_run", "issue_comment"} & triggers(name), name
        assert "secrets." not in TEXTS[name], name


@pytest.mark.parametrize("name, key, job", JOBS, ids=lambda value: value if isinstance(value, str) else "")
def test_each_job(name: str, key: str, job: dict[str, Any]) -> None:
    if "uses" in job:
        return
    assert 0 < job["timeout-minutes"] <= 60
    for step in job["steps"]:
        assert "${{" not in step.get("run", ""), "what stands there becomes part of the script"
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_no_job_that_writes_runs_code_of_ours() -> None:
    for name, key, job in JOBS:
        if WRITES.get((name, key), set()) - {"security-events"}:
            assert not any(step.get("uses", "").startswith("actions/checkout@") for step in job["steps"]), key


def test_an_action_has_one_commit_everywhere_and_its_version_beside_it() -> None:
    uses = re.findall(r"uses: ([\w./-]+)@(\S+) ?(.*)", "\n".join(TEXTS.values()))
    assert len(uses) > 10
    assert [each for each in uses if not re.fullmatch(r"[0-9a-f]{40}", each[1]) or not re.fullmatch(r"# v\d+\.\d+\.\d+", each[2])] == []
    assert len({(action, commit) for action, commit, _ in uses}) == len({action for action, _, _ in uses})


def test_what_they_make_can_be_made() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {target for line in re.findall(r"^([^\s:#]+(?: [^\s:#]+)*):(?!=)", makefile, re.MULTILINE) for target in line.split()}
    wanted = set(re.findall(r"\bmake ([\w./-]+)", "\n".join(step["run"] for _, _, job in JOBS for step in job.get("steps", []) if "run" in step)))
    assert len(wanted) > 3
    assert wanted - targets == set()


def test_dependabot_waits_and_knows_all_that_is_locked() -> None:
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    assert {each["package-ecosystem"] for each in updates} == {"github-actions", "pip", "npm"}
    assert {each["cooldown"]["default-days"] for each in updates} == {7}
