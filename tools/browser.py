"""Find a Chromium for the tests and print its path; with --install, get one if there is none.

Only the path goes to standard output; everything else goes to standard error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

VARIABLE = "AFTERWORD_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
STARTING = 60  # seconds; printing a version takes one, except on a cold and busy machine
FETCHING = 900  # seconds
REMEDY = f"""\
To mend it, do one of these:
  - install Chromium or Chrome, so that {" or ".join(NAMES[:3])} is on the PATH
    (on Debian: apt-get install chromium);
  - set {VARIABLE} to the path of one that is installed elsewhere;
  - run: .venv/bin/python -m playwright install --with-deps chromium
The tests that need no browser run with: make quick"""


class NoBrowser(Exception):
    """There is no usable Chromium; the message says what was tried and how to mend it."""


def find(install: bool = False) -> str:
    """The path of a Chromium that starts. With `install`, get one if need be."""
    tried: list[str] = []
    named = os.environ.get(VARIABLE)
    if named:  # whoever names a browser wants that one and no other
        if starts(named, tried):
            return named
        raise NoBrowser(_explain([f"{VARIABLE} names it", *tried]))
    for path in _installed(tried):
        if starts(path, tried):
            return path
    for fetch in (_fetch_with_apt, _fetch_with_playwright) if install else ():
        if fetch(tried):
            for path in _installed(tried):
                if starts(path, tried):
                    return path
    raise NoBrowser(_explain(tried))


def starts(path: str, tried: list[str]) -> bool:
    """Whether it prints its version. Ubuntu's chromium-browser, for one, can be a mere pointer to a snap."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=STARTING)
    except (OSError, subprocess.TimeoutExpired) as problem:
        tried.append(f"{path}: {problem}")
        return False
    if answer.returncode != 0:
        words = (answer.stderr or answer.stdout).strip().splitlines() or ["no reason given"]
        tried.append(f"{path}: does not start: {words[-1]}")
    return answer.returncode == 0


def _installed(tried: list[str]) -> Iterator[str]:
    for name in NAMES:
        path = shutil.which(name)
        if path:
            yield path
    tried.append(f"on the PATH: no {', '.join(NAMES)} that starts")
    path = _playwrights_own()
    if path and os.path.exists(path):
        yield path
    else:
        tried.append("Playwright's own Chromium: not there")


def _playwrights_own() -> str | None:
    """Where Playwright keeps its Chromium, be it there or not. A process of its own, as Playwright starts Node.js."""
    code = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    return answer.stdout.strip() if answer.returncode == 0 else None


def _fetch_with_apt(tried: list[str]) -> bool:
    if not (_is_root() and shutil.which("apt-get")):
        tried.append("apt-get: needs root, and a Debian or Ubuntu")
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return _run(["apt-get", "update", "-q"], tried, environment) and _run(
        ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"], tried, environment
    )


def _fetch_with_playwright(tried: list[str]) -> bool:
    with_libraries = ["--with-deps"] if _is_root() and shutil.which("apt-get") else []
    return _run([sys.executable, "-m", "playwright", "install", *with_libraries, "chromium"], tried)


def _run(command: list[str], tried: list[str], environment: dict[str, str] | None = None) -> bool:
    shown = " ".join(command)
    print(f"Getting a browser for the tests: {shown}", file=sys.stderr, flush=True)
    try:
        status = subprocess.run(command, stdout=sys.stderr, timeout=FETCHING, env=environment).returncode
    except (OSError, subprocess.TimeoutExpired) as problem:
        tried.append(f"{shown}: {problem}")
        return False
    tried.append(f"{shown}: " + ("done" if status == 0 else f"failed with status {status}"))
    return status == 0


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _explain(tried: list[str]) -> str:
    attempts = "\n".join(f"  - {attempt}" for attempt in dict.fromkeys(tried))
    return f"No usable Chromium was found. Tried:\n{attempts}\n{REMEDY}"


if __name__ == "__main__":
    try:
        print(find(install="--install" in sys.argv[1:]))
    except NoBrowser as problem:
        sys.exit(str(problem))
