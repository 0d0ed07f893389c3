"""The one package that writes to disk.

An emitted package is staged beside its place, complete, and takes it in one step: the
old and the new folder are exchanged. Where the system cannot do that, and for the files
beside the package, files are replaced one by one under a journal, which the next run
follows to its end. Whatever stops a run, all that it leaves is in one folder,
``.flaregen-work``, which the next run clears.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from flaregen import lock as locks
from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.lock import Lock
from flaregen.portable import path_problems
from flaregen.rendered import RenderedFile
from flaregen.write.reasons import explained
from flaregen.write.transaction import JOURNAL, Change, apply_change
from flaregen.write.workspace import NAME as _WORK_NAME
from flaregen.write.workspace import working_in

__all__ = [
    "WriteReport",
    "is_interrupted",
    "recover",
    "write_package",
    "write_text_atomically",
    "write_together",
]


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What became of each file, by its path below the output folder, sorted."""

    written: tuple[PurePosixPath, ...]
    unchanged: tuple[PurePosixPath, ...]
    removed: tuple[PurePosixPath, ...]


def write_package(
    output: Path,
    package: str,
    files: Sequence[RenderedFile],
    *,
    previous: Lock | None,
    overwrite: bool = False,
) -> WriteReport:
    """Make the output folder hold these files, or leave it as it was.

    Paths are relative to ``output``; ``output/package`` is exchanged as a whole, files
    beside it are replaced one by one. Files of ``previous``, or of the lock on disk
    should another build have been quicker, that are not among ``files`` are removed;
    every other file stays. A file of the same name that neither lock knows is refused unless
    ``overwrite``.

    Raises DiagnosticError, after which nothing is changed, and UsageError when the
    output cannot be a folder of files.
    """
    _require_folder(output, package)
    if problems := path_problems(file.path for file in files):
        raise DiagnosticError(problems)
    with explained(output):
        change, report = _plan(output, package, files, previous, overwrite=overwrite)
        if change.is_empty and not (output / _WORK_NAME).exists():
            return report
        with working_in(output) as work:
            change, report = _plan(output, package, files, previous, overwrite=overwrite)
            apply_change(work, output, change)
        return report


def write_text_atomically(path: Path, content: str | bytes) -> bool:
    """Replace one file, or leave it as it was. Returns whether its content changed."""
    return write_together(path.parent, {path.name: content})


def write_together(folder: Path, contents: Mapping[str, str | bytes]) -> bool:
    """Replace several files below a folder, all or none. Returns whether any changed.

    After a kill between two of them the next run that writes to, or recovers, the same
    folder completes the rest. Raises DiagnosticError.
    """
    wanted = {
        PurePosixPath(name): content.encode() if isinstance(content, str) else content
        for name, content in contents.items()
    }
    with explained(folder):
        put = {path: new for path, new in wanted.items() if _content(folder / path) != new}
        if put:
            with working_in(folder) as work:
                apply_change(work, folder, Change(put=put))
    return bool(put)


def recover(folder: Path) -> bool:
    """Finish or undo what a killed run left in a folder. Returns whether there was anything."""
    with explained(folder):
        if not (folder / _WORK_NAME).is_dir():
            return False
        with working_in(folder):
            return True


def is_interrupted(folder: Path) -> bool:
    """Whether a run was killed while it put files in their places, or is doing so now."""
    return (folder / _WORK_NAME / JOURNAL).exists()


def _require_folder(output: Path, package: str) -> None:
    for folder in (output, output / package):
        if folder.is_symlink():
            raise UsageError(
                f"{folder} is a symbolic link to {folder.readlink()}",
                help="give the folder it points to; a client is never written through a link",
            )
        if folder.exists() and not folder.is_dir():
            raise UsageError(
                f"{folder} is a file", help="give the folder that the package is written into"
            )


def _plan(
    output: Path,
    package: str,
    files: Sequence[RenderedFile],
    previous: Lock | None,
    *,
    overwrite: bool,
) -> tuple[Change, WriteReport]:
    """Compare what is wanted with what is there. Raises DiagnosticError when a file is not ours."""
    ours = {*_locked(previous), *_locked(locks.read_lock(output / package / locks.FILE_NAME))}
    if ours:
        ours.add(PurePosixPath(package, locks.FILE_NAME))
    wanted = {file.path: file.content for file in files}
    put = {path: new for path, new in wanted.items() if _content(output / path) != new}
    foreign = [path for path in put if path not in ours and os.path.lexists(output / path)]
    blocked = [path for path in put if not _parents_are_folders(output, path)]
    if problems := [*_not_ours(output, [] if overwrite else foreign), *_not_ours(output, blocked)]:
        raise DiagnosticError(problems)
    drop = tuple(sorted(path for path in ours - set(wanted) if os.path.lexists(output / path)))
    change = Change(put=put, drop=drop, tree=package, ours=frozenset({*ours, *wanted}))
    unchanged = tuple(sorted(set(wanted) - set(put)))
    return change, WriteReport(written=tuple(sorted(put)), unchanged=unchanged, removed=drop)


def _locked(lock: Lock | None) -> Iterator[PurePosixPath]:
    """The paths of a lock; one that leads elsewhere was put there by somebody else."""
    paths = [PurePosixPath(name) for name in lock.files] if lock else []
    return (path for path in paths if not path_problems([path]))


def _content(path: Path) -> bytes | None:
    """None for whatever is not a plain file."""
    if path.is_symlink() or not path.is_file():
        return None
    return path.read_bytes()


def _parents_are_folders(output: Path, path: PurePosixPath) -> bool:
    parents = [output / parent for parent in path.parents[:-1]]
    return all(
        parent.is_dir() and not parent.is_symlink() for parent in parents if os.path.lexists(parent)
    )


def _not_ours(output: Path, paths: Sequence[PurePosixPath]) -> Iterator[Diagnostic]:
    for path in paths:
        yield Diagnostic(
            code="not-ours",
            message=f"{output / path} is there already, and flaregen did not write it",
            help="move it away, choose another --output, or replace it with --overwrite",
        )
