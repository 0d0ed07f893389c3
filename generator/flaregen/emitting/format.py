"""The last of rendering: docstrings, formatting by ruff, and what says so to other formatters.

Ruff is isolated, so that no configuration of the machine has a say. A formatter that rewrote the
files would make every check fail. The comments in them hold whatever the settings of a project
are, and where a hook names each file, which settings that exclude do not see.
"""

from __future__ import annotations

import re
import subprocess
import sysconfig
from collections.abc import Iterable, Sequence
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


_COMMENTS = b"# fmt: off\n# isort: skip_file\n# ruff: noqa: PGH004\n# ruff: noqa\n"
"""For black and ruff format, for isort, and for ruff check, which has a rule against the last."""
_DOCSTRING = re.compile(rb'r?"""(?:[^\\]|\\.)*?"""\n', re.DOTALL)


def kept_from_formatters(files: Iterable[RenderedFile]) -> tuple[RenderedFile, ...]:
    """The files, with the comments below the docstring of each module."""
    return tuple(
        replace(file, content=_commented(file.content)) if file.path.suffix == ".py" else file
        for file in files
    )


def _commented(content: bytes) -> bytes:
    found = _DOCSTRING.match(content)
    above, below = (found[0] + b"\n", content[found.end() :]) if found else (b"", content)
    return above + _COMMENTS + below
