"""The pieces of a response as they come: events of a stream, or bytes of a file."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing, contextmanager, suppress
from operator import methodcaller
from typing import Any

import httpx2

from . import part
from .answers import AnswerType, Decoded, answer_of, answer_type, checked, failed, in_other_form, media_type_of
from .call import Call
from .drift import with_unknown_fields
from .errors import APIResponseError, StreamInterruptedError
from .failures import BODY_ERRORS, NETWORK_ERRORS, as_cause, failure_error, mapped_error, response_error, too_long_error
from .json_text import UndecodableError, is_list, is_object, parse
from .records import keep
from .sending import Exchange, read_within_limit
from .waiting import TaskIO, ThreadIO, moment_in

# No model makes such files: JSON holds one, and anything else is a mistake to report.
_READ_WHOLE = ("application/json", "text/")
_DONE = b"[DONE]"
# After [DONE] the rest, which frees the connection for others, is waited for so long, and so many pieces.
_DRAIN_SECONDS, _DRAIN_PIECES = 0.2, 64
# So many bytes are kept for an error that may come.
_KEPT_BYTES = 1024 * 1024


class EventDecoder:
    """Takes a stream's bytes as they come, cut anywhere, and gives the data of its server-sent events.

    httpx2 has one, which drops what lacks an empty line at the end, and takes longer.
    """

    def __init__(self) -> None:
        self._pending = bytearray()
        self._half_line_end = False

    def __len__(self) -> int:
        """Bytes of an event that has no end yet."""
        return len(self._pending)

    def feed(self, piece: bytes) -> list[bytes]:
        """The data of the events that this piece completes."""
        if b"\r" in piece or self._half_line_end:
            piece = self._one_line_end(piece)
        # An end may lie across two pieces; what was searched before is not searched again.
        searched = max(0, len(self._pending) - 1)
        self._pending += piece
        if (end := self._pending.rfind(b"\n\n", searched)) < 0:
            return []
        whole = bytes(self._pending[:end])
        del self._pending[: end + 2]
        return [data for event in whole.split(b"\n\n") if (data := event_data(event)) is not None]

    def end(self) -> list[bytes]:
        """The data of an event that only the end of the stream has ended."""
        data = event_data(bytes(self._pending))
        self._pending.clear()
        return [] if data is None else [data]

    def _one_line_end(self, piece: bytes) -> bytes:
        """The piece with every line ended by a line feed; that of a carriage return may be in the next piece."""
        if self._half_line_end:
            piece = piece.removeprefix(b"\n")
        self._half_line_end = piece.endswith(b"\r") or (self._half_line_end and not piece)
        return piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


class ErrorEvent(bytes):
    """The data of an event that is called an error, whatever it says."""


def event_data(event: bytes) -> bytes | None:
    """What an event says, without space around; None for comments, other fields alone, and pings, whatever they say."""
    if event.startswith(b"data: ") and b"\n" not in event:
        return event[6:].strip()
    values: list[bytes] = []
    kind = b""
    for line in event.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        name, _, value = line.partition(b":")
        if name == b"data":
            values.append(value.removeprefix(b" "))
        elif name == b"event":
            kind = value.strip()
    data = b"\n".join(values).strip()
    return ErrorEvent(data) if kind == b"error" else data if values and kind != b"ping" else None


async def _events(call: Call, response: httpx2.Response) -> AsyncGenerator[list[bytes]]:
    """The data of a stream's events, as many as come together.

    Raises an error of the network where none comes within the deadline.
    """
    decoder, io, moment = EventDecoder(), call.io, moment_in(call.deadline)
    async with aclosing(io.pieces(response)) as pieces:
        while True:
            with io.within(moment):
                if (piece := await anext(pieces, None)) is None:
                    break
            if found := decoder.feed(piece):
                _refuse_long(call, response, max(map(len, found)))
                yield found
                if _DONE in found:
                    await _drain(io, pieces)
                    return
                moment = moment_in(call.deadline)
            _refuse_long(call, response, len(decoder))
    # Half of the last event means that the stream was cut there.
    yield [one for one in decoder.end() if one == _DONE or isinstance(one, ErrorEvent) or _parsed(one) is not one]


def _refuse_long(call: Call, response: httpx2.Response, size: int) -> None:
    if size > call.settings.max_bytes:
        raise too_long_error(call, response, "An event of the stream")


async def _drain(io: ThreadIO | TaskIO, pieces: AsyncGenerator[bytes]) -> None:
    """Read the end of a stream that is there or about to come, which frees the connection for others."""
    with suppress(*NETWORK_ERRORS), io.within(moment_in(_DRAIN_SECONDS)):
        for _ in range(_DRAIN_PIECES):
            if await anext(pieces, None) is None:
                return


class _Arrived:
    """What came of a stream, as it came: it is decoded once more for an error that may come, and takes less memory."""

    def __init__(self, piece: AnswerType) -> None:
        self.piece = piece
        self._kept = list[bytes]()
        self._size = self._count = 0
        # What puts pieces together, where the form of the answer has such.
        self._joined: Any = None
        self._last: object = None
        # A request may ask for several answers at once, and each has an end of its own.
        self._begun, self._ended = set[str](), set[str]()
        self.is_done = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing needs to follow: some models say why they stopped, and no more."""
        finished = self._ended or getattr(self._last, "finish_reason", None)
        return self.is_done or (bool(finished) and self._begun <= self._ended)

    def add(self, data: bytes, chunk: object) -> None:
        self._count, self._size = self._count + 1, self._size + len(data)
        if self._size <= _KEPT_BYTES:
            self._kept.append(data)
        if way := getattr(chunk, "_pieces", None):
            self._joined = self._joined or part("readings").Joined(*way)
            self._joined.add(chunk, data)
        self._last = chunk
        if b'"choices"' in data or b"finish_reason" in data:
            self._note_ends(parse(data))
            if getattr(chunk, "finish_reason", None):
                self.join(chunk)

    def _note_ends(self, raw: object) -> None:
        choices = raw.get("choices", [raw]) if is_object(raw) else ()
        for choice in filter(is_object, choices if is_list(choices) else ()):
            name = str(choice.get("index"))
            self._begun.add(name)
            if choice.get("finish_reason"):
                self._ended.add(name)

    def join(self, chunk: object = None) -> object:
        """The last chunk, an empty one by default, with what came in pieces; None where nothing did."""
        if not (found := self._joined.take() if self._joined else []):
            return None
        last = chunk or self.piece.form.build({}, "$", [])
        keep(last, _joined=found)
        return last

    def interrupted(self, call: Call, response: httpx2.Response, reason: str) -> StreamInterruptedError:
        chunks = [_decode(call, response, data, self.piece).value for data in self._kept]
        ray = response.headers.get("cf-ray")
        return StreamInterruptedError(reason, chunks=chunks, count=self._count, ray_id=ray, request=call.info)


