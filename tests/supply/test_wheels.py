"""Whoever builds the wheel of a commit gets the same bytes; the same goes for emitted clients."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.pinned import ROOT

_PARTS = {
    "flaregen": [
        *["generator", "templates", "spec", "docs", "README.md", "CHANGELOG.md", "LICENSE"],
        *["pyproject.toml", "flaregen.toml"],
    ],
    "the emitted client": [f"generated/{path.name}" for path in (ROOT / "generated").iterdir()],
}
_EPOCH = 1_700_000_000
"""14 November 2023, 22:13:20."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """What one person's copy of the sources, and their machine, happen to be like."""

    folder: str
    umask: int
    changed: int
    zone: str
    hash_seed: str


_ONE = Checkout("one", 0o022, 1_600_000_000, "UTC", "1")
_OTHER = Checkout("a longer name/of two", 0o007, 1_650_000_001, "EST5EDT", "2")


def _copy(parts: list[str], into: Path, checkout: Checkout) -> None:
    for part in parts:
        source, target = ROOT / part, into / Path(part).name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        else:
            shutil.copy(source, target)
    for path in into.rglob("*"):
        path.chmod((0o777 if path.is_dir() else 0o666) & ~checkout.umask)
        os.utime(path, (checkout.changed, checkout.changed))


def _wheel(parts: list[str], folder: Path, checkout: Checkout, epoch: int | None) -> bytes:
    source = folder / checkout.folder
    source.mkdir(parents=True)
    _copy(parts, source, checkout)
    settings = {"TZ": checkout.zone, "PYTHONHASHSEED": checkout.hash_seed}
    if epoch is not None:
        settings["SOURCE_DATE_EPOCH"] = str(epoch)
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "built")],
        cwd=source,
        env={**{k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}, **settings},
        umask=checkout.umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (built,) = (folder / "built").glob("*.whl")
    return built.read_bytes()


@pytest.mark.parametrize("what", _PARTS)
@pytest.mark.parametrize("epoch", [_EPOCH, None], ids=["an epoch", "no epoch"])
def test_two_builds_give_the_same_bytes(what: str, epoch: int | None, tmp_path: Path) -> None:
    one = _wheel(_PARTS[what], tmp_path / "1", _ONE, epoch)
    other = _wheel(_PARTS[what], tmp_path / "2", _OTHER, epoch)
    assert hashlib.sha256(one).hexdigest() == hashlib.sha256(other).hexdigest()
    times = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(one)).infolist()}
    assert len(times) == 1
    assert (times == {(2023, 11, 14, 22, 13, 20)}) == (epoch is not None)


def test_the_wheel_holds_what_the_generator_needs_and_nothing_else(tmp_path: Path) -> None:
    wheel = _wheel(_PARTS["flaregen"], tmp_path, _ONE, _EPOCH)
    names = zipfile.ZipFile(io.BytesIO(wheel)).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top.partition("-")[0] for top in tops} == {"flaregen"}
    needed = {"flaregen/cli/__init__.py", "flaregen/py.typed", "flaregen/data/spec/openapi.json"}
    assert needed <= set(names)
    kinds = {Path(name).suffix for name in names}
    assert not kinds & {".pyc", ".so", ".pth", ".exe"}
