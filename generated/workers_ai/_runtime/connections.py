"""HTTP clients: one for each process and event loop, with connections that are kept alive and know deadlines."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

# ruff: noqa: ANN401  # httpx2.Client and AsyncClient have no base that sends
from __future__ import annotations

import os
import socket
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from functools import partial
from typing import Any
from weakref import finalize

import httpcore2
import httpx2

from .call import Call
from .errors import CloudflareError
from .options import CHOSEN_HEADERS
from .waiting import NEVER, TaskIO, ThreadIO, block_until

# An inference may take minutes without a byte, in which routers forget connections.
KEEP_ALIVE = [
    (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1),
    *(
        (socket.IPPROTO_TCP, getattr(socket, name), value)
        for name, value in (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 30), ("TCP_KEEPCNT", 5))
        if hasattr(socket, name)
    ),
]
_USUALLY_EMPTY = {"GET", "HEAD", "DELETE", "OPTIONS", "TRACE"}
_SLICE = 64 * 1024
# Of a body, so much is copied and encrypted while other tasks wait.
_AT_ONCE = 1024 * 1024
_END_OF_HEAD = b"\r\n\r\n"


class Connections:
    """An HTTP client: the caller's, or one for each process and event loop.

    Two processes on one connection would mix up answers, and two event loops cannot wait for one.
    """

    def __init__(self, passed: Any, io: ThreadIO | TaskIO) -> None:
        if passed is not None and not isinstance(passed, io.make):
            wanted = f"Expected `http_client` to be an httpx2.{io.make.__name__}"
            raise TypeError(f"{wanted} but received {type(passed).__name__}")
        self._passed, self._io, self._closed = passed, io, False
        # Reading certificates takes most of the time that making a client takes.
        self._tls = httpx2.create_ssl_context() if passed is None else None
        # Without a lock: one that is held at a fork stays locked in the child.
        self._made: dict[tuple[int, object], tuple[Any, AsyncGenerator[None] | None]] = {}
        if passed is not None:
            _tune(passed, own=False)
        elif not io.waits:
            _ = self.client

    @property
    def client(self) -> Any:
        """The one for here and now. Raises CloudflareError once closed."""
        if self._passed is not None:
            if self._passed.is_closed:
                raise CloudflareError("The HTTP client that was passed in is closed")
            return self._passed
        if self._closed:
            raise CloudflareError("The client is closed: make a new one")
        key = (os.getpid(), self._io.loop())
        opened = self._made.get(key) or self._open(key)
        return opened[0]

    def request(self, http: Any, call: Call, timeout: httpx2.Timeout) -> httpx2.Request:
        """The request for a call; what a caller's HTTP client adds to it, one of our own has no need to look for."""
        (method, _), content = call.info, call.content
        stream = _Parts(content)
        if self._passed is None:
            headers = call.headers.copy()
            if content or method not in _USUALLY_EMPTY:
                headers["Content-Length"] = str(len(content))
            seconds = {"timeout": timeout.as_dict()}
            request = httpx2.Request(
                method, call.url, headers=headers, stream=stream, cookies=http.cookies, extensions=seconds
            )
            request.read()
        else:
            request = http.build_request(method, call.url, headers=call.headers, content=content, timeout=timeout)
            request.stream = stream
            for name in CHOSEN_HEADERS:
                if name not in call.headers:
                    # As the call removes it, and the HTTP client has added it again.
                    request.headers.pop(name, None)
        return request

    def note(self, http: Any, request: httpx2.Request, error: Exception) -> str:
        """For the message of a failure: what its connection says of it."""
        if self.is_closed:
            return "the client was closed meanwhile"
        choose: Callable[[httpx2.URL], object] = getattr(http, "_transport_for_url", lambda _: None)
        proxy = getattr(getattr(choose(request.url), "_pool", None), "_proxy_url", None)
        if proxy is None:
            return ""
        return f"{'says' if isinstance(error, httpx2.ProxyError) else 'through'} the proxy {proxy.origin}"

    def _open(self, key: tuple[int, object]) -> tuple[Any, AsyncGenerator[None] | None]:
        for (process, loop), (http, _) in list(self._made.items()):
            # Those of a loop that is gone can be neither used nor closed.
            if http.is_closed or getattr(loop, "is_closed", bool)():
                self._made.pop((process, loop), None)
        try:
            made = self._io.make(verify=self._tls)
        except httpx2.InvalidURL as error:
            raise ValueError(f"A proxy that the environment names has no URL: {error}") from None
        _tune(made, own=True)
        # Of two that threads make at the same time, one is dropped before it connects.
        watching = self._io.watch(made) if isinstance(self._io, TaskIO) else None
        if watching is None:
            # Of a client that nobody closes; by a finalizer, since `__del__` may come after that of the sockets.
            finalize(self, _close, made, os.getpid()).atexit = False
        return self._made.setdefault(key, (made, watching))

    @property
    def is_closed(self) -> bool:
        return self._closed if self._passed is None else bool(self._passed.is_closed)

    async def close(self) -> None:
        """Close those of here and now; what other event loops opened closes with them."""
        self._closed = True
        http, watching = self._made.pop((os.getpid(), self._io.loop()), (None, None))
        if watching is not None:
            await watching.aclose()
        elif http is not None:
            await self._io.close(http)


