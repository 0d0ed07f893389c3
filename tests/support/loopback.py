"""A real HTTP server on loopback. Tests say what it answers and look at what it was sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it came over the wire; ``path`` is not decoded."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server sends: a body, or pieces of one, each sent on its own."""

    body: bytes | tuple[bytes, ...] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


def envelope(result: object) -> Answer:
    """A result in the envelope of the service."""
    content = {"result": result, "success": True, "errors": [], "messages": []}
    return Answer(json.dumps(content).encode(), headers={"Content-Type": "application/json"})


def refusal(status: int, code: int, message: str) -> Answer:
    errors = [{"code": code, "message": message}]
    content = {"result": None, "success": False, "errors": errors, "messages": []}
    return Answer(
        json.dumps(content).encode(), status, {"Content-Type": "application/json", "CF-Ray": "ray"}
    )


@dataclass(slots=True)
class Loopback:
    """A running server. ``answer`` decides what each request gets; ``received`` keeps them all."""

    url: str
    answer: Callable[[Received], Answer]
    received: list[Received] = field(default_factory=list)

    @property
    def last(self) -> Received:
        return self.received[-1]


@contextmanager
def serve(answer: Callable[[Received], Answer] | Answer) -> Iterator[Loopback]:
    """Run a server for as long as the block lasts."""
    decide = answer if callable(answer) else lambda _: answer
    loopback = Loopback(url="", answer=decide)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(loopback))
    server.daemon_threads = True
    loopback.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield loopback
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(loopback: Loopback) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Else the body waits 40 ms for the client to acknowledge the head.
        disable_nagle_algorithm = True

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            request = Received(self.command, self.path, headers, self.rfile.read(length))
            loopback.received.append(request)
            self._send(loopback.answer(request))

        def _send(self, answer: Answer) -> None:
            pieces = answer.body if isinstance(answer.body, tuple) else (answer.body,)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(sum(map(len, pieces))))
            self.end_headers()
            for piece in pieces:
                self.wfile.write(piece)
                self.wfile.flush()

        do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = _serve

    return Handler
