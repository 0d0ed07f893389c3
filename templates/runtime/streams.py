"""Streamed answers, for threads and for asyncio and trio.

A stream is opened by entering it or by asking for its first piece, and closed at its end, on leaving
it, or by `close`. One that is dropped half-way closes itself: its generator knows the source and not the
stream, so no cycle keeps it alive.
"""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import suppress
from typing import Generic, Self, TypeVar

import httpx2

from .answers import media_type_of
from .binary import replacing
from .models import C
from .pieces import Source
from .waiting import run_blocking

T = TypeVar("T")


def _blocking(pieces: AsyncGenerator[T]) -> Generator[T]:
    try:
        while True:
            yield run_blocking(anext(pieces))
    except StopAsyncIteration:
        return
    finally:
        run_blocking(pieces.aclose())


class _Streaming(Generic[T]):
    """An iterator and context manager over one response."""

    def __init__(self, source: Source, read: Callable[[Source], AsyncGenerator[T]]) -> None:
        self._source, self._pieces = source, _blocking(read(source))

    @property
    def response(self) -> httpx2.Response:
        """The response, opened by now: its headers are there, its body is to come."""
        return run_blocking(self._source.response())

    def close(self) -> None:
        """Stop, and free the connection; does nothing the second time."""
        run_blocking(self._source.close())
        with suppress(ValueError):
            self._pieces.close()

    def __iter__(self) -> Generator[T]:
        return self._pieces

    def __next__(self) -> T:
        return next(self._pieces)

    def __enter__(self) -> Self:
        run_blocking(self._source.response())
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class _AsyncStreaming(Generic[T]):
    """As `_Streaming`, for asyncio and trio."""

    def __init__(self, source: Source, read: Callable[[Source], AsyncGenerator[T]]) -> None:
        self._source, self._pieces = source, read(source)

    async def response(self) -> httpx2.Response:
        return await self._source.response()

    async def close(self) -> None:
        await self._source.close()
        # A task that waits for a piece is told by the connection.
        with suppress(RuntimeError):
            await self._pieces.aclose()

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

    Raises StreamInterruptedError, with what came, for a stream that is cut, APIStatusError for an event of failure.
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
        run_blocking(self._source.refuse_if(self._source.begun))
        with replacing(path) as file:
            for piece in self:
                file.write(piece)


class AsyncByteStream(_AsyncStreaming[bytes]):
    """As `ByteStream`, for asyncio and trio."""

    async def media_type(self) -> str:
        return media_type_of(await self.response())

    async def save(self, path: str | os.PathLike[str]) -> None:
        await self._source.refuse_if(self._source.begun)
        with replacing(path) as file:
            async for piece in self:
                await self._source.client.io.offload(file.write, piece)
