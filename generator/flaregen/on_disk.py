"""Files that a repository brings: any of them may be a link, a device, or too large to read."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from flaregen.diagnostic import UsageError
from flaregen.reading.limits import MOST_BYTES


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What is in the place of a file, or of a folder above it."""

    path: PurePosixPath
    kind: str


def regular_bytes(path: str | Path) -> bytes:
    """The content of a file. Raises OSError for a link, a device, or more than MOST_BYTES."""
    if kind := _other_kind(os.lstat(path).st_mode):
        raise OSError(f"it is {kind}")
    return bounded_bytes(path)


def bounded_bytes(path: str | Path) -> bytes:
    """The content of a file, also through a link. Raises OSError for more than MOST_BYTES."""
    with open(path, "rb") as file:  # noqa: PTH123  # a client has thousands of files, see ``found``
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise OSError(f"it has more than {MOST_BYTES // 1024**2} MB")
    return content


def found(folder: Path, path: PurePosixPath) -> bytes | Obstacle | None:
    """What is at a path below a folder; None for nothing. No link is followed.

    Raises OSError when a file cannot be read.
    """
    # As texts: objects for the paths of a large client take longer than all of its files.
    place = os.fspath(folder)
    try:
        for number, part in enumerate(path.parts[:-1], 1):
            place = f"{place}{os.sep}{part}"
            if os.path.islink(place):  # noqa: PTH114
                return Obstacle(PurePosixPath(*path.parts[:number]), "a symbolic link")
        place = f"{place}{os.sep}{path.name}"
        kind = _other_kind(os.lstat(place).st_mode)
        return Obstacle(path, kind) if kind else bounded_bytes(place)
    except (FileNotFoundError, NotADirectoryError):
        return None


def require_output(output: Path, package: str) -> None:
    """Raise UsageError where a client's folder, or the one that it is in, is a link or a file."""
    for folder in (output, output / package):
        try:
            mode = folder.lstat().st_mode
        except OSError:  # nothing there, or nothing that can be: the writer says which
            return
        if stat.S_ISLNK(mode):
            message = f"{folder} is a symbolic link to {folder.readlink()}"
            advice = "give the folder it points to; a client is not read or written through a link"
            raise UsageError(message, advice)
        if not stat.S_ISDIR(mode):
            advice = "give the folder that the package is written into"
            raise UsageError(f"{folder} is a file", advice)


def require_regular(path: Path) -> None:
    """Raise UsageError for a configuration that is not a file, or a link out of its project.

    The project is the repository; without one, the folder of the configuration.
    """
    folders = [path.parent, *path.parent.parents]
    root = next(
        (folder for folder in folders if os.path.lexists(folder / ".git")), path.parent
    ).resolve()
    if not path.is_file():
        raise UsageError(f"{path} is not a regular file", "put a file in its place, or remove it")
    if path.is_symlink() and not path.resolve().is_relative_to(root):
        raise UsageError(
            f"{path} is a symbolic link to {path.readlink()}, which leads out of {root}",
            help="put a file in its place, or name the other one on the command line: --config",
        )


def _other_kind(mode: int) -> str:
    """What a file is called that is not a regular one; empty for those that are."""
    if stat.S_ISREG(mode):
        return ""
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    return "a folder" if stat.S_ISDIR(mode) else "not a regular file"
