"""Whoever builds the wheel of a commit gets the same bytes."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.pinned import ROOT

_PARTS = (
    "generator",
    "templates",
    "spec",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "pyproject.toml",
)


def _wheel(folder: Path, umask: int) -> bytes:
    """Build from a copy of its own, with the modes and times that a checkout happens to have."""
    source = folder / "source"
    source.mkdir(parents=True)
    for part in _PARTS:
        if (ROOT / part).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / part, source / part, ignore=ignored, copy_function=shutil.copy)
        else:
            shutil.copy(ROOT / part, source / part)
    for path in source.rglob("*"):
        path.chmod((0o777 if path.is_dir() else 0o666) & ~umask)
        os.utime(path, (1_600_000_000 + umask, 1_600_000_000 + umask))
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder), "."],
        cwd=source,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "TZ": f"UTC{umask}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built.read_bytes()


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (
        _wheel(tmp_path / name, umask) for name, umask in (("one", 0o022), ("a longer name", 0o002))
    )
    assert hashlib.sha256(one).hexdigest() == hashlib.sha256(other).hexdigest()
