"""``flaregen init``."""

from __future__ import annotations

from pathlib import Path

import click

from flaregen.config import is_name, name_advice
from flaregen.diagnostic import UsageError
from flaregen.terminal import Terminal

_EPILOG = """\b
Examples:
  flaregen init
  flaregen init ~/code/shop --output src/shop/vendor
"""
_UNCHANGED = ": there already, unchanged"
_REMEMBER = (
    ("flaregen build", "writes the client, after a change of spec/ or flaregen.toml"),
    ("flaregen check", "shows how the client differs from what would be written"),
    ("flaregen pull", "follows upstream, and shows what its changes break"),
)


@click.command(epilog=_EPILOG)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option(
    "--output",
    metavar="DIR",
    help="Folder in the repository that the package goes into; src where there is one, else its "
    "top.",
)
@click.option(
    "--package", metavar="NAME", default="workers_ai", show_default=True, help="Name of the client."
)
@click.option("--force", is_flag=True, help="Replace files that are there already.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(*, folder: Path, output: str | None, package: str, force: bool, quiet: bool) -> None:
    """Set up a repository that holds a client and follows upstream.

    Writes flaregen.toml, the pinned document with its overlays and names, a job for
    continuous integration and a pre-commit hook, and builds the client.
    """
    from flaregen.upstream.initialize import plan
    from flaregen.write import write_together

    terminal = Terminal(quiet=quiet)
    _require_sane(output, package)
    setup = plan(folder, package=package, output=output, force=force)
    write_together(folder, setup.files)
    for name in setup.files:
        terminal.say(f"{folder / name}{_UNCHANGED if name in setup.unchanged else ''}")
    _build(terminal, folder, overwrite=force)
    for text in setup.advice:
        terminal.say(f"\n{text}")
    terminal.say("\nThree commands to remember:")
    for line, purpose in _REMEMBER:
        terminal.say(f"  {terminal.strong(line)}  {purpose}")


def _require_sane(output: str | None, package: str) -> None:
    if not is_name(package):
        raise UsageError(f"{package!r} cannot be the name of a package", help=name_advice(package))
    if output is not None and (Path(output).is_absolute() or ".." in Path(output).parts):
        raise UsageError(
            f"--output {output} leads out of the repository",
            help="give a folder in it, as in --output src/shop/vendor",
        )


def _build(terminal: Terminal, folder: Path, *, overwrite: bool) -> None:
    from flaregen import config as configuration
    from flaregen.cli.build import write_client

    config = configuration.load(folder / configuration.FILE_NAME)
    report = write_client(terminal, config, overwrite=overwrite, force=False)
    place = config.directory / config.package
    count = len(report.written) if report else 0
    terminal.say(f"{place}: {count} files written" if count else f"{place}{_UNCHANGED}")
