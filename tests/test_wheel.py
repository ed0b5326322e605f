"""The package as others install it: from a wheel, with the rules inside, without what makes the site."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(next(iter(WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"]))))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of a fresh environment into which the wheel was installed, and PyYAML, which is borrowed from ours."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = folder / "bin" / "python"
    subprocess.run([sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check", "-q", "install", "--no-index", "--no-deps", wheel], check=True)
    packages = next((folder / "lib").glob("python*/site-packages"))
    for module in (Path(yaml.__file__).parent, *Path(yaml.__file__).parent.parent.glob("_yaml")):
        (packages / module.name).symlink_to(module)
    return folder / "bin"


def run(command: Path, *arguments: str, cwd: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run([command, *arguments], cwd=cwd, env=clean, input=given, capture_output=True, text=True, timeout=120)


def test_it_holds_the_rules_and_the_licences_and_nothing_of_the_site(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {"/".join(name.split("/")[:2]) for name in names}
    assert {top for top in tops if not top.startswith("afterword-")} == {f"checker/{name}" for name in ("__init__.py", "api.py", "author", "cli", "core", "rules")}
    rules = {f"checker/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "rules").rglob("*") if path.is_file()}
    assert rules <= set(names)
    assert {"LICENSE", "LICENSE-guidance"} <= {name.split("/")[-1] for name in names}


def test_the_command_works_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    afterword = installed / "afterword"
    checked = run(afterword, "check", "--format", "json", cwd=tmp_path, given="Thank you for today. Please reply at once.\n")
    assert (checked.returncode, checked.stderr) == (1, "")
    assert "no-pressure" in {found["rule"] for found in json.loads(checked.stdout)["findings"]}
    proved = run(afterword, "prove", "no-hurry-at-all", cwd=tmp_path)
    assert proved.returncode == 2 and "There is no rule" in proved.stderr
    told = run(afterword, "diff", "main", cwd=tmp_path)
    assert told.returncode == 2 and "no such revision" in told.stderr and "Traceback" not in told.stderr
    pages = run(afterword, "pages", "out", cwd=tmp_path)
    assert (pages.returncode, pages.stdout) == (2, "") and "needs a checkout" in pages.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_python_interface_works_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    program = "import checker; from checker.api import *; print(checker.__file__, len(load_rules().rules))"
    asked = run(installed / "python", "-c", program, cwd=tmp_path)
    place, rules = asked.stdout.split()
    assert not Path(place).is_relative_to(ROOT) and int(rules) > 50
