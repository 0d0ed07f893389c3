"""The repository around a project: its root, its branch, who runs its jobs."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal, TypeAlias

from flaregen.git_command import git

Host: TypeAlias = Literal["github", "gitlab"]

_LONGEST_SLUG = 100
"""A name of a file has 255 bytes on most systems, and a suffix is a part of one."""


@dataclass(frozen=True, slots=True)
class Repository:
    """``root`` is the folder of git, or the project's own without git.

    ``below`` leads from there to the project, ``.`` where they are the same.
    """

    root: Path
    below: PurePosixPath
    host: Host

    @property
    def suffix(self) -> str:
        """What tells the jobs of one project of the repository from those of another.

        It can be a part of the name of a branch, and of a file.
        """
        return f"-{_slug('-'.join(self.below.parts))}" if self.below.parts else ""


def ignored(root: Path, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the files below a root that git leaves out, whether they are there or not."""
    # One at a time: of several, git answers with names that it may have quoted.
    return tuple(name for name in names if _git(root, "check-ignore", "--", f"./{name}"))


def _slug(text: str) -> str:
    """Letters, digits, ``-``, ``_`` and single dots: what is something else gets a digest.

    The rules of git are those of git-check-ref-format.
    """
    words = re.findall(r"[A-Za-z0-9_-]+", text)
    is_plain = ".".join(words) == text and words[-1] != "lock" and len(text) <= _LONGEST_SLUG
    digest = hashlib.sha256(os.fsencode(text)).hexdigest()[:8]
    return text if is_plain else "-".join([*words, digest])[-_LONGEST_SLUG:]


def repository_of(folder: Path) -> Repository:
    """The repository that a folder, which may not be there yet, is in."""
    present = next(path for path in (folder, *folder.absolute().parents) if path.is_dir())
    top = _git(present, "rev-parse", "--show-toplevel")
    root = Path(top) if top else folder
    inside = folder.resolve().relative_to(root.resolve()) if top else PurePosixPath()
    return Repository(root, PurePosixPath(inside.as_posix()), _host(root))


def _host(root: Path) -> Host:
    if (root / ".github").is_dir():
        return "github"
    if (root / ".gitlab-ci.yml").exists() or "gitlab" in _git(root, "remote", "get-url", "origin"):
        return "gitlab"
    return "github"


def _git(folder: Path, *arguments: str) -> str:
    """What git says; empty without git, a repository, or an answer."""
    try:
        done = git(*arguments, folder=folder)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return os.fsdecode(done.stdout).strip() if done.returncode == 0 else ""
