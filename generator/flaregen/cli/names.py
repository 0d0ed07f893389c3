"""``flaregen names``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import click

from flaregen import config as configuration
from flaregen.cli.options import configured, spec_options
from flaregen.diagnostic import UsageError
from flaregen.printable import counted
from flaregen.terminal import Terminal

_HELP = """\
Give operations the names that they have in another client.

Appends the missing rows to the names file, and leaves what is in it as it is. One row for
a path names all below it. Without a names file, prints the rows. All operations of the
document are named, unless --operation chooses some.
"""
_EPILOG = """\b
Examples:
  flaregen names --like methods.tsv
  flaregen names --like methods.tsv --spec api.json --operation '*'

A line of the file: GET<TAB>/zones/{zone_id}/dns_records<TAB>dns.records.list
"""


@click.command(help=_HELP, epilog=_EPILOG)
@click.option(
    "--like",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Names, a line for each: the method, the path, and the name, with tabs between them.",
)
@spec_options
def command(*, like: Path, quiet: bool, **options: object) -> None:
    from flaregen.names import learning, reviewed
    from flaregen.opening import gather
    from flaregen.understanding import unnamed

    terminal = Terminal(quiet=quiet)
    options["operations"] = options["operations"] or ("*",)
    config = configured(**options)  # type: ignore[arg-type]  # click checked each of them
    wanted = learning.parse(_text(like), str(like))
    path = _own(config.names, options)
    known = reviewed.load(path if path and path.exists() else None)
    gathered = gather(config, terminal.step)
    with gathered.placing():
        operations = unnamed(gathered.document, config, terminal.step)
    with terminal.step("Naming"):
        found = learning.learned(operations, wanted, known, config.scopes)
    for line in found.kept:
        terminal.say(f"kept {line}")
    _give(terminal, path, learning.written(found))
    rows = (counted(len(found.resources), "path"), counted(len(found.methods), "operation"))
    terminal.say(
        f"{counted(found.shared, 'operation')} of {len(operations):,} named by {like}; "
        f"new are rows for {' and '.join(rows)}"
    )


def _own(names: Path | None, options: Mapping[str, object]) -> Path | None:
    """The names file, unless it is the one that flaregen brings along."""
    given = options["names"] or options["config_file"] or configuration.find(Path.cwd())
    return names if given else None


def _give(terminal: Terminal, path: Path | None, rows: str) -> None:
    """Append rows to the names file; print them where there is none."""
    from flaregen.write import with_line_ends, write_together

    if path is None:
        terminal.out(rows.rstrip("\n"))
        return
    there = path.read_text(encoding="utf-8") if path.exists() else ""
    gap = "" if not there else "\n" if there.endswith("\n") else "\n\n"
    text = f"{there}{gap}{rows}" if rows else there
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(
            f"{path}: {error}", help="write its rows as [[resource]] and [[method]] tables"
        ) from error
    write_together(path.parent, {path.name: with_line_ends(text, path)})


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageError(
            f"{path} cannot be read: {reason}", help="name a file of METHOD<TAB>PATH<TAB>name"
        ) from error
