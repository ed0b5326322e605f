"""Starts a browser of a test's own, in a folder of its own, and ends it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeVar

from .wires import HttpWire, MarionetteWire, Wire

STARTING = 90  # seconds; a first start on a cold and busy machine takes long
Found = TypeVar("Found")

# What Firefox would otherwise do of its own accord. It quietens most of the rest itself once it is driven.
PREFERENCES = {
    "marionette.port": 0,  # any that is free
    "app.normandy.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "services.settings.server": "data:,",
}
WEBKIT = {
    "GDK_BACKEND": "x11",  # our own screen, also on a desktop of Wayland
    "LIBGL_ALWAYS_SOFTWARE": "1",
    # Its sandbox refuses to run for root and in containers, which is where tests usually are.
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
    # Without its slowest compiler the engine is there in a third of the time, where the processor's cores are few.
    "JSC_useOMGJIT": "0",
}


@contextmanager
def firefox(path: str, folder: Path) -> Iterator[Wire]:
    """A headless Firefox that keeps what is its in `folder`, and finds there what an earlier one has kept."""
    profile = folder / "profile"
    profile.mkdir(exist_ok=True)
    (profile / "MarionetteActivePort").unlink(missing_ok=True)
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [path, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with _process(command, folder, {}) as process:
        port = int(_awaited(lambda: _text(profile / "MarionetteActivePort"), process, folder))
        wire = MarionetteWire(port)
        try:
            yield wire
        finally:
            wire.close()


@contextmanager
def webkit(path: str, folder: Path) -> Iterator[Wire]:
    """A WebKitGTK that keeps what is its in `folder`, on a screen of its own; `path` is that of its driver."""
    with ExitStack() as stack:
        reading, writing = os.pipe()
        with os.fdopen(reading), os.fdopen(writing, "w"):
            screen = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
            process = stack.enter_context(_process(screen, folder, {}, pass_fds=(writing,)))
            os.set_blocking(reading, False)
            number = _awaited(lambda: _told(reading), process, folder)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        process = stack.enter_context(_process([path, f"--port={port}"], folder, {**WEBKIT, "DISPLAY": f":{number}"}))
        _awaited(lambda: _answers(port), process, folder)
        yield HttpWire(port)


LAUNCHERS = {"firefox": firefox, "webkit": webkit}


@contextmanager
def _process(command: list[str], folder: Path, variables: dict[str, str], **options: object) -> Iterator[subprocess.Popen]:
    environment = {**os.environ, "HOME": str(folder), **variables}
    with (folder / "output.txt").open("a") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output, **options)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _awaited(look: Callable[[], Found], process: subprocess.Popen, folder: Path) -> Found:
    """What `look` finds, once it finds something."""
    end = time.monotonic() + STARTING
    while not (found := look()):
        if process.poll() is not None or time.monotonic() > end:
            said = _text(folder / "output.txt")[-2000:]
            raise RuntimeError(f"{process.args[0]} did not start (status {process.returncode}). It said:\n{said}")
        time.sleep(0.05)
    return found


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace").strip() if file.exists() else ""


def _told(reading: int) -> str:
    """The line written to a pipe, once it is whole."""
    try:
        text = os.read(reading, 20).decode()
    except BlockingIOError:
        return ""
    return text.strip() if text.endswith("\n") else ""


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
