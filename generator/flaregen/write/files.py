"""Single operations on files, made so that a transaction can rely on them."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

_CANNOT_LINK = frozenset(
    {errno.EPERM, errno.EXDEV, errno.ENOSYS, errno.EMLINK, errno.ENOTSUP, errno.EOPNOTSUPP}
)


def entries(folder: Path) -> Iterator[Path]:
    """All files below a folder, and the folders that are empty; nothing when it is missing."""
    if not folder.exists():
        return
    for parent, folders, files in os.walk(folder, onerror=fail):
        links = [name for name in folders if Path(parent, name).is_symlink()]
        yield from (Path(parent, name) for name in (*files, *links))
        if not folders and not files and Path(parent) != folder:
            yield Path(parent)


def fail(error: OSError) -> NoReturn:
    """What cannot be listed cannot be kept."""
    raise error


def same(first: Path, second: Path) -> bool:
    if not (os.path.lexists(first) and os.path.lexists(second)):
        return os.path.lexists(first) == os.path.lexists(second)
    if first.is_symlink() or second.is_symlink():
        return first.is_symlink() and second.is_symlink() and first.readlink() == second.readlink()
    return first.read_bytes() == second.read_bytes()


def link(source: Path, target: Path) -> None:
    """The same file under a second name, so that it keeps its times; a copy where need be."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target, follow_symlinks=False)
    except NotImplementedError:  # a system that can only link what a link leads to
        shutil.copy2(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _CANNOT_LINK:
            raise
        if not source.is_symlink() and not os.access(source, os.W_OK):
            raise
        shutil.copy2(source, target, follow_symlinks=False)


def write_new(path: Path, content: bytes, *, like: Path | None = None) -> None:
    """A new file, on the disk when this returns, with the mode of the one it replaces."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if like is not None and like.is_file() and not like.is_symlink():
        path.chmod(stat.S_IMODE(like.stat().st_mode))


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
