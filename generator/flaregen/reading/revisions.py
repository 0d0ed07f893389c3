"""Documents at revisions of git, and the commits that changed one."""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
from dataclasses import dataclass
from typing import NoReturn

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import Source
from flaregen.git_command import SECONDS, git

_EXAMPLE = "for example git:HEAD~1:spec/openapi.json"
_FETCH = "a branch that was not fetched: git fetch origin BRANCH:BRANCH"
_SHALLOW = "in a shallow clone old ones are missing: git fetch --unshallow"
_FORM = "--format=%h%x00%cI%x00%s%x00"


@dataclass(frozen=True, slots=True)
class Commit:
    """``revision`` is short; ``date`` (ISO 8601) is the day of the commit; ``subject`` one line."""

    revision: str
    date: str
    subject: str


@dataclass(frozen=True, slots=True)
class Steps:
    """The commits that changed a file, the latest first; ``base`` is the revision before them.

    ``was`` is what ``base`` renamed to it, as ``REV:PATH``; empty where it renamed nothing.
    """

    path: str
    base: str
    commits: tuple[Commit, ...]
    was: str = ""


def content_at(name: str) -> bytes:
    """What the file of ``git:REV:PATH`` holds. ``A...B`` is the merge base of two revisions.

    Raises DiagnosticError.
    """
    revision, _, path = name.removeprefix("git:").partition(":")
    if not revision or not path or revision.startswith("-"):
        refuse(name, "git-name", "A document in git is named git:REV:PATH.", _EXAMPLE)
    revision = _resolved(name, revision)
    # cat-file rather than show: a folder is an error then, not a listing.
    done = _git(name, "cat-file", "blob", f"{revision}:{path}")
    if done.returncode:
        _refuse_file(name, revision, done)
    return done.stdout


def path_in_repository(file: str) -> str:
    """The path of a file from the top of the repository, as git names it. Raises DiagnosticError.

    The repository is that of the working directory.
    """
    done = _git(file, "rev-parse", "--show-cdup")
    if done.returncode:
        _refuse_repository(file, done)
    top = os.path.realpath(os.fsdecode(done.stdout).strip() or ".")
    folder, base = os.path.split(os.path.abspath(file))  # noqa: PTH100  works for what is not there
    path = os.path.relpath(os.path.join(os.path.realpath(folder), base), top)  # noqa: PTH118
    if path.startswith(os.pardir):
        advice = f"run flaregen in the repository that has {file}"
        refuse(file, "git-failed", f"The file is outside of the repository in {top}.", advice)
    return path.replace(os.sep, posixpath.sep)


def steps(path: str, since: str, until: str, most: int | None = None) -> Steps:
    """The commits that changed a file: after ``since``, up to ``until``, the last ones of them.

    ``path`` counts from the top of the repository. Without ``since``, they go back to the
    beginning. What a merge brought to the branch is one step. Raises DiagnosticError, also
    where a shallow clone lacks commits.
    """
    name = f"git:{until}:{path}"
    for revision in filter(None, (until, since)):
        content_at(f"git:{revision}:{path}")
    options = ["--first-parent", "--no-show-signature", _FORM]
    options += [] if most is None else [f"--max-count={most}"]
    last = _resolved(name, until)
    revisions = f"{since}..{last}" if since else last
    place = f":(top,literal){path}"
    done = _git(name, "-c", "log.follow=false", "log", *options, revisions, "--", place)
    if done.returncode:
        _refuse_repository(name, done)
    parts = done.stdout.decode(errors="replace").split("\0")
    rows = zip(parts[::3], parts[1::3], parts[2::3], strict=False)
    found = [Commit(revision.strip(), day[:10], subject) for revision, day, subject in rows]
    # Without those that removed it.
    there = [commit for commit in found if _has(name, commit.revision, path)]
    if not there:
        return Steps(path, until, ())
    before = f"{there[-1].revision}^"
    if _has(name, before, path):
        return Steps(path, before, tuple(there))
    _require_whole(name)
    first = there[-1].revision
    return Steps(path, first, tuple(there[:-1]), _renamed(name, first, path))


