"""An installed wheel works outside of the repository: templates and the document travel in it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from flaregen import __version__
from tests.support.pinned import ROOT

_LICENSE = f"flaregen-{__version__}.dist-info/licenses/LICENSE"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder), "."]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("flaregen-*.whl")
    return built


def test_what_travels(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    templates = {p.relative_to(ROOT) for p in (ROOT / "templates").rglob("*.jinja")}
    assert {f"flaregen/data/{path.as_posix()}" for path in templates} <= names
    assert "flaregen/data/spec/openapi.json" in names
    assert "flaregen/py.typed" in names
    assert _LICENSE in names
    assert not {name for name in names if "test" in name or "__pycache__" in name}


def test_it_builds_the_same_client(wheel: Path, tmp_path: Path) -> None:
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    zipfile.ZipFile(wheel).extractall(installed)
    program = "import flaregen; print(flaregen.__file__); from flaregen.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, "build", "--quiet"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(installed))
    for path in (ROOT / "generated" / "workers_ai").glob("*.py"):
        assert (
            elsewhere / "generated" / "workers_ai" / path.name
        ).read_bytes() == path.read_bytes()
