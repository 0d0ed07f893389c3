"""What the emitted resources derive from: their methods, which have the signatures, come down to these.

Arguments are an operation, the values that only its path takes, params, and all keywords: values for
the path that the client may hold, too, options, and fields.
"""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from .bodies import wants_stream
from .clients import BaseClient
from .exchanges import Exchange
from .operations import Fields, Operation
from .responses import AsyncRawResponse, RawResponse
from .streams import AsyncByteStream, AsyncStream, ByteStream, Stream
from .waiting import run_blocking

if TYPE_CHECKING:
    from .batches import AsyncBatchHandle, BatchHandle

# What the emitted methods, which come down to these, have a type for.
Typed: TypeAlias = Any


class _Operations:
    def __init__(self, client: BaseClient, *, unread: bool = False) -> None:
        self._client, self._unread = client, unread

    def _by_name(self, kind: str, operation: Operation, path: Fields) -> Typed:
        from .runners import runner_of

        return runner_of(kind, self, operation, path)


class Resource(_Operations):
    """Operations that give answers."""

    def _run(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> Typed:
        if wants_stream(operation, params, keywords):
            return self._stream(operation, path, params, keywords)
        return run_blocking(Exchange(self._client, operation, path, params, keywords).answer())

    def _stream(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> Stream[Typed]:
        return Stream(Exchange(self._client, operation, path, params, keywords, streaming=True))

    def _stream_bytes(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> ByteStream:
        return ByteStream(Exchange(self._client, operation, path, params, keywords))

    def _batch(
        self, operation: Operation, path: Fields, requests: Sequence[object], options: Fields
    ) -> BatchHandle[Typed]:
        from .batches import BatchHandle, submit_batch

        return run_blocking(submit_batch(BatchHandle, self._client, operation, path, requests, options))


class AsyncResource(_Operations):
    """Operations that give answers, for asyncio and trio."""

    async def _run(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> Typed:
        if wants_stream(operation, params, keywords):
            return self._stream(operation, path, params, keywords)
        return await Exchange(self._client, operation, path, params, keywords).answer()

    def _stream(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> AsyncStream[Typed]:
        return AsyncStream(Exchange(self._client, operation, path, params, keywords, streaming=True))

    def _stream_bytes(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> AsyncByteStream:
        return AsyncByteStream(Exchange(self._client, operation, path, params, keywords))

    async def _batch(
        self, operation: Operation, path: Fields, requests: Sequence[object], options: Fields
    ) -> AsyncBatchHandle[Typed]:
        from .batches import AsyncBatchHandle, submit_batch

        return await submit_batch(AsyncBatchHandle, self._client, operation, path, requests, options)


class _RawOperations(_Operations):
    def _exchange(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> Exchange:
        streaming = wants_stream(operation, params, keywords)
        return Exchange(self._client, operation, path, params, keywords, streaming=streaming)


class RawResource(_RawOperations):
    """Operations that give responses: read, or unread, sent by entering them and closed by leaving."""

    def _run(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> RawResponse[Typed]:
        exchange = self._exchange(operation, path, params, keywords)
        if not self._unread:
            run_blocking(exchange.response(unread=False))
        return RawResponse(exchange, unread=self._unread)


class AsyncRawResource(_RawOperations):
    """Operations that give responses, for asyncio and trio."""

    def _run(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> AsyncRawResponse[Typed]:
        return AsyncRawResponse(self._exchange(operation, path, params, keywords), unread=self._unread)
