"""What the operating system refused, in words that say what to do."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flaregen.diagnostic import Diagnostic, DiagnosticError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn an OSError of the block into a DiagnosticError about the folder."""
    try:
        yield
    except OSError as error:
        raise DiagnosticError([_explain(folder, error)]) from error


def _explain(folder: Path, error: OSError) -> Diagnostic:
    at = f" ({error.filename})" if error.filename else ""
    what = f"{error.strerror or error}{at}"
    if error.errno in _FULL:
        return Diagnostic(
            code="disk-full",
            message=f"there is no room to write to {folder}: {what}; nothing was changed",
            help="make room; the old and the new files have to fit beside each other for a moment",
        )
    if error.errno in _REFUSED:
        return Diagnostic(
            code="not-writable",
            message=f"{folder} cannot be written to: {what}; nothing was changed",
            help="make the folder and its files writable, or choose another folder",
        )
    # Before the first file is written the folder is made, and what was made goes with a failure.
    if not stat.S_ISDIR(_mode(folder)):
        file = next((above for above in folder.parents if stat.S_ISREG(_mode(above))), None)
        why = f"{file} is a file" if file else what
        return Diagnostic(
            code="no-folder",
            message=f"{folder} cannot be a folder: {why}; nothing was changed",
            help="choose another folder",
        )
    return Diagnostic(
        code="write-failed",
        message=f"writing to {folder} failed: {what}",
        help="run the command again",
    )


def _mode(path: Path) -> int:
    """Zero for what is not there, or cannot be: a name that is too long, a way through a file."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0
