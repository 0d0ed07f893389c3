"""The files that a set-up meets in a repository: in its way, links, sources, as they are to be."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.digests import digest, readable_bytes


def text_of(path: Path) -> str | None:
    """What a file of somebody else says; None where there is none. Raises DiagnosticError."""
    require_no_folder(path)
    return readable_bytes(path).decode(errors="replace") if path.exists() else None


def require_no_folder(path: Path) -> None:
    """Raise DiagnosticError for a folder, or a link to one, in the place of a file."""
    if path.is_dir():
        message = f"{path} is there already, and it is a folder"
        raise DiagnosticError([Diagnostic("not-ours", message, "move it away")])


def require_plain(root: Path, names: Collection[str]) -> None:
    """Raise UsageError for a link among the files that are written.

    It could put what is somewhere else on the disk into a file that is committed.
    """
    if link := next((root / name for name in names if (root / name).is_symlink()), None):
        raise UsageError(
            f"{link} is a symbolic link to {link.readlink()}",
            help="put a file in its place; flaregen init does not read or write through links",
        )


def require_room(root: Path, names: Collection[str]) -> None:
    """Raise DiagnosticError for every file that is there already."""
    advice = "move it away, or replace it with --force"
    taken = [
        Diagnostic("file-exists", f"{root / name} is there already", advice)
        for name in sorted(names)
        if (root / name).exists()
    ]
    if taken:
        raise DiagnosticError(taken)


def require_understood(config: Config) -> None:
    """Raise what a build would raise of the configured document."""
    # Imported here: the one that ships is right.
    from flaregen.understanding import read

    read(config)


def is_same(path: Path, content: bytes) -> bool:
    """Whether a file is there already, as it is to be, whatever git made of its line ends."""
    return path.is_file() and digest(path.read_bytes()) == digest(content)
