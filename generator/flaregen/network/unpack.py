"""Decompress what comes from outside, never to more than a limit."""

from __future__ import annotations

import sys
import zlib

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_GZIP_WINDOW = zlib.MAX_WBITS | 16


class TooLargeError(Exception):
    """More bytes than allowed."""


class BrokenArchiveError(Exception):
    """Compressed data that breaks off or makes no sense."""


def unpack(content: bytes, most: int) -> bytes:
    """Undo gzip and zstd, told by their first bytes, until neither is there.

    Raises TooLargeError beyond ``most`` bytes, and BrokenArchiveError.
    """
    while content.startswith((_GZIP, _ZSTD)):
        content = _gunzip(content, most) if content.startswith(_GZIP) else _unzstd(content, most)
    if len(content) > most:
        raise TooLargeError
    return content


def _gunzip(content: bytes, most: int) -> bytes:
    """All members of a gzip file, one after the other."""
    result = bytearray()
    while content:
        member = zlib.decompressobj(_GZIP_WINDOW)
        try:
            result += member.decompress(content, most + 1 - len(result))
        except zlib.error as error:
            raise BrokenArchiveError(str(error)) from error
        _require(len(result) <= most, ended=member.eof)
        content = member.unused_data
    return bytes(result)


def _unzstd(content: bytes, most: int) -> bytes:
    """All frames of a zstd file, one after the other."""
    result = bytearray()
    while content:
        frame = zstd.ZstdDecompressor()
        try:
            result += frame.decompress(content, most + 1 - len(result))
        except zstd.ZstdError as error:
            raise BrokenArchiveError(str(error)) from error
        _require(len(result) <= most, ended=frame.eof)
        content = frame.unused_data
    return bytes(result)


def _require(fits: bool, *, ended: bool) -> None:  # noqa: FBT001  the two read as one sentence
    if not fits:
        raise TooLargeError
    if not ended:
        raise BrokenArchiveError("the data breaks off")
