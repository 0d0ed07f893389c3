"""HTTP responses in place of answers, for `with_raw_response` and `with_streaming_response`."""

# ruff: noqa: ANN401  # what callers get is typed by the emitted methods
from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Generator, Iterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Generic, Self, cast

import httpx2

from .answers import answer_of
from .call import Call
from .clients import BaseClient
from .errors import CloudflareError
from .failures import http_errors_mapped
from .models import R
from .sending import read_within_limit
from .waiting import moment_in, run_blocking


class _Response:
    """What a response of success says; its body is read on demand."""

    http_response: httpx2.Response
    http_request: httpx2.Request
    headers: httpx2.Headers
    status_code: int
    ray_id: str | None
    """What Cloudflare's support asks for."""

    def __init__(self, client: BaseClient, call: Call) -> None:
        self._client, self._call = client, call

    def _opened(self, response: httpx2.Response) -> Self:
        self.http_response, self.http_request = response, response.request
        self.headers, self.status_code = response.headers, response.status_code
        self.ray_id = response.headers.get("cf-ray")
        return self

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            if name in _Response.__annotations__:
                raise CloudflareError("Nothing was sent yet: enter the response by `with`", request=self._call.info)
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    @property
    def is_closed(self) -> bool:
        """Whether the connection was given back or closed."""
        return self.http_response.is_closed

    async def _read(self) -> httpx2.Response:
        io = self._client.io
        with http_errors_mapped(self._call, self.http_response), io.within(moment_in(self._call.deadline)):
            await read_within_limit(io, self._call, self.http_response)
        return self.http_response

    async def _parse(self) -> Any:
        return await answer_of(self._client.io, self._call, await self._read())

    def __repr__(self) -> str:
        return f"<{type(self).__name__} [{vars(self).get('status_code', 'not sent')}]>"


class RawResponse(_Response, Generic[R]):
    """A response; `parse` gives the answer as the plain method does, and its errors."""

    _open: Callable[[], httpx2.Response] | None = None

    def read(self) -> bytes:
        """The body, decompressed."""
        return run_blocking(self._read()).content

    def text(self) -> str:
        return run_blocking(self._read()).text

    def json(self) -> object:
        return run_blocking(self._read()).json()

    def parse(self) -> R:
        return cast("R", run_blocking(self._parse()))

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        with http_errors_mapped(self._call, self.http_response):
            yield from self.http_response.iter_bytes(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        with http_errors_mapped(self._call, self.http_response):
            yield from self.http_response.iter_lines()

    def close(self) -> None:
        """Close the response, and free its connection."""
        self.http_response.close()

    def __enter__(self) -> Self:
        if self._open is not None:
            open_, self._open = self._open, None
            self._opened(open_())
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncRawResponse(_Response, Generic[R]):
    """As `RawResponse`, for asyncio and trio."""

    async def read(self) -> bytes:
        return (await self._read()).content

    async def text(self) -> str:
        return (await self._read()).text

    async def json(self) -> object:
        return (await self._read()).json()

    async def parse(self) -> R:
        return cast("R", await self._parse())

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        with http_errors_mapped(self._call, self.http_response):
            async with aclosing(self.http_response.aiter_bytes(chunk_size)) as pieces:
                async for piece in pieces:
                    yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        with http_errors_mapped(self._call, self.http_response):
            async for line in self.http_response.aiter_lines():
                yield line

    async def close(self) -> None:
        await self.http_response.aclose()


class PendingResponse(Generic[R]):
    """A response that is awaited, or opened by `async with` and closed on leaving it; nothing is sent before."""

    _opened: AsyncRawResponse[R]

    def __init__(self, send: Callable[[], Coroutine[Any, Any, AsyncRawResponse[R]]]) -> None:
        self._send = send

    def __await__(self) -> Generator[Any, Any, AsyncRawResponse[R]]:
        return self._send().__await__()

    async def __aenter__(self) -> AsyncRawResponse[R]:
        self._opened = await self._send()
        return self._opened

    async def __aexit__(self, *exception: object) -> None:
        await self._opened.close()
