"""The checker page, the planner and the workshop, each opened once with its engine running, and put back to empty for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

from .builds import Builds
from .page import CheckerPage, EnginePage
from .planner_page import PlannerPage
from .workshop_page import WorkshopPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AnyPage = TypeVar("AnyPage", bound=EnginePage)
# Without a service worker: the copy for use without a network has tests of its own, and would slow the others down.
OPTIONS = {"viewport": {"width": 1280, "height": 900}, "service_workers": "block"}


def _of_its_own(kind: type[AnyPage], browser: Browser, site_url: str) -> Iterator[AnyPage]:
    """A page in a context of its own, not opened yet."""
    context = browser.new_context(**OPTIONS)
    yield kind(context.new_page(), site_url)
    context.close()


@pytest.fixture
def builds(site_folder: Path, tmp_path: Path) -> Iterator[Builds]:
    """A host of its own, which can change what it serves, and go away."""
    host = Builds(site_folder, tmp_path)
    yield host
    host.stop()


@pytest.fixture(scope="session")
def _opened(browser: Browser, site_url: str) -> Iterator[CheckerPage]:
    for page in _of_its_own(CheckerPage, browser, site_url):
        page.open()
        yield page


@pytest.fixture
def checker(_opened: CheckerPage) -> CheckerPage:
    """The checker, ready, with an empty draft and no facts."""
    _opened.reset()
    return _opened


@pytest.fixture
def fresh(browser: Browser, site_url: str) -> Iterator[CheckerPage]:
    """A checker page of its own, not opened yet: for what happens while it loads."""
    yield from _of_its_own(CheckerPage, browser, site_url)


@pytest.fixture(scope="session")
def _opened_planner(browser: Browser, site_url: str) -> Iterator[PlannerPage]:
    for page in _of_its_own(PlannerPage, browser, site_url):
        page.open()
        yield page


@pytest.fixture
def planner(_opened_planner: PlannerPage) -> PlannerPage:
    """The planner, ready, with no facts."""
    _opened_planner.reset()
    return _opened_planner


@pytest.fixture(scope="session")
def _opened_workshop(browser: Browser, site_url: str) -> Iterator[WorkshopPage]:
    for page in _of_its_own(WorkshopPage, browser, site_url):
        page.open()
        yield page


@pytest.fixture
def workshop(_opened_workshop: WorkshopPage) -> WorkshopPage:
    """The workshop, ready, with no rule open."""
    _opened_workshop.reset()
    return _opened_workshop


@pytest.fixture
def fresh_workshop(browser: Browser, site_url: str) -> Iterator[WorkshopPage]:
    """A workshop page of its own, not opened yet."""
    yield from _of_its_own(WorkshopPage, browser, site_url)


@pytest.fixture
def fresh_planner(browser: Browser, site_url: str) -> Iterator[PlannerPage]:
    """A planner page of its own, not opened yet."""
    yield from _of_its_own(PlannerPage, browser, site_url)