def _close(http: httpx2.Client, process: int) -> None:
    """A child process leaves the connections of its parent alone."""
    if os.getpid() == process:
        http.close()


class _Parts(httpx2.ByteStream):
    """A body that lets other tasks have their turn while it goes out: event loops take all of what is written."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._content = content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for start in range(0, len(self._content), _AT_ONCE):
            yield self._content[start : start + _AT_ONCE]


def _tune(http: Any, *, own: bool) -> None:
    """Have an HTTP client's connections know deadlines where they block; our `own`, HTTP/1.1 alone, stay alive, too."""
    # httpx2 2.x has no public way that leaves proxies of the environment in force.
    for transport in (getattr(http, "_transport", None), *getattr(http, "_mounts", {}).values()):
        pool: Any = getattr(transport, "_pool", None)
        if pool is None:
            continue
        if own:
            pool._socket_options = KEEP_ALIVE  # noqa: SLF001
        backend = getattr(pool, "_network_backend", None)
        if isinstance(backend, httpcore2.NetworkBackend):
            pool._network_backend = _Backend(backend, whole=own)  # noqa: SLF001


def _seconds(timeout: float | None, error: type[Exception]) -> float | None:
    """A time-out cut to what is left of the deadline. Raises the error where nothing is."""
    if (left := block_until.get() - time.monotonic()) <= 0:
        raise error("timed out")
    return min(NEVER if timeout is None else timeout, left) if left != NEVER else timeout


class _Backend:
    """What httpcore's backends have, with connections of our own."""

    def __init__(self, backend: httpcore2.NetworkBackend, *, whole: bool) -> None:
        self.connect_tcp = partial(_connected, backend.connect_tcp, whole=whole)
        self.connect_unix_socket = partial(_connected, backend.connect_unix_socket, whole=whole)
        self.sleep = backend.sleep


def _connected(
    connect: Callable[..., httpcore2.NetworkStream], *, whole: bool, timeout: float | None = None, **arguments: Any
) -> _DeadlineStream:
    return _DeadlineStream(connect(timeout=_seconds(timeout, httpcore2.ConnectTimeout), **arguments), whole=whole)


class _DeadlineStream:
    """A connection on which nothing blocks beyond the deadline of the call.

    Where `whole`, the head of a request goes out with its body: one packet, not two.
    """

    def __init__(self, stream: httpcore2.NetworkStream, *, whole: bool) -> None:
        self._stream, self._whole, self._held = stream, whole, b""
        self.close, self.get_extra_info = stream.close, stream.get_extra_info

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        # Asked here, since most calls have no deadline.
        if block_until.get() != NEVER:
            timeout = _seconds(timeout, httpcore2.ReadTimeout)
        return self._stream.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if self._whole and not self._held and buffer.endswith(_END_OF_HEAD):
            self._held = buffer
            return
        held, self._held = self._held, b""
        joined = len(held) + len(buffer) <= _SLICE
        for part in (held + buffer,) if joined else (held, buffer):
            step = _SLICE if block_until.get() != NEVER else len(part) or 1
            for start in range(0, len(part), step):
                self._stream.write(part[start : start + step], _seconds(timeout, httpcore2.WriteTimeout))

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        seconds = _seconds(timeout, httpcore2.ConnectTimeout)
        return _DeadlineStream(self._stream.start_tls(ssl_context, server_hostname, seconds), whole=self._whole)
