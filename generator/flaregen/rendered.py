"""What rendering hands to the writer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """A file to be written; ``path`` is relative to the output folder."""

    path: PurePosixPath
    content: bytes
