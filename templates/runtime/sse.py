"""Server-sent events, as far as streams of models use them.

httpx2 decodes events, too, line by line and through text; this works on bytes,
which JSON decodes from anyway, and takes whole events at a time. BENCH
"""

from __future__ import annotations

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