@contextmanager
def _interrupting(exchange: Exchange, call: Call, arrived: _Arrived) -> Iterator[None]:
    """With errors of the client, unless what follows the end of the answer does not matter any more."""
    try:
        yield
    except (*NETWORK_ERRORS, *BODY_ERRORS) as error:
        if arrived.is_whole:
            return
        if isinstance(error, BODY_ERRORS):
            raise mapped_error(call, error, exchange.opened) from error
        late = isinstance(error, httpx2.TimeoutException | TimeoutError)
        reason = "stream fell silent before its end" if late else "connection broke before the answer was complete"
        raise arrived.interrupted(call, exchange.opened, f"The {reason}") from as_cause(call, error)


async def chunks_of(exchange: Exchange) -> AsyncGenerator[Any]:
    """The pieces of an answer; closes the exchange at the end."""
    call = await exchange.call()
    arrived = _Arrived(answer_type(call.body.answers[0]))
    thorough = isinstance(call.settings.on_drift, with_unknown_fields)
    try:
        with _interrupting(exchange, call, arrived):
            response = await exchange.response()
            if media_type_of(response) not in {"", "text/event-stream"}:
                # A model that cannot make a stream has answered at once.
                yield await _whole(call._replace(body=call.body.whole or call.body), response)
                return
            async with aclosing(_events(call, response)) as events:
                async for found in events:
                    for data in found:
                        if data == _DONE:
                            arrived.is_done = True
                            break
                        if not data and not isinstance(data, ErrorEvent):
                            continue
                        decoded = _decode(call, response, data, arrived.piece)
                        if decoded.mismatches or thorough:
                            decoded = await _reported(call, response, data, decoded, arrived)
                        arrived.add(data, decoded.value)
                        yield decoded.value
            if not arrived.is_whole:
                raise arrived.interrupted(call, response, "The stream broke off before its end")
            if last := arrived.join():
                yield last
    finally:
        await exchange.close()


