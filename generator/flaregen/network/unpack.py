"""Decompress what comes from outside, never to more than a limit."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from typing import Protocol

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
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


class _Part(Protocol):
    """A gzip member or a zstd frame."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


def unpack(content: bytes, most: int) -> bytes:
    """Undo gzip and zstd, recognised by their first bytes, until neither is there.

    Takes time and memory in proportion to the content and ``most``. Raises TooLargeError
    beyond ``most`` bytes, and BrokenArchiveError.
    """
    for _ in range(_DEEPEST):
        if content.startswith(_GZIP):
            content = _joined(content, lambda: zlib.decompressobj(_GZIP_WINDOW), most)
        elif content.startswith(_ZSTD):
            content = _joined(content, _zstd_frame, most)
        else:
            break
    if content.startswith((_GZIP, _ZSTD)):
        raise BrokenArchiveError("it has archives inside archives")
    if len(content) > most:
        raise TooLargeError
    return content


def _zstd_frame() -> _Part:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd.ZstdDecompressor()


def _joined(content: bytes, begin: Callable[[], _Part], most: int) -> bytes:
    """Unpack all members of a file in turn; zeros may follow the last one."""
    result = bytearray()
    at = 0
    for _ in range(_MOST_PARTS):
        part = begin()
        while not part.eof:
            piece = content[at : at + _PIECE]
            if not piece:
                raise BrokenArchiveError("the data ends too early")
            result += _decompressed(part, piece, most + 1 - len(result))
            if len(result) > most:
                raise TooLargeError
            at += len(piece)
        at -= len(part.unused_data)
        if content[at : at + 1] in {b"", b"\0"} and content.count(0, at) == len(content) - at:
            return bytes(result)
    raise BrokenArchiveError(f"it has more than {_MOST_PARTS:,} parts")


def _decompressed(part: _Part, piece: bytes, most: int) -> bytes:
    try:
        return part.decompress(piece, most)
    except Exception as error:  # zlib and zstd each have an error of their own
        raise BrokenArchiveError(str(error)) from error
