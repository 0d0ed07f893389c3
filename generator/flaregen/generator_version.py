"""Which flaregen a project takes: what its configuration asks for, and none older than its lock."""

from __future__ import annotations

from pathlib import Path

from flaregen import __version__
from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.on_disk import regular_bytes
from flaregen.toml_text import parsed


def require_version(path: Path, wanted: object) -> None:
    """Raise UsageError where a configuration's ``required-version`` is not this one (PEP 440).

    A version alone asks for exactly that one.
    """
    # Imported late: most configurations ask for none.
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    text = wanted.strip() if isinstance(wanted, str) else ""
    try:
        specifier = SpecifierSet(f"=={text}" if text[:1].isdigit() else text)
    except InvalidSpecifier:
        text = ""
    if not text:
        raise UsageError(
            f"{path}: required-version is {wanted!r}, not a valid version specifier",
            help='write it as in ">=1.2,<2" (PEP 440)',
        )
    if not specifier.contains(__version__, prereleases=True):
        raise UsageError(
            f"{path}: required-version is {wanted!r}, and this is flaregen {__version__}",
            help="install a flaregen that fits, or change required-version",
        )


def refuse_newer(lock_file: Path) -> None:
    """Raise DiagnosticError where a later flaregen wrote the client: an older one would undo it.

    The lock is read as far as its version: a later one may have what this one does not know.
    """
    try:
        written_by = parsed(regular_bytes(lock_file)).get("generator")
    except (OSError, ValueError):
        # What cannot be read is for those to tell who need all of it.
        return
    if not _is_newer(written_by):
        return
    message = f"{lock_file.parent} was written by flaregen {written_by}; this is {__version__}"
    advice = (
        f"install flaregen {written_by} (flaregen init --update renews jobs and hooks),\n"
        "or go back to this one with flaregen build --force"
    )
    raise DiagnosticError([Diagnostic("newer-flaregen", message, advice)])


def _is_newer(version: object) -> bool:
    if not isinstance(version, str) or version == __version__:
        return False
    from packaging.version import InvalidVersion, Version

    try:
        return Version(version) > Version(__version__)
    except InvalidVersion:
        return False
