"""Streamed answers, for threads and for asyncio and trio.

A stream is opened by entering it or by asking for its first piece, and closed at its end, on leaving
it, or by `close`. One that is dropped half-way closes itself: its generator knows the source and not the
stream, so no cycle keeps it alive. Events are taken apart here, since httpx2 leaves generators open when
a stream is left early, which trio tells of, and drops what lacks an empty line at the end.
"""

from __future__ import annotations

import os
import re
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import aclosing, suppress
from typing import Any, Generic, Self, TypeVar

import httpx2

from .answers import Call, failed, media_type_of
from .binary import replacing
from .clients import BaseClient, now
from .errors import APIResponseError, CloudflareError, StreamInterruptedError
from .models import C, UndecodableError, is_object, parse
from .sending import NETWORK_ERRORS, failure_told, perform, response_error

T = TypeVar("T")

_BROKEN = "The connection broke before the answer was complete"
# No model makes such files: JSON holds one, and anything else is a mistake to tell of.
_READ_WHOLE = ("application/json", "text/")
_DONE = b"[DONE]"
# Models that answer in the chat form may end with a reason and without [DONE].
_FINISHED = re.compile(rb'"finish_reason"\s*:\s*"[^"]')
# A stream that goes on without ending an event is not one; this bounds memory.
_LONGEST_EVENT = 16 * 1024 * 1024


class EventDecoder:
    """Takes a stream's bytes as they come, cut anywhere, and gives the data of its events."""

    def __init__(self) -> None:
        self.pending = b""

    def feed(self, piece: bytes) -> list[bytes]:
        """The data of the events that this piece completes."""
        text = self.pending + piece
        # A trailing \r may be half of \r\n.
        kept = b"\r" if text.endswith(b"\r") else b""
        *events, rest = _one_line_end(text[: -len(kept)] if kept else text).split(b"\n\n")
        self.pending = rest + kept
        return [data for event in events if (data := event_data(event)) is not None]

    def end(self) -> list[bytes]:
        """The data of an event that only the end of the stream has ended."""
        data = event_data(_one_line_end(self.pending))
        self.pending = b""
        return [] if data is None else [data]


def _one_line_end(text: bytes) -> bytes:
    return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in text else text


class _Failure(bytes):
    """The data of an event that is called an error, whatever it says."""


def event_data(event: bytes) -> bytes | None:
    """The data of one event, its lines joined; None for comments and other fields alone."""
    if event.startswith(b"data: ") and b"\n" not in event:
        return event[6:]
    values: list[bytes] = []
    kind = b""
    for line in event.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        name, _, value = line.partition(b":")
        if name == b"data":
            values.append(value.removeprefix(b" "))
        elif name == b"event":
            kind = value.strip()
    data = b"\n".join(values)
    return _Failure(data) if kind == b"error" else data if values else None


class Source:
    """A response, opened when it is first needed."""

    def __init__(self, client: BaseClient, call: Call) -> None:
        self.client, self.call = client, call
        self._response: httpx2.Response | None = None
        self._closed = self.begun = False

    async def response(self) -> httpx2.Response:
        if self._response is None:
            self.refuse_if(self._closed)
            self._response = await perform(self.client, self.call, lambda r: r, stream=True)
        return self._response

    def refuse_if(self, late: bool) -> None:  # noqa: FBT001  # the reason alone
        if late:
            raise CloudflareError("The stream is closed, or was read before", request=self.call.info)

    async def close(self) -> None:
        self._closed = True
        if self._response is not None:
            await self.client.io.close(self._response)


async def _events(source: Source, response: httpx2.Response) -> AsyncGenerator[bytes]:
    """The data of a stream's events."""
    decoder, data = EventDecoder(), b""
    async with aclosing(source.client.io.pieces(response)) as pieces:
        async for piece in pieces:
            # The end is waited for, which frees the connection for others, but nothing else.
            if data == _DONE:
                return
            for data in decoder.feed(piece):
                yield data
            if len(decoder.pending) > _LONGEST_EVENT:
                reason = "An event of the stream has no end"
                raise response_error(source.call, response, reason, APIResponseError)
    for data in decoder.end():
        # Half an event means that the stream was cut there.
        if data == _DONE or isinstance(data, _Failure) or _parsed(data) is not data:
            yield data


