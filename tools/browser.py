"""Find a browser for the tests and print its path; with --install, get one if there is none.

    tools/browser.py [--install] [chromium | firefox | webkit]

Only the path goes to standard output; everything else goes to standard error. The exit status is 1 where there is none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

STARTING = 60  # seconds; it takes one to answer, except on a cold and busy machine
FETCHING = 900  # seconds
# What Chromium would otherwise do of its own accord, in our time and over the network.
_QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass(frozen=True)
class Kind:
    """A browser that the tests run in: what it is called, where it may be, how to get it."""

    title: str
    variable: str  # of the environment; it may name the path
    names: tuple[str, ...]  # on the PATH, or whole paths
    packages: tuple[str, ...]  # of Debian
    remedies: tuple[str, ...]
    beside: tuple[str, ...] = ()  # other commands that it needs
    of_playwright: bool = False  # whether Playwright's own will do
    greeting: str = "--version"  # what it answers to and ends
    only_on: str = ""  # the one system that has it, as sys.platform names it
    as_snap: bool = True  # whether one in a snap will do


KINDS = {
    "chromium": Kind(
        "Chromium",
        "AFTERWORD_CHROMIUM",
        ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        ("chromium",),
        (
            "install Chromium or Chrome, so that chromium or chromium-browser or google-chrome is on the PATH\n"
            "    (on Debian: apt-get install chromium)",
            "run: .venv/bin/python -m playwright install --with-deps chromium",
        ),
        of_playwright=True,
    ),
    "firefox": Kind(
        "Firefox",
        "AFTERWORD_FIREFOX",
        ("firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"),
        ("firefox-esr",),
        (
            "install Firefox, so that firefox or firefox-esr is on the PATH (on Debian: apt-get install firefox-esr;\n"
            "    on Ubuntu from packages.mozilla.org, as Ubuntu's own is a snap)",
        ),
        as_snap=False,  # it sees no files but its own, so it cannot be started with a profile for the tests
    ),
    # WebKitGTK is as near to Safari as Linux gets. Its driver starts the browser, MiniBrowser, which needs a screen.
    "webkit": Kind(
        "WebKitGTK",
        "AFTERWORD_WEBKIT",
        ("WebKitWebDriver",),
        ("webkit2gtk-driver", "xvfb"),
        ("on Debian or Ubuntu: sudo apt-get install webkit2gtk-driver xvfb",),
        beside=("Xvfb",),
        greeting="--help",
        only_on="linux",
    ),
}


class NoBrowser(Exception):
    """There is no usable browser of a kind; the message says what was tried and how to mend it."""


class NotHere(NoBrowser):
    """No system like this one has a browser of the kind."""


def find(kind: Kind, install: bool = False) -> str:
    """The path of a browser that starts. With `install`, get one if need be."""
    if kind.only_on not in ("", sys.platform):
        raise NotHere(f"{kind.title} is to be had on Linux alone")
    tried: list[str] = []
    named = os.environ.get(kind.variable)
    if named:  # whoever names a browser wants that one and no other
        if starts(kind, named, tried) and _complete(kind, tried):
            return named
        raise NoBrowser(_explain(kind, [f"{kind.variable} names it", *tried]))
    for fetch in (None, _fetch_with_apt, _fetch_with_playwright) if install else (None,):
        if fetch is None or fetch(kind, tried):
            for path in _installed(kind, tried):
                if starts(kind, path, tried) and _complete(kind, tried):
                    return path
    raise NoBrowser(_explain(kind, tried))


def starts(kind: Kind, path: str, tried: list[str]) -> bool:
    """Whether it answers. Ubuntu's chromium-browser, for one, can be a mere pointer to a snap."""
    if not kind.as_snap and _is_snap(path):
        tried.append(f"{path}: leads to a snap, which the tests cannot use")
        return False
    try:
        answer = subprocess.run([path, kind.greeting], capture_output=True, text=True, timeout=STARTING)
    except (OSError, subprocess.TimeoutExpired) as problem:
        tried.append(f"{path}: {problem}")
        return False
    if answer.returncode != 0:
        words = (answer.stderr or answer.stdout).strip().splitlines() or ["no reason given"]
        tried.append(f"{path}: does not start: {words[-1]}")
    return answer.returncode == 0


def chromium_arguments() -> list[str]:
    """What a headless Chromium of ours is started with."""
    # Its sandbox refuses to run for root, which is what tests in a container usually are.
    return [*_QUIET, *(["--no-sandbox"] if _is_root() else [])]


def _is_snap(path: str) -> bool:
    """Whether it is a link into a snap, or a script that calls one."""
    if os.path.realpath(path).endswith("/snap"):
        return True
    try:
        with open(path, "rb") as file:
            start = file.read(2000)
    except OSError:
        return False
    return start.startswith(b"#!") and b"/snap/" in start


def _complete(kind: Kind, tried: list[str]) -> bool:
    missing = [name for name in kind.beside if not shutil.which(name)]
    tried.extend(f"on the PATH: no {name}, which {kind.title} needs here" for name in missing)
    return not missing


def _installed(kind: Kind, tried: list[str]) -> Iterator[str]:
    for name in kind.names:
        path = shutil.which(name)
        if path:
            yield path
    tried.append(f"on the PATH: no {', '.join(kind.names)} that starts")
    if not kind.of_playwright:
        return
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


def _fetch_with_apt(kind: Kind, tried: list[str]) -> bool:
    if not (_is_root() and shutil.which("apt-get")):
        tried.append("apt-get: needs root, and a Debian or Ubuntu")
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return _run(["apt-get", "update", "-q"], tried, environment) and _run(
        ["apt-get", "install", "-y", "-q", "--no-install-recommends", *kind.packages], tried, environment
    )


def _fetch_with_playwright(kind: Kind, tried: list[str]) -> bool:
    if not kind.of_playwright:
        return False
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


def _explain(kind: Kind, tried: list[str]) -> str:
    attempts = "\n".join(f"  - {attempt}" for attempt in dict.fromkeys(tried))
    elsewhere = f"set {kind.variable} to the path of one that is installed elsewhere"
    remedies = ";\n".join(f"  - {remedy}" for remedy in (*kind.remedies, elsewhere))
    return (
        f"No usable {kind.title} was found. Tried:\n{attempts}\n"
        f"To mend it, do one of these:\n{remedies}\n"
        "The tests that need no browser run with: make quick"
    )


if __name__ == "__main__":
    wanted = [argument for argument in sys.argv[1:] if argument != "--install"] or ["chromium"]
    if len(wanted) > 1 or wanted[0] not in KINDS:
        sys.exit(f"Name one of these: {', '.join(KINDS)}")
    try:
        print(find(KINDS[wanted[0]], install="--install" in sys.argv[1:]))
    except NoBrowser as problem:
        sys.exit(str(problem))
