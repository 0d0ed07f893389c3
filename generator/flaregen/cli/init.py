"""``flaregen init``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from flaregen.config import require_name
from flaregen.diagnostic import UsageError
from flaregen.printable import counted
from flaregen.terminal import Terminal

_HELP = """\
Set up a repository with a client that follows upstream.

Writes flaregen.toml, the pinned document with its overlays and names, CI jobs, a
pre-commit hook and .gitattributes, and builds the client. If flaregen.toml or a
[tool.flaregen] table in pyproject.toml is there already, it is used.
"""
_EPILOG = """\b
Examples:
  flaregen init
  flaregen init ~/code/shop --output src/shop/vendor
"""
_UNCHANGED = ": there already, unchanged"
_REMEMBER = (
    ("flaregen build", "write the client again, after you change spec/ or flaregen.toml"),
    ("flaregen check", "compare the client with what a build would write"),
    ("flaregen pull", "fetch the upstream document, and show what its changes break"),
)


@click.command(help=_HELP, epilog=_EPILOG)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option(
    "--output",
    metavar="DIR",
    help="Folder for the package, in the repository. Default: src if it exists, else the top.",
)
@click.option("--package", metavar="NAME", help="Name of the package. Default: workers_ai.")
@click.option("--force", is_flag=True, help="Replace existing files, but not the configuration.")
@click.option(
    "--update", is_flag=True, help="Only update which flaregen the jobs and hooks install."
)
@click.option("-q", "--quiet", is_flag=True, help="Print only errors.")
def command(
    *,
    folder: Path,
    output: str | None,
    package: str | None,
    force: bool,
    update: bool,
    quiet: bool,
) -> None:
    terminal = Terminal(quiet=quiet)
    if update:
        if output is not None or package is not None or force:
            raise UsageError("--update cannot be combined with other options")
        _update(terminal, folder)
        return
    _require_sane(folder, output, package)
    _set_up(terminal, folder, output=output, package=package, force=force)


def _set_up(
    terminal: Terminal, folder: Path, *, output: str | None, package: str | None, force: bool
) -> None:
    from flaregen.upstream.initialize import plan
    from flaregen.write import write_together

    setup = plan(folder, package=package, output=output, force=force)
    changed = {name: new for name, new in setup.files.items() if name not in setup.unchanged}
    write_together(setup.root, changed)
    for name in setup.files:
        shown = _relative(setup.root / name)
        terminal.say(f"{shown}{_UNCHANGED if name in setup.unchanged else ''}")
    try:
        _build(terminal, setup.config_file, overwrite=force)
    finally:
        # What the configuration lacks for a build may be what the advice is about.
        for text in setup.advice:
            terminal.say(f"\n{text}")
    place = "" if folder.resolve() == Path.cwd() else f", in {folder}"
    terminal.say(f"\nThree commands to remember{place}:")
    width = max(len(line) for line, _ in _REMEMBER)
    for line, purpose in _REMEMBER:
        terminal.say(f"  {terminal.strong(line.ljust(width))}  {purpose}")


def _relative(path: Path) -> str:
    """A path as people name it from where they are."""
    return os.path.relpath(path)


def _update(terminal: Terminal, folder: Path) -> None:
    from flaregen.upstream.initialize import renewed
    from flaregen.write import write_together

    root, files = renewed(folder)
    for name, content in files.items():
        changed = write_together(root, {name: content})
        terminal.say(f"{_relative(root / name)}{': updated' if changed else _UNCHANGED}")


def _require_sane(folder: Path, output: str | None, package: str | None) -> None:
    from flaregen.upstream.initialize import settings_in

    if package is not None:
        require_name(package, "the name of a package")
    if output is not None:
        _require_inside(output)
    present = settings_in(folder)
    if present and (output or package):
        raise UsageError(
            f"{present} is there already, and says where the client goes",
            help="leave out --output and --package, or change it there",
        )


def _require_inside(output: str) -> None:
    if Path(output).is_absolute() or ".." in Path(output).parts:
        raise UsageError(
            f"--output {output} is outside the repository",
            help="give a folder in it, as in --output src/shop/vendor",
        )
    if not output.isprintable():
        raise UsageError(f"--output {output!r} contains invisible characters")


def _build(terminal: Terminal, config_file: Path, *, overwrite: bool) -> None:
    from flaregen import config as configuration
    from flaregen.cli.build import write_client

    config = configuration.load(config_file)
    report = write_client(terminal, config, overwrite=overwrite, force=False)
    place = _relative(config.client)
    count = len(report.written) if report else 0
    terminal.say(f"{place}: {counted(count, 'file')} written" if count else f"{place}{_UNCHANGED}")
