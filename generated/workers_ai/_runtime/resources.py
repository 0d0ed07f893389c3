"""What the emitted resources derive from: their methods, which have the signatures, come down to these.

Arguments are an operation, the values that only its path takes, params, and all keywords: values for
the path that the client may hold, too, options, and fields.
"""

# fmt: off
# isort: skip_file
# ruff: noqa

# ruff: noqa: ANN401  # the emitted methods have the types
from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import httpx2

from .answers import answer_of
from .call import Call
from .clients import BaseClient
from .pieces import Source, bytes_of, chunks_of
from .requests import Fields, Operation, build_call, takes_time
from .responses import AsyncRawResponse, PendingResponse, RawResponse
from .sending import fetch, send_with_retries
from .streams import AsyncByteStream, AsyncStream, ByteStream, Stream
from .waiting import run_blocking

if TYPE_CHECKING:
    from .batches import AsyncBatchHandle, BatchHandle


class _Operations:
    def __init__(self, client: BaseClient, *, unread: bool = False) -> None:
        self._client, self._unread = client, unread

    def _build(
        self, operation: Operation, path: Fields, params: object, keywords: Fields, *, streaming: bool = False
    ) -> Callable[[], Call]:
        return partial(build_call, self._client.settings, operation, path, params, keywords, streaming=streaming)

    async def _call(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> Call:
        build = self._build(operation, path, params, keywords)
        if self._client.io.waits and takes_time((params, keywords)):
            return await self._client.io.offload(build)
        return build()

    def _by_name(self, kind: str, operation: Operation, path: Fields) -> Any:
        from .runners import runner_of

        return runner_of(kind, self, operation, path)

    def _source(
        self, operation: Operation, path: Fields, params: object, keywords: Fields, *, streaming: bool = False
    ) -> Source:
        build = self._build(operation, path, params, keywords, streaming=streaming)
        late = self._client.io.waits and takes_time((params, keywords))
        return Source(self._client, build if late else build())

    async def _answer(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> Any:
        client, call = self._client, await self._call(operation, path, params, keywords)
        return await send_with_retries(client, call, partial(answer_of, client.io, call))

    async def _response(self, call: Call) -> httpx2.Response:
        return await fetch(self._client, call, stream=self._unread)


class Resource(_Operations):
    """Operations that give answers."""

    def _run(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> Any:
        return run_blocking(self._answer(operation, path, params, keywords))

    def _stream(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> Stream[Any]:
        return Stream(self._source(operation, path, params, keywords, streaming=True), chunks_of)

    def _stream_bytes(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> ByteStream:
        return ByteStream(self._source(operation, path, params, keywords), bytes_of)

    def _batch(
        self, operation: Operation, path: Fields, requests: Sequence[object], options: Fields
    ) -> BatchHandle[Any]:
        from .batches import BatchHandle, submit_batch

        return run_blocking(submit_batch(BatchHandle, self._client, operation, path, requests, options))


class AsyncResource(_Operations):
    """Operations that give answers, for asyncio and trio."""

    async def _run(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> Any:
        return await self._answer(operation, path, params, keywords)

    def _stream(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> AsyncStream[Any]:
        return AsyncStream(self._source(operation, path, params, keywords, streaming=True), chunks_of)

    def _stream_bytes(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> AsyncByteStream:
        return AsyncByteStream(self._source(operation, path, params, keywords), bytes_of)

    async def _batch(
        self, operation: Operation, path: Fields, requests: Sequence[object], options: Fields
    ) -> AsyncBatchHandle[Any]:
        from .batches import AsyncBatchHandle, submit_batch

        return await submit_batch(AsyncBatchHandle, self._client, operation, path, requests, options)


class RawResource(_Operations):
    """Operations that give responses: read, or unread, sent by entering them and closed by leaving."""

    def _run(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> RawResponse[Any]:
        call = run_blocking(self._call(operation, path, params, keywords))
        response: RawResponse[Any] = RawResponse(self._client, call)
        if self._unread:
            response._open = lambda: run_blocking(self._response(call))  # noqa: SLF001
            return response
        return response._opened(run_blocking(self._response(call)))  # noqa: SLF001


class AsyncRawResource(_Operations):
    """Operations that give responses, for asyncio and trio."""

    def _run(self, operation: Operation, path: Fields, params: object, keywords: Fields) -> PendingResponse[Any]:
        async def send() -> AsyncRawResponse[Any]:
            call = await self._call(operation, path, params, keywords)
            response: AsyncRawResponse[Any] = AsyncRawResponse(self._client, call)
            return response._opened(await self._response(call))  # noqa: SLF001

        return PendingResponse(send)
