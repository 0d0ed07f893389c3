"""What is in a folder."""

from __future__ import annotations

from pathlib import Path


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder, and of those in it."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
