"""A transport over aiohttp, which takes a third of the CPU where many calls run at once; it has to be installed."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

# ruff: noqa: ANN401  # aiohttp has its types where it is installed
from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from io import BytesIO
from typing import TYPE_CHECKING, Any

import aiohttp  # type: ignore[import-not-found, unused-ignore]  # pyright: ignore[reportMissingImports]
import httpx2
from yarl import URL  # type: ignore[import-not-found, unused-ignore]  # pyright: ignore[reportMissingImports]

from .connections import KEEP_ALIVE

if TYPE_CHECKING:
    from aiohttp.connector import Connection  # type: ignore[import-not-found, unused-ignore]

# The first that fits; what aiohttp's own errors derive from comes last.
_ERRORS: tuple[tuple[type[Exception], type[httpx2.TransportError]], ...] = (
    (aiohttp.ConnectionTimeoutError, httpx2.ConnectTimeout),
    (aiohttp.ServerTimeoutError, httpx2.ReadTimeout),
    (aiohttp.ClientHttpProxyError, httpx2.ProxyError),
    (aiohttp.ClientConnectorError, httpx2.ConnectError),
    (aiohttp.InvalidURL, httpx2.UnsupportedProtocol),
    (aiohttp.ServerDisconnectedError, httpx2.RemoteProtocolError),
    (aiohttp.ClientPayloadError, httpx2.RemoteProtocolError),
    (aiohttp.ClientResponseError, httpx2.RemoteProtocolError),
    (aiohttp.ClientError, httpx2.ReadError),
    (OSError, httpx2.ReadError),
    # What makes no HTTP, such as a header.
    (ValueError, httpx2.LocalProtocolError),
)
_COPIED_AT_ONCE = 1024 * 1024
# The body that a task sends in pieces, or an empty one; how far it is read tells whether anything moves.
_SENT: ContextVar[BytesIO] = ContextVar("sent")
_WHAT_HTTPX_SETS = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")


@contextmanager
def _errors_mapped() -> Iterator[None]:
    try:
        yield
    except tuple(kind for kind, _ in _ERRORS) as error:
        mapped = next(mapped for kind, mapped in _ERRORS if isinstance(error, kind))
        raise mapped(str(error)) from error


def _kept_alive(address: aiohttp.AddrInfoType) -> socket.socket:
    made = socket.socket(*address[:3])
    for option in KEEP_ALIVE:
        made.setsockopt(*option)
    return made


class AiohttpTransport(httpx2.AsyncBaseTransport):
    """For `http_client=httpx2.AsyncClient(transport=AiohttpTransport())`, in one event loop of asyncio.

    Proxies come from the environment; HTTP/2 it has none.
    """

    def __init__(self, *, verify: Any = True, limits: httpx2.Limits | None = None) -> None:
        self._tls, self._limits = httpx2.create_ssl_context(verify), limits or httpx2.Limits(max_connections=100)
        self._session: Any = None

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request whose body is in memory, and return what comes, its body unread."""
        if self._session is None:
            limit, seconds = self._limits.max_connections or 0, self._limits.keepalive_expiry or 5.0
            connector = aiohttp.TCPConnector(
                limit=limit, keepalive_timeout=seconds, ssl=self._tls, socket_factory=_kept_alive
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                trust_env=True,
                response_class=_Response,
            )
        seconds_of = request.extensions.get("timeout", {}).get
        timeout = aiohttp.ClientTimeout(
            connect=seconds_of("pool"), sock_connect=seconds_of("connect"), sock_read=seconds_of("read")
        )
        content = await request.aread()
        # aiohttp warns of larger bytes than it likes to copy at once.
        in_pieces = len(content) > _COPIED_AT_ONCE
        sent = BytesIO(content if in_pieces else b"")
        _SENT.set(sent)
        with _errors_mapped():
            response = await self._session.request(
                request.method,
                URL(str(request.url), encoded=True),
                data=sent if in_pieces else content,
                headers=request.headers.multi_items(),
                skip_auto_headers=_WHAT_HTTPX_SETS,
                allow_redirects=False,
                timeout=timeout,
            )
        reason = (response.reason or "").encode("utf-8", "surrogateescape")
        extensions = {"http_version": b"HTTP/1.1", "reason_phrase": reason}
        return httpx2.Response(
            response.status, headers=list(response.raw_headers), stream=_Body(response), extensions=extensions
        )

    async def aclose(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()


class _Response(aiohttp.ClientResponse):
    """A response that fails where aiohttp has it wait for ever."""

    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        """Read the head: aiohttp counts no time while it sends, nor after a status of 1xx."""
        watch = _Watch(connection, _SENT.get())
        watch.begin()
        try:
            await super().start(connection)
        finally:
            watch.stop()
        _end_with_connection(self.content, connection)
        return self


class _Watch:
    """Looks once in a time-out of reading whether anything moves; where not, the wait for a head is to end."""

    def __init__(self, connection: Connection, sent: BytesIO) -> None:
        self._protocol, self._transport, self._sent = connection.protocol, connection.transport, sent
        self._seen: object = None
        self._timer: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Look the next time."""
        if self._protocol is not None and self._protocol.read_timeout:
            self._timer = asyncio.get_running_loop().call_later(self._protocol.read_timeout, self._look)

    def _look(self) -> None:
        if self._protocol is None or self._transport is None:
            return
        unsent = self._transport.get_write_buffer_size()
        before, self._seen = self._seen, (self._sent.closed or self._sent.tell(), unsent)
        if self._seen != before:
            self.begin()
        elif unsent:
            self._protocol.set_exception(aiohttp.SocketTimeoutError("The service takes nothing of what is sent"))
            # Closing would wait until the rest is sent.
            self._transport.abort()
        else:
            # A clock that ran would have ended the wait by now: this one stopped at a 1xx.
            self._protocol.start_timeout()
            self.begin()

    def stop(self) -> None:
        if self._timer:
            self._timer.cancel()


def _end_with_connection(content: aiohttp.StreamReader, connection: Connection) -> None:
    """Have a body fail when its connection closes, which aiohttp does not after a chunk that makes no HTTP."""
    if connection.protocol is None:
        return

    def fail(_: Any) -> None:
        if not content.is_eof() and content.exception() is None:
            content.set_exception(aiohttp.ClientPayloadError("The connection closed before the body was complete"))

    closed = connection.protocol.closed
    if closed is None:
        fail(closed)
        return

    def forget() -> None:
        closed.remove_done_callback(fail)

    # One for each connection: asyncio reports errors for which nobody asks.
    closed.remove_done_callback(_ask)
    closed.add_done_callback(_ask)
    closed.add_done_callback(fail)
    content.on_eof(forget)


def _ask(ended: asyncio.Future[None]) -> None:
    if not ended.cancelled():
        ended.exception()


class _Body(httpx2.AsyncByteStream):
    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        with _errors_mapped():
            async for piece in self._response.content.iter_any():
                yield piece

    async def aclose(self) -> None:
        # A body that was not read to its end takes its connection with it.
        self._response.release()
