"""Measure, and say what was found: python -m tools.bench [--runs N] [--json FILE] [--page FILE] …"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from checker.site.wheel import cached_wheel
from tools.bench.chromium import Chromium
from tools.bench.contestants import Contestant, contestants, places
from tools.bench.cpython import drafts_a_second
from tools.bench.firefox import Firefox
from tools.bench.host import FULL, SLOW, Host
from tools.bench.machine import load, machine, versions
from tools.bench.rounds import Turns
from tools.bench.table import markdown, write_into
from tools.bench.texts import sentences
from tools.browser import KINDS, NoBrowser, find

ROOT = Path(__file__).resolve().parents[2]
RUNS = 7


def main() -> int:
    """Measure, unless a result is there already; print the tables, and put them where they are wanted."""
    wanted = _arguments()
    if wanted.from_json:
        result = json.loads(wanted.from_json.read_text(encoding="utf-8"))
    else:
        result = measure(wanted)
    text = markdown(result)
    print(text)
    if wanted.page:
        write_into(wanted.page, text)
    return 0


def measure(wanted: argparse.Namespace) -> dict[str, Any]:
    """Everything that was asked for, as data."""
    browsers = _browsers(wanted.browsers)
    texts = sentences()
    failures: list[dict[str, Any]] = []
    found: dict[str, Any] = {name: {} for name in browsers}
    result: dict[str, Any] = {
        "date": date.today().isoformat(),
        "command": wanted.command,
        "runs": 0,
        "machine": machine(),
        "versions": versions(ROOT, browsers),
        "browsers": found,
        "cpython": [],
        "failures": failures,
        "load": [load(), None],
    }
    site = wanted.site or _built()
    wheel = wanted.wheel or cached_wheel(ROOT)
    host = Host(places(ROOT, site, wheel))
    every = contestants(ROOT, wheel)
    turns = Turns(host, texts, failures)
    with _open(browsers) as opened:
        for contestant in every:
            _say(f"rehearsal: {contestant.title}")
            turns.rehearse(opened[0], contestant)
        for run in range(wanted.runs):
            result["runs"] = run + 1
            for browser in opened:
                for line in (FULL, SLOW) if browser.sees_inside else (FULL,):
                    for contestant in _in_turn(every, run):
                        _say(f"run {run + 1} of {wanted.runs}: {browser.name}, {line.title}, {contestant.title}")
                        taken = turns.take(browser, contestant, line, run)
                        found[browser.name].setdefault(line.name, {}).setdefault(contestant.name, []).append(taken)
                        result["load"][1] = load()
                        _keep(result, wanted.json)  # now, so that what is stopped early is not lost
            _say(f"run {run + 1} of {wanted.runs}: the command line")
            result["cpython"].append(drafts_a_second(texts, run))
            _keep(result, wanted.json)
    host.close()
    return result


def _keep(result: dict[str, Any], file: Path | None) -> None:
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def _in_turn(every: list[Contestant], run: int) -> list[Contestant]:
    """All contestants, another one first in each run: what wears off or builds up meets each of them alike."""
    first = run % len(every)
    return every[first:] + every[:first]


@contextmanager
def _open(browsers: dict[str, str]) -> Iterator[list[Any]]:
    with sync_playwright() as playwright:
        yield [Firefox(path) if name == "firefox" else Chromium(playwright, path) for name, path in browsers.items()]


def _browsers(names: list[str]) -> dict[str, str]:
    """The paths of those that there are. Ends the program without Chromium; another one that is missing is told and left out."""
    found = {}
    for name in names:
        try:
            found[name] = find(KINDS[name])
        except NoBrowser as missing:
            if name == "chromium":
                raise SystemExit(str(missing)) from None
            _say(f"left out: {missing}")
    return found


def _built() -> Path:
    site = ROOT / ".cache" / "bench" / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    _say("building the site")
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return site


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, metavar="N", help=f"how often everything is measured ({RUNS})")
    parser.add_argument("--browsers", nargs="+", choices=("chromium", "firefox"), default=["chromium", "firefox"])
    parser.add_argument("--site", type=Path, metavar="FOLDER", help="a site that was built already")
    parser.add_argument("--wheel", type=Path, metavar="FILE", help="the engine that belongs to that site, if it is not the present one")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the samples there")
    parser.add_argument("--page", type=Path, metavar="FILE", help="put the tables into this page, between its marks")
    parser.add_argument("--from-json", type=Path, metavar="FILE", help="measure nothing, and take the samples from there")
    parser.add_argument("--command", default="make bench", help="what the page says it was measured with")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
