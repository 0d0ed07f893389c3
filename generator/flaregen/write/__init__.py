"""The one package that writes to disk.

A package is staged complete in ``.flaregen-work``, a folder inside of the output folder, and
takes its place in one step: the old and the new folder are exchanged. Nothing in that folder
says what is to be done: a run that finds one decides by what exists.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from flaregen import lock as locks
from flaregen.completion import this_run
from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.on_disk import found, require_output
from flaregen.portable import path_problems
from flaregen.rendered import RenderedFile
from flaregen.write.package import bring_over, heal, stage, swap, write_new
from flaregen.write.system import explained, uninterrupted
from flaregen.write.workspace import NAME, working_in

__all__ = ["WriteReport", "recover", "write_package", "write_together"]

_Change = Mapping[PurePosixPath, bytes | None]
"""The new content of each file that changes; None for one that goes."""


@dataclass(frozen=True, slots=True)
class WriteReport:
    """The files written, removed and left alone: sorted paths below the output folder."""

    written: tuple[PurePosixPath, ...]
    unchanged: tuple[PurePosixPath, ...]
    removed: tuple[PurePosixPath, ...]


def write_package(
    output: Path,
    package: str,
    files: Sequence[RenderedFile],
    *,
    overwrite: bool = False,
) -> WriteReport:
    """Make the output folder hold these files; an error leaves the package as it was.

    Paths are relative to ``output``. Files outside of ``output/package`` are replaced one by
    one, then the package is exchanged as a whole. Files of the lock on disk that are not among
    ``files`` are removed; every other file stays. A file of the same name that the lock does not
    know is refused unless ``overwrite``. Raises DiagnosticError, and UsageError when the output
    cannot be a folder of files.
    """
    require_output(output, package)
    if problems := path_problems(file.path for file in files):
        raise DiagnosticError(problems)
    with explained(output):
        change, report = _plan(output, package, files, over=overwrite)
        if change:
            with working_in(output) as work:
                heal(work, output / package)
                # Another build may have been quicker.
                change, report = _plan(output, package, files, over=overwrite)
                _carry_out(work, output, package, change)
        return report


def write_together(folder: Path, contents: Mapping[str, str | bytes]) -> bool:
    """Replace several files below a folder. Returns whether any changed.

    They are replaced in the order given, after all are on the disk: what seals the others,
    as a lock with their digests, comes last. Raises DiagnosticError and UsageError.
    """
    wanted = {
        PurePosixPath(name): content.encode() if isinstance(content, str) else content
        for name, content in contents.items()
    }
    change = {path: new for path, new in wanted.items() if found(folder, path) != new}
    if problems := [path for path in change if not _can_be_file(folder, path)]:
        raise DiagnosticError(list(_not_ours(folder, problems)))
    if change:
        with explained(folder), working_in(folder) as work:
            steps = _staged(work, folder, change)
            with uninterrupted():
                _replace(steps)
                this_run.changed = True
    return bool(change)


def with_line_ends(text: str, path: Path) -> bytes:
    """A text with the line ends of the file that it replaces, which would differ in each line."""
    ends = b"\r\n" if path.exists() and b"\r\n" in path.read_bytes() else b"\n"
    return text.encode().replace(b"\n", ends)


def recover(output: Path, package: str) -> None:
    """Clear up after a killed build. Raises DiagnosticError and UsageError."""
    with explained(output), contextlib.suppress(FileNotFoundError, NotADirectoryError):
        (output / NAME).lstat()
        with working_in(output) as work:
            heal(work, output / package)


def _plan(
    output: Path, package: str, files: Sequence[RenderedFile], *, over: bool
) -> tuple[_Change, WriteReport]:
    """Compare what is wanted with what is there. Raises DiagnosticError when a file is not ours."""
    ours = locks.owned(locks.read_lock(output / package / locks.FILE_NAME), package)
    wanted = {file.path: file.content for file in files}
    put = {path: new for path, new in wanted.items() if found(output, path) != new}
    foreign = {path for path in put if path not in ours and os.path.lexists(output / path)}
    blocked = {path for path in put if not _can_be_file(output, path, over_links=over)}
    if problems := sorted(blocked if over else foreign | blocked):
        raise DiagnosticError(list(_not_ours(output, problems)))
    gone = sorted(path for path in ours - set(wanted) if os.path.lexists(output / path))
    drop = tuple(path for path in gone if _can_be_file(output, path))
    unchanged = tuple(sorted(set(wanted) - set(put)))
    report = WriteReport(written=tuple(sorted(put)), unchanged=unchanged, removed=drop)
    return put | dict.fromkeys(drop), report


def _carry_out(work: Path, output: Path, package: str, change: _Change) -> None:
    """The package last: its lock then says of every file what is there."""
    live = output / package
    inside = {path: new for path, new in change.items() if path.parts[0] == package}
    steps = _staged(work, output, {path: change[path] for path in change if path not in inside})
    stage(work, live, {path.relative_to(package): new for path, new in inside.items()})
    try:
        with uninterrupted():
            _replace(steps)
            swap(work, live)
            this_run.changed = True
            bring_over(work, live)
    finally:
        # What cannot be cleared now is the next run's to clear, or to complain of.
        with uninterrupted(), contextlib.suppress(OSError, DiagnosticError, UsageError):
            heal(work, live)


def _staged(work: Path, folder: Path, change: _Change) -> dict[Path, Path | None]:
    """The path of each file, and the file of the workspace with its new content."""
    staged: dict[Path, Path | None] = {folder / path: None for path in change}
    for number, (path, content) in enumerate(change.items()):
        if content is not None:
            new = work / "files" / str(number)
            write_new(new, content, like=folder / path)
            staged[folder / path] = new
    return staged


def _replace(steps: Mapping[Path, Path | None]) -> None:
    for place, new in steps.items():
        if new is None:
            place.unlink()
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            new.replace(place)


def _can_be_file(folder: Path, path: PurePosixPath, *, over_links: bool = False) -> bool:
    """Whether only folders lead there, or links that are replaced, and no folder is there."""
    above = [folder / parent for parent in path.parents[:-1]]
    if any(one.is_symlink() for one in above):
        return over_links
    if any(os.path.lexists(one) and not one.is_dir() for one in above):
        return False
    return (folder / path).is_symlink() or not (folder / path).is_dir()


def _not_ours(output: Path, paths: Iterable[PurePosixPath]) -> Iterator[Diagnostic]:
    for path in paths:
        yield Diagnostic(
            code="not-ours",
            message=f"{output / path} is there already, and flaregen did not write it",
            help="move it away, choose another --output, or replace it with --overwrite",
        )
