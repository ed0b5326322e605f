"""A host for the built site that does what real hosts do: it compresses text, and lets browsers keep what they have."""

from __future__ import annotations

import gzip
from pathlib import Path

from serving import Files

_TEXT = ("text/", "application/json", "application/xml", "application/javascript", "image/svg+xml")


class Host(Files):
    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        kind = self.guess_type(str(file))
        if not file.is_file() or not kind.startswith(_TEXT):
            return super().do_GET()
        body = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")  # GitHub Pages keeps everything for ten minutes
        self.end_headers()
        self.wfile.write(body)