async def chunks_of(source: Source) -> AsyncGenerator[Any]:
    """The pieces of an answer; closes the source at the end."""
    call, came, done, finished = source.call, [], False, False
    try:
        response = await source.response()
        if media_type_of(response) not in {"", "text/event-stream"}:
            # A model that cannot make a stream has answered at once.
            await source.client.io.read(response)
            yield call.answer(response)
            return
        async with aclosing(_events(source, response)) as events:
            async for data in events:
                done = done or data == _DONE
                if not done and (data or isinstance(data, _Failure)):
                    came.append(_chunk(call, response, data))
                    finished = finished or _FINISHED.search(data) is not None
                    yield came[-1]
        if not (done or finished):
            reason = "The stream broke off before its end"
            raise StreamInterruptedError(reason, chunks=came, request=call.info)
    except NETWORK_ERRORS as error:
        # What follows the end of the answer does not matter any more.
        if not (done or finished):
            raise StreamInterruptedError(_BROKEN, chunks=came, request=call.info) from error
    finally:
        await source.close()


def _chunk(call: Call, response: httpx2.Response, data: bytes) -> object:
    """One piece. Raises APIStatusError for a failure, APIResponseError for no JSON."""
    failure = isinstance(data, _Failure)
    raw = _parsed(data) if failure or b'"err' in data or b'"success"' in data else None
    if failure and not (is_object(raw) and raw.keys() & {"error", "errors"}):
        raw = {"error": raw.decode(errors="replace") if isinstance(raw, bytes) else raw}
    # The text of a piece may merely look like a failure.
    if is_object(raw) and (failure or failed(raw) or raw.get("error")):
        raise failure_told(call, response, raw, "The stream failed: ", data)
    try:
        decoded = call.types[0].piece(data)
    except UndecodableError as error:
        reason = f"An event of the stream is not JSON: {error}"
        raise response_error(call, response, reason, APIResponseError, data) from None
    return call.checked(decoded, response)


def _parsed(data: bytes) -> object:
    """JSON as builtins; the text itself where it is none."""
    try:
        return parse(data)
    except UndecodableError:
        return data


async def bytes_of(source: Source) -> AsyncGenerator[bytes]:
    """The bytes of a file; closes the source at the end."""
    io, call, reason, source.begun = source.client.io, source.call, "The answer is empty", True
    try:
        response = await source.response()
        if (media_type := media_type_of(response)).startswith(_READ_WHOLE) or not media_type:
            await io.read(response)
            content = getattr(call.answer(response), "content", None)
            if isinstance(content, bytes) and content:
                yield content
                return
            reason = "The answer is not a file"
        else:
            async with aclosing(io.pieces(response)) as pieces:
                async for piece in pieces:
                    yield piece
                    reason = ""
        if reason:
            raise response_error(call, response, reason, APIResponseError)
    except NETWORK_ERRORS as error:
        raise StreamInterruptedError(_BROKEN, request=call.info) from error
    finally:
        await source.close()


def _blocking(pieces: AsyncGenerator[T]) -> Generator[T]:
    try:
        while True:
            yield now(anext(pieces))
    except StopAsyncIteration:
        return
    finally:
        now(pieces.aclose())


class _Streaming(Generic[T]):
    """An iterator and context manager over one response."""

    def __init__(self, source: Source, read: Callable[[Source], AsyncGenerator[T]]) -> None:
        self._source, self._pieces = source, _blocking(read(source))

    @property
    def response(self) -> httpx2.Response:
        """The response, opened by now: its headers are there, its body is to come."""
        return now(self._source.response())

    def close(self) -> None:
        """Stop, and free the connection; does nothing the second time."""
        now(self._source.close())
        with suppress(ValueError):
            self._pieces.close()

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
        self._source.refuse_if(self._source.begun)
        with replacing(path) as file:
            for piece in self:
                file.write(piece)


class AsyncByteStream(_AsyncStreaming[bytes]):
    """As `ByteStream`, for asyncio and trio."""

    async def media_type(self) -> str:
        return media_type_of(await self.response())

    async def save(self, path: str | os.PathLike[str]) -> None:
        self._source.refuse_if(self._source.begun)
        with replacing(path) as file:
            async for piece in self:
                file.write(piece)
