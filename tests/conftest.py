"""What the browser tests share: one browser, and one built site on a local server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from serving import Files, Server

from tools.browser import KINDS, NoBrowser, chromium_arguments, find

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the browser or the built site, so that `-m "not browser"` leaves it out."""
    for item in items:
        if {"browser", "site_folder"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node.js: the machine's, or the one beside this Python. Without it the test fails."""
    found = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    if not found:
        pytest.fail("Node.js is missing; `make test` installs it", pytrace=False)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; take a new context or page from it in each test."""
    from playwright.sync_api import sync_playwright

    try:
        path = find(KINDS["chromium"])
    except NoBrowser as missing:
        pytest.fail(str(missing), pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=chromium_arguments())
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site. `AFTERWORD_SITE` names a folder built already."""
    built = os.environ.get("AFTERWORD_SITE")
    return Path(built) if built else _build(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def site_url(site_folder: Path) -> Iterator[str]:
    """The address of the built site, ending in a slash."""
    base = _base_path((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    with Server(("127.0.0.1", 0), partial(_Pages, base=base, directory=str(site_folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()


class _Pages(Files):
    """Serves the site below `base`, as its host will, with the 404 page."""

    def __init__(self, *args: object, base: str, **options: object) -> None:
        self.base = base  # before the parent's, which answers the request
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(self.base) if path.startswith(self.base) else "no such page"
        return super().translate_path("/" + inside)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _build(folder: Path) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if built.returncode != 0:
        pytest.fail(f"The site does not build:\n{built.stdout}{built.stderr}", pytrace=False)
    return folder


def _base_path(mkdocs_yml: str) -> str:
    """The path that `site_url` puts the site under: `/` for a host of its own."""
    # By pattern, as MkDocs's own YAML tags would need MkDocs's own reader.
    address = re.search(r"^site_url:.*?(https?://[^\s\"'\]]+)", mkdocs_yml, re.MULTILINE)
    path = urlsplit(address[1]).path if address else ""
    return "/" + f"{path.strip('/')}/".lstrip("/")
