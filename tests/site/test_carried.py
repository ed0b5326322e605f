"""What other projects give the browser: whole, pure, with its licence, and the same bytes each time."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest

from checker.site.carried import CARRIED, pure_wheel


@pytest.fixture(params=CARRIED)
def wheel(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return pure_wheel(request.param, CARRIED[request.param], tmp_path)


def test_it_is_pure_and_has_its_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {Path(name).suffix for name in names if ".dist-info/" not in name} == {".py"}
    assert any("LICEN" in name for name in names)
    assert wheel.name.endswith("-py3-none-any.whl")


def test_its_record_is_true(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel)
    (record,) = (name for name in packed.namelist() if name.endswith("/RECORD"))
    told = dict(line.split(",", 1) for line in packed.read(record).decode().splitlines())
    assert told.keys() == set(packed.namelist())
    for name, rest in told.items():
        content = packed.read(name)
        digest = urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        assert rest == ("," if name == record else f"sha256={digest},{len(content)}")


def test_the_same_installation_gives_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    name = next(each for each in CARRIED if wheel.name.startswith(each.lower()))
    assert pure_wheel(name, CARRIED[name], tmp_path / "again").read_bytes() == wheel.read_bytes()


def test_yaml_reads_without_its_part_in_c(tmp_path: Path) -> None:
    wheel = pure_wheel("PyYAML", "yaml", tmp_path)
    code = f"import sys; sys.path.insert(0, {str(wheel)!r}); import yaml; print(yaml.__file__, yaml.__with_libyaml__, yaml.safe_load('a: [1, 2026-03-02]'))"
    told = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True).stdout
    assert wheel.name in told
    assert told.endswith("False {'a': [1, datetime.date(2026, 3, 2)]}\n")
