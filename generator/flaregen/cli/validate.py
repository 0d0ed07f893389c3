"""``flaregen validate``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from flaregen.cli.findings import as_json, count
from flaregen.cli.options import access_options, config_option, configured, format_option
from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import Source
from flaregen.reading import load as loading
from flaregen.terminal import Terminal

_HELP = """\
Report every problem of a document, with its place and what to do.

SPEC is a path, a URL, git:REV:PATH or -, in JSON or YAML, plain or .gz; the
configured document without its overlays by default. Known defects of published
documents, which a build repairs, are warnings. The exit status is 1 if there are
errors, and 2 if the document cannot be read.
"""
_EPILOG = """\b
Examples:
  flaregen validate openapi.json
  flaregen validate https://example.com/openapi.yaml.gz
  flaregen validate git:HEAD~1:spec/openapi.json --quiet
  flaregen validate --config other/flaregen.toml
  flaregen validate - --format json < openapi.yaml
"""


@click.command(help=_HELP, epilog=_EPILOG)
@click.argument("spec", metavar="[SPEC]", required=False)
@config_option
@access_options
@click.option("-q", "--quiet", is_flag=True, help="Print only errors.")
@format_option("text", "json")
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    spec: str | None,
    config_file: Path | None,
    quiet: bool,
    output_format: str,
    **access: Any,  # noqa: ANN401  click checked each of them
) -> None:
    terminal = Terminal(quiet=quiet)
    config = configured(config_file=config_file, spec=spec, **access)
    # Imported here, so that the help is there at once.
    from flaregen.validating.rest_of_document import tally

    with terminal.step(f"Reading {config.spec}"):
        source = loading.read_source(config.spec, access=config.access)
    try:
        findings = _findings(terminal, config, source)
    except DiagnosticError as error:
        findings = error.diagnostics
    if output_format == "json":
        terminal.out(as_json(findings))
    else:
        terminal.diagnose(findings, places=None)
    terminal.say(f"{config.spec}: {tally(findings) or 'valid'}")
    context.exit(1 if count(findings, "error") else 0)


def _findings(terminal: Terminal, config: Config, source: Source) -> tuple[Diagnostic, ...]:
    from flaregen.selecting.whole import with_references
    from flaregen.understanding import examine

    with terminal.step("Validating"):
        gathered = with_references(loading.parse(source), config.access)
        return tuple(map(gathered.place, examine(gathered.document, config)))
