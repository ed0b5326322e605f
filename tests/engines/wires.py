"""How commands of W3C WebDriver reach a browser: WebKit's driver takes them over HTTP, Firefox itself over a socket.

Firefox's own protocol, Marionette, has the same commands by the same names: it is what geckodriver puts them into.
"""

from __future__ import annotations

import json
import socket
from http.client import HTTPConnection
from typing import Any, Protocol

PATIENCE = 90  # seconds for one command; starting a browser on a cold and busy machine takes longest
# The commands that the tests use: the method and the place below the session.
PLACES = {
    "NewSession": ("POST", None),
    "DeleteSession": ("DELETE", ""),
    "SetTimeouts": ("POST", "/timeouts"),
    "SetWindowRect": ("POST", "/window/rect"),
    "Navigate": ("POST", "/url"),
    "FindElement": ("POST", "/element"),
    "ElementClick": ("POST", "/element/{id}/click"),
    "PerformActions": ("POST", "/actions"),
    "ExecuteAsyncScript": ("POST", "/execute/async"),
}


class Refused(Exception):
    """The browser could not do what a command asked; the message begins with WebDriver's name for the error."""


class Wire(Protocol):
    def send(self, command: str, **parameters: Any) -> Any:
        """Have a command done and return its value. Raises `Refused`, or OSError if nobody answers."""

    def close(self) -> None: ...


class HttpWire:
    """To a driver that listens on a port of this machine."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._session = ""

    def send(self, command: str, **parameters: Any) -> Any:
        method, place = PLACES[command]
        path = "/session" if place is None else f"/session/{self._session}{place.format(**parameters)}"
        connection = HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        try:
            body = json.dumps(parameters).encode() if method == "POST" else None
            connection.request(method, path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            value = json.loads(answer.read())["value"]
        finally:
            connection.close()
        if answer.status != 200:
            raise Refused(f"{value['error']}: {value['message']}")
        if command == "NewSession":
            self._session = value["sessionId"]
        return value

    def close(self) -> None:
        """Nothing is open between two commands."""


class MarionetteWire:
    """To a Firefox that listens on a port of this machine: JSON lists, each with its length in bytes and a colon before."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self._stream = self._socket.makefile("rb")
        self._count = 0
        try:
            self._read()  # says who it is
        except BaseException:
            self.close()
            raise

    def send(self, command: str, **parameters: Any) -> Any:
        self._count += 1
        name = "Marionette:Quit" if command == "DeleteSession" else f"WebDriver:{command}"
        text = json.dumps([0, self._count, name, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(text), text))
        _, _, error, value = self._read()
        if error:
            raise Refused(f"{error['error']}: {error['message']}")
        return value["value"] if isinstance(value, dict) and "value" in value else value

    def close(self) -> None:
        self._stream.close()
        self._socket.close()

    def _read(self) -> Any:
        size = b""
        while not size.endswith(b":"):
            byte = self._stream.read(1)
            if not byte:
                raise ConnectionError("Firefox has closed the connection")
            size += byte
        return json.loads(self._stream.read(int(size[:-1])))
