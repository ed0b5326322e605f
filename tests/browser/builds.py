"""Two builds of the site, one after the other at the same address, as a host has them."""

from __future__ import annotations

import json
import os
import re
import shutil
import threading
from pathlib import Path

from serving import Files, Server

from checker.site.offline import NAME, write_service_worker

BASE = "/name/"
PARTS = "assets/engine/parts.json"
# A worker that starts at once, and tells which build each of its parts is of.
WORKER = """
const text = async (place) => (await fetch(new URL(place, import.meta.url))).text();
const { files, build } = JSON.parse(await text("../engine/parts.json"));
const cards = JSON.parse(await text(`../../${files["cards.json"].place}`));
postMessage({ type: "rules", rules: { rules: [], builds: ["MARK", cards.version, build] } });
postMessage({ type: "ready" });
addEventListener("message", ({ data }) => {
    const report = { verdict: "ready", findings: [], passed: [], not_checked: [] };
    postMessage({ type: "result", id: data.id, answer: report });
});
"""


class Builds:
    """A host. `serve(mark)` shows another build; `asked` are the places that were asked for."""

    def __init__(self, site: Path, shelf: Path) -> None:
        self.site, self.shelf = site, shelf
        self.asked: list[str] = []
        self.folder = site
        self.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}{BASE}"

    def make(self, mark: str) -> Path:
        """A build in which the page, its script, the worker, the rules and the engine bear a mark."""
        folder = self.shelf / mark
        shutil.copytree(self.site, folder, copy_function=os.link)
        self.write(folder, "assets/checker/worker.js", WORKER.replace("MARK", mark))
        parts = json.loads((folder / PARTS).read_text(encoding="utf-8"))
        self.write(folder, parts["files"]["cards.json"]["place"], json.dumps({"version": mark}))
        self.write(folder, PARTS, json.dumps({**parts, "build": mark}))
        script = (folder / "assets/checker/checker.js").read_text(encoding="utf-8")
        self.write(folder, "assets/checker/checker.js", f'{script}\nglobalThis.ofBuild = "{mark}";\n')
        page = (folder / "check/index.html").read_text(encoding="utf-8")
        self.write(folder, "check/index.html", page.replace('<div id="afterword-checker"', f'<div data-build="{mark}" id="afterword-checker"'))
        sitemap = (folder / "sitemap.xml").read_text(encoding="utf-8")
        built_for = min(re.findall("<loc>(.*?)</loc>", sitemap), key=len)
        self.write(folder, "sitemap.xml", sitemap.replace(built_for, self.url))  # the theme looks there for its own pages
        (folder / NAME).unlink()
        write_service_worker(folder)
        self._date(folder / NAME)
        return folder

    def write(self, folder: Path, place: str, text: str) -> None:
        """Write a file anew: what is there is shared with the other builds."""
        (folder / place).unlink(missing_ok=True)
        (folder / place).write_text(text, encoding="utf-8")
        self._date(folder / place)

    def _date(self, file: Path) -> None:
        # A minute for each build: browsers ask for what has changed since a second.
        time = 1_700_000_000 + 60 * len(list(self.shelf.iterdir()))
        os.utime(file, (time, time))

    def start(self, port: int = 0) -> None:
        """Put the host up; 0 is any port that is free."""
        self._server = Server(("127.0.0.1", port), self._handler())
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def start_again(self) -> None:
        """Put the host up where it was before it was taken down."""
        self.start(self._server.server_port)

    def stop(self) -> None:
        """Take the host down: nobody answers any more."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(builds) -> type[Files]:
        class Handler(Files):
            def translate_path(self, path: str) -> str:
                self.directory = str(builds.folder)
                place = path.partition("?")[0]
                builds.asked.append(place.removeprefix(BASE))
                return super().translate_path("/" + place.removeprefix(BASE) if place.startswith(BASE) else "/no such page")

        return Handler
