"""A pull request from a fork, on this machine: the project in a folder of its own, a merged change, and a workflow's steps run one by one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml
from git_project import commit, git

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-11-28"


@dataclass(frozen=True)
class Ran:
    """One step: its name, its exit status (None where it was passed over), what it printed, and its part of the summary."""

    name: str
    status: int | None
    output: str = ""
    summary: str = ""


def propose(folder: Path, files: dict[str, str], branch: str) -> None:
    """Fill `folder` with this project as it stands on disk, and merge a change of some files into it, as GitHub does to try it."""
    listed = subprocess.run(["git", "ls-files", "-coz", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        if (ROOT / name).is_file():  # and not deleted since the last commit
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    commit(folder, DAY, {})
    git(folder, DAY, "switch", "-q", "-c", branch)
    commit(folder, DAY, files)
    git(folder, DAY, "switch", "-q", "main")
    git(folder, DAY, "merge", "-q", "--no-ff", "-m", "Merge", branch)
    install(folder)


def install(folder: Path) -> None:
    """What `make site-ready` would install, from what is installed here: the project's own code comes from the folder."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", ".venv"], cwd=folder, check=True)
    packages = next((folder / ".venv" / "lib").glob("python*/site-packages"))
    ours = [path for path in sys.path if Path(path).name == "site-packages"]
    (packages / "installed.pth").write_text("\n".join([str(folder), *ours, ""]), encoding="utf-8")
    command = folder / ".venv" / "bin" / "afterword"
    command.write_text(f"#!{folder}/.venv/bin/python\nimport sys\nfrom checker.cli import main\nsys.exit(main())\n", encoding="utf-8")
    command.chmod(0o755)
    (folder / "node_modules").mkdir()
    for each in (ROOT / "node_modules").iterdir():
        if each.is_dir():
            (folder / "node_modules" / each.name).symlink_to(each)
    for mark in (".venv/.made", ".venv/.node", ".venv/.site", ".venv/.test", ".venv/.project", "node_modules/.installed"):
        (folder / mark).touch()


def run(folder: Path, workflow: str, branch: str) -> list[Ran]:
    """Run every `run:` of a workflow's first job in order. No token and no secret is there, as in a fork's pull request."""
    loaded = yaml.safe_load((folder / ".github" / "workflows" / workflow).read_text(encoding="utf-8"))
    job = next(iter(loaded["jobs"].values()))
    ran: list[Ran] = []
    outcomes: dict[str, bool] = {}
    for step in job["steps"]:
        if "run" in step:
            name = step.get("name", step["run"])
            done = _step(folder, name, step, job.get("env", {}), branch) if _is_due(step, ran, outcomes) else Ran(name, None)
            ran.append(done)
            outcomes[step.get("id", name)] = done.status == 0
    return ran


def _is_due(step: dict, ran: list[Ran], outcomes: dict[str, bool]) -> bool:
    condition = step.get("if")
    if condition is None:
        return all(each.status == 0 for each in ran)
    assert condition == "${{ !cancelled() && steps.install.outcome == 'success' }}", "say here what it means"
    return outcomes["install"]


def _step(folder: Path, name: str, step: dict, env: dict[str, str], branch: str) -> Ran:
    assert "${{" not in step["run"], "an expression becomes part of the script"
    summary = folder.parent / "summary.md"
    summary.write_text("", encoding="utf-8")
    given = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder.parent),
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_EVENT_NAME": "pull_request",
        "GITHUB_BASE_REF": "main",
        "GITHUB_HEAD_REF": branch,
        "GITHUB_WORKSPACE": str(folder),
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(command, cwd=folder, env=given | env | step.get("env", {}), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)
    return Ran(name, done.returncode, done.stdout.decode("utf-8", "replace"), summary.read_text(encoding="utf-8"))
