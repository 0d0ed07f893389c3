"""``flaregen drift``."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeAlias

import click

from flaregen.cli.options import configured, format_option
from flaregen.config import Config
from flaregen.diagnostic import UsageError
from flaregen.document import Document
from flaregen.drift.change import LEVELS, Report
from flaregen.drift.formats import FORMATS
from flaregen.terminal import Terminal

Pair: TypeAlias = tuple[Document, Document]

_EPILOG = """\b
Examples:
  flaregen drift git:HEAD~1:spec/openapi.json spec/openapi.json
  flaregen drift old.json.gz new.yaml --format markdown --fail-on warning
  flaregen drift https://example.com/openapi.json --write-changelog CHANGELOG.md
"""


@click.command(epilog=_EPILOG)
@click.argument("old")
@click.argument("new", required=False)
@click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Configuration file; the nearest flaregen.toml or pyproject.toml by default.",
)
@click.option(
    "--operation",
    "--operations",
    "operations",
    multiple=True,
    metavar="OPERATION",
    help="Operation to compare, in place of all of them: an operationId, or 'METHOD /path'; may be "
    "repeated.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "none"]),
    default="breaking",
    show_default=True,
    help="The least grave level that makes the exit status 1.",
)
@click.option(
    "--write-changelog",
    "changelog",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Put the changes into a changelog, under Unreleased.",
)
@click.option("--show-code", is_flag=True, help="Add the diff of the emitted client.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but the report and errors.")
@format_option(*FORMATS)
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    old: str,
    new: str | None,
    config_file: Path | None,
    operations: tuple[str, ...],
    fail_on: Literal["breaking", "warning", "info", "none"],
    changelog: Path | None,
    show_code: bool,
    quiet: bool,
    output_format: str,
) -> None:
    """Show what changed from OLD to NEW, and what it breaks.

    OLD and NEW are a path, a URL, git:REV:PATH or -, or the folder of an emitted client,
    which stands for what it was made from. NEW is the pinned document by default; then
    only the configured operations are compared.
    """
    from flaregen.drift.formats import render

    terminal = Terminal(quiet=quiet)
    config = configured(config_file=config_file)
    if new is None:
        operations = operations or config.operations
    pair = _read(terminal, (old, new or config.spec))
    report = _compare(terminal, config, pair, operations)
    code = _code(terminal, config, pair) if show_code else ""
    terminal.out(render(report, output_format, code=code))
    if changelog is not None:
        _write_changelog(changelog, report)
        terminal.say(f"{changelog}: written")
    context.exit(1 if _fails(report, fail_on) else 0)


def _read(terminal: Terminal, names: tuple[str, str]) -> Pair:
    if names == ("-", "-"):
        raise UsageError("only one of OLD and NEW can be read from standard input")
    from flaregen.drift.locked import load_side

    with terminal.step("Reading both documents"):
        return load_side(names[0]), load_side(names[1])


def _compare(terminal: Terminal, config: Config, pair: Pair, operations: tuple[str, ...]) -> Report:
    from flaregen.drift.compare import compare
    from flaregen.drift.judge import judge, unmatched
    from flaregen.drift.selection import matching, select_pair
    from flaregen.drift.surfaces import with_client

    old, new = select_pair(*pair, operations) if operations else pair
    today = datetime.now(tz=UTC).date()
    with terminal.step("Comparing"):
        contract = compare(old, new, today)
    wanted = {name for one in (old, new) for name in matching(one, config.operations)}
    chosen = tuple(name for name in config.operations if name in wanted)
    with terminal.step("Comparing the clients"):
        changes, notes = with_client(contract, *pair, replace(config, operations=chosen))
    terminal.diagnose(notes)
    report = judge(old, new, changes, config.drift, today)
    terminal.diagnose(unmatched(changes, config.drift, today))
    return report


def _code(terminal: Terminal, config: Config, pair: Pair) -> str:
    from flaregen.drift.client import code_difference

    with terminal.step("Emitting both clients"):
        return code_difference(*pair, config)


def _write_changelog(path: Path, report: Report) -> None:
    from flaregen.drift.changelog import insert
    from flaregen.write import write_text_atomically

    current = path.read_text(encoding="utf-8") if path.exists() else ""
    write_text_atomically(path, insert(current, report))


def _fails(report: Report, fail_on: str) -> bool:
    if fail_on == "none" or report.verdict == "none":
        return False
    grave = LEVELS[: LEVELS.index(fail_on) + 1]
    return report.verdict in grave
