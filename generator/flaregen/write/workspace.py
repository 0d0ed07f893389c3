"""The folder in which a run stages what it is about to write, one run at a time."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flaregen.diagnostic import UsageError
from flaregen.git_command import git
from flaregen.write.system import uninterrupted

NAME = ".flaregen-work"
NEW, TREE, OLD = "new", "tree", "old"


@contextmanager
def working_in(folder: Path) -> Iterator[Path]:
    """A folder inside ``folder``, which no other run enters until this one is done.

    What a killed run left in it is removed, but for ``tree`` and ``old``, which may hold files
    of the user. Folders that had to be made for it go again when nothing came into them.
    Raises OSError, and UsageError when the folder is not flaregen's.
    """
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    work = folder / NAME
    try:
        with _locked(folder):
            _require_ours(work)
            try:
                work.mkdir(exist_ok=True)
                _clear(work)
                # Should it stay behind, nobody commits it by mistake.
                (work / ".gitignore").write_text("*\n")
                yield work
            finally:
                with uninterrupted(), contextlib.suppress(OSError):
                    _clear(work)
                    work.rmdir()
    finally:
        with uninterrupted(), contextlib.suppress(OSError):
            for parent in made:
                parent.rmdir()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, which the kernel gives back however this process ends.

    Windows locks no folders, and some network file systems do not either.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _require_ours(work: Path) -> None:
    """A workspace never travels with a repository, and no link of flaregen's is in it."""
    if not os.path.lexists(work):
        return
    if work.is_symlink() or not work.is_dir():
        raise UsageError(f"{work} is not a folder", help="move it away; flaregen works there")
    if link := next((entry for entry in work.iterdir() if entry.is_symlink()), None):
        raise UsageError(f"{link} is a symbolic link", help=f"remove {work}")
    if _is_tracked(work):
        raise UsageError(
            f"git tracks {work}, where flaregen keeps files for a moment only",
            help=f"look at what is in it, then git rm -r {work}",
        )


def _is_tracked(work: Path) -> bool:
    """False where git cannot tell."""
    # Some disks take .Flaregen-Work for the same folder.
    listing = ("ls-files", "-z", "--", f":(icase){NAME}")
    try:
        return bool(git(*listing, folder=work.parent).stdout)
    except (OSError, subprocess.TimeoutExpired):
        return False


def _clear(work: Path) -> None:
    for entry in work.iterdir():
        if entry.name in {TREE, OLD}:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
