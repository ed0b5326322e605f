"""One browser for each engine, and the site on a host that can be taken down."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.builds import Builds

from .desk import Desk
from .driver import Driver
from .launch import LAUNCHERS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def host(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builds]:
    builds = Builds(site_folder, tmp_path_factory.mktemp("builds"))
    yield builds
    builds.stop()


@pytest.fixture(scope="session", params=["firefox", "webkit"])
def desk(request: pytest.FixtureRequest, host: Builds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An open window of each engine, one after the other. An engine that is missing fails the tests."""
    engine = request.param
    found = subprocess.run([sys.executable, ROOT / "tools" / "browser.py", engine], capture_output=True, text=True)
    if found.returncode == 3:  # no system like this one has it
        pytest.skip(found.stderr.strip())
    if found.returncode != 0:
        pytest.fail(found.stderr, pytrace=False)
    with LAUNCHERS[engine](found.stdout.strip(), tmp_path_factory.mktemp(engine)) as wire:
        driver = Driver(wire)
        yield Desk(driver, engine, host.url)
        driver.quit()


@pytest.fixture
def checker(desk: Desk) -> Desk:
    """The checker, ready, with an empty draft and no facts."""
    desk.open("check/")
    desk.reset()
    return desk


@pytest.fixture
def planner(desk: Desk) -> Desk:
    """The planner, ready, with no facts: nothing else plans here."""
    desk.open("planner/")
    return desk
