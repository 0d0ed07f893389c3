"""What the emitted resources derive from: their methods, which have the signatures, come down to these.

Arguments are an operation, the values that only its path takes, params, and all keywords: values for
the path that the client may hold, too, options, and fields.
"""

# ruff: noqa: ANN401  # the emitted methods have the types
from __future__ import annotations

from collections.abc import AsyncIterator, Coroutine, Generator, Iterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

import httpx2

from .answers import Call
from .clients import BaseClient, now
from .models import R
from .requests import build_call
from .sending import perform, told
from .streams import AsyncByteStream, AsyncStream, ByteStream, Source, Stream, bytes_of, chunks_of

if TYPE_CHECKING:
    from .batches import AsyncBatchHandle, BatchHandle


class _Response:
    """What a response of success tells; its body is read on demand."""

    def __init__(self, response: httpx2.Response, client: BaseClient, call: Call) -> None:
        self.http_response, self._client, self._call = response, client, call
        self.http_request, self.headers, self.status_code = response.request, response.headers, response.status_code
        # What Cloudflare's support asks for.
        self.ray_id: str | None = response.headers.get("cf-ray")

    @property
    def is_closed(self) -> bool:
        return self.http_response.is_closed

    async def _read(self) -> httpx2.Response:
        with told(self._call):
            await self._client.io.read(self.http_response)
        return self.http_response

    async def _parse(self) -> Any:
        return self._call.answer(await self._read())

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
        with told(self._call):
            yield from self.http_response.iter_bytes(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        with told(self._call):
            yield from self.http_response.iter_lines()

    def close(self) -> None:
        self.http_response.close()

    def __enter__(self) -> Self:
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
        with told(self._call):
            async with aclosing(self.http_response.aiter_bytes(chunk_size)) as pieces:
                async for piece in pieces:
                    yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        with told(self._call):
            async for line in self.http_response.aiter_lines():
                yield line

    async def close(self) -> None:
        await self.http_response.aclose()


class PendingResponse(Generic[R]):
    """A response that is awaited, or opened by `async with` and closed on leaving it."""

    _opened: AsyncRawResponse[R]

    def __init__(self, response: Coroutine[Any, Any, AsyncRawResponse[R]]) -> None:
        self._response = response

    def __await__(self) -> Generator[Any, Any, AsyncRawResponse[R]]:
        return self._response.__await__()

    async def __aenter__(self) -> AsyncRawResponse[R]:
        self._opened = await self._response
        return self._opened

    async def __aexit__(self, *exception: object) -> None:
        await self._opened.close()


_Raw = TypeVar("_Raw", RawResponse[Any], AsyncRawResponse[Any])


class _Operations:
    def __init__(self, client: BaseClient, *, unread: bool = False) -> None:
        self._client, self._unread = client, unread

    def _call(self, *arguments: Any, streaming: bool = False) -> Call:
        return build_call(self._client.settings, *arguments, streaming=streaming)

    async def _answer(self, *arguments: Any) -> Any:
        call = self._call(*arguments)
        return await perform(self._client, call, call.answer)

    async def _raw(self, kind: type[_Raw], *arguments: Any) -> _Raw:
        client, call = self._client, self._call(*arguments)
        return await perform(client, call, lambda r: kind(r, client, call), stream=self._unread)

    def _source(self, *arguments: Any, streaming: bool = False) -> Source:
        return Source(self._client, self._call(*arguments, streaming=streaming))


class Resource(_Operations):
    """Operations that give answers."""

    def _run(self, *arguments: Any) -> Any:
        return now(self._answer(*arguments))

    def _stream(self, *arguments: Any) -> Stream[Any]:
        return Stream(self._source(*arguments, streaming=True), chunks_of)

    def _stream_bytes(self, *arguments: Any) -> ByteStream:
        return ByteStream(self._source(*arguments), bytes_of)

    def _batch(self, *arguments: Any) -> BatchHandle[Any]:
        from .batches import BatchHandle, queue

        return now(queue(BatchHandle, self._client, *arguments))


class AsyncResource(_Operations):
    async def _run(self, *arguments: Any) -> Any:
        return await self._answer(*arguments)

    def _stream(self, *arguments: Any) -> AsyncStream[Any]:
        return AsyncStream(self._source(*arguments, streaming=True), chunks_of)

    def _stream_bytes(self, *arguments: Any) -> AsyncByteStream:
        return AsyncByteStream(self._source(*arguments), bytes_of)

    async def _batch(self, *arguments: Any) -> AsyncBatchHandle[Any]:
        from .batches import AsyncBatchHandle, queue

        return await queue(AsyncBatchHandle, self._client, *arguments)


class RawResource(_Operations):
    """Operations that give responses: read, or unread and to be closed."""

    def _run(self, *arguments: Any) -> RawResponse[Any]:
        return now(self._raw(RawResponse, *arguments))


class AsyncRawResource(_Operations):
    def _run(self, *arguments: Any) -> PendingResponse[Any]:
        return PendingResponse(self._raw(AsyncRawResponse, *arguments))
