"""What earlier builds have worked out: answers of pure functions, by the digest of the question.

The folder may be deleted at any time, and a build without one writes the same bytes. It belongs
to the user, never to a project: nobody's repository brings answers along.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeAlias

import msgspec

_MOST_CLIENTS = 16
"""Of how many clients the answers are kept, those that were built last."""


_ByKind: TypeAlias = dict[str, dict[bytes, bytes]]


@dataclass(slots=True)
class _Answers:
    """Answers by the kind and the digest of their questions."""

    earlier: _ByKind = field(default_factory=dict)
    used: _ByKind = field(default_factory=dict)


class _File(msgspec.Struct, array_like=True):
    made_by: str
    answers: _ByKind


_current: ContextVar[_Answers | None] = ContextVar("answers", default=None)


def each(
    kind: str,
    questions: Sequence[bytes],
    answer: Callable[[Sequence[bytes]], Sequence[bytes]],
) -> list[bytes]:
    """The answer to each question. Those without one from an earlier build are asked together.

    An answer must depend on its ``kind`` and question alone, and on the generator's code.
    """
    answers = _current.get() or _Answers()
    keys = [hashlib.sha256(question).digest() for question in questions]
    earlier = answers.earlier.get(kind, {})
    found = {key: earlier[key] for key in keys if key in earlier}
    new = {key: one for key, one in zip(keys, questions, strict=True) if key not in found}
    if new:
        found |= zip(new, answer(list(new.values())), strict=True)
    answers.used.setdefault(kind, {}).update(found)
    return [found[key] for key in keys]


@contextmanager
def kept(client: Path, made_by: str, *, afresh: bool = False) -> Iterator[None]:
    """Within the block, ``each`` knows what the last build of a client asked.

    ``made_by`` stands for the code that answers. ``afresh`` is for a block that is to work out
    everything. Of the kinds that the block asked, what it did not ask is forgotten. Where there
    is no folder for it, or one that cannot be used, nothing is kept.
    """
    folder = _folder()
    if folder is None:
        yield
        return
    name = hashlib.sha256(os.fsencode(client.absolute())).hexdigest()[:32]
    path = folder / f"{name}.answers"
    answers = _Answers({} if afresh else _read(path, made_by))
    token = _current.set(answers)
    try:
        yield
    finally:
        _current.reset(token)
    with suppress(OSError):
        now = answers.earlier | answers.used
        if _keys(now) == _keys(answers.earlier):
            os.utime(path)
        else:
            _write(path, _File(made_by, now))


def _keys(answers: _ByKind) -> dict[str, set[bytes]]:
    return {kind: set(found) for kind, found in answers.items()}


def _folder() -> Path | None:
    """``FLAREGEN_CACHE_DIR``, else where the system has caches; None where there is no such place.

    An empty variable asks for none.
    """
    own = os.environ.get("FLAREGEN_CACHE_DIR")
    if own is not None:
        return Path(own) if own else None
    usual = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    # The XDG specification ignores a path that is not absolute.
    if Path(usual).is_absolute():
        return Path(usual) / "flaregen"
    with suppress(RuntimeError):
        return Path.home() / ".cache" / "flaregen"
    return None


def _read(path: Path, made_by: str) -> _ByKind:
    """The answers in a file; none where it is broken, foreign, or of other code."""
    try:
        with path.open("rb") as file:
            if _is_foreign(os.fstat(file.fileno())):
                return {}
            digest, content = file.read(hashlib.sha256().digest_size), file.read()
        if hashlib.sha256(content).digest() != digest:
            return {}
        found = msgspec.msgpack.decode(content, type=_File)
    except (OSError, msgspec.MsgspecError):
        return {}
    return found.answers if found.made_by == made_by else {}


def _is_foreign(status: os.stat_result) -> bool:
    """Whether others than the user have written it, or may."""
    if sys.platform == "win32":
        return False
    return status.st_uid != os.geteuid() or bool(status.st_mode & 0o022)


def _write(path: Path, file: _File) -> None:
    """Replace a file as a whole. Raises OSError."""
    content = msgspec.msgpack.encode(file)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as new:
        new.write(hashlib.sha256(content).digest() + content)
    Path(new.name).replace(path)
    by_age = sorted(path.parent.glob("*.answers"), key=lambda one: one.stat().st_mtime)
    for old in by_age[:-_MOST_CLIENTS]:
        old.unlink()
