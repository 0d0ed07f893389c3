"""An emitted client in place of a document: what it was made from, by its lock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from flaregen.diagnostic import UsageError
from flaregen.document import Document
from flaregen.lock import FILE_NAME, Input, read_lock
from flaregen.reading.load import load


def load_side(name: str) -> Document:
    """The document that a name stands for: a document, or a client or its lock.

    Raises UsageError where the document of a client is not what it was made from.
    """
    lock_file = _lock_file(Path(name))
    if lock_file is None:
        return load(name)
    lock = read_lock(lock_file)
    if lock is None:
        raise UsageError(f"{lock_file} is no lock of flaregen")
    spec = lock.inputs.spec
    for candidate in _candidates(spec, lock_file.parent):
        if _digest(candidate) == spec.sha256:
            return load(str(candidate))
    if "://" in spec.source or spec.source.startswith("git:"):
        return load(spec.source)
    raise UsageError(
        f"{name} was made from {spec.source}, which is not there as it was",
        help="name the document itself, for example as git:REV:PATH",
    )


def _lock_file(path: Path) -> Path | None:
    if path.name == FILE_NAME:
        return path
    return path / FILE_NAME if (path / FILE_NAME).is_file() else None


def _candidates(spec: Input, folder: Path) -> Iterator[Path]:
    """Beside the client, in the folders around it, and from where we are."""
    for base in (folder.resolve(), *folder.resolve().parents, Path.cwd()):
        yield base / spec.source


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
