"""A reader's Firefox, driven as the tests drive it. The benchmark cannot look into its workers, so it times what is shown."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.engines.driver import SCRIPT, outcome
from tests.engines.launch import firefox
from tests.engines.wires import Refused, Wire

PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
ARRIVING = 60  # seconds, until the new page has begun
PATIENCE = 85_000  # milliseconds: less than the wire has


class Firefox:
    name = "firefox"
    sees_inside = False

    def __init__(self, path: str) -> None:
        self._path = path

    @contextmanager
    def visit(self, folder: Path) -> Iterator[FirefoxVisit]:
        """The browser, started afresh with the profile in `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        with firefox(self._path, folder) as wire:
            # Not to be told when a page has loaded, as the benchmark is at work in it by then.
            wire.send("NewSession", capabilities={"alwaysMatch": {"pageLoadStrategy": "none"}})
            wire.send("SetTimeouts", script=PATIENCE, pageLoad=PATIENCE)
            try:
                yield FirefoxVisit(wire)
            finally:
                wire.send("DeleteSession")


class FirefoxVisit:
    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def go(self, url: str) -> None:
        """Begin to load a page."""
        self._wire.send("Navigate", url=url)
        end = time.monotonic() + ARRIVING
        while True:
            try:
                if self._run("return location.href") == url:
                    return
            except Refused:  # between two pages
                if time.monotonic() > end:
                    raise
            if time.monotonic() > end:
                raise TimeoutError(f"Firefox has not arrived at {url}")
            time.sleep(0.01)

    def probe(self, call: str, *given: Any) -> Any:
        """What one of the probe's functions comes to."""
        return self._run(f"{PROBE}\nreturn bench[{call!r}](...args);", *given)

    def memory(self) -> None:
        """Not told: Firefox shares its processes between pages."""

    def _run(self, code: str, *given: Any) -> Any:
        return outcome(self._wire.send("ExecuteAsyncScript", script=SCRIPT % code, args=list(given)), "the benchmark's probe")
