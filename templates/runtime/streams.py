"""Streamed answers, for threads and for asyncio and trio.

A stream is opened by entering it or by asking for its first piece, and closed at
its end, on leaving it, or by `close`; its connection is free from then on. One
that is dropped half-way closes itself: its generator knows the source of the
bytes and not the stream, so that no cycle keeps it alive.
"""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import aclosing
from types import TracebackType
from typing import Generic, Self, TypeAlias, TypeVar

import httpx2

from .binary import replacing
from .chunks import ChunkReader, whole_file
from .errors import CloudflareError, StreamInterruptedError
from .models import C
from .outcomes import media_type_of
from .requests import Call

T = TypeVar("T")
Open: TypeAlias = Callable[[Call], httpx2.Response]
AsyncOpen: TypeAlias = Callable[[Call], Awaitable[httpx2.Response]]

_BROKEN = "The connection broke before the answer was complete"


class _Source:
    """A response, opened when it is first needed."""

    def __init__(self, call: Call, open_response: Open) -> None:
        self.call = call
        self._open = open_response
        self._response: httpx2.Response | None = None
        self._closed = False

    def response(self) -> httpx2.Response:
        if self._closed:
            raise CloudflareError("The stream is closed", request=self.call.exchange.info)
        if self._response is None:
            self._response = self._open(self.call)
        return self._response

    def close(self) -> None:
        self._closed = True
        if self._response is not None:
            self._response.close()


class _AsyncSource:
    """A response, opened when it is first needed."""

    def __init__(self, call: Call, open_response: AsyncOpen) -> None:
        self.call = call
        self._open = open_response
        self._response: httpx2.Response | None = None
        self._closed = False

    async def response(self) -> httpx2.Response:
        if self._closed:
            raise CloudflareError("The stream is closed", request=self.call.exchange.info)
        if self._response is None:
            self._response = await self._open(self.call)
        return self._response

    async def aclose(self) -> None:
        self._closed = True
        if self._response is not None:
            await self._response.aclose()


class _Streaming(Generic[T]):
    """An iterator and context manager over one response."""

    def __init__(self, call: Call, open_response: Open) -> None:
        self._source = _Source(call, open_response)
        self._pieces = self._read(self._source)

    @staticmethod
    @abstractmethod
    def _read(source: _Source) -> Generator[T]:
        """What the stream yields; closes the source at its end."""

    @property
    def response(self) -> httpx2.Response:
        """The response, opened by now: its headers are there, its body is to come."""
        return self._source.response()

    def close(self) -> None:
        """Stop, and free the connection; does nothing the second time."""
        self._pieces.close()
        self._source.close()

    def __iter__(self) -> Generator[T]:
        return self._pieces

    def __next__(self) -> T:
        return next(self._pieces)

    def __enter__(self) -> Self:
        self._source.response()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class _AsyncStreaming(Generic[T]):
    """An asynchronous iterator and context manager over one response."""

    def __init__(self, call: Call, open_response: AsyncOpen) -> None:
        self._source = _AsyncSource(call, open_response)
        self._pieces = self._read(self._source)

    @staticmethod
    @abstractmethod
    def _read(source: _AsyncSource) -> AsyncGenerator[T]:
        """What the stream yields; closes the source at its end."""

    async def response(self) -> httpx2.Response:
        """The response, opened by now: its headers are there, its body is to come."""
        return await self._source.response()

    async def close(self) -> None:
        """Stop, and free the connection; does nothing the second time."""
        await self._pieces.aclose()
        await self._source.aclose()

    aclose = close

    def __aiter__(self) -> AsyncGenerator[T]:
        return self._pieces

    async def __anext__(self) -> T:
        return await anext(self._pieces)

    async def __aenter__(self) -> Self:
        await self._source.response()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()


class Stream(_Streaming[C]):
    """Typed pieces of an answer as the model makes them.

    Raises StreamInterruptedError, with what came, when the stream ends before
    the answer does, and APIStatusError for a failure that comes as an event.
    """

    @staticmethod
    def _read(source: _Source) -> Generator[C]:
        try:
            response = source.response()
            reader: ChunkReader[C] = ChunkReader(source.call, response)
            if not reader.is_stream:
                response.read()
                yield reader.whole()
                return
            try:
                for piece in response.iter_bytes():
                    yield from reader.feed(piece)
            except httpx2.HTTPError as error:
                # What follows the end of the answer does not matter any more.
                if not reader.done:
                    raise reader.interrupted(_BROKEN) from error
            yield from reader.end()
        finally:
            source.close()


class AsyncStream(_AsyncStreaming[C]):
    """As `Stream`, for asyncio and trio."""

    @staticmethod
    async def _read(source: _AsyncSource) -> AsyncGenerator[C]:
        try:
            response = await source.response()
            reader: ChunkReader[C] = ChunkReader(source.call, response)
            if not reader.is_stream:
                await response.aread()
                yield reader.whole()
                return
            try:
                async with aclosing(response.aiter_bytes()) as pieces:
                    async for piece in pieces:
                        for chunk in reader.feed(piece):
                            yield chunk
            except httpx2.HTTPError as error:
                if not reader.done:
                    raise reader.interrupted(_BROKEN) from error
            for chunk in reader.end():
                yield chunk
        finally:
            await source.aclose()


class ByteStream(_Streaming[bytes]):
    """The bytes of a file that a model made, as they come, held nowhere.

    A file that comes as base64 inside JSON is read whole, and given at once.
    """

    @property
    def media_type(self) -> str:
        """As the service says; `application/json` for a file inside JSON."""
        return media_type_of(self.response)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the file, whole or not at all."""
        with replacing(path) as file:
            for piece in self:
                file.write(piece)

    @staticmethod
    def _read(source: _Source) -> Generator[bytes]:
        try:
            response = source.response()
            if media_type_of(response).startswith(_READ_WHOLE):
                response.read()
                yield whole_file(source.call, response)
            else:
                yield from response.iter_bytes()
        except httpx2.HTTPError as error:
            raise StreamInterruptedError(_BROKEN, request=source.call.exchange.info) from error
        finally:
            source.close()


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

    @staticmethod
    async def _read(source: _AsyncSource) -> AsyncGenerator[bytes]:
        try:
            response = await source.response()
            if media_type_of(response).startswith(_READ_WHOLE):
                await response.aread()
                yield whole_file(source.call, response)
            else:
                async with aclosing(response.aiter_bytes()) as pieces:
                    async for piece in pieces:
                        yield piece
        except httpx2.HTTPError as error:
            raise StreamInterruptedError(_BROKEN, request=source.call.exchange.info) from error
        finally:
            await source.aclose()


# No model makes such files: JSON holds one, and anything else is a mistake to tell of.
_READ_WHOLE = ("application/json", "text/")
