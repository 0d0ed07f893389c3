"""Output folders that mean harm, or are in nobody's power: the whole message, nothing changed."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.harm.documents import document
from tests.support.commands import Run

Build = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def build(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Build into ``out``; the exit status, and what is said."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spec.json").write_text(json.dumps(document()))

    def call(output: str = "out") -> tuple[int, list[str]]:
        status, _, err = run("build", "--quiet", "--spec", "spec.json", "--output", output)
        return status, err.splitlines()

    return call


def state(folder: Path) -> dict[str, object]:
    return {
        str(path): path.readlink() if path.is_symlink() else path.is_file() and path.read_bytes()
        for path in sorted(folder.rglob("*"))
    }


def _link(out: Path) -> None:
    (out.parent / "elsewhere").mkdir()
    out.symlink_to("elsewhere")


def _package_link(out: Path) -> None:
    (out.parent / "elsewhere").mkdir()
    out.mkdir()
    (out / "workers_ai").symlink_to("../elsewhere")


def _file(out: Path) -> None:
    out.write_text("mine")


def _package_file(out: Path) -> None:
    out.mkdir()
    (out / "workers_ai").write_text("mine")


def _not_ours(out: Path) -> None:
    (out / "workers_ai").mkdir(parents=True)
    (out / "workers_ai" / "client.py").write_text("mine")


def _not_a_folder(out: Path) -> None:
    (out / "workers_ai").mkdir(parents=True)
    (out / "workers_ai" / "py.typed").mkdir()


def _no_lock(out: Path) -> None:
    (out / "workers_ai").mkdir(parents=True)
    (out / "workers_ai" / "flaregen.lock").write_text("<<<<<<< ours\n")


def _no_workspace(out: Path) -> None:
    out.mkdir()
    (out / ".flaregen-work").write_text("mine")


_LOCK = "out/workers_ai/flaregen.lock"
_THROUGH = "  help: give the folder it points to; a client is not read or written through a link"
_ROOM = "  help: make room; the old and the new files have to fit at the same time"
_FOLDER = "  help: give the folder that the package is written into"
_AWAY = "  help: move it away, choose another --output, or replace it with --overwrite"
_OUTPUTS: dict[str, tuple[Callable[[Path], None], int, list[str]]] = {
    "a link": (_link, 2, ["error: out is a symbolic link to elsewhere", _THROUGH]),
    "a link in it": (
        _package_link,
        2,
        ["error: out/workers_ai is a symbolic link to ../elsewhere", _THROUGH],
    ),
    "a file": (
        _file,
        2,
        [
            "Usage: flaregen build [OPTIONS]",
            "Try 'flaregen build --help' for help.",
            "",
            "Error: Invalid value for '--output': Directory 'out' is a file.",
        ],
    ),
    "a file in it": (_package_file, 2, ["error: out/workers_ai is a file", _FOLDER]),
    "a file of somebody else": (
        _not_ours,
        2,
        [
            "error[not-ours]",
            "  out/workers_ai/client.py is there already, and flaregen did not write it",
            _AWAY,
        ],
    ),
    "a folder of somebody else": (
        _not_a_folder,
        2,
        [
            "error[not-ours]",
            "  out/workers_ai/py.typed is there already, and flaregen did not write it",
            _AWAY,
        ],
    ),
    "a broken lock": (
        _no_lock,
        2,
        [
            "error[unreadable-file]",
            f"  {_LOCK} cannot be read: Invalid statement (at line 1, column 1)",
            "  help: restore the file, or delete it and build with --overwrite",
        ],
    ),
    "a file in the place of the workspace": (
        _no_workspace,
        2,
        [
            "error: out/.flaregen-work is not a folder",
            "  help: move it away; flaregen works there",
        ],
    ),
}


@pytest.mark.parametrize("name", _OUTPUTS)
def test_refused(name: str, tmp_path: Path, build: Build) -> None:
    make, status, said = _OUTPUTS[name]
    make(tmp_path / "out")
    before = state(tmp_path)
    assert build() == (status, said)
    assert state(tmp_path) == before


@pytest.mark.parametrize(
    ("output", "why"),
    [
        ("spec.json/x", "spec.json is a file"),
        ("spec.json/x/y", "spec.json is a file"),
        ("x" * 300, "File name too long"),
        pytest.param(
            "/proc/x",
            "No such file or directory (/proc/x)",
            marks=pytest.mark.skipif(not Path("/proc").is_dir(), reason="there is no /proc here"),
        ),
    ],
)
def test_what_cannot_be_a_folder(output: str, why: str, tmp_path: Path, build: Build) -> None:
    before = state(tmp_path)
    status, said = build(output)
    assert status == 2
    assert said[0] == "error[no-folder]"
    assert said[1].startswith(f"  {output} cannot be a folder: {why}")
    assert said[1].endswith("; nothing was changed")
    assert said[2:] == ["  help: choose another folder"]
    assert state(tmp_path) == before


def test_not_writable(tmp_path: Path, build: Build) -> None:
    out = tmp_path / "out"
    out.mkdir()
    # Root may write everywhere but into what is immutable.
    lock, unlock = ("+i", "-i") if os.geteuid() == 0 else ("555", "755")
    command = "chattr" if os.geteuid() == 0 else "chmod"
    if subprocess.run([command, lock, out], capture_output=True, check=False).returncode:
        pytest.skip("there are no immutable folders here")
    try:
        status, said = build()
    finally:
        subprocess.run([command, unlock, out], check=True)
    assert status == 2
    assert said[0] == "error[not-writable]"
    assert said[1].startswith("  out cannot be written to: ")
    assert said[1].endswith("(out/.flaregen-work); nothing was changed")
    assert said[2:] == ["  help: make the folder writable, or choose another folder"]
    assert list(out.iterdir()) == []


def test_a_full_disk(tmp_path: Path, build: Build) -> None:
    out = tmp_path / "out"
    out.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(out)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs rights that this user lacks")
    try:
        status, said = build()
        assert status == 2
        assert said[0] == "error[disk-full]"
        assert said[1].startswith("  there is no room to write to out: No space left on device")
        assert said[1].endswith("; nothing was changed")
        assert said[2:] == [_ROOM]
        assert list(out.iterdir()) == []
    finally:
        subprocess.run(["umount", str(out)], check=True)
