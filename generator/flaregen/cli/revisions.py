"""Revisions of the pinned document, and ranges of them, as ``flaregen drift`` names them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from flaregen.cli.drift_options import DriftOptions
from flaregen.config import Config, names_a_file
from flaregen.diagnostic import DiagnosticError, UsageError
from flaregen.openapi.patterns import Patterns
from flaregen.toml_text import parsed

if TYPE_CHECKING:
    from flaregen.reading.revisions import Steps


def is_pinned(name: str | None) -> bool:
    """Whether a name means the pinned document, as it is or at a revision of git."""
    return name is None or (name.startswith("git:") and ":" not in name.removeprefix("git:"))


def completed(name: str, config: Config) -> str:
    """The name of a document; ``git:REV`` gets the path of the pinned one."""
    return f"{name}:{_pinned_path(config)}" if is_pinned(name) else name


def end_of(name: str) -> str | None:
    """The document at B, which ``git:A...B`` is to be compared with; None for any other name."""
    revisions, colon, path = name.removeprefix("git:").partition(":")
    _, _, end = revisions.partition("...")
    return f"git:{end}{colon}{path}" if name.startswith("git:") and end else None


def range_between(old: str, new: str) -> str | None:
    """The range between two revisions of one file; None for other documents."""
    if not (old.startswith("git:") and new.startswith("git:")) or ".." in old:
        return None
    (_, since, path), (_, until, other) = (name.split(":", 2) for name in (old, new))
    return f"git:{since}..{until}:{path}" if path == other else None


def asked_steps(options: DriftOptions, config: Config) -> Steps | None:
    """The commits that are compared one by one; None where two documents are.

    Raises UsageError where there can be none, DiagnosticError for what git does not have.
    """
    old = options.old or "git:HEAD"
    revision, _, path = old.removeprefix("git:").partition(":")
    is_range = old.startswith("git:") and ".." in revision and "..." not in revision
    if options.history is None and not is_range:
        return None
    _require_alone(options)
    from flaregen.reading.revisions import path_in_repository, steps

    if not old.startswith("git:"):
        if old == "-" or not names_a_file(old):
            raise UsageError(f"{old} is not a file in git, so it has no history")
        revision, path = "HEAD", path_in_repository(old)
    elif path.startswith(("./", "../")):
        path = path_in_repository(path)
    since, until = "", revision
    if is_range:
        since, _, until = revision.partition("..")
        since = since or "HEAD"
    return steps(path or _pinned_path(config), since, until or "HEAD", options.history)


def revisions_of_pin(name: str, config: Config) -> list[str]:
    """The revision in ``git:REV:PATH`` where that is the pinned document; else none."""
    revision, _, path = name.removeprefix("git:").partition(":")
    is_pin = name.startswith("git:") and config.pinned and path == _pinned_path(config)
    return [revision] if is_pin else []


def with_former(config: Config, revisions: Iterable[str]) -> Config:
    """The configuration with the operations, too, that the pin had at revisions of git.

    Else one that is not configured any more would go unnoticed. What exclusions left out is in no
    pin, and what they leave out of the others is not to be missed.
    """
    former = dict.fromkeys(one for revision in revisions for one in _pinned_for(revision, config))
    if not former.keys() - set(config.operations):
        return config
    texts = dict.fromkeys((*config.operations, *former))
    chosen = tuple(pattern.text for pattern in Patterns.parse(texts).choosing)
    gone = tuple(text for text in chosen if text not in config.operations)
    return replace(config, operations=chosen, former=gone)


def _pinned_for(revision: str, config: Config) -> tuple[str, ...]:
    """The operations that the pin was pulled for at a revision, or the client was built for."""
    from flaregen import lock
    from flaregen.reading.revisions import content_at, path_in_repository
    from flaregen.upstream.pin import FILE_NAME

    pulled = PurePosixPath(_pinned_path(config)).with_name(FILE_NAME)
    with suppress(DiagnosticError):
        return tuple(parsed(content_at(f"git:{revision}:{pulled}"))["operations"])
    with suppress(DiagnosticError):
        built = path_in_repository(str(config.client / lock.FILE_NAME))
        return tuple(parsed(content_at(f"git:{revision}:{built}"))["settings"]["operations"])
    return ()


def _require_alone(options: DriftOptions) -> None:
    """Raise UsageError for what goes with two documents only."""
    if options.new is not None:
        raise UsageError(
            "a history has one document: leave out NEW",
            help="name two revisions as in git:v1.0.0..v2.0.0:spec/openapi.json",
        )
    given = {
        "--accept-all": options.accept_all,
        "--write-changelog": options.changelog,
        "--show-code": options.show_code,
    }
    if wrong := next((option for option, value in given.items() if value), None):
        raise UsageError(f"{wrong} needs two documents, not a history")


def _pinned_path(config: Config) -> str:
    from flaregen.reading.revisions import path_in_repository

    if config.spec.startswith("git:"):
        return config.spec.removeprefix("git:").partition(":")[2]
    if not names_a_file(config.spec):
        raise UsageError(
            f"{config.spec} is not a file in git, so it has no revisions",
            help="name a document as git:REV:PATH",
        )
    return path_in_repository(config.spec)
