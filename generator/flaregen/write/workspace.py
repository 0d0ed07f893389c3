"""The folder in which a run stages what it is about to write, one run at a time."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.write.interruption import Deferral
from flaregen.write.transaction import JOURNAL, resume

NAME = ".flaregen-work"
_LOCK = "lock"
_PATIENCE = 60.0
"""Seconds to wait for another run that writes to the same folder."""
_PAUSE = 0.05

_OPEN_FILES_STAY = sys.platform == "win32"
"""Windows removes no file that anybody has open: not our lock before it is closed, and not
that of a run which has come into the folder since."""

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def working_in(folder: Path) -> Iterator[Path]:
    """An empty folder inside ``folder``, which no other run enters until this one is done.

    What a killed run left is finished or undone first. Folders that had to be made for
    it go again when nothing came into them. Raises DiagnosticError when another run
    keeps it longer than a minute, UsageError when something else has its name. An
    interruption waits until the folder is left, unless it comes twice.
    """
    with Deferral() as interruption:
        made = _make(folder)
        try:
            work = folder / NAME
            if work.is_symlink() or (work.exists() and not work.is_dir()):
                raise UsageError(f"{work} is no folder", help="move it away; flaregen works there")
            handle = _enter(work, interruption)
            try:
                resume(work, folder)
                _empty(work)
                yield work
            finally:
                _leave(work, handle)
        finally:
            for parent in made:
                with contextlib.suppress(OSError):
                    parent.rmdir()


def _make(folder: Path) -> list[Path]:
    """Make a folder and what is missing above it; what was made, innermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _enter(work: Path, interruption: Deferral) -> int:
    """Take the lock. The kernel gives it back however this process ends."""
    until = time.monotonic() + _PATIENCE
    while (handle := _attempt(work)) is None:
        if time.monotonic() > until:
            raise DiagnosticError([_busy(work)])
        interruption.happen()
        time.sleep(_PAUSE)
    return handle


def _attempt(work: Path) -> int | None:
    """One try: None while another run holds the lock, or has just taken its file away."""
    path = work / _LOCK
    try:
        work.mkdir(exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    except FileNotFoundError:
        return None
    try:
        _try_lock(handle)
        if path.stat().st_ino == os.fstat(handle).st_ino:
            return handle
    except (BlockingIOError, PermissionError, FileNotFoundError):
        pass
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def _empty(work: Path) -> None:
    for entry in work.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != _LOCK:
            entry.unlink()


def _leave(work: Path, handle: int) -> None:
    """Clear up, the lock last; a journal stays, and all it needs, for the next run.

    What cannot be cleared now changes nothing about what was written; the next run
    tries again, and complains.
    """
    is_empty = False
    try:
        with contextlib.suppress(OSError):
            if not (work / JOURNAL).exists():
                _empty(work)
                is_empty = True
                if not _OPEN_FILES_STAY:
                    _remove(work)
    finally:
        os.close(handle)
    if is_empty and _OPEN_FILES_STAY:
        with contextlib.suppress(OSError):
            _remove(work)


def _remove(work: Path) -> None:
    """Where open files can be removed, this is done under the lock; see ``_attempt``."""
    (work / _LOCK).unlink()
    work.rmdir()


def _busy(work: Path) -> Diagnostic:
    return Diagnostic(
        code="busy",
        message=f"another run of flaregen has been writing to {work.parent} for a minute",
        help="wait until it ends, then run the command again",
    )
