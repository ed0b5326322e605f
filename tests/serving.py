"""What the servers of the tests share: the types that browsers insist on, and that they say nothing. A failing test says enough."""

from __future__ import annotations

import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer


class Server(ThreadingHTTPServer):
    """`Server(("127.0.0.1", 0), handler)` is on any port that is free."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # browsers hang up when a page is left
            super().handle_error(request, client_address)


class Files(SimpleHTTPRequestHandler):
    """The files of a folder."""

    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".json": "application/json",
        ".wasm": "application/wasm",
    }

    def log_message(self, format: str, *args: object) -> None:
        pass
