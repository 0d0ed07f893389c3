"""``flaregen build``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flaregen import lock as locking
from flaregen.cli.options import configured, format_option, output_options, spec_options
from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.digests import content_on_disk
from flaregen.generator_version import refuse_newer
from flaregen.lock import HandEdit, Lock
from flaregen.on_disk import require_output
from flaregen.printable import counted, listed
from flaregen.terminal import Terminal
from flaregen.upstream.pin import unpulled, verify_pin
from flaregen.write import recover, write_package

if TYPE_CHECKING:
    from flaregen.building import Build
    from flaregen.write import WriteReport

_HELP = """\
Write the client.

Without options it reads the pinned document. If nothing changed since the last build,
it does nothing. A build that fails leaves the client as it was.
"""
_EPILOG = """\b
Examples:
  flaregen build
  flaregen build --spec openapi.json --output src/vendor --package ai
  flaregen build --spec git:main:spec/openapi.json
  curl -s https://example.com/openapi.json | flaregen build --spec -
"""


@click.command(help=_HELP, epilog=_EPILOG)
@spec_options
@output_options
@click.option("--overwrite", is_flag=True, help="Replace files that were edited by hand.")
@click.option("--force", is_flag=True, help="Build even if nothing changed, and use no cache.")
@format_option("text", "json")
def command(
    *, quiet: bool, overwrite: bool, force: bool, output_format: str, **options: object
) -> None:
    terminal = Terminal(quiet=quiet)
    config = configured(**options)  # type: ignore[arg-type]  # click checked each of them
    report = write_client(terminal, config, overwrite=overwrite, force=force)
    _report(terminal, config, output_format, report)


def write_client(
    terminal: Terminal, config: Config, *, overwrite: bool, force: bool
) -> WriteReport | None:
    """Build what is configured and write it; None where the inputs are those of the last build.

    Raises DiagnosticError, UsageError.
    """
    require_buildable(terminal, config, force=force)
    # What a killed build left is put right before anybody looks at the files.
    recover(config.directory, config.package)
    previous, edits = locking.last_build(config.directory, config.package)
    if previous is not None and not (edits or force) and _unchanged(config, previous):
        return None
    # Imported here: a build with nothing to do needs none of it.
    from flaregen.building import build
    from flaregen.cache import kept

    place = config.client
    with kept(place, locking.made_by(), afresh=force):
        made = build(config, terminal.step)
    terminal.diagnose(made.remarks)
    if not overwrite:
        _refuse_hand_edits(terminal, config, edits, made)
    report = write_package(config.directory, config.package, made.files, overwrite=overwrite)
    if previous is None:
        terminal.diagnose(_former(config, made.lock))
    return report


def require_buildable(terminal: Terminal, config: Config, *, force: bool = False) -> None:
    """Warn of what the pin lacks. Raises DiagnosticError and UsageError where nothing is built."""
    require_output(config.directory, config.package)
    if not force:
        refuse_newer(config.client / locking.FILE_NAME)
    verify_pin(config)
    terminal.diagnose(unpulled(config))


def _former(config: Config, lock: Lock) -> Iterator[Diagnostic]:
    """Other packages of the folder that are made from the same: this one's, before a new name."""
    for path in sorted(config.directory.glob(f"*/{locking.FILE_NAME}")):
        other = locking.read_lock(path) if path.parent.name != config.package else None
        if other is None or other.inputs.spec.source != lock.inputs.spec.source:
            continue
        if other.inputs.settings.get("operations") == lock.inputs.settings["operations"]:
            yield Diagnostic(
                code="former-package",
                message=f"{path.parent} was made from the same document and operations",
                help=f"remove it, if {config.package} is its new name",
                severity="warning",
            )


def _unchanged(config: Config, previous: Lock) -> bool:
    if not Path(config.spec).is_file():
        return False
    references = locking.references_on_disk(config, previous.inputs)
    if references is None:
        return False
    return previous.inputs == locking.inputs_digest(config, references=references)


def _refuse_hand_edits(
    terminal: Terminal, config: Config, edits: tuple[HandEdit, ...], made: Build
) -> None:
    """A missing file is written again without a word; a changed one is somebody's work."""
    from flaregen.differences import difference

    changed = {edit.path for edit in edits if edit.kind == "changed"}
    if not changed:
        return
    new = {file.path: file.content for file in made.files if file.path in changed}
    for path, content in new.items():
        if content_on_disk(config.directory, path) == content:
            # Written by a build that was stopped before the package had its turn.
            changed.remove(path)
        else:
            terminal.say(difference(config.directory, path, content))
    if not changed:
        return
    message = f"{listed(sorted(map(str, changed)))} changed since the last build, by hand"
    advice = "move the change into a file of your own, or into an overlay; "
    advice += "flaregen build --overwrite replaces it\n"
    advice += "have a formatter that did it leave the client out"
    raise DiagnosticError([Diagnostic("hand-edited", message, advice)])


def _report(
    terminal: Terminal, config: Config, output_format: str, report: WriteReport | None
) -> None:
    place = config.client
    written = [str(path) for path in report.written] if report else []
    removed = [str(path) for path in report.removed] if report else []
    if output_format == "json":
        terminal.out(
            json.dumps({"package": str(place), "written": written, "removed": removed}, indent=2)
        )
    elif report is None or not (written or removed):
        terminal.say(f"{place}: nothing to do, the client is up to date")
    else:
        unchanged = len(report.unchanged)
        terminal.say(
            f"{place}: {counted(len(written), 'file')} written, {len(removed)} removed, "
            f"{unchanged} unchanged"
        )
