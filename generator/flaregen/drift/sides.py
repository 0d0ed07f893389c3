"""An emitted client in place of a document: what it was made from, by its lock."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from flaregen.diagnostic import Diagnostic, UsageError
from flaregen.document import Document
from flaregen.drift.selection import chosen_places
from flaregen.lock import FILE_NAME, Input, read_lock
from flaregen.reading.access import NONE, Access
from flaregen.reading.load import load_to_compare
from flaregen.reading.sources import read_file
from flaregen.selecting.gathered import Gathered
from flaregen.selecting.whole import with_references

if TYPE_CHECKING:
    from flaregen.selecting.gather import Starts


def load_side(
    name: str, access: Access = NONE, patterns: Sequence[str] = (), other: Document | None = None
) -> tuple[Gathered, list[Diagnostic]]:
    """The document of a name, which is that of a document, of a client's folder, or of its lock.

    With it come warnings of keys that are repeated; those of the ``other`` document, which is
    read already, are known. The documents that it refers to are
    included where that is permitted: for the operations that the patterns match, or for all
    without patterns. Raises DiagnosticError for what
    cannot be read, UsageError where a client was made from another version of its documents.
    """
    starts = partial(chosen_places, patterns=patterns) if patterns else None
    lock_file = _lock_file(Path(name))
    if lock_file is None:
        return _read(name, access, starts, other)
    lock = read_lock(lock_file)
    if lock is None:
        raise UsageError(f"{lock_file} is not a valid flaregen.lock")
    spec = lock.inputs.spec
    gathered, warnings = _read(_document(name, spec, lock_file.parent), access, starts, other)
    if gathered.document.source.sha256 != spec.sha256:
        raise _changed(name, spec)
    reached = dict(gathered.reached)
    for given in lock.inputs.references:
        if given.source in reached and reached[given.source].sha256 != given.sha256:
            raise _changed(name, given)
    return gathered, warnings


def _read(
    name: str, access: Access, starts: Starts | None, other: Document | None
) -> tuple[Gathered, list[Diagnostic]]:
    document, warnings = load_to_compare(name, access, other)
    return with_references(document, access, starts), warnings


def _document(name: str, spec: Input, folder: Path) -> str:
    """The name of the document that a client was made from. Raises UsageError.

    It is looked for from the client's folder, from those around it, and from the working directory.
    """
    for base in (folder.resolve(), *folder.resolve().parents, Path.cwd()):
        candidate = base / spec.source
        # A lock has the digests of what files hold, not of the files.
        if candidate.is_file() and read_file(str(candidate)).sha256 == spec.sha256:
            return str(candidate)
    if "://" in spec.source or spec.source.startswith("git:"):
        return spec.source
    raise _changed(name, spec)


def _changed(name: str, given: Input) -> UsageError:
    return UsageError(
        f"{name} was made from {given.source}, which is missing or has changed",
        help="name the document itself, for example as git:REV:PATH",
    )


def _lock_file(path: Path) -> Path | None:
    if path.name == FILE_NAME:
        return path
    return path / FILE_NAME if (path / FILE_NAME).is_file() else None
