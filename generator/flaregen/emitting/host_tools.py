"""What emitted files say to the formatters and linters of the project they are in.

A formatter that rewrote them would make every check fail. These comments hold whatever the
project's settings are, and where a hook names each file, which settings that exclude do not see.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from flaregen.rendered import RenderedFile

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
