"""Unified diffs between what is on disk and what a build would write."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from flaregen.digests import content_on_disk
from flaregen.lock import Lock, owned
from flaregen.on_disk import Obstacle, require_output
from flaregen.rendered import RenderedFile


def difference(output: Path, path: PurePosixPath, wanted: bytes | None) -> str:
    """What a build would change in a file; None is a file it would remove. Empty when nothing.

    Line ends that git made CR LF do not count. What a link leads to is not read. Raises
    DiagnosticError.
    """
    found = content_on_disk(output, path)
    if isinstance(found, Obstacle):
        place = "" if found.path == path else f"{found.path} "
        return f"on disk/{path}: differs: {place}is {found.kind}"
    if found == wanted or (found and wanted and found.replace(b"\r\n", b"\n") == wanted):
        return ""
    lines = unified(path, ("on disk", "built"), found, wanted)
    return "\n".join(lines) or _without_lines(path, found, wanted)


def unified(
    path: PurePosixPath, labels: tuple[str, str], old: bytes | None, new: bytes | None
) -> Iterator[str]:
    """The lines of a unified diff; None is a file that is not there."""
    before, after = (
        "/dev/null" if content is None else f"{label}/{path}"
        for label, content in zip(labels, (old, new), strict=True)
    )
    return difflib.unified_diff(_lines(old), _lines(new), before, after, lineterm="")


def differences(
    output: Path, package: str, files: Sequence[RenderedFile], lock: Lock | None
) -> Iterator[tuple[PurePosixPath, str]]:
    """Path and diff of each file that is missing, surplus or not the same.

    A file is surplus when the last build wrote it and this one would not. Files of
    the user next to ours do not count; ``surplus_files`` lists them. Raises
    DiagnosticError, and UsageError where the client cannot be there.
    """
    require_output(output, package)
    wanted = {file.path: file.content for file in files}
    gone = owned(lock, package) - set(wanted)
    for path in sorted({*wanted, *gone}):
        text = difference(output, path, wanted.get(path))
        if text:
            yield path, text


def _without_lines(path: PurePosixPath, found: bytes | None, wanted: bytes | None) -> str:
    """A difference that no line shows."""
    if wanted is None:
        return f"built/{path}: removed"
    return f"built/{path}: an empty file" if found is None else f"on disk/{path}: other line ends"


def _lines(content: bytes | None) -> list[str]:
    return (content or b"").decode("utf-8", errors="replace").splitlines()
