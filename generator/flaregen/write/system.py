"""What the operating system does: exchanging folders, interrupting, and refusing."""

from __future__ import annotations

import errno
import os
import signal
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from flaregen.diagnostic import Diagnostic, DiagnosticError

_AT_FDCWD = -100
_EXCHANGE = 2
"""RENAME_EXCHANGE of linux/fs.h (Linux 3.15, glibc 2.28), RENAME_SWAP of macOS (10.12, APFS)."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def exchange(first: Path, second: Path) -> None:
    """Swap two paths: at no moment is either of them missing. Raises OSError."""
    import ctypes  # a build with nothing to do has no use for it

    library = ctypes.CDLL(None, use_errno=True) if sys.platform != "win32" else object()
    one, other = os.fsencode(first), os.fsencode(second)
    if hasattr(library, "renameat2"):
        status = library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _EXCHANGE)
    elif hasattr(library, "renamex_np"):
        status = library.renamex_np(one, other, _EXCHANGE)
    else:
        raise OSError(errno.ENOSYS, "this system cannot swap two folders")
    if status != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(first), None, str(second))


@contextmanager
def uninterrupted() -> Iterator[None]:
    """A block, of a fraction of a second, whose interruption by Ctrl-C comes at its end.

    Threads but the main one are never interrupted, so that there it does nothing.
    """
    usual = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(usual):
        yield
        return
    arrived: list[tuple[int, FrameType | None]] = []
    signal.signal(signal.SIGINT, lambda number, frame: arrived.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
        if arrived:
            usual(*arrived[0])


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn an OSError of the block into a DiagnosticError about the folder."""
    try:
        yield
    except OSError as error:
        at = f" ({error.filename})" if error.filename else ""
        why = f"{error.strerror or error}{at}"
        raise DiagnosticError([Diagnostic(*_explain(folder, error, why))]) from error


def _explain(folder: Path, error: OSError, why: str) -> tuple[str, str, str]:
    """Code, message and help."""
    if error.errno in _FULL:
        message = f"there is no room to write to {folder}: {why}; nothing was changed"
        advice = "make room; the old and the new files have to fit at the same time"
        return "disk-full", message, advice
    if error.errno in _REFUSED:
        message = f"{folder} cannot be written to: {why}; nothing was changed"
        return "not-writable", message, "make the folder writable, or choose another folder"
    # Before the first file is written the folder is made, and what was made goes with a failure.
    if not stat.S_ISDIR(_mode(folder)):
        file = next((above for above in folder.parents if stat.S_ISREG(_mode(above))), None)
        message = f"{folder} cannot be a folder: {f'{file} is a file' if file else why}"
        return "no-folder", f"{message}; nothing was changed", "choose another folder"
    return "write-failed", f"writing to {folder} failed: {why}", "run the command again"


def _mode(path: Path) -> int:
    """Zero for what is not there, or cannot be: a name that is too long, a way through a file."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0
