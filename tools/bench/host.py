"""A host for the benchmark: precompressed answers, the headers of a careful host, a line of a chosen speed, and a count.

The line is slowed down here and not in the browser, whose own throttling leaves out workers and service workers, and which
Firefox has in another way. So every request of every contestant goes over the same line.
"""

from __future__ import annotations

import gzip
import hashlib
import math
import mimetypes
import re
import socket
import threading
import time
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".json": "application/json"}
# What hosts compress on the way. A zip or a wheel is compressed already, and goes as it is.
COMPRESSED = re.compile(r"text/|application/(javascript|json|wasm|xml|manifest\+json)|image/svg\+xml")
# A hash of the content, or a release, in the address: what lies there never changes.
LASTING = re.compile(r"[/.-][0-9a-f]{8,64}[/.]|@\d+\.\d+\.\d+/")
CHUNK = 8192  # bytes


@dataclass(frozen=True)
class Line:
    """A network: `bits` a second (0: as fast as it goes), and `delay`, the seconds from a request to the first byte of its answer."""

    name: str
    title: str
    bits: float = 0
    delay: float = 0


FULL = Line("full", "full speed")
SLOW = Line("slow", "9 Mbit/s, 60 ms", 9_000_000, 0.06)


class Bucket:
    """Says when bytes have passed a line that all connections share."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._free = 0.0  # when the line has passed on all that was given to it
        self._lock = threading.Lock()

    def due(self, size: int, now: float) -> float:
        """When `size` more bytes have passed, on the clock of `now` (seconds)."""
        if not self._line.bits:
            return now
        with self._lock:
            self._free = max(self._free, now) + size * 8 / self._line.bits
            return self._free


@dataclass(frozen=True)
class Stored:
    """A file as it is sent."""

    body: bytes
    headers: dict[str, str]


@cache
def stored(path: Path, lasting: bool) -> Stored:
    """A file, compressed if its type is, with its headers."""
    body = path.read_bytes()
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    headers = {"Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, "Vary": "Accept-Encoding"}
    if COMPRESSED.match(kind):
        body = gzip.compress(body, 9, mtime=0)
        headers["Content-Encoding"] = "gzip"
    headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers["Cache-Control"] = "public, max-age=31536000, immutable" if lasting else "no-cache"
    return Stored(body, headers)


class Host:
    """Serves `places`: what an address begins with, and the folder or the file that is meant. The longest beginning counts."""

    def __init__(self, places: dict[str, Path]) -> None:
        self.places = dict(sorted(places.items(), key=lambda place: -len(place[0])))
        self._counting = threading.Lock()
        self.use(FULL)
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def use(self, line: Line) -> None:
        """Answer over this line from now on, and count from zero."""
        self.line, self.bucket = line, Bucket(line)
        self.log: list[tuple[float, int, int]] = []  # when, on the wall clock; requests and bytes that came in addition
        with self._counting:
            self.under_way = 0  # what is still under way belongs to a browser that is gone
        self.last = time.monotonic()

    def count(self, until: float = math.inf) -> dict[str, int]:
        """Requests and bytes sent, head and body, since the line was chosen; `until` a time of the wall clock, in seconds."""
        there = [(requests, size) for when, requests, size in self.log if when <= until]
        return {"requests": sum(requests for requests, _ in there), "bytes": sum(size for _, size in there)}

    def began(self) -> None:
        """A request has come."""
        self.log.append((time.time(), 1, 0))
        with self._counting:
            self.under_way += 1

    def ended(self) -> None:
        """A request has been answered, or given up."""
        self.last = time.monotonic()
        with self._counting:
            self.under_way -= 1

    def wait_until_quiet(self, seconds: float, at_most: float = 60) -> None:
        """Wait until nothing has been asked for so many seconds, from now on."""
        begun = time.monotonic()
        end = begun + at_most
        while time.monotonic() < end and (self.under_way > 0 or time.monotonic() - max(self.last, begun) < seconds):
            time.sleep(0.05)

    def find(self, address: str) -> Path | None:
        """The file at an address, or None."""
        path = unquote(urlsplit(address).path)
        for beginning, target in self.places.items():
            if path.startswith(beginning) and ".." not in path:
                found = target / path.removeprefix(beginning) if target.is_dir() else target
                found = found / "index.html" if found.is_dir() else found
                return found if found.is_file() else None
        return None

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing: browsers hang up when they close."""


def _handler(host: Host) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self) -> None:
            super().setup()
            self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            time.sleep(host.line.delay)  # a new connection costs a round trip of its own

        def do_GET(self) -> None:
            host.began()
            try:
                time.sleep(host.line.delay)
                self._answer()
            finally:
                host.ended()

        def _answer(self) -> None:
            found = host.find(self.path)
            if not found:
                return self._send(404, {"Content-Type": "text/plain"}, b"no such file")
            file = stored(found, bool(LASTING.search(self.path)))
            if self.headers.get("If-None-Match") == file.headers["ETag"]:
                return self._send(304, {name: file.headers[name] for name in ("ETag", "Cache-Control")}, b"")
            self._send(200, file.headers, file.body)

        def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            head = sum(map(len, self._headers_buffer)) + 2
            self._pass(head)
            self.end_headers()
            for start in range(0, len(body), CHUNK):
                part = body[start : start + CHUNK]
                self._pass(len(part))
                self.wfile.write(part)

        def _pass(self, size: int) -> None:
            now = time.monotonic()
            wait = host.bucket.due(size, now) - now
            if wait > 0:
                time.sleep(wait)
            host.log.append((time.time(), 0, size))
            host.last = time.monotonic()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: what counts is counted."""

    return Handler
