"""The output is a pure function of spec, names, configuration and pinned tools."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.pinned import ROOT

_ENVIRONMENTS = {
    "hash seed and locale": {
        "PYTHONHASHSEED": "1",
        "LC_ALL": "C",
        "LANG": "tr_TR.ISO-8859-9",
        "PYTHONUTF8": "0",
    },
    "another hash seed and time zone": {
        "PYTHONHASHSEED": "4242",
        "TZ": "Pacific/Kiritimati",
        "SOURCE_DATE_EPOCH": "0",
    },
}


def _digests(folder: Path) -> dict[str, str]:
    files = [p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files
    }


def _build(python: str, output: Path, cwd: Path, environment: dict[str, str]) -> None:
    command = [python, "-c", "from flaregen.cli import main; main()", "build", "--quiet"]
    done = subprocess.run(
        [*command, "--config", str(ROOT / "flaregen.toml"), "--output", str(output)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("environment", _ENVIRONMENTS.values(), ids=list(_ENVIRONMENTS))
def test_environments(environment: dict[str, str], tmp_path: Path) -> None:
    cwd = tmp_path / "elsewhere"
    cwd.mkdir()
    _build(sys.executable, tmp_path / "output", cwd, environment)
    built = _digests(tmp_path / "output" / "workers_ai")
    committed = _digests(ROOT / "generated" / "workers_ai")
    # The lock says whether the files next to the package were asked for.
    built.pop("flaregen.lock")
    committed.pop("flaregen.lock")
    assert built == committed


def _others() -> list[str]:
    """Other interpreters: those on the path, and those that ``make interpreters`` has set up."""
    made = sorted((ROOT / "build" / "interpreters").glob("*/bin/python"))
    names = [name for name in ("python3.12", "python3.13", "python3.14") if shutil.which(name)]
    return [*(str(path) for path in made), *names]


@pytest.mark.parametrize("python", _others())
def test_interpreters(python: str, tmp_path: Path) -> None:
    """Another interpreter, where it has the packages; they are installed for one alone here."""
    probe = [python, "-c", "import flaregen, datamodel_code_generator, msgspec, yaml_rs"]
    if subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip(f"{python} has no flaregen installed: make interpreters")
    _build(python, tmp_path, tmp_path, {})
    built = _digests(tmp_path / "workers_ai")
    committed = _digests(ROOT / "generated" / "workers_ai")
    del built["flaregen.lock"], committed["flaregen.lock"]
    assert built == committed
