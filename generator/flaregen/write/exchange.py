"""Swapping two folders in one step, which Python's standard library does not offer."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2
"""RENAME_EXCHANGE of linux/fs.h (Linux 3.15, glibc 2.28), RENAME_SWAP of macOS (10.12, APFS)."""


def exchange(first: Path, second: Path) -> None:
    """Swap two paths: at no moment is either of them missing.

    Raises OSError. ENOSYS, EINVAL, EXDEV and ENOTSUP mean that the system or this file system
    cannot do it, and nothing was changed.
    """
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
