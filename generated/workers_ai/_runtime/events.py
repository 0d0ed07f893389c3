"""Server-sent events, taken apart here: httpx2 drops what lacks an empty line at the end, and takes longer."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations


class EventDecoder:
    """Takes a stream's bytes as they come, cut anywhere, and gives the data of its events."""

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
    return ErrorEvent(data) if kind == b"error" else data if values else None
