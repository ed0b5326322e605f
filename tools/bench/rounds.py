"""One contestant's turn: a first visit on a new profile, a stay, checks, and a second visit after the browser was closed."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from tests.engines.wires import Refused
from tools.bench.contestants import Contestant
from tools.bench.host import FULL, SLOW, Host, Line
from tools.bench.texts import EMAIL, ONE_NEW, message

TRIES = 2
REST = 3  # seconds: a browser that was just started is busy with itself for a while, and most readers' browsers are open already
# Words, and how many such messages are checked in a turn. The last one is cut to what the checker takes.
LENGTHS = {60: 12, 250: 12, 1_000: 4, 5_000: 2}
TYPED = "I look forward to it. "
FAILURES = (PlaywrightError, Refused, OSError, RuntimeError, TimeoutError)


@dataclass
class Turns:
    """What all turns have in common; `failures` is told of what went wrong and was tried again, or not."""

    host: Host
    sentences: list[str]
    failures: list[dict[str, Any]]

    def take(self, browser: Any, contestant: Contestant, line: Line, run: int) -> dict[str, Any] | None:
        """The measures of one turn, or None where it failed every time."""
        what = {"browser": browser.name, "contestant": contestant.name, "line": line.name, "run": run}
        for attempt in range(1, TRIES + 1):
            folder = Path(mkdtemp(prefix="afterword-bench-"))
            try:
                return self._turn(browser, contestant, line, run, folder)
            except FAILURES as error:
                self.failures.append({**what, "attempt": attempt, "error": f"{type(error).__name__}: {error}"[:500]})
                print(f"failed ({attempt} of {TRIES}): {self.failures[-1]}", file=sys.stderr)
            finally:
                shutil.rmtree(folder, ignore_errors=True)
        return None

    def rehearse(self, browser: Any, contestant: Contestant) -> None:
        """Have everything asked for once, so that the host has compressed it before anything is timed. Raises what fails."""
        self.host.use(FULL)
        with TemporaryDirectory(prefix="afterword-bench-", ignore_cleanup_errors=True) as folder, browser.visit(Path(folder)) as visit:
            self._arrive(visit, self.host.url + contestant.place, self._message(EMAIL, 0), "first")
            self.host.wait_until_quiet(contestant.stay)

    def _turn(self, browser: Any, contestant: Contestant, line: Line, run: int, folder: Path) -> dict[str, Any]:
        url = self.host.url + contestant.place
        email = self._message(EMAIL, run)
        self.host.use(line)
        with browser.visit(folder) as visit:
            found = self._arrive(visit, url, email, "first")
            found["memory"] = visit.memory()
            self.host.wait_until_quiet(contestant.stay)
            found["settled"] = self.host.count()
            if line is not SLOW:
                found["checks"] = self._checks(visit.probe, run)
                if contestant.follows and browser.sees_inside:
                    found["typing"] = visit.probe("typing", email, TYPED)
        self.host.use(line)
        with browser.visit(folder) as visit:
            found |= self._arrive(visit, url, email, "second")
            if browser.sees_inside:
                found["restart"] = visit.probe("restart", email)
        return found

    def _arrive(self, visit: Any, url: str, email: str, which: str) -> dict[str, Any]:
        time.sleep(REST)
        visit.go(url)
        seen = visit.probe("first", email)
        sent = self.host.count(until=seen["at"] / 1000)
        return {which: seen["shown"], f"{which}_form": seen["form"], f"{which}_longest": seen["longest"], f"{which}_sent": sent}

    def _checks(self, probe: Callable[..., Any], run: int) -> dict[str, list[dict[str, float]]]:
        # Each message is another one: an engine that remembers what it has seen shall not be timed for that.
        probe("checks", [self._message(EMAIL, 500 + run)])
        found = {
            str(words): probe("checks", [self._message(words, 1_000 * (run + 1) + number) for number in range(count)])
            for words, count in LENGTHS.items()
        }
        # Here it may remember: somebody writes, and all but a word is as it was.
        growing = [self._message(EMAIL - left, 600 + run) for left in range(LENGTHS[EMAIL], -1, -1)]
        found[ONE_NEW] = probe("checks", growing)[1:]
        return found

    def _message(self, words: int, number: int) -> str:
        return message(words, number, self.sentences)