async def _whole(call: Call, response: httpx2.Response) -> object:
    with call.io.within(moment_in(call.deadline)):
        await read_within_limit(call, response)
    return await answer_of(call, response)


async def _reported(call: Call, response: httpx2.Response, data: bytes, decoded: Decoded, arrived: _Arrived) -> Decoded:
    """A piece in the form that it has, its drift reported. Most have none, and come by the thousand."""
    if decoded.mismatches:
        decoded, other = in_other_form(call, decoded, methodcaller("piece", data), streaming=True)
        # What follows has the same form.
        arrived.piece = other or arrived.piece
    return decoded._replace(value=await checked(call, decoded, response))


def _decode(call: Call, response: httpx2.Response, data: bytes, piece: AnswerType) -> Decoded:
    """One piece. Raises APIStatusError for a failure, APIResponseError for no JSON."""
    failure = isinstance(data, ErrorEvent)
    if failure or b'"err' in data or b'"success"' in data:
        raw = _parsed(data)
        failure = failure or (is_object(raw) and raw.get("type") == "error")  # as in the Responses form
        if failure and not (is_object(raw) and raw.keys() & {"error", "errors"}):
            raw = {"error": raw.decode(errors="replace") if isinstance(raw, bytes) else raw}
        inside = raw.get("response") if is_object(raw) else None
        if is_object(inside) and inside.get("error"):
            raw, failure = inside, True
        # The text of a piece may merely look like a failure.
        if is_object(raw) and (failure or failed(raw) or raw.get("error")):
            raise failure_error(call, response, raw, "The stream failed: ", data)
    try:
        return piece.piece(data)
    except UndecodableError as error:
        reason = f"An event of the stream is not JSON: {error}"
        raise response_error(call, response, reason, APIResponseError, data) from None


def _parsed(data: bytes) -> object:
    """JSON as builtins; the text itself where it is none."""
    try:
        return parse(data)
    except UndecodableError:
        return data


async def bytes_of(exchange: Exchange) -> AsyncGenerator[bytes]:
    """The bytes of a file; closes the exchange at the end."""
    call, reason = await exchange.call(), "The answer is empty"
    try:
        with _interrupting(exchange, call, _Arrived(answer_type(object))):
            response = await exchange.response()
            if (media_type := media_type_of(response)).startswith(_READ_WHOLE) or not media_type:
                content = getattr(await _whole(call, response), "content", None)
                if isinstance(content, bytes) and content:
                    yield content
                    return
                reason = "The answer is not a file"
            else:
                async with aclosing(call.io.pieces(response)) as pieces:
                    while True:
                        with call.io.within(moment_in(call.deadline)):
                            if (piece := await anext(pieces, None)) is None:
                                break
                        yield piece
                        reason = ""
            if reason:
                raise response_error(call, response, reason, APIResponseError)
    finally:
        await exchange.close()
