"""HTTP responses for callers who want more than the answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from types import TracebackType
from typing import Generic, TypeAlias, cast

import httpx2

from .failures import connection_error
from .models import R
from .outcomes import read_answer
from .requests import Call

Open: TypeAlias = Callable[[Call], httpx2.Response]
AsyncOpen: TypeAlias = Callable[[Call], Awaitable[httpx2.Response]]


class _Facts:
    """What a response tells before its body is read."""

    def __init__(self, response: httpx2.Response, call: Call) -> None:
        self.http_response = response
        self._call = call

    @property
    def http_request(self) -> httpx2.Request:
        return self.http_response.request

    @property
    def status_code(self) -> int:
        return self.http_response.status_code

    @property
    def headers(self) -> httpx2.Headers:
        return self.http_response.headers

    @property
    def ray_id(self) -> str | None:
        """What Cloudflare's support asks for."""
        return self.headers.get("cf-ray")

    @property
    def is_closed(self) -> bool:
        return self.http_response.is_closed

    def _answer(self) -> object:
        return read_answer(self.http_response, self._call.expected, self._call.exchange)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} [{self.status_code}]>"


class RawResponse(_Facts, Generic[R]):
    """A response of success; `parse` gives the answer in it."""

    def read(self) -> bytes:
        """The body. Raises APIConnectionError when it does not come whole."""
        try:
            return self.http_response.read()
        except httpx2.HTTPError as error:
            raise connection_error(error, self._call.exchange.info) from error

    def text(self) -> str:
        self.read()
        return self.http_response.text

    def json(self) -> object:
        self.read()
        return self.http_response.json()

    def parse(self) -> R:
        """The answer, as the method without raw responses gives it, and with its errors."""
        self.read()
        return cast("R", self._answer())

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        return self.http_response.iter_bytes(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        return self.http_response.iter_lines()

    def close(self) -> None:
        self.http_response.close()


class AsyncRawResponse(_Facts, Generic[R]):
    """As `RawResponse`, for asyncio and trio."""

    async def read(self) -> bytes:
        """The body. Raises APIConnectionError when it does not come whole."""
        try:
            return await self.http_response.aread()
        except httpx2.HTTPError as error:
            raise connection_error(error, self._call.exchange.info) from error

    async def text(self) -> str:
        await self.read()
        return self.http_response.text

    async def json(self) -> object:
        await self.read()
        return self.http_response.json()

    async def parse(self) -> R:
        """The answer, as the method without raw responses gives it, and with its errors."""
        await self.read()
        return cast("R", self._answer())

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        return self.http_response.aiter_bytes(chunk_size)

    def iter_lines(self) -> AsyncIterator[str]:
        return self.http_response.aiter_lines()

    async def close(self) -> None:
        await self.http_response.aclose()


class ResponseManager(Generic[R]):
    """Gives a response that is not read yet, and closes it on leaving."""

    def __init__(self, call: Call, open_response: Open) -> None:
        self._call = call
        self._open = open_response
        self._response: RawResponse[R] | None = None

    def __enter__(self) -> RawResponse[R]:
        self._response = RawResponse(self._open(self._call), self._call)
        return self._response

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._response is not None:
            self._response.close()


class AsyncResponseManager(Generic[R]):
    """As `ResponseManager`, for asyncio and trio."""

    def __init__(self, call: Call, open_response: AsyncOpen) -> None:
        self._call = call
        self._open = open_response
        self._response: AsyncRawResponse[R] | None = None

    async def __aenter__(self) -> AsyncRawResponse[R]:
        self._response = AsyncRawResponse(await self._open(self._call), self._call)
        return self._response

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._response is not None:
            await self._response.close()
