"""Streamed answers, for threads and for asyncio and trio.

A stream is opened by entering it or by asking for its first piece, and closed at
its end, on leaving it, or by `close`. One that is dropped half-way closes itself:
its generator knows the source and not the stream, so no cycle keeps it alive.
"""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Generator, Iterable
from contextlib import aclosing
from typing import Any, Generic, Self, TypeVar

import httpx2

from .binary import replacing
from .chunks import ChunkReader, whole_file
from .clients import BaseClient, now
from .errors import CloudflareError, StreamInterruptedError
from .models import C
from .outcomes import media_type_of
from .requests import Call

T = TypeVar("T")

_BROKEN = "The connection broke before the answer was complete"
# No model makes such files: JSON holds one, and anything else is a mistake to tell of.
_READ_WHOLE = ("application/json", "text/")


class Source:
    """A response, opened when it is first needed."""

    def __init__(self, client: BaseClient, call: Call) -> None:
        self.client, self.call = client, call
        self._response: httpx2.Response | None = None
        self._closed = False

    async def response(self) -> httpx2.Response:
        if self._closed:
            raise CloudflareError("The stream is closed", request=self.call.exchange.info)
        if self._response is None:
            self._response = await self.client.perform(self.call, lambda r: r, stream=True)
        return self._response

    async def close(self) -> None:
        self._closed = True
        if self._response is not None:
            await self.client.io.close(self._response)


async def chunks_of(source: Source) -> AsyncGenerator[Iterable[Any]]:
    """The pieces of an answer, together as they come; closes the source at the end."""
    io = source.client.io
    try:
        response = await source.response()
        reader: ChunkReader[Any] = ChunkReader(source.call, response)
        if not reader.is_stream:
            await io.read(response)
            yield [reader.whole()]
            return
        try:
            async with aclosing(io.pieces(response)) as pieces:
                async for piece in pieces:
                    yield reader.feed(piece)
        except httpx2.HTTPError as error:
            # What follows the end of the answer does not matter any more.
            if not reader.done:
                raise reader.interrupted(_BROKEN) from error
        yield reader.end()
    finally:
        await source.close()


async def bytes_of(source: Source) -> AsyncGenerator[Iterable[bytes]]:
    """The bytes of a file; closes the source at the end."""
    io = source.client.io
    try:
        response = await source.response()
        if media_type_of(response).startswith(_READ_WHOLE):
            await io.read(response)
            yield [whole_file(source.call, response)]
            return
        async with aclosing(io.pieces(response)) as pieces:
            async for piece in pieces:
                yield [piece]
    except httpx2.HTTPError as error:
        raise StreamInterruptedError(_BROKEN, request=source.call.exchange.info) from error
    finally:
        await source.close()


def _iterate(groups: AsyncGenerator[Iterable[T]]) -> Generator[T]:
    try:
        while True:
            yield from now(anext(groups))
    except StopAsyncIteration:
        return
    finally:
        now(groups.aclose())


async def _iterate_async(groups: AsyncGenerator[Iterable[T]]) -> AsyncGenerator[T]:
    async with aclosing(groups):
        async for group in groups:
            for piece in group:
                yield piece


class _Streaming(Generic[T]):
    """An iterator and context manager over one response."""

    def __init__(self, source: Source, groups: AsyncGenerator[Iterable[T]]) -> None:
        self._source, self._pieces = source, _iterate(groups)

    @property
    def response(self) -> httpx2.Response:
        """The response, opened by now: its headers are there, its body is to come."""
        return now(self._source.response())

    def close(self) -> None:
        """Stop, and free the connection; does nothing the second time."""
        self._pieces.close()
        now(self._source.close())

    def __iter__(self) -> Generator[T]:
        return self._pieces

    def __next__(self) -> T:
        return next(self._pieces)

    def __enter__(self) -> Self:
        now(self._source.response())
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class _AsyncStreaming(Generic[T]):
    """An asynchronous iterator and context manager over one response."""

    def __init__(self, source: Source, groups: AsyncGenerator[Iterable[T]]) -> None:
        self._source, self._pieces = source, _iterate_async(groups)

    async def response(self) -> httpx2.Response:
        """The response, opened by now: its headers are there, its body is to come."""
        return await self._source.response()

    async def close(self) -> None:
        """Stop, and free the connection; does nothing the second time."""
        await self._pieces.aclose()
        await self._source.close()

    def __aiter__(self) -> AsyncGenerator[T]:
        return self._pieces

    async def __anext__(self) -> T:
        return await anext(self._pieces)

    async def __aenter__(self) -> Self:
        await self._source.response()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


class Stream(_Streaming[C]):
    """Typed pieces of an answer as the model makes them.

    Raises StreamInterruptedError, with what came, when the stream ends before
    the answer does, and APIStatusError for a failure that comes as an event.
    """


class AsyncStream(_AsyncStreaming[C]):
    """As `Stream`, for asyncio and trio."""


class ByteStream(_Streaming[bytes]):
    """The bytes of a file as they come, held nowhere; a file inside JSON is read whole."""

    @property
    def media_type(self) -> str:
        """As the service says; `application/json` for a file inside JSON."""
        return media_type_of(self.response)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the file, whole or not at all."""
        with replacing(path) as file:
            for piece in self:
                file.write(piece)


class AsyncByteStream(_AsyncStreaming[bytes]):
    """As `ByteStream`, for asyncio and trio."""

    async def media_type(self) -> str:
        """As the service says; `application/json` for a file inside JSON."""
        return media_type_of(await self.response())

    async def save(self, path: str | os.PathLike[str]) -> None:
        """Write the file, whole or not at all."""
        with replacing(path) as file:
            async for piece in self:
                file.write(piece)
