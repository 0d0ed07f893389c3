"""What the writer does on Windows, on macOS and on file systems that can do less.

The system's part is played by stand-ins that behave as its documentation says.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from two_clients import MINE, NEW, OLD, PACKAGE, expected, package_of, tree

from flaregen.diagnostic import DiagnosticError
from flaregen.write import system as exchanging
from flaregen.write import write_package
from flaregen.write.package import TREE
from flaregen.write.system import exchange

linux = pytest.mark.skipif(
    not hasattr(ctypes.CDLL(None), "renameat2"), reason="the stand-in swaps by renameat2"
)


def write(output: Path) -> None:
    write_package(output, PACKAGE, NEW)


def assert_new(output: Path) -> None:
    assert tree(output) == expected(NEW)
    assert not (output / ".flaregen-work").exists()


# Swapping folders


def test_windows_swaps_no_folders(output: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(exchanging.sys, "platform", "win32")
    with pytest.raises(OSError, match="cannot swap two folders") as caught:
        exchange(output / "a", output / "b")
    assert caught.value.errno == errno.ENOSYS
    write(output)
    assert_new(output)


class Mac:
    """A C library that has ``renamex_np`` and no ``renameat2``."""

    def __init__(self, error: int = 0) -> None:
        self.error = error
        self.calls: list[tuple[bytes, bytes, int]] = []

    def renamex_np(self, first: bytes, second: bytes, flags: int) -> int:
        self.calls.append((first, second, flags))
        if self.error:
            ctypes.set_errno(self.error)
            return -1
        real = _REAL(None, use_errno=True)
        return int(real.renameat2(-100, first, -100, second, 2))


_REAL = ctypes.CDLL


@linux
def test_macos_swaps_by_renamex_np(output: Path, monkeypatch: pytest.MonkeyPatch):
    mac = Mac()
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: mac)
    write(output)
    monkeypatch.undo()
    assert_new(output)
    ((first, second, flags),) = mac.calls
    assert Path(os.fsdecode(second)) == output / PACKAGE
    assert Path(os.fsdecode(first)).name == "tree"
    assert flags == 2


@pytest.mark.parametrize(
    "number",
    [errno.ENOTSUP, errno.EINVAL, errno.ENOSYS, errno.EXDEV, errno.EBUSY],
    ids=errno.errorcode.get,
)
def test_a_file_system_that_swaps_nothing(
    number: int, output: Path, monkeypatch: pytest.MonkeyPatch
):
    """HFS+ on macOS, network shares: files are replaced one by one."""
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Mac(error=number))
    write(output)
    assert_new(output)


def test_a_swap_that_fails_otherwise_leaves_the_old_client(
    output: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Mac(error=errno.EIO))
    with pytest.raises(DiagnosticError, match="write-failed"):
        write(output)
    assert package_of(tree(output)) == package_of(expected(OLD))
    assert not (output / ".flaregen-work").exists()


def test_the_old_client_comes_back_where_the_new_one_cannot_come(
    output: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Mac(error=errno.ENOTSUP))
    rename = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self.name == TREE and target.name == PACKAGE:
            raise OSError(errno.EIO, "the disk is gone")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(DiagnosticError, match="write-failed"):
        write(output)
    assert package_of(tree(output)) == package_of(expected(OLD))


def test_a_library_that_has_neither(output: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    with pytest.raises(OSError, match="cannot swap two folders"):
        exchange(output / "a", output / "b")
    write(output)
    assert_new(output)


# Links


def refusing(error: BaseException) -> Callable[..., None]:
    def link(*_: object, **__: object) -> None:
        raise error

    return link


@pytest.mark.parametrize(
    "error",
    [
        NotImplementedError("link: follow_symlinks unavailable on this platform"),
        *(OSError(number, os.strerror(number)) for number in (errno.EPERM, errno.ENOTSUP)),
        OSError(errno.EMLINK, "Too many links"),
    ],
    ids=["follow_symlinks", "FAT", "SMB", "too many links"],
)
def test_without_links_files_are_copied(
    error: BaseException, output: Path, monkeypatch: pytest.MonkeyPatch
):
    mine = output / PACKAGE / "mine.py"
    (output / PACKAGE / "link.py").symlink_to("mine.py")
    os.utime(mine, ns=(1_000_000_000, 2_000_000_000))
    monkeypatch.setattr(os, "link", refusing(error))
    write(output)
    monkeypatch.undo()
    assert (output / PACKAGE / "link.py").readlink() == Path("mine.py")
    (output / PACKAGE / "link.py").unlink()
    assert_new(output)
    assert mine.read_text() == MINE["mine.py"]
    assert mine.stat().st_mtime_ns == 2_000_000_000


# Locking


def test_windows_locks_no_folders(output: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "fcntl", None)
    write(output)
    monkeypatch.undo()
    assert_new(output)


@linux
def test_a_file_system_that_locks_no_folders(output: Path, monkeypatch: pytest.MonkeyPatch):
    import fcntl

    monkeypatch.setattr(fcntl, "flock", refusing(OSError(errno.EBADF, "Bad file descriptor")))
    write(output)
    assert_new(output)
