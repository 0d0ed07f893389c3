"""Options that several commands share, and the configuration they give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from flaregen import config as configuration
from flaregen.cli.findings import OUTPUT_FORMAT
from flaregen.config import Config
from flaregen.reading.access import Access

F = TypeVar("F", bound=Callable[..., Any])

config_option = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Configuration file; the nearest flaregen.toml or pyproject.toml by default.",
)
_SPEC = click.option(
    "--spec",
    metavar="SPEC",
    help="Document to read, instead of the configured one: a path, a URL, git:REV:PATH or -. "
    "The configured overlays are not applied to it.",
)
_OVERLAY = click.option(
    "--overlay",
    "overlays",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Overlay to apply, instead of the configured ones. Can be repeated.",
)
_NAMES = click.option(
    "--names",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Names file, instead of the configured one.",
)
_OPERATION = click.option(
    "--operation",
    "--operations",
    "operations",
    multiple=True,
    metavar="OPERATION",
    help="Operations to generate, e.g. 'tag:Workers AI*': an operationId, 'METHOD /path' with any "
    "parameter names, '/path' or 'tag:NAME'. '*' stands for any text, and '!' before a pattern "
    "leaves operations out. Can be repeated.",
)
_OUTPUT = click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder in which the package folder is written.",
)
_PACKAGE = click.option("--package", metavar="NAME", help="Name of the emitted package.")
_REMOTE_REFS = click.option(
    "--allow-remote-refs",
    is_flag=True,
    help="Follow references to other files in the folder of the document, and to servers.",
)
_HTTP = click.option(
    "--allow-http", is_flag=True, help="Permit http, which anybody on the network can change."
)
_PRIVATE = click.option(
    "--allow-private-addresses",
    "allow_private",
    is_flag=True,
    help="Permit servers in private networks and on this machine.",
)
_QUIET = click.option("-q", "--quiet", is_flag=True, help="Print only results and errors.")


def today() -> date:
    return datetime.now(tz=UTC).date()


def spec_options(function: F) -> F:
    """What is read: ``--config --spec --overlay --names --operation --quiet``, and access."""
    given = (config_option, _SPEC, _OVERLAY, _NAMES, _OPERATION)
    return _apply(function, *given, _REMOTE_REFS, _HTTP, _PRIVATE, _QUIET)


def access_options(function: F) -> F:
    """The options of access: ``--allow-remote-refs --allow-http --allow-private-addresses``."""
    return _apply(function, _REMOTE_REFS, _HTTP, _PRIVATE)


def output_options(function: F) -> F:
    """The options of what is written: ``--output --package``."""
    return _apply(function, _OUTPUT, _PACKAGE)


def format_option(*formats: str) -> Callable[[F], F]:
    """``--format``, text unless said otherwise; noted for what is printed of a failure."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        callback=_noted,
        metavar="FORMAT",
        help=f"Output format: {', '.join(formats)}.",
    )


def _noted(context: click.Context, parameter: click.Parameter, value: str) -> str:
    del parameter
    context.meta[OUTPUT_FORMAT] = value
    return value


def configured(
    *,
    config_file: Path | None,
    spec: str | None = None,
    overlays: tuple[Path, ...] = (),
    names: Path | None = None,
    operations: tuple[str, ...] = (),
    output: Path | None = None,
    package: str | None = None,
    allow_remote_refs: bool = False,
    allow_http: bool = False,
    allow_private: bool = False,
) -> Config:
    """The configuration with the options laid over it. Raises UsageError."""
    options = {
        "--spec": spec is not None,
        "--overlay": overlays or spec is not None,
        "--names": names is not None,
        "--output": output is not None,
    }
    replaced = [option for option, given in options.items() if given]
    place = config_file or configuration.find(Path.cwd())
    # Flaregen's own client, of all that it is configured for, is the one without a configuration.
    config = configuration.load(place, replaced) if place or spec else configuration.shipped()
    if spec is not None:
        config = config.with_spec(spec)
    if output is not None:
        # A client is installable where the configuration says so, not wherever it is written to.
        config = replace(config, directory=output, project=config.project and _same(output, config))
    if package is not None:
        configuration.require_name(package, "the name of a package")
    permitted = config.access
    return replace(
        config,
        overlays=overlays or config.overlays,
        names=names or config.names,
        operations=operations or config.operations,
        package=package or config.package,
        access=Access(
            remote_refs=permitted.remote_refs or allow_remote_refs,
            http=permitted.http or allow_http,
            private=permitted.private or allow_private,
        ),
    )


def _same(output: Path, config: Config) -> bool:
    return output.resolve() == config.directory.resolve()


def _apply(function: F, *options: Callable[[F], F]) -> F:
    for option in reversed(options):
        function = option(function)
    return function
