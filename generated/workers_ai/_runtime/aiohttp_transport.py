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
from io import BytesIO
from typing import Any

import aiohttp  # type: ignore[import-not-found, unused-ignore]  # pyright: ignore[reportMissingImports]
import httpx2
from yarl import URL  # type: ignore[import-not-found, unused-ignore]  # pyright: ignore[reportMissingImports]

from .connections import KEEP_ALIVE

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
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False, trust_env=True
            )
        seconds_of = request.extensions.get("timeout", {}).get
        timeout = aiohttp.ClientTimeout(
            connect=seconds_of("pool"), sock_connect=seconds_of("connect"), sock_read=seconds_of("read")
        )
        content = await request.aread()
        with _errors_mapped():
            response = await self._session.request(
                request.method,
                URL(str(request.url), encoded=True),
                # aiohttp warns of larger bytes than it likes to copy at once.
                data=content if len(content) <= _COPIED_AT_ONCE else BytesIO(content),
                headers=request.headers.multi_items(),
                skip_auto_headers=_WHAT_HTTPX_SETS,
                allow_redirects=False,
                timeout=timeout,
            )
        _end_with_connection(response)
        extensions = {"http_version": b"HTTP/1.1", "reason_phrase": (response.reason or "").encode()}
        return httpx2.Response(
            response.status, headers=list(response.raw_headers), stream=_Body(response), extensions=extensions
        )

    async def aclose(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()


def _end_with_connection(response: aiohttp.ClientResponse) -> None:
    """Have a body fail when its connection closes; aiohttp leaves it waiting after a chunk that makes no HTTP."""
    content, connection = response.content, response.connection
    if connection is None or connection.protocol is None:
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
