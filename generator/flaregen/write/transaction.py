"""A change of many files that happens wholly or not at all.

The workspace holds ``tree``, the new package folder; ``new/`` and ``old/``, the files to
be put beside it and what they replace; ``ready/`` and ``back/``, the same again to be
used up, so that neither the change nor its undoing needs room on the disk; and
``journal``, which is there from the moment that everything is staged to the moment
that everything is in its place. A run that is killed before the exchange has changed
nothing. A run that is killed after it is finished by the next.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

import msgspec

from flaregen.completion import this_run
from flaregen.write.exchange import exchange
from flaregen.write.files import entries, fail, link, same, sync_folder, write_new

JOURNAL = "journal"
_TREE, _NEW, _OLD, _READY, _BACK = "tree", "new", "old", "ready", "back"
_CANNOT_EXCHANGE = frozenset(
    {errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EBUSY, errno.ENOTSUP, errno.EOPNOTSUPP}
)


@dataclass(frozen=True, slots=True)
class Change:
    """What to put and what to drop, by paths relative to one folder.

    ``tree`` is the subfolder to exchange as a whole, ``ours`` every path flaregen has
    written or will write: what else is in the tree belongs to the user and is kept.
    """

    put: Mapping[PurePosixPath, bytes]
    drop: tuple[PurePosixPath, ...] = ()
    tree: str | None = None
    ours: frozenset[PurePosixPath] = field(default_factory=frozenset)

    @property
    def is_empty(self) -> bool:
        return not self.put and not self.drop


class _Journal(msgspec.Struct, frozen=True):
    """``inode`` tells the staged tree from the old one; ``steps`` are put or dropped one by one."""

    tree: str | None
    inode: int
    ours: frozenset[str]
    steps: tuple[str, ...]


class _CannotExchangeError(Exception):
    """This file system replaces no folder by another in one step."""


def apply_change(work: Path, folder: Path, change: Change) -> None:
    """Stage a change and carry it out. Raises OSError, after which nothing is changed."""
    if change.is_empty:
        return
    if change.tree is not None and any(_is_below(path, change.tree) for path in _paths(change)):
        try:
            _carry_out(work, folder, _stage(work, folder, change))
        except _CannotExchangeError:
            for staged in (_TREE, _NEW, _OLD, _READY, _BACK):
                shutil.rmtree(work / staged, ignore_errors=True)
        else:
            return
    _carry_out(work, folder, _stage(work, folder, replace(change, tree=None)))


def resume(work: Path, folder: Path) -> None:
    """Bring a killed run to its end. Raises OSError."""
    try:
        journal = msgspec.json.decode((work / JOURNAL).read_bytes(), type=_Journal)
    except FileNotFoundError:
        return
    if journal.tree is None or _is_exchanged(folder, journal):
        _carry_out(work, folder, journal)
    else:
        (work / JOURNAL).unlink()


def _paths(change: Change) -> Iterator[PurePosixPath]:
    yield from change.put
    yield from change.drop


def _is_below(path: PurePosixPath, tree: str) -> bool:
    return path.parts[0] == tree


def _stage(work: Path, folder: Path, change: Change) -> _Journal:
    inode = 0
    if change.tree is not None:
        inode = _stage_tree(work, folder, change)
    beside = [p for p in _paths(change) if change.tree is None or not _is_below(p, change.tree)]
    for path in beside:
        if path in change.put:
            write_new(work / _NEW / path, change.put[path], like=folder / path)
            link(work / _NEW / path, work / _READY / path)
        if os.path.lexists(folder / path):
            link(folder / path, work / _OLD / path)
            link(folder / path, work / _BACK / path)
    ours = frozenset(str(path) for path in change.ours)
    steps = tuple(str(path) for path in beside)
    return _Journal(tree=change.tree, inode=inode, ours=ours, steps=steps)


def _stage_tree(work: Path, folder: Path, change: Change) -> int:
    """Build the new package folder: links to all that stays, and what is new. Its inode.

    What goes is linked too, beside it: a file that the system lets nobody link or write
    (an immutable one) could not be cleared away later.
    """
    staged = work / _TREE
    staged.mkdir()
    live = folder / (change.tree or "")
    changed = set(_paths(change))
    for source in entries(live):
        target = staged / source.relative_to(live)
        if source.is_dir() and not source.is_symlink():
            target.mkdir(parents=True)
        elif (path := PurePosixPath(source.relative_to(folder).as_posix())) in changed:
            link(source, work / _OLD / path)
        else:
            link(source, target)
    for path, content in change.put.items():
        if _is_below(path, change.tree or ""):
            inside = PurePosixPath(*path.parts[1:])
            write_new(staged / inside, content, like=folder / path)
    for made, _, _ in os.walk(staged, onerror=fail):
        original = live / Path(made).relative_to(staged)
        if original.is_dir():
            shutil.copymode(original, made)
        sync_folder(Path(made))
    return staged.stat().st_ino


def _carry_out(work: Path, folder: Path, journal: _Journal) -> None:
    """Follow the journal; if that fails, undo it and raise what went wrong."""
    if not (work / JOURNAL).exists():
        write_new(work / f"{JOURNAL}.new", msgspec.json.encode(journal, order="deterministic"))
        (work / f"{JOURNAL}.new").replace(work / JOURNAL)
        sync_folder(work)
    before = this_run.changed
    try:
        if journal.tree is not None and not _is_exchanged(folder, journal):
            _exchange(work, folder, journal.tree)
            _put_what_is_ready(work, folder, journal)
        for step in journal.steps:
            _put_or_drop(work, (_NEW, _OLD, _READY), folder, step)
        if journal.tree is not None:
            _keep_what_came_meanwhile(work / _TREE, folder, journal)
        sync_folder(folder)
        this_run.changed = True
    except BaseException:
        this_run.changed = before
        _undo(work, folder, journal)
        raise
    (work / JOURNAL).unlink()
    for step in journal.steps:
        _drop_empty_parents(folder, PurePosixPath(step))


def _put_what_is_ready(work: Path, folder: Path, journal: _Journal) -> None:
    """Follow the exchange at once, before anything is looked at: a kill here is the rarest."""
    for step in journal.steps:
        with contextlib.suppress(FileNotFoundError):
            (work / _READY / step).replace(folder / step)


def _undo(work: Path, folder: Path, journal: _Journal) -> None:
    for step in journal.steps:
        _put_or_drop(work, (_OLD, _NEW, _BACK), folder, step)
    if journal.tree is not None and _is_exchanged(folder, journal):
        _exchange(work, folder, journal.tree)
    (work / JOURNAL).unlink()


def _is_exchanged(folder: Path, journal: _Journal) -> bool:
    try:
        return (folder / (journal.tree or "")).stat().st_ino == journal.inode
    except FileNotFoundError:
        return False


def _exchange(work: Path, folder: Path, tree: str) -> None:
    """Swap the staged and the present folder, either of which may be missing."""
    staged, live = work / _TREE, folder / tree
    if not live.exists():
        staged.rename(live)
    elif not staged.exists():
        live.rename(staged)
    else:
        try:
            exchange(staged, live)
        except OSError as error:
            if error.errno in _CANNOT_EXCHANGE:
                raise _CannotExchangeError from error
            raise


def _put_or_drop(work: Path, names: tuple[str, str, str], folder: Path, step: str) -> None:
    """Bring one file from its old state to its new one; a missing file is a state too.

    ``names`` are the workspace's folders with the new file, the old one, and the new one
    to use up. A file in neither state was changed by somebody since, and stays.
    """
    new, old, spare = (work / name / step for name in names)
    place = folder / step
    if same(place, new) or not same(place, old):
        return
    if not os.path.lexists(new):
        place.unlink()
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    if not os.path.lexists(spare):
        link(new, spare)
    spare.replace(place)


def _keep_what_came_meanwhile(old: Path, folder: Path, journal: _Journal) -> None:
    """Bring over what the user saved in the old tree after it was staged."""
    live = folder / (journal.tree or "")
    for source in entries(old):
        target = live / source.relative_to(old)
        if str(PurePosixPath(target.relative_to(folder).as_posix())) in journal.ours:
            continue
        if os.path.lexists(target) and source.lstat().st_mtime_ns <= target.lstat().st_mtime_ns:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)


def _drop_empty_parents(folder: Path, path: PurePosixPath) -> None:
    with contextlib.suppress(OSError):
        for parent in path.parents[:-1]:
            (folder / parent).rmdir()
