"""What emitted files say to the formatters and linters of the project they are in.

A formatter that rewrote them would make every check fail. These comments hold whatever the
project's settings are, and where a hook names each file, which settings that exclude do not see.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import replace

from flaregen.rendered import RenderedFile

_COMMENTS = b"# fmt: off\n# isort: skip_file\n# ruff: noqa\n"
"""For black and ruff format, for isort, and for ruff check."""


def kept_from_formatters(files: Iterable[RenderedFile]) -> tuple[RenderedFile, ...]:
    """The files, with the comments below the docstring of each module."""
    return tuple(
        replace(file, content=_commented(file.content)) if file.path.suffix == ".py" else file
        for file in files
    )


def _commented(content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    end = _end_of_docstring(content)
    above, below = b"".join(lines[:end]), b"".join(lines[end:])
    return (above + b"\n" if above else b"") + _COMMENTS + below


def _end_of_docstring(content: bytes) -> int:
    """The line that the docstring of a module ends on, counted from one; 0 without any."""
    match ast.parse(content).body[:1]:
        case [ast.Expr(ast.Constant(str()), end_lineno=int(end))]:
            return end
        case _:
            return 0
