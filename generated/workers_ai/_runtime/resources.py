"""What the emitted resources derive from: their methods come down to these.

`path` holds values for the path by the names in the operation; `keywords` the
other arguments: values that the client may hold, too, options, and fields.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import httpx2

from .batches import AsyncBatchHandle, Batch, BatchHandle, batch_call
from .clients import AsyncClient, SyncClient
from .models import Params, R
from .operations import Operation
from .options import RequestOptions
from .outcomes import read_answer
from .raw import AsyncRawResponse, AsyncResponseManager, RawResponse, ResponseManager
from .requests import Call, build_call
from .streams import AsyncByteStream, AsyncStream, ByteStream, Stream

Path = Mapping[str, object]
Keywords = Mapping[str, object]


def _reader(call: Call) -> Callable[[httpx2.Response], object]:
    return lambda response: read_answer(response, call.expected, call.exchange)


class _Bound:
    """Operations of a client for threads."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def _call(self, operation: Operation, path: Path, params: object, keywords: Keywords) -> Call:
        return build_call(self._client.settings, operation, path, params, keywords)


class _AsyncBound:
    """Operations of a client for asyncio and trio."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def _call(self, operation: Operation, path: Path, params: object, keywords: Keywords) -> Call:
        return build_call(self._client.settings, operation, path, params, keywords)


class Resource(_Bound):
    """Operations that give answers."""

    def _run(self, operation: Operation, path: Path, params: object, keywords: Keywords) -> object:
        call = self._call(operation, path, params, keywords)
        return self._client.perform(call, _reader(call))

    def _stream(
        self, operation: Operation, path: Path, params: object, keywords: Keywords
    ) -> Stream[Any]:
        settings = self._client.settings
        call = build_call(settings, operation, path, params, keywords, streaming=True)
        return Stream(call, self._client.open)

    def _stream_bytes(
        self, operation: Operation, path: Path, params: object, keywords: Keywords
    ) -> ByteStream:
        return ByteStream(self._call(operation, path, params, keywords), self._client.open)

    def _batch(
        self,
        operation: Operation,
        path: Path,
        requests: Sequence[Params[R]],
        options: RequestOptions,
    ) -> BatchHandle[R]:
        call = batch_call(self._client.settings, operation, path, requests, options)
        batch = Batch(call, requests)
        return BatchHandle(self._client, batch, self._client.perform(call, batch.read))


class AsyncResource(_AsyncBound):
    """Operations that give answers."""

    async def _run(
        self, operation: Operation, path: Path, params: object, keywords: Keywords
    ) -> object:
        call = self._call(operation, path, params, keywords)
        return await self._client.perform(call, _reader(call))

    def _stream(
        self, operation: Operation, path: Path, params: object, keywords: Keywords
    ) -> AsyncStream[Any]:
        settings = self._client.settings
        call = build_call(settings, operation, path, params, keywords, streaming=True)
        return AsyncStream(call, self._client.open)

    def _stream_bytes(
        self, operation: Operation, path: Path, params: object, keywords: Keywords
    ) -> AsyncByteStream:
        return AsyncByteStream(self._call(operation, path, params, keywords), self._client.open)

    async def _batch(
        self,
        operation: Operation,
        path: Path,
        requests: Sequence[Params[R]],
        options: RequestOptions,
    ) -> AsyncBatchHandle[R]:
        call = batch_call(self._client.settings, operation, path, requests, options)
        batch = Batch(call, requests)
        return AsyncBatchHandle(self._client, batch, await self._client.perform(call, batch.read))


class RawResource(_Bound):
    """Operations that give responses, read."""

    def _run(
        self, operation: Operation, path: Path, params: object, keywords: Keywords
    ) -> RawResponse[Any]:
        call = self._call(operation, path, params, keywords)
        return self._client.perform(call, lambda response: RawResponse(response, call))


class AsyncRawResource(_AsyncBound):
    """Operations that give responses, read."""

    async def _run(
        self, operation: Operation, path: Path, params: object, keywords: Keywords
    ) -> AsyncRawResponse[Any]:
        call = self._call(operation, path, params, keywords)
        return await self._client.perform(call, lambda response: AsyncRawResponse(response, call))


class StreamingResource(_Bound):
    """Operations that give responses, to be read on the way."""

    def _run(
        self, operation: Operation, path: Path, params: object, keywords: Keywords
    ) -> ResponseManager[Any]:
        return ResponseManager(self._call(operation, path, params, keywords), self._client.open)


class AsyncStreamingResource(_AsyncBound):
    """Operations that give responses, to be read on the way."""

    def _run(
        self, operation: Operation, path: Path, params: object, keywords: Keywords
    ) -> AsyncResponseManager[Any]:
        call = self._call(operation, path, params, keywords)
        return AsyncResponseManager(call, self._client.open)
