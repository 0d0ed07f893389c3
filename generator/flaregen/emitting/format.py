"""Formatting by ruff: isolated, so that no configuration of the machine has a say."""

from __future__ import annotations

import subprocess
import sysconfig
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from flaregen.diagnostic import UsageError
from flaregen.rendered import RenderedFile

_OPTIONS = (
    "--isolated",
    "--quiet",
    "--no-cache",
    "--line-length=120",
    "--target-version=py311",
)


def format_files(files: Sequence[RenderedFile]) -> tuple[RenderedFile, ...]:
    """Format the Python files. Raises UsageError when the pinned ruff is not installed.

    One process for all of them: starting it costs more than formatting does.
    """
    with TemporaryDirectory(prefix="flaregen-") as folder:
        scratch = Path(folder)
        python = [file for file in files if file.path.suffix == ".py"]
        for index, file in enumerate(python):
            (scratch / f"{index}.py").write_bytes(file.content)
        _run([str(_ruff()), "format", *_OPTIONS, folder])
        formatted = {
            file.path: (scratch / f"{index}.py").read_bytes() for index, file in enumerate(python)
        }
    return tuple(replace(f, content=formatted.get(f.path, f.content)) for f in files)


def _run(command: list[str]) -> None:
    # The command is ruff with fixed options on a folder made here.
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"ruff could not format what was rendered:\n{done.stderr}")


def _ruff() -> Path:
    """The ruff of this environment; one elsewhere on the machine may format differently."""
    name = "ruff"
    own = Path(sysconfig.get_path("scripts")) / name
    found = which(str(own)) or which(name)
    if found is None:
        raise UsageError("ruff is not installed", help="pip install 'flaregen' brings it")
    return Path(found)
