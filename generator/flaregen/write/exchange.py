"""Swapping two folders in one step, which Python's standard library does not offer."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""linux/fs.h; renameat2(2) came with Linux 3.15 and glibc 2.28."""
_RENAME_SWAP = 2
"""sys/stdio.h of macOS 10.12; APFS supports it."""


def exchange(first: Path, second: Path) -> None:
    """Swap two paths atomically: at no moment is either of them missing.

    Raises OSError. ENOSYS, EINVAL and EXDEV mean that the system or this file system
    cannot do it, and nothing was changed.
    """
    if sys.platform == "win32":
        raise OSError(errno.ENOSYS, "this system cannot swap two folders")
    import ctypes  # a build with nothing to do has no use for it

    library = ctypes.CDLL(None, use_errno=True)
    status: int
    if hasattr(library, "renameat2"):
        status = library.renameat2(
            _AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE
        )
    elif hasattr(library, "renamex_np"):
        status = library.renamex_np(os.fsencode(first), os.fsencode(second), _RENAME_SWAP)
    else:
        raise OSError(errno.ENOSYS, "this system cannot swap two folders")
    if status != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(first), None, str(second))
