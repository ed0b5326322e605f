"""A reader's Chromium: started with a profile of its own, so that what one visit leaves behind is there for the next."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright

from tools.browser import chromium_arguments

PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
PATIENCE = 150_000  # milliseconds: longer than the probe's own


class Chromium:
    """Where the benchmark sees everything: workers, the main thread's long tasks, the tab's memory (on Linux)."""

    name = "chromium"
    sees_inside = True

    def __init__(self, playwright: Playwright, path: str) -> None:
        self._playwright = playwright
        self._path = path

    @contextmanager
    def visit(self, folder: Path) -> Iterator[ChromiumVisit]:
        """The browser, started afresh with the profile in `folder`."""
        profile = folder / "profile"
        context = self._playwright.chromium.launch_persistent_context(
            str(profile), executable_path=self._path, args=chromium_arguments(), viewport={"width": 1280, "height": 900}
        )
        try:
            context.add_init_script(f"{PROBE}\nglobalThis.bench = bench;\nbench.watch();")
            page = context.pages[0]
            page.set_default_timeout(PATIENCE)
            yield ChromiumVisit(page, profile)
        finally:
            context.close()


class ChromiumVisit:
    def __init__(self, page: Page, profile: Path) -> None:
        self._page = page
        self._profile = profile

    def go(self, url: str) -> None:
        """Begin to load a page."""
        self._page.goto(url, wait_until="commit")

    def probe(self, call: str, *given: Any) -> Any:
        """What one of the probe's functions comes to."""
        return self._page.evaluate("([call, given]) => bench[call](...given)", [call, list(given)])

    def memory(self) -> int | None:
        """Bytes of the processes that show pages, shared ones by their share; None where the system does not tell."""
        sizes = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if b"--type=renderer" in _words(process) and self._is_ours(process):
                    sizes.append(_share(process))
            except OSError:  # ended meanwhile, or somebody else's
                continue
        return sum(sizes) or None

    def _is_ours(self, process: Path) -> bool:
        """Whether it descends from the browser with this profile."""
        mine = os.fsencode(f"--user-data-dir={self._profile}")
        while process.name != "0":
            if mine in _words(process):
                return True
            parent = (process / "stat").read_text().rpartition(")")[2].split()[1]
            process = process.parent / parent
        return False


def _words(process: Path) -> list[bytes]:
    """Those it was started with. Chromium's children write theirs anew, with spaces."""
    return (process / "cmdline").read_bytes().replace(b"\0", b" ").split()


def _share(process: Path) -> int:
    for line in (process / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0
