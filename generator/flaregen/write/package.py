"""Exchanging the folder of a package, and what a killed build leaves of that.

``new`` is a package that is being staged. Complete it becomes ``tree``, and the exchange makes
``tree`` the old package. Where the system cannot exchange folders, ``old`` is the old one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from flaregen import lock as locks
from flaregen.diagnostic import UsageError
from flaregen.write.system import exchange
from flaregen.write.workspace import NEW, OLD, TREE

_CANNOT_EXCHANGE = frozenset(
    {errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EBUSY, errno.ENOTSUP, errno.EOPNOTSUPP}
)


def heal(work: Path, live: Path) -> None:
    """Put the old package back where there is none, and remove what nobody misses.

    Raises UsageError where the workspace has something of the user that the package lacks.
    """
    if not os.path.lexists(live) and (work / OLD).is_dir():
        (work / OLD).rename(live)
    for left in (work / TREE, work / OLD):
        if missed := next(_missed(left, live), None):
            raise UsageError(
                f"a build was interrupted, and {missed} is not in {live}",
                help=f"move it there, or remove {work}",
            )
        if left.exists():
            # Under a name that any run clears: half removed, it would look like files of the user.
            shutil.rmtree(left.rename(work / "gone"))


def stage(work: Path, live: Path, change: Mapping[PurePosixPath, bytes | None]) -> None:
    """Make ``tree``: the package with its new files, and links to those that stay.

    A symbolic link where new files need a folder gives way to one.
    """
    new = work / NEW
    filled = {parent for path in change for parent in path.parents}

    def changing(folder: str, names: list[str]) -> list[str]:
        inside = PurePosixPath(Path(folder).relative_to(live).as_posix())
        found = {inside / name: name for name in names}
        replaced = found.keys() & filled
        links = {path for path in replaced if Path(folder, found[path]).is_symlink()}
        return [name for path, name in found.items() if path in change or path in links]

    if live.is_dir():
        shutil.copytree(live, new, symlinks=True, copy_function=_link, ignore=changing)
    for path, content in change.items():
        if content is not None:
            write_new(new / path, content, like=live / path)
        for parent in () if content is not None else path.parents[:-1]:
            with contextlib.suppress(OSError):
                (new / parent).rmdir()
    new.rename(work / TREE)


def swap(work: Path, live: Path) -> None:
    """Exchange ``tree`` and the package. Raises OSError, after which ``heal`` has the old one."""
    tree, old = work / TREE, work / OLD
    if not live.exists():
        tree.rename(live)
        return
    try:
        exchange(tree, live)
    except OSError as error:
        if error.errno not in _CANNOT_EXCHANGE:
            raise
        live.rename(old)
        tree.rename(live)


def bring_over(work: Path, live: Path) -> None:
    """Move what the user saved in the old package after the new one was staged."""
    for old in (work / TREE, work / OLD):
        for source in list(_missed(old, live)):
            target = live / source.relative_to(old)
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)


def _missed(left: Path, live: Path) -> Iterator[Path]:
    """Files of the user in a folder of the workspace that the package lacks, or has older."""
    if not left.is_dir():
        return
    lock = locks.FILE_NAME
    ours = locks.owned(locks.read_lock(left / lock, live.name), live.name)
    ours |= locks.owned(locks.read_lock(live / lock), live.name)
    # A link in the place of one of our folders is not missed either.
    ours |= {parent for path in ours for parent in path.parents}
    for folder, folders, names in os.walk(left):
        inside = PurePosixPath(live.name, Path(folder).relative_to(left).as_posix())
        links = [name for name in folders if Path(folder, name).is_symlink()]
        for name in (name for name in (*names, *links) if inside / name not in ours):
            source, target = Path(folder, name), live.parent / inside / name
            if not os.path.lexists(target) or _is_newer(source, target):
                yield source


def _is_newer(source: Path, target: Path) -> bool:
    return source.lstat().st_mtime_ns > target.lstat().st_mtime_ns


def _link(source: str, target: str) -> None:
    """Link a file to a second name, so that it keeps its times; copy it where links do not work."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (NotImplementedError, OSError):
        shutil.copy2(source, target, follow_symlinks=False)


def write_new(path: Path, content: bytes, *, like: Path) -> None:
    """A new file, on the disk when this returns, with the mode of the one it replaces."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if like.is_file() and not like.is_symlink():
        shutil.copymode(like, path)
