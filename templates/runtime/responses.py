"""HTTP responses in place of answers, for `with_raw_response` and `with_streaming_response`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Coroutine, Generator, Iterator
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, Self, TypeVar, cast

import httpx2

from . import part
from .models import R
from .sending import Exchange
from .waiting import blocking, run_blocking

P = ParamSpec("P")
T = TypeVar("T")


class _Response(Generic[R]):
    """What a response of success says; its body is read on demand."""

    def __init__(self, exchange: Exchange, *, unread: bool) -> None:
        self._exchange, self._unread = exchange, unread

    async def _open(self) -> Self:
        await self._exchange.response(unread=self._unread)
        return self

    @property
    def http_response(self) -> httpx2.Response:
        """The HTTP library's own response. Raises CloudflareError where nothing was sent yet."""
        return self._exchange.opened

    @property
    def http_request(self) -> httpx2.Request:
        """What was sent, credentials included."""
        return self.http_response.request

    @property
    def headers(self) -> httpx2.Headers:
        """Headers of the response."""
        return self.http_response.headers

    @property
    def status_code(self) -> int:
        """2xx: other responses are raised as errors."""
        return self.http_response.status_code

    @property
    def ray_id(self) -> str | None:
        """What Cloudflare's support asks for."""
        return self.headers.get("cf-ray")

    @property
    def retries_taken(self) -> int:
        """How often the request was sent again before this response came."""
        return cast("int", self.http_response.extensions["retries_taken"])

    @property
    def is_closed(self) -> bool:
        """Whether the connection was given back or closed."""
        return self.http_response.is_closed

    def __repr__(self) -> str:
        found = self._exchange.found
        return f"<{type(self).__name__} [{found.status_code if found else 'not sent'}]>"

    def _bytes(self, chunk_size: int | None) -> AsyncGenerator[bytes]:
        return self._exchange.each(self._exchange.io.pieces(self.http_response, chunk_size))

    def _lines(self) -> AsyncGenerator[str]:
        return self._exchange.each(self._exchange.lines())


class RawResponse(_Response[R]):
    """A response; `parse` gives the answer, or the stream, as the plain method does, and its errors."""

    def read(self) -> bytes:
        """The body, decompressed."""
        return run_blocking(self._exchange.read()).content

    def text(self) -> str:
        """The body as text."""
        return run_blocking(self._exchange.read()).text

    def json(self) -> object:
        """The body as decoded JSON, the envelope included."""
        return run_blocking(self._exchange.read()).json()

    def parse(self) -> R:
        """The answer."""
        exchange = self._exchange
        return cast("R", part("streams").Stream(exchange) if exchange.streaming else run_blocking(exchange.parsed()))

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body as it comes, decompressed."""
        return blocking(self._bytes(chunk_size))

    def iter_lines(self) -> Iterator[str]:
        """The lines of the body as they come."""
        return blocking(self._lines())

    def close(self) -> None:
        """Close the response, and free its connection."""
        run_blocking(self._exchange.close())

    def __enter__(self) -> Self:
        return run_blocking(self._open())

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncRawResponse(_Response[R]):
    """As `RawResponse`, for asyncio and trio: awaited, or opened by `async with`; nothing is sent before."""

    async def read(self) -> bytes:
        """The body, decompressed."""
        return (await self._exchange.read()).content

    async def text(self) -> str:
        """The body as text."""
        return (await self._exchange.read()).text

    async def json(self) -> object:
        """The body as decoded JSON, the envelope included."""
        return (await self._exchange.read()).json()

    async def parse(self) -> R:
        """The answer."""
        exchange = self._exchange
        return cast("R", part("streams").AsyncStream(exchange) if exchange.streaming else await exchange.parsed())

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncGenerator[bytes]:
        """The body as it comes, decompressed."""
        return self._bytes(chunk_size)

    def iter_lines(self) -> AsyncGenerator[str]:
        """The lines of the body as they come."""
        return self._lines()

    async def close(self) -> None:
        """Close the response, and free its connection."""
        await self._exchange.close()

    def __await__(self) -> Generator[Any, Any, Self]:
        return self._open().__await__()

    async def __aenter__(self) -> Self:
        return await self._open()

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


# Methods that differ from those for threads in what comes out of them, which the class that has them decides.
def as_async(method: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]:
    """The method for asyncio and trio, whose class runs it so."""

    @wraps(method)
    async def awaited(*args: object, **keywords: object) -> object:
        return await cast("Any", method)(*args, **keywords)

    return cast("Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]", awaited)


def as_raw(method: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], RawResponse[T]]:
    """The method with the response in place of its answer, which the class that has it gives."""
    return cast("Callable[Concatenate[Any, P], RawResponse[T]]", method)


def as_async_raw(method: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], AsyncRawResponse[T]]:
    """The same for asyncio and trio."""
    return cast("Callable[Concatenate[Any, P], AsyncRawResponse[T]]", method)
