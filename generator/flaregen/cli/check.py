"""``flaregen check``."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from flaregen import lock as locking
from flaregen.cli.build import require_buildable
from flaregen.cli.options import configured, format_option, output_options, spec_options
from flaregen.lock import Lock
from flaregen.printable import counted
from flaregen.terminal import Terminal

if TYPE_CHECKING:
    from flaregen.building import Build
    from flaregen.rendered import RenderedFile

_HELP = """\
Show how the client differs from what a build would write.

Prints the diff to standard output, including missing and obsolete files. The exit
status is 1 if there is a difference.
"""
_EPILOG = """\b
Examples:
  flaregen check
  flaregen check --spec git:HEAD:spec/openapi.json --output vendor
"""


@click.command(help=_HELP, epilog=_EPILOG)
@spec_options
@output_options
@format_option("text", "json")
@click.pass_context
def command(
    context: click.Context, /, *, quiet: bool, output_format: str, **options: object
) -> None:
    from flaregen.building import build
    from flaregen.differences import differences

    terminal = Terminal(quiet=quiet)
    config = configured(**options)  # type: ignore[arg-type]  # click checked each of them
    require_buildable(terminal, config)
    lock = locking.read_lock(config.client / locking.FILE_NAME)
    made = build(config, terminal.step)
    terminal.diagnose(made.remarks)
    found = dict(differences(config.directory, config.package, _but_for_code(made, lock), lock))
    surplus = locking.surplus_files(made.lock, config.directory, config.package)
    foreign = [path for path in surplus if path not in found]  # a build removes these
    if output_format == "json":
        files = [{"path": str(path), "diff": text} for path, text in found.items()]
        report = {"same": not found, "files": files, "foreign": [str(path) for path in foreign]}
        terminal.out(json.dumps(report, indent=2))
    else:
        for text in found.values():
            terminal.out(terminal.coloured_diff(text))
        for path in foreign:
            terminal.say(f"{path}: not written by flaregen, left alone")
        edits = locking.hand_edits(lock, config.directory) if lock else ()
        edited = sum(edit.kind == "changed" and edit.path in found for edit in edits)
        _conclude(terminal, len(found), edited, str(config.client))
    context.exit(1 if found else 0)


def _but_for_code(made: Build, lock: Lock | None) -> list[RenderedFile]:
    """The same output from other code does not count; the next build renews the lock."""
    renewed = locking.render_lock(locking.with_code_of(made.lock, lock))
    return [
        replace(file, content=renewed) if file.path.name == locking.FILE_NAME else file
        for file in made.files
    ]


def _conclude(terminal: Terminal, count: int, edited: int, place: str) -> None:
    """``edited`` is how many files were changed since the last build: it asks before they go."""
    if not count:
        terminal.say(f"{place}: up to date")
        return
    files = f"{counted(count, 'file')} differ{'s' if count == 1 else ''}"
    remedy = "`flaregen build` writes what was built"
    if edited:
        edits = counted(edited, "edit")
        remedy = f"`flaregen build --overwrite` undoes {edits} by hand, and writes what was built"
    terminal.say(f"{place}: {files}; {remedy}")
