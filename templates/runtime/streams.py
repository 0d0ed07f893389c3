"""Streamed answers, for threads and for asyncio and trio.

A stream is opened by entering it or by asking for its first piece, and closed at its end, on leaving
it, or by `close`. One that is dropped half-way closes itself: its generator knows the exchange and not the
stream, so no cycle keeps it alive.
"""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Generator
from contextlib import ExitStack, suppress
from functools import partial
from typing import Any, Generic, Self

import httpx2

from .answers import media_type_of
from .binary import MEDIA, media_type_in, replacing, warn_of_suffix
from .models import C
from .pieces import bytes_of, chunks_of
from .sending import Exchange
from .waiting import blocking, run_blocking


class _Pieces(Generic[C]):
    """The pieces of an answer, which nobody has asked for yet."""

    _is_file = False

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._source: AsyncGenerator[Any] = (bytes_of if self._is_file else chunks_of)(exchange)


class Stream(_Pieces[C]):
    """Typed pieces of an answer as the model makes them: an iterator and a context manager.

    Raises StreamInterruptedError, with what came, for a stream that is cut, APIStatusError for an event of failure.
    """

    def __init__(self, exchange: Exchange) -> None:
        super().__init__(exchange)
        self._pieces: Generator[C] = blocking(self._source)

    @property
    def response(self) -> httpx2.Response:
        """The response, opened by now: its headers are there, its body is to come."""
        return run_blocking(self._exchange.response())

    def close(self) -> None:
        """Stop, and free the connection; does nothing the second time."""
        run_blocking(self._exchange.close())
        with suppress(ValueError):
            self._pieces.close()

    def __iter__(self) -> Generator[C]:
        return self._pieces

    def __next__(self) -> C:
        return next(self._pieces)

    def __enter__(self) -> Self:
        run_blocking(self._exchange.response())
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncStream(_Pieces[C]):
    """As `Stream`, for asyncio and trio."""

    async def response(self) -> httpx2.Response:
        """The response, opened by now: its headers are there, its body is to come."""
        return await self._exchange.response()

    async def close(self) -> None:
        """Stop, and free the connection; does nothing the second time."""
        await self._exchange.close()
        if not self._exchange.is_elsewhere:
            # A task that waits for a piece hears of it from the connection.
            with suppress(RuntimeError):
                await self._source.aclose()

    def __aiter__(self) -> AsyncGenerator[C]:
        # Its loop has closed the generator when it ended, which would read like the end of the answer.
        self._exchange.refuse_elsewhere()
        return self._source

    async def __anext__(self) -> C:
        return await anext(aiter(self))

    async def __aenter__(self) -> Self:
        await self._exchange.response()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


async def _save(exchange: Exchange, pieces: AsyncGenerator[bytes], path: str | os.PathLike[str]) -> None:
    await exchange.refuse_used()
    said, begun = media_type_of(await exchange.response()), False
    offload = exchange.io.offload
    with ExitStack() as opened:
        # A pipe opens when somebody reads from it, and blocks while nobody does.
        file = await offload(partial(opened.enter_context, replacing(path)))
        async for piece in pieces:
            if not begun:
                # As the service says, or as the file begins where that sends it inside something else.
                warn_of_suffix(path, said if said.startswith(MEDIA) else media_type_in(piece))
                begun = True
            await offload(file.write, piece)
        await offload(file.flush)


class ByteStream(Stream[bytes]):
    """The bytes of a file as they come, held nowhere; a file inside JSON is read whole."""

    _is_file = True

    @property
    def media_type(self) -> str:
        """As the service says; `application/json` for a file inside JSON."""
        return media_type_of(self.response)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the file, whole or not at all. Warns where the suffix is that of another kind of file."""
        run_blocking(_save(self._exchange, self._source, path))


class AsyncByteStream(AsyncStream[bytes]):
    """As `ByteStream`, for asyncio and trio."""

    _is_file = True

    async def media_type(self) -> str:
        """As the service says; `application/json` for a file inside JSON."""
        return media_type_of(await self.response())

    async def save(self, path: str | os.PathLike[str]) -> None:
        """Write the file, whole or not at all. Warns where the suffix is that of another kind of file."""
        await _save(self._exchange, self._source, path)
