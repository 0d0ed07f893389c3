"""What the emitted resources derive from: their methods come down to these.

Arguments are an operation, the values that only its path takes, params, and all
keywords: values for the path that the client may hold, too, options, and fields.
The signatures that people see stand in the emitted methods.
"""

# ruff: noqa: ANN401  # the emitted methods have the types
from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, TypeVar

from .batches import AsyncBatchHandle, Batch, BatchHandle, BatchState, batch_call
from .clients import BaseClient, now
from .outcomes import read_answer
from .raw import AsyncRawResponse, AsyncResponseManager, RawResponse, ResponseManager
from .requests import Call, build_call
from .streams import AsyncByteStream, AsyncStream, ByteStream, Source, Stream, bytes_of, chunks_of

Raw = TypeVar("Raw", RawResponse[Any], AsyncRawResponse[Any])


class _Operations:
    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def _call(self, *arguments: Any, streaming: bool = False) -> Call:
        return build_call(self._client.settings, *arguments, streaming=streaming)

    def _answer(self, *arguments: Any) -> Coroutine[Any, Any, Any]:
        call = self._call(*arguments)
        return self._client.perform(call, lambda r: read_answer(r, call.expected, call.exchange))

    def _raw(self, kind: type[Raw], *arguments: Any) -> Coroutine[Any, Any, Raw]:
        call = self._call(*arguments)
        return self._client.perform(call, lambda response: kind(response, self._client, call))

    def _queue(self, *arguments: Any) -> tuple[Batch, Coroutine[Any, Any, BatchState]]:
        call = batch_call(self._client.settings, *arguments)
        batch = Batch(call, arguments[2])
        return batch, self._client.perform(call, batch.read)

    def _chunks(self, *arguments: Any) -> tuple[Source, Any]:
        source = Source(self._client, self._call(*arguments, streaming=True))
        return source, chunks_of(source)

    def _bytes(self, *arguments: Any) -> tuple[Source, Any]:
        source = Source(self._client, self._call(*arguments))
        return source, bytes_of(source)


class Resource(_Operations):
    """Operations that give answers."""

    def _run(self, *arguments: Any) -> Any:
        return now(self._answer(*arguments))

    def _stream(self, *arguments: Any) -> Stream[Any]:
        return Stream(*self._chunks(*arguments))

    def _stream_bytes(self, *arguments: Any) -> ByteStream:
        return ByteStream(*self._bytes(*arguments))

    def _batch(self, *arguments: Any) -> BatchHandle[Any]:
        batch, queued = self._queue(*arguments)
        return BatchHandle(self._client, batch, now(queued))


class AsyncResource(_Operations):
    """As `Resource`, for asyncio and trio."""

    async def _run(self, *arguments: Any) -> Any:
        return await self._answer(*arguments)

    def _stream(self, *arguments: Any) -> AsyncStream[Any]:
        return AsyncStream(*self._chunks(*arguments))

    def _stream_bytes(self, *arguments: Any) -> AsyncByteStream:
        return AsyncByteStream(*self._bytes(*arguments))

    async def _batch(self, *arguments: Any) -> AsyncBatchHandle[Any]:
        batch, queued = self._queue(*arguments)
        return AsyncBatchHandle(self._client, batch, await queued)


class RawResource(_Operations):
    """Operations that give responses, read."""

    def _run(self, *arguments: Any) -> RawResponse[Any]:
        return now(self._raw(RawResponse, *arguments))


class AsyncRawResource(_Operations):
    """As `RawResource`, for asyncio and trio."""

    async def _run(self, *arguments: Any) -> AsyncRawResponse[Any]:
        return await self._raw(AsyncRawResponse, *arguments)


class StreamingResource(_Operations):
    """Operations that give responses, to be read on the way."""

    def _run(self, *arguments: Any) -> ResponseManager[Any]:
        return ResponseManager(self._client, self._call(*arguments))


class AsyncStreamingResource(_Operations):
    """As `StreamingResource`, for asyncio and trio."""

    def _run(self, *arguments: Any) -> AsyncResponseManager[Any]:
        return AsyncResponseManager(self._client, self._call(*arguments))