def _renamed(name: str, revision: str, path: str) -> str:
    """What a commit renamed to a file, as ``REV:PATH``; empty where it added the file."""
    options = ("-r", "-z", "--find-renames", "--diff-filter=R", "--name-status")
    done = _git(name, "diff-tree", *options, f"{revision}^", revision)
    parts = done.stdout.decode(errors="replace").split("\0")
    pairs = zip(parts[1::3], parts[2::3], strict=False)
    return next((f"{revision}^:{was}" for was, now in pairs if now == path), "")


def _has(name: str, revision: str, path: str) -> bool:
    return _git(name, "cat-file", "-e", f"{revision}:{path}").returncode == 0


def _require_whole(name: str) -> None:
    if _git(name, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        message = "The clone is shallow: it does not have all of the commits."
        refuse(name, "git-failed", message, "fetch the others: git fetch --unshallow")


def _resolved(name: str, revision: str) -> str:
    """The revision itself, or the merge base that ``A...B`` means."""
    if "..." not in revision:
        return revision
    ends = [end or "HEAD" for end in revision.split("...", 1)]
    done = _git(name, "merge-base", *ends)
    if done.returncode:
        for end in ends:
            _require_revision(name, end, done)
        message = f"{ends[0]} and {ends[1]} have no commit in common."
        refuse(name, "git-failed", message, f"name a revision instead\n{_SHALLOW}")
    return done.stdout.decode().strip()


def _git(name: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """What git answers. The name of the document is for the message when it does not."""
    try:
        return git(*arguments)
    except FileNotFoundError:
        refuse(name, "git-missing", "git is not installed or not on the PATH.", "install git")
    except subprocess.TimeoutExpired:
        message = f"git did not answer within {SECONDS} seconds."
        refuse(name, "git-failed", message, f"see what it waits for: git {' '.join(arguments)}")


def _refuse_file(name: str, revision: str, failed: subprocess.CompletedProcess[bytes]) -> NoReturn:
    """Say whether it is the file that is missing, the revision, or the repository."""
    _require_revision(name, revision, failed)
    advice = "the path counts from the top of the repository; begin it with ./ to count from here"
    refuse(name, "git-failed", f"git has no such file: {_said(failed)}.", advice)


def _require_revision(name: str, revision: str, failed: subprocess.CompletedProcess[bytes]) -> None:
    # Asked for its tree: any digest of full length passes for a revision by itself.
    match _git(name, "rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}").returncode:
        case 0:
            return
        case 1:
            advice = _where_else(name, revision)
            refuse(name, "git-failed", f"git has no revision {revision!r} here.", advice)
        case _:
            _refuse_repository(name, failed)


def _where_else(name: str, revision: str) -> str:
    """A clone, and the checkout of a job, has the branches of others as those of their remote."""
    branch = re.split(r"[~^@]", revision, maxsplit=1)[0]
    branches = f"refs/remotes/*/{branch}"
    done = _git(name, "for-each-ref", "--format=%(refname:short)", "--count=1", branches)
    if remote := done.stdout.decode(errors="replace").strip():
        return f"the branch is that of a remote here: name it {remote}{revision[len(branch) :]}"
    return f"list them with: git tag; git branch --all\n{_FETCH}\n{_SHALLOW}"


def _refuse_repository(name: str, failed: subprocess.CompletedProcess[bytes]) -> NoReturn:
    advice = "run flaregen in the repository that has the document, or give a path"
    refuse(name, "git-failed", f"git cannot read here: {_said(failed)}.", advice)


def _said(failed: subprocess.CompletedProcess[bytes]) -> str:
    return failed.stderr.decode(errors="replace").strip().removeprefix("fatal: ").rstrip(".")


def refuse(name: str, code: str, message: str, help: str) -> NoReturn:
    """Raise a DiagnosticError about a document of which there is nothing but its name."""
    nowhere = Source(name=name, content=b"", syntax="json")
    raise DiagnosticError([Diagnostic(code=code, message=message, help=help, source=nowhere)])
