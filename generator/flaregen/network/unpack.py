"""Decompress what comes from outside, never to more than a limit."""

from __future__ import annotations

import zlib

_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = zlib.MAX_WBITS | 16
_PIECE = 16 * 1024
"""Bytes taken at a time: what is left behind the end of a part is copied once for each part."""
_MOST_PARTS = 10_000
_DEEPEST = 4
"""Archives within each other: there are some that hold themselves."""


class TooLargeError(Exception):
    """More bytes than allowed."""


class BrokenArchiveError(Exception):
    """Compressed data that breaks off or makes no sense."""


def unpack(content: bytes, most: int) -> bytes:
    """Undo gzip, recognised by its first bytes, until it is not there.

    Takes time and memory in proportion to the content and ``most``. Raises TooLargeError
    beyond ``most`` bytes, and BrokenArchiveError.
    """
    for _ in range(_DEEPEST):
        if content.startswith(_GZIP):
            content = _joined(content, most)
    if content.startswith(_GZIP):
        raise BrokenArchiveError("it has archives inside archives")
    if len(content) > most:
        raise TooLargeError
    return content


def _joined(content: bytes, most: int) -> bytes:
    """Unpack all members of a file in turn; zeros may follow the last one."""
    result = bytearray()
    at = 0
    for _ in range(_MOST_PARTS):
        part = zlib.decompressobj(_GZIP_WINDOW)
        while not part.eof:
            piece = content[at : at + _PIECE]
            if not piece:
                raise BrokenArchiveError("the data ends too early")
            try:
                result += part.decompress(piece, most + 1 - len(result))
            except zlib.error as error:
                raise BrokenArchiveError(str(error)) from error
            if len(result) > most:
                raise TooLargeError
            at += len(piece)
        at -= len(part.unused_data)
        if content[at : at + 1] in {b"", b"\0"} and content.count(0, at) == len(content) - at:
            return bytes(result)
    raise BrokenArchiveError(f"it has more than {_MOST_PARTS:,} parts")
