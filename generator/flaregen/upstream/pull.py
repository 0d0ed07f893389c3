"""Following upstream: get the document, make sure that it works, and only then pin it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.digests import digest
from flaregen.document import Document, Source
from flaregen.git_command import git
from flaregen.lock import Input, portable_name
from flaregen.network.fetch import Limits, Progress, Validators, fetch
from flaregen.openapi.endpoints import Endpoint, endpoints
from flaregen.opening import correct
from flaregen.reading.load import load, parse
from flaregen.reading.sources import make_source, read_source
from flaregen.selecting.gathered import Gathered
from flaregen.selecting.select import select
from flaregen.selecting.whole import with_references
from flaregen.understanding import NamingError, Reading, understand, with_rest
from flaregen.upstream.model_baseline import baseline_of
from flaregen.upstream.model_catalogue import with_models_of
from flaregen.upstream.model_news import ModelNews
from flaregen.upstream.pin import (
    FILE_NAME,
    SpecLock,
    digest_of,
    is_as_pulled,
    pin_path,
    read_spec_lock,
    render_spec_lock,
)
from flaregen.upstream.slicing import cut, wanted
from flaregen.write import write_together

_RAW_GITHUB = re.compile(r"(https://raw\.githubusercontent\.com/[^/]+/[^/]+/)([^/]+)(/.+)")
_COMMIT = re.compile(r"[0-9a-f]{40}")


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


@dataclass(frozen=True, slots=True)
class Candidate:
    """An upstream document that could be pinned: cut down, corrected, validated.

    ``pinned`` is the present pin as a document, None when there is none; ``document``
    the new one before overlays. ``errors`` say why it cannot be adopted: an overlay that does
    not apply any more, what is invalid, a server. ``reading`` is None when there are such, or
    ``unnamed`` says what has to be reviewed in the names file before a client can be built.
    """

    pin: Path
    content: bytes
    lock: SpecLock
    pinned: Document | None
    document: Document
    reading: Reading | None
    unnamed: tuple[Diagnostic, ...]
    errors: tuple[Diagnostic, ...]
    is_changed: bool
    news: ModelNews | None = None
    """Of the models, where the service was asked about them."""
    other_files: Mapping[str, bytes] = field(default_factory=dict)
    """Other files that change with the pin, by name."""


def follow(
    config: Config,
    *,
    source: str | None,
    revision: str | None,
    limits: Limits,
    today: date,
    progress: Progress | None = None,
) -> Candidate | None:
    """Get upstream and prepare it for the pin; nothing is written.

    None when the server says that nothing changed since the last pull. Raises
    DiagnosticError and UsageError.
    """
    pin = pin_path(config)
    origin = source or config.pull.source
    if revision is not None:
        origin = at_revision(origin, revision)
    lock = read_spec_lock(pin)
    obtained = obtain(origin, limits, _known(config, pin, lock, origin), progress)
    if obtained is None:
        return None
    # What it refers to in other documents as well, where that is permitted.
    starts = partial(wanted, patterns=config.operations, earlier=_earlier(config))
    gathered = with_references(parse(obtained.source), config.access, starts, limits.size)
    return _prepare(config, lock, obtained, gathered, today)


def adopt(candidate: Candidate) -> bool:
    """Replace the pin, then its lock. Returns whether anything was written.

    Killed in between, the lock has the digest of another pin: a build refuses it, and the
    next pull replaces both. Raises DiagnosticError.
    """
    if candidate.errors:
        raise DiagnosticError(candidate.errors)
    lock = render_spec_lock(candidate.lock)
    # One that says the same may be as a formatter has laid it out.
    pin = {candidate.pin.name: candidate.content} if candidate.is_changed else {}
    return write_together(candidate.pin.parent, {**pin, **candidate.other_files, FILE_NAME: lock})


def _known(config: Config, pin: Path, lock: SpecLock | None, origin: str) -> Validators | None:
    """What to ask the server with: only where its "not modified" would settle the matter."""
    if lock is None or lock.source != origin or lock.operations != config.operations:
        return None
    if lock.references:
        return None  # the server can speak for one document only
    if not pin.is_file() or not is_as_pulled(pin, lock):
        return None
    return Validators(lock.etag, lock.last_modified)


def _earlier(config: Config) -> tuple[Endpoint, ...]:
    """The operations of the pin."""
    pin = pin_path(config)
    return tuple(endpoints(load(str(pin)))) if pin.is_file() else ()


def _prepare(
    config: Config, lock: SpecLock | None, obtained: Obtained, gathered: Gathered, today: date
) -> Candidate:
    pin = pin_path(config)
    content = cut(gathered.document, config.operations, _earlier(config))
    if pin.is_file() and (models := baseline_of(pin, lock)):
        chosen = endpoints(select(gathered.document, config.operations, whole=True))
        content = with_models_of(load(str(pin)), content, models, chosen)
    new = SpecLock(
        pin=pin.name,
        source=portable_name(obtained.source.name, pin.parent.parent),
        whole=obtained.source.sha256,
        slice=digest(content),
        pulled=today.isoformat(),
        operations=config.operations,
        revision=obtained.revision,
        etag=obtained.validators.etag,
        last_modified=obtained.validators.last_modified,
        references=tuple(Input(name, other.sha256) for name, other in gathered.reached),
        models=lock.models if lock else None,
    )
    return candidate(config, content, _keep_date(lock, new), gathered)


def candidate(
    config: Config, content: bytes, lock: SpecLock, upstream: Gathered | None = None
) -> Candidate:
    """What a pin with this content would be.

    Its problems are placed in the text of ``upstream``, if it was cut out of that.
    """
    pin = pin_path(config)
    document = parse(make_source(str(pin), content))
    upstream = upstream or Gathered(document)
    reading, unnamed, errors = _understood(config, document, upstream.document.source)
    present = pin.read_bytes() if pin.is_file() else None
    return Candidate(
        pin=pin,
        content=content,
        lock=lock,
        pinned=load(str(pin)) if present is not None else None,
        document=document,
        reading=reading,
        unnamed=tuple(_in_upstream(unnamed, document, upstream)),
        errors=tuple(_in_upstream(errors, document, upstream)),
        is_changed=present is None or digest_of(present) != digest(content),
    )


def _keep_date(old: SpecLock | None, new: SpecLock) -> SpecLock:
    """Pulling the same again is not a change worth a commit, whatever the server says of it."""
    if old is None:
        return new
    same = msgspec.structs.replace(
        new, pulled=old.pulled, etag=old.etag, last_modified=old.last_modified
    )
    return old if same == old else new


def _understood(
    config: Config, document: Document, upstream: Source
) -> tuple[Reading | None, tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What a build would make of the pin; what has to be named before; and errors."""
    try:
        corrected = correct(replace(document, source=upstream), config)
        understood = understand(replace(corrected, source=document.source), config)
    except NamingError as error:
        return None, error.diagnostics, ()
    except DiagnosticError as error:
        return None, (), error.diagnostics
    return with_rest(understood, config), (), understood.foreign


def _in_upstream(
    findings: Iterable[Diagnostic], pin: Document, upstream: Gathered
) -> Iterator[Diagnostic]:
    """Findings of the pin where upstream has them: cutting keeps pointers."""
    for finding in findings:
        is_here = finding.source == pin.source
        yield upstream.place(
            replace(finding, source=upstream.document.source) if is_here else finding
        )
