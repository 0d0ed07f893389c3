"""The Jinja of all templates, imported late: comparisons that emit nothing do without it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import jinja2


@cache
def environment(folder: Path, *, trimmed: bool = False) -> jinja2.Environment:
    """Kept: compiling the templates takes longer than rendering them.

    ``trimmed`` takes the line of a block away with the block.
    """
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        undefined=jinja2.StrictUndefined,
        # What is rendered is no HTML; its text goes through ``literals``, ``toml_text`` and
        # ``markdown``.
        autoescape=False,  # noqa: S701
        keep_trailing_newline=True,
        trim_blocks=trimmed,
        lstrip_blocks=trimmed,
    )
