"""What is said where the system does not let files be written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from flaregen.diagnostic import DiagnosticError
from flaregen.write.system import explained

_ROOM = "make room; the old and the new files have to fit at the same time"
_RIGHTS = "make the folder writable, or choose another folder"


@pytest.mark.parametrize(
    ("number", "code", "message", "advice"),
    [
        *(
            (full, "disk-full", "there is no room to write to {}: {}; nothing was changed", _ROOM)
            for full in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        ),
        *(
            (right, "not-writable", "{} cannot be written to: {}; nothing was changed", _RIGHTS)
            for right in (errno.EACCES, errno.EPERM, errno.EROFS)
        ),
        (errno.EIO, "write-failed", "writing to {} failed: {}", "run the command again"),
    ],
    ids=lambda one: errno.errorcode.get(one, "") if isinstance(one, int) else "",
)
def test_why(number: int, code: str, message: str, advice: str, tmp_path: Path) -> None:
    why = os.strerror(number)
    for file, at in ((None, ""), ("a.py", " (a.py)")):
        with pytest.raises(DiagnosticError) as error, explained(tmp_path):
            raise OSError(number, why, file)
        (said,) = error.value.diagnostics
        expected = message.format(tmp_path, f"{why}{at}")
        assert (said.code, said.message, said.help) == (code, expected, advice)


@pytest.mark.parametrize(
    ("below", "is_inside_of_a_file"), [("file", False), ("file/inside", True), ("none", False)]
)
def test_what_is_no_folder(below: str, is_inside_of_a_file: bool, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    why = os.strerror(errno.EEXIST)
    with pytest.raises(DiagnosticError) as error, explained(tmp_path / below):
        raise OSError(errno.EEXIST, why, "a")
    (said,) = error.value.diagnostics
    reason = f"{tmp_path / 'file'} is a file" if is_inside_of_a_file else f"{why} (a)"
    message = f"{tmp_path / below} cannot be a folder: {reason}; nothing was changed"
    assert (said.code, said.message, said.help) == ("no-folder", message, "choose another folder")
