"""The last of rendering: docstrings, and formatting by ruff.

That is isolated, so that no configuration of the machine has a say.
"""

from __future__ import annotations

import subprocess
import sysconfig
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from flaregen.cache import each
from flaregen.diagnostic import UsageError
from flaregen.emitting.literals import with_docstrings, with_words
from flaregen.rendered import RenderedFile
from flaregen.texts import Texts

_OPTIONS = (
    "--isolated",
    "--quiet",
    "--no-cache",
    "--line-length=120",
    "--target-version=py311",
)
_NONE = Texts()


def format_files(files: Sequence[RenderedFile], texts: Texts = _NONE) -> tuple[RenderedFile, ...]:
    """Write the docstrings of Python files that are still to be written, and format them.

    Raises UsageError when the pinned ruff is not installed.
    """
    python = [file for file in files if file.path.suffix == ".py"]
    worded = [with_words(file.content.decode(), texts).encode() for file in python]
    contents = each(" ".join(_OPTIONS), worded, _formatted)
    formatted = {file.path: new for file, new in zip(python, contents, strict=True)}
    return tuple(replace(f, content=formatted.get(f.path, f.content)) for f in files)


def _formatted(contents: Sequence[bytes]) -> list[bytes]:
    """One process for all of them: starting it costs more than formatting does."""
    with TemporaryDirectory(prefix="flaregen-") as folder:
        paths = [Path(folder, f"{index}.py") for index in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            path.write_text(with_docstrings(content.decode()), encoding="utf-8", newline="")
        _run([str(_ruff()), "format", *_OPTIONS, folder])
        return [path.read_bytes() for path in paths]


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
