"""One browser for each engine, and the site on a host that can be taken down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.builds import Builds

from tools.browser import KINDS, NoBrowser, NotHere, find

from .desk import Desk
from .driver import Driver
from .launch import LAUNCHERS


@pytest.fixture(scope="session")
def host(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builds]:
    builds = Builds(site_folder, tmp_path_factory.mktemp("builds"))
    yield builds
    builds.stop()


@pytest.fixture(scope="session", params=["firefox", "webkit"])
def desk(request: pytest.FixtureRequest, host: Builds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An open window of each engine, one after the other. An engine that is missing fails the tests, unless no system like this one has it."""
    engine = request.param
    try:
        path = find(KINDS[engine])
    except NotHere as elsewhere:  # to be had on Linux alone, so never skipped there
        pytest.skip(str(elsewhere))
    except NoBrowser as missing:
        pytest.fail(str(missing), pytrace=False)
    with LAUNCHERS[engine](path, tmp_path_factory.mktemp(engine)) as wire:
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
