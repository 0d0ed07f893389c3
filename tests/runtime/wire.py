"""A service on loopback that can do what real ones do on a bad day."""

from __future__ import annotations

import json
import select
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

RAY = "8a1b2c3d4e5f-LHR"


@dataclass(frozen=True)
class Received:
    """A request as it came over the wire."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    connection: int

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Wait:
    """Among the pieces of a reply: nothing for so many seconds."""

    seconds: float


@dataclass(frozen=True)
class Cut:
    """Among the pieces of a reply: the connection ends here."""


@dataclass(frozen=True)
class Reply:
    """Without a length, a body is sent in chunks."""

    pieces: Sequence[bytes | Wait | Cut | Raw]
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None
    # Seconds before anything comes.
    delay: float = 0


@dataclass(frozen=True)
class Raw:
    """Among the pieces of a reply: bytes as they are. Of status 0 there is no head."""

    content: bytes


HANG_UP = Reply((Cut(),), status=0)


def body(content: bytes, media_type: str, status: int = 200, **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    given = {"content-type": media_type} if media_type else {}
    return Reply((content,), status, {**given, **named}, len(content))


def document(content: object, status: int = 200, **headers: str) -> Reply:
    return body(json.dumps(content).encode(), "application/json", status, **headers)


def result(value: object) -> Reply:
    return document({"result": value, "success": True, "errors": [], "messages": []})


def refusal(status: int, code: int | None, message: str = "no", **headers: str) -> Reply:
    errors = [{"code": code, "message": message}] if code else []
    content = {"result": None, "success": False, "errors": errors, "messages": []}
    return document(content, status, **headers)


def events(*pieces: bytes | Wait | Cut) -> Reply:
    return Reply(pieces, headers={"content-type": "text/event-stream"})


class Service:
    """Gives its replies in turn, the last one for ever; keeps what it was sent."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
        scheme = "https" if tls else "http"
        self.origin = f"{scheme}://127.0.0.1:{self._listener.getsockname()[1]}"
        self.base_url = f"{self.origin}/client/v4"
        self.received: list[Received] = []
        self.connections = 0
        # Counts down when a client closes; tests wait for it.
        self.open = 0
        self._changed = threading.Condition()
        self._replies: list[Reply] = [result({"response": "hi", "translated_text": "hallo"})]

    def replies(self, *replies: Reply) -> None:
        self._replies = list(replies)

    @property
    def last(self) -> Received:
        return self.received[-1]

    def wait_until_free(self, seconds: float = 5) -> bool:
        """Whether all connections were closed by the other side within that time."""
        with self._changed:
            return self._changed.wait_for(lambda: self.open == 0, seconds)

    def accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._changed:
                self.connections += 1
                self.open += 1
                number = self.connections
            threading.Thread(target=self._converse, args=(connection, number), daemon=True).start()

    def close(self) -> None:
        # Closing alone does not wake a thread that is accepting.
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _converse(self, connection: socket.socket, number: int) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with suppress(OSError), self._secured(connection) as plain, plain.makefile("rb") as stream:
            while self._serve(plain, stream, number):
                pass
        with self._changed:
            self.open -= 1
            self._changed.notify_all()

    def _secured(self, connection: socket.socket) -> socket.socket:
        return self._tls.wrap_socket(connection, server_side=True) if self._tls else connection

    def _serve(self, connection: socket.socket, stream: Any, number: int) -> bool:
        line = stream.readline().decode()
        if not line:
            return False
        method, target, _ = line.split(" ")
        headers: dict[str, str] = {}
        while header := stream.readline().decode("latin-1").rstrip("\r\n"):
            name, _, value = header.partition(":")
            known = [headers[name.lower()]] if name.lower() in headers else []
            headers[name.lower()] = ", ".join([*known, value.strip()])
        content = stream.read(int(headers.get("content-length", 0)))
        with self._changed:
            self.received.append(Received(method, target, headers, content, number))
            reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        return self._send(connection, reply)

    def _send(self, connection: socket.socket, reply: Reply) -> bool:
        if reply is HANG_UP:
            return False
        if not _waited(connection, reply.delay):
            return False
        chunked = reply.length is None
        framing = {"transfer-encoding": "chunked"} if chunked else {"content-length": reply.length}
        head = {"cf-ray": RAY, **framing, **reply.headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        if reply.status:
            connection.sendall(f"HTTP/1.1 {reply.status} Because\r\n{lines}\r\n".encode())
        for piece in reply.pieces:
            if isinstance(piece, Cut):
                return False
            if isinstance(piece, Raw):
                connection.sendall(piece.content)
            elif isinstance(piece, Wait):
                if not _waited(connection, piece.seconds):
                    return False
            else:
                frame = b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece
                connection.sendall(frame)
        if chunked:
            connection.sendall(b"0\r\n\r\n")
        return True


def _waited(connection: socket.socket, seconds: float) -> bool:
    """Wait; False at once when the other side goes away meanwhile."""
    if isinstance(connection, ssl.SSLSocket):
        time.sleep(seconds)
        return True
    gone, _, _ = select.select([connection], [], [], seconds)
    return not gone


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Service]:
    service = Service(tls)
    threading.Thread(target=service.accept, daemon=True).start()
    try:
        yield service
    finally:
        service.close()
