"""From where a document is pulled, and at which revision."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flaregen.diagnostic import UsageError
from flaregen.document import Source
from flaregen.git_command import git
from flaregen.network.fetch import Limits, Progress, Validators, fetch
from flaregen.reading.sources import make_source, read_source

_RAW_GITHUB = re.compile(r"(https://raw\.githubusercontent\.com/[^/]+/[^/]+/)([^/]+)(/.+)")
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Obtained:
    """A document and what is known of where it came from; ``revision`` may be empty."""

    source: Source
    revision: str
    validators: Validators


def at_revision(name: str, revision: str) -> str:
    """The name of a document at another revision. Raises UsageError where that has no meaning."""
    if name.startswith("git:"):
        _, _, path = name.removeprefix("git:").partition(":")
        return f"git:{revision}:{path}"
    match = _RAW_GITHUB.fullmatch(name)
    if match is None:
        raise UsageError(
            f"{name} has no revisions that flaregen knows of",
            help="--rev works with git:REV:PATH and with https://raw.githubusercontent.com/...",
        )
    return f"{match[1]}{revision}{match[3]}"


def obtain(
    name: str, limits: Limits, known: Validators | None = None, progress: Progress | None = None
) -> Obtained | None:
    """Read a document; None when it is still the one whose validators are known.

    Raises DiagnosticError.
    """
    if "://" not in name:
        return Obtained(read_source(name), _commit(name), Validators())
    download = fetch(name, known=known, limits=limits, progress=progress)
    if download.content is None:
        return None
    return Obtained(make_source(name, download.content), _commit(name), download.validators)


def _commit(name: str) -> str:
    """The commit in an address, or the one that a name means in git."""
    if (match := _RAW_GITHUB.fullmatch(name)) and _COMMIT.fullmatch(match[2]):
        return match[2]
    if not name.startswith("git:"):
        return ""
    revision = name.removeprefix("git:").partition(":")[0]
    # The document was read from git a moment ago, so that git is there.
    done = git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    return done.stdout.decode().strip()
