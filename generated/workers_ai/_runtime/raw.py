"""HTTP responses for callers who want more than the answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Generic, cast

import httpx2

from .clients import BaseClient, now
from .failures import connection_error
from .models import R
from .outcomes import read_answer
from .requests import Call


class _Response:
    """What a response of success tells; its body is read on demand."""

    def __init__(self, response: httpx2.Response, client: BaseClient, call: Call) -> None:
        self.http_response, self._client, self._call = response, client, call
        self.http_request, self.headers = response.request, response.headers
        self.status_code = response.status_code
        # What Cloudflare's support asks for.
        self.ray_id: str | None = response.headers.get("cf-ray")

    @property
    def is_closed(self) -> bool:
        return self.http_response.is_closed

    async def _read(self) -> httpx2.Response:
        try:
            await self._client.io.read(self.http_response)
        except httpx2.HTTPError as error:
            raise connection_error(error, self._call.exchange.info) from error
        return self.http_response

    async def _parse(self) -> object:
        return read_answer(await self._read(), self._call.expected, self._call.exchange)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} [{self.status_code}]>"


class RawResponse(_Response, Generic[R]):
    """A response; `parse` gives the answer as the plain method does, and its errors."""

    def read(self) -> bytes:
        return now(self._read()).content

    def text(self) -> str:
        return now(self._read()).text

    def json(self) -> object:
        return now(self._read()).json()

    def parse(self) -> R:
        return cast("R", now(self._parse()))

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        return self.http_response.iter_bytes(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        return self.http_response.iter_lines()

    def close(self) -> None:
        self.http_response.close()


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

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        return self.http_response.aiter_bytes(chunk_size)

    def iter_lines(self) -> AsyncIterator[str]:
        return self.http_response.aiter_lines()

    async def close(self) -> None:
        await self.http_response.aclose()


class _Manager:
    def __init__(self, client: BaseClient, call: Call) -> None:
        self._client, self._call = client, call
        self._response: httpx2.Response | None = None

    async def _open(self) -> httpx2.Response:
        self._response = await self._client.perform(self._call, lambda r: r, stream=True)
        return self._response


class ResponseManager(_Manager, Generic[R]):
    """Gives a response that is not read yet, and closes it on leaving."""

    def __enter__(self) -> RawResponse[R]:
        return RawResponse(now(self._open()), self._client, self._call)

    def __exit__(self, *exception: object) -> None:
        if self._response is not None:
            self._response.close()


class AsyncResponseManager(_Manager, Generic[R]):
    """As `ResponseManager`, for asyncio and trio."""

    async def __aenter__(self) -> AsyncRawResponse[R]:
        return AsyncRawResponse(await self._open(), self._client, self._call)

    async def __aexit__(self, *exception: object) -> None:
        if self._response is not None:
            await self._response.aclose()
