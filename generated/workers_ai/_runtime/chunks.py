"""Pieces of a streamed answer, from its bytes.

Events are taken apart here rather than by httpx2, which goes line by line and
through text: whole events as bytes, which JSON is decoded from anyway, take a
third of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Generic, cast

import httpx2

from .answers import failed
from .drift import wants_unknown_fields
from .errors import StreamInterruptedError
from .failures import failure_told, response_error
from .models import C
from .outcomes import handle_drift, media_type_of, read_answer
from .requests import Call
from .values import UndecodableError, is_object, parse

# Models that answer in the chat form may end with a reason and without [DONE].
_FINISHED = re.compile(rb'"finish_reason"\s*:\s*"')


DONE = b"[DONE]"
# A stream that goes on without ending an event is not one; this bounds memory.
_LONGEST_EVENT = 16 * 1024 * 1024


class EventTooLongError(Exception):
    """An event exceeds what is kept in memory."""


class EventDecoder:
    """Takes a stream's bytes as they come, cut anywhere, and gives the data of its events."""

    def __init__(self) -> None:
        self._pending = b""

    def feed(self, piece: bytes) -> list[bytes]:
        """The data of the events that this piece completes."""
        text = self._pending + piece if self._pending else piece
        if b"\r" in text:
            # A trailing \r may be half of \r\n.
            keep = text.endswith(b"\r")
            text = (text[:-1] if keep else text).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
            *events, rest = text.split(b"\n\n")
            self._pending = rest + b"\r" if keep else rest
        else:
            *events, self._pending = text.split(b"\n\n")
        if len(self._pending) > _LONGEST_EVENT:
            raise EventTooLongError
        return [data for event in events if (data := event_data(event)) is not None]

    def end(self) -> list[bytes]:
        """The data of an event that only the end of the stream has ended."""
        data = event_data(self._pending.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
        self._pending = b""
        return [] if data is None else [data]


def event_data(event: bytes) -> bytes | None:
    """The data of one event, its lines joined; None for comments and other fields alone."""
    if event.startswith(b"data: ") and b"\n" not in event:
        return event[6:]
    values: list[bytes] = []
    for line in event.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        name, _, value = line.partition(b":")
        if name == b"data":
            values.append(value.removeprefix(b" "))
    return b"\n".join(values) if values else None


class ChunkReader(Generic[C]):
    """Reads one stream: bytes go in as they come, typed pieces come out."""

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        self._call = call
        self._response = response
        self._type = call.expected.types[0]
        self._unknown = wants_unknown_fields(call.expected.on_drift)
        self._events = EventDecoder()
        self._finished = False
        self._came: list[C] = []
        self.done = False

    @property
    def is_stream(self) -> bool:
        """Whether the answer is a stream; a model that cannot make one answers with JSON."""
        return not media_type_of(self._response).endswith("json")

    def whole(self) -> C:
        """The only piece, of an answer that is no stream and was read."""
        self.done = True
        call = self._call
        return cast("C", read_answer(self._response, call.expected, call.exchange))

    def feed(self, piece: bytes) -> Iterator[C]:
        """Pieces that these bytes complete.

        Raises APIStatusError for an event that tells of failure, APIResponseError
        for one that cannot be read.
        """
        try:
            events = self._events.feed(piece)
        except EventTooLongError:
            raise response_error(
                self._response, "An event of the stream has no end", self._call.exchange
            ) from None
        return self._read(events)

    def end(self) -> Iterator[C]:
        """What the end of the bytes completes. Raises StreamInterruptedError when that is early."""
        if self.done:
            return
        for data in self._events.end():
            # Half an event means that the stream was cut there, which is told below.
            if data == DONE or _is_json(data):
                yield from self._read([data])
        if not self._complete():
            raise self.interrupted("The stream broke off before its end")

    def interrupted(self, reason: str) -> StreamInterruptedError:
        return StreamInterruptedError(reason, chunks=self._came, request=self._call.exchange.info)

    def _complete(self) -> bool:
        return self.done or self._finished

    def _read(self, events: list[bytes]) -> Iterator[C]:
        for data in events:
            if self.done or not data:
                continue
            if data == DONE:
                self.done = True
                continue
            yield self._chunk(data)

    def _chunk(self, data: bytes) -> C:
        if b'"err' in data:
            self._raise_failure(data)
        try:
            decoded = self._type.piece(data, unknown_fields=self._unknown)
        except UndecodableError as error:
            reason = f"An event of the stream is not JSON: {error}"
            raise response_error(self._response, reason, self._call.exchange) from None
        if decoded.mismatches:
            call = self._call
            handle_drift(decoded.mismatches, self._response, call.expected, call.exchange)
        self._finished = self._finished or _FINISHED.search(data) is not None
        chunk = cast("C", decoded.value)
        self._came.append(chunk)
        return chunk

    def _raise_failure(self, data: bytes) -> None:
        """Raises APIStatusError if the event tells of failure; its text may merely look so."""
        if not _is_json(data) or not is_object(raw := parse(data)):
            return
        if not (failed(raw) or raw.get("error")):
            return
        raise failure_told(self._response, raw, "The stream failed: ", self._call.exchange, data)


def _is_json(data: bytes) -> bool:
    try:
        parse(data)
    except UndecodableError:
        return False
    return True


def whole_file(call: Call, response: httpx2.Response) -> bytes:
    """The file in an answer that was read. Raises APIResponseError where there is none."""
    answer = read_answer(response, call.expected, call.exchange)
    content = getattr(answer, "content", None)
    if not isinstance(content, bytes) or not content:
        raise response_error(response, "The answer is not a file", call.exchange)
    return content
