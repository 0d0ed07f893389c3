"""The pinned document and ``spec.lock``, which says where it came from.

The pin holds the configured operations only, in upstream's own words and order, so
that a pull request shows what changed and nothing else. ``spec.lock`` is next to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from flaregen.config import Config, names_a_file
from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.digests import digest, written_earlier
from flaregen.lock import Input
from flaregen.openapi.patterns import Patterns
from flaregen.toml_text import listed, parsed, quoted
from flaregen.write import write_together

FILE_NAME = "spec.lock"
_HEADER = "# Written by flaregen pull: where the pinned document comes from. Commit it.\n"


class PulledModels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the models of a pin were pulled from, and when; ``models.json`` has what was said."""

    source: str
    pulled: str


class SpecLock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``whole`` and ``slice`` are SHA-256 digests of what was pulled and of what was kept.

    ``pulled`` is a date (ISO 8601). ``etag`` and ``last_modified`` are the server's, for
    the next pull. ``revision`` is a commit, empty where it is not known. ``references``
    are the other documents that the pin has parts of, ``models`` what the service said.
    """

    pin: str
    source: str
    whole: str
    slice: str
    pulled: str
    operations: tuple[str, ...]
    revision: str = ""
    etag: str = ""
    last_modified: str = ""
    references: tuple[Input, ...] = ()
    models: PulledModels | None = None


def pin_path(config: Config) -> Path:
    """The file that a pull replaces. Raises UsageError when the configuration names none."""
    advice = "run flaregen init, or give the configuration a [spec] with a path"
    if config.origin is None:
        raise UsageError("there is no configuration here, so there is nothing to pull into", advice)
    path = Path(config.spec)
    if not names_a_file(config.spec):
        advice = f"[spec] path is {config.spec}; a pull needs a file in the project to replace"
    elif path.absolute().is_relative_to(config.origin.parent.absolute()):
        return path
    raise UsageError(f"{config.origin} pins no document of its own", advice)


def read_spec_lock(pin: Path) -> SpecLock | None:
    """The lock next to a pin, None when there is none or it is another file's.

    Raises DiagnosticError.
    """
    lock = written_earlier(
        pin.with_name(FILE_NAME), lambda content: msgspec.convert(parsed(content), SpecLock)
    )
    return lock if lock is not None and lock.pin == pin.name else None


def render_spec_lock(lock: SpecLock) -> str:
    texts = {
        name: getattr(lock, name)
        for name in lock.__struct_fields__
        if name not in {"operations", "references", "models"} and getattr(lock, name)
    }
    lines = [f"{name} = {quoted(value)}" for name, value in texts.items()]
    lines.append(f"operations = {listed(lock.operations)}")
    for given in lock.references:
        source, digest = quoted(given.source), quoted(given.sha256)
        lines += ["", "[[references]]", f"source = {source}", f"sha256 = {digest}"]
    if (models := lock.models) is not None:
        lines += ["", "[models]", f"source = {quoted(models.source)}"]
        lines.append(f"pulled = {quoted(models.pulled)}")
    return _HEADER + "\n".join(lines) + "\n"


def digest_of(content: bytes) -> str:
    """The digest of a pin, the same after a formatter has laid out its JSON anew."""
    # Imported late: a build with nothing to do has the pin as it was pulled.
    from flaregen.upstream.slicing import written

    try:
        return digest(written(json.loads(content)))
    except (ValueError, RecursionError):  # YAML, or what the reader of documents refuses
        return digest(content)


def is_as_pulled(pin: Path, lock: SpecLock) -> bool:
    """Whether a pin says what was pulled, or accepted."""
    content = pin.read_bytes()
    return digest(content) == lock.slice or digest_of(content) == lock.slice


def verify_pin(config: Config) -> None:
    """Check the configured document against ``spec.lock``, where there is one.

    Raises DiagnosticError.
    """
    pin = Path(config.spec)
    if not pin.is_file():
        return
    lock = read_spec_lock(pin)
    if lock is not None and not is_as_pulled(pin, lock):
        message = (
            f"{pin} differs from what {pin.with_name(FILE_NAME)} says was pulled from {lock.source}"
        )
        advice = (
            "flaregen pull --accept takes it as it is; flaregen pull gets upstream's again\n"
            "keep corrections of your own in an overlay"
        )
        raise DiagnosticError([Diagnostic("pin-mismatch", message, advice)])


def unpulled(config: Config) -> Iterator[Diagnostic]:
    """A warning where patterns are configured that the pin was not pulled for.

    It may have some of their operations, and a client of these would seem to be whole.
    """
    pin = Path(config.spec)
    lock = read_spec_lock(pin) if config.pinned else None
    if lock is None:
        return
    wanted = Patterns.parse(config.operations).choosing
    unknown = (pattern for pattern in wanted if pattern.text not in lock.operations)
    if new := [pattern.text for pattern in unknown if pattern.may_match_several]:
        listed_new = " and ".join(f'"{text}"' for text in new)
        verb = "was" if len(new) == 1 else "were"
        message = f"{pin} may lack operations: it was pulled before {listed_new} {verb} configured"
        yield Diagnostic("not-pulled", message, "run flaregen pull", severity="warning")


def accept_pin(config: Config) -> SpecLock:
    """Take the pin as it is on disk; the next pull asks upstream anew. Raises DiagnosticError."""
    pin = pin_path(config)
    lock = read_spec_lock(pin)
    if lock is None or not pin.is_file():
        message = f"there is no {pin.with_name(FILE_NAME)}, so there is nothing to accept"
        raise DiagnosticError([Diagnostic("no-spec-lock", message, "flaregen pull writes one")])
    accepted = msgspec.structs.replace(
        lock, slice=digest_of(pin.read_bytes()), etag="", last_modified=""
    )
    write_together(pin.parent, {FILE_NAME: render_spec_lock(accepted)})
    return accepted
