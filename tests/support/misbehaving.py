"""An HTTP server on loopback that misbehaves as a test tells it to."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Answer = Callable[["Connection"], None]


@dataclass
class Connection:
    """One request: what was asked, and the socket to answer on as one likes."""

    path: str
    headers: dict[str, str]
    socket: socket.socket

    def send(self, status: str, body: bytes = b"", **headers: object) -> None:
        """An ordinary answer; header names have underscores for hyphens."""
        lines = {"Content_Length": len(body), "Connection": "close", **headers}
        head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
        self.raw(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body)

    def raw(self, content: bytes) -> None:
        # The client has gone: that is its right, and often the point of the test.
        with suppress(OSError):
            self.socket.sendall(content)


@dataclass
class Server:
    """Answers the n-th request by the n-th answer, and by the last one from there on."""

    answers: list[Answer]
    address: str
    requests: list[Connection] = field(default_factory=list)


@contextmanager
def serving(*answers: Answer, tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(list(answers), f"http://127.0.0.1:{listener.getsockname()[1]}/openapi.json")
        done = threading.Event()
        thread = threading.Thread(target=_serve, args=(listener, server, done, tls), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            done.set()
            with suppress(OSError):
                socket.create_connection(listener.getsockname(), timeout=1).close()
            thread.join(timeout=10)


def _serve(
    listener: socket.socket, server: Server, done: threading.Event, tls: ssl.SSLContext | None
) -> None:
    while not done.is_set():
        connected, _ = listener.accept()
        with connected, suppress(ssl.SSLError, ConnectionError):
            if done.is_set():
                return
            connected.settimeout(10)
            secured = tls.wrap_socket(connected, server_side=True) if tls else connected
            _answer(server, secured)
            secured.close()


def _answer(server: Server, connected: socket.socket) -> None:
    connection = _read(connected)
    if connection is not None:
        server.requests.append(connection)
        number = min(len(server.requests), len(server.answers)) - 1
        server.answers[number](connection)


def _read(connected: socket.socket) -> Connection | None:
    content = b""
    while b"\r\n\r\n" not in content:
        received = connected.recv(65536)
        if not received:
            return None
        content += received
    first, *rest = content.split(b"\r\n\r\n")[0].decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in rest)
    return Connection(first.split()[1], {k.lower(): v for k, v in headers.items()}, connected)


def status(line: str, **headers: object) -> Answer:
    return lambda connection: connection.send(line, b"sorry", **headers)


def redirect(location: str) -> Answer:
    return lambda connection: connection.send("302 Found", Location=location)


def too_large(connection: Connection) -> None:
    connection.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n")


def hang(connection: Connection) -> None:
    """Wait until the client hangs up."""
    connection.socket.recv(1)
