"""Digests of files: SHA-256, the same wherever and however git has written them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import TypeVar

import msgspec

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.on_disk import Obstacle, found, regular_bytes
from flaregen.reading.limits import MOST_BYTES

T = TypeVar("T")


def digest_of_files(folder: Path, patterns: Iterable[str]) -> str:
    """A digest of names and contents. In a wheel, templates are in a folder of the package."""
    total = hashlib.sha256()
    for path in sorted(path for pattern in patterns for path in folder.rglob(pattern)):
        name = path.relative_to(folder).as_posix()
        if not name.startswith("data/"):
            total.update(f"{name}\0{digest(path.read_bytes())}\n".encode())
    return total.hexdigest()


def readable_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DiagnosticError([unreadable(path, error)]) from error


def written_earlier(path: Path, parse: Callable[[bytes], T]) -> T | None:
    """What flaregen wrote into a file; None where there is none. Raises DiagnosticError."""
    try:
        return parse(regular_bytes(path))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise DiagnosticError([unreadable(path, error)]) from error


def decompressed(content: bytes) -> bytes:
    """What a loader would see of a file. An archive that it refuses is the loader's to report."""
    # Imported here: the rest of it is for downloads.
    from flaregen.network.unpack import BrokenArchiveError, TooLargeError, unpack

    try:
        return unpack(content, MOST_BYTES)
    except (BrokenArchiveError, TooLargeError):
        return content


def digest(content: bytes) -> str:
    """A digest that stays equal where git turns line ends into CR LF."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def content_on_disk(folder: Path, path: PurePosixPath) -> bytes | Obstacle | None:
    """What ``found`` finds. Raises DiagnosticError."""
    try:
        return found(folder, path)
    except OSError as error:
        raise DiagnosticError([unreadable(folder / path, error)]) from error


def unreadable(path: Path, error: Exception) -> Diagnostic:
    return Diagnostic(
        code="unreadable-file",
        message=f"{path} cannot be read: {error}",
        help=_REMEDIES.get(path.name, "check that the file is there and that you may read it"),
    )


_REMEDIES = {
    "flaregen.lock": "restore the file, or delete it and build with --overwrite",
    "spec.lock": "restore the file, or delete it and pull again",
    # Without it, the models of the pin would be taken for upstream's.
    "models.json": "restore the file; after a merge, take that of the side that the pin is of",
}
