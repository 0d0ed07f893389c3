"""``flaregen drift``."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click
from click.core import ParameterSource

from flaregen.cli import gate
from flaregen.cli.live import compare_live
from flaregen.cli.options import access_options, configured, format_option, permitted
from flaregen.config import Config, require_readable
from flaregen.diagnostic import UsageError
from flaregen.drift.change import LEVELS, Change, Level, Report
from flaregen.report.formats import FORMATS, render
from flaregen.terminal import Terminal

if TYPE_CHECKING:
    from flaregen.selecting.gathered import Gathered

Pair: TypeAlias = "tuple[Gathered, Gathered]"

_EPILOG = """\b
Examples:
  flaregen drift git:HEAD~1:spec/openapi.json spec/openapi.json
  flaregen drift old.json.gz new.yaml --format markdown --fail-on warning
  flaregen drift https://example.com/v2.json --write-changelog CHANGELOG.md
  flaregen drift git:HEAD:api/shop.yaml api/shop.yaml --allow-remote-refs
  flaregen drift --live --model @cf/meta/m2m100-1.2b
"""


@click.command(epilog=_EPILOG)
@click.argument("old", required=False)
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
    help="Operation to compare, instead of all of them: an operationId, or 'METHOD /path'. Can be "
    "repeated.",
)
@click.option(
    "--fail-on",
    metavar="LEVEL",
    callback=gate.limits,
    shell_complete=gate.complete,
    default="breaking",
    show_default=True,
    help="Lowest level for which the exit status is 1: breaking, warning, info or none; or one for "
    "each verdict, as in wire:breaking,python:none.",
)
@click.option(
    "--min-level",
    type=click.Choice(LEVELS),
    default="info",
    show_default=True,
    help="Lowest level to show; the verdicts are those of all changes.",
)
@click.option(
    "--used-by",
    "used_by",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    metavar="PATH",
    help="Python code that uses the client: only what concerns it counts; may be repeated.",
)
@click.option(
    "--accept-all",
    is_flag=True,
    help="Accept what --fail-on refuses, for 90 days: write it into the configuration.",
)
@click.option("--reason", metavar="TEXT", help="With --accept-all, why the changes are accepted.")
@click.option(
    "--write-changelog",
    "changelog",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Add the changes to a changelog, under Unreleased.",
)
@click.option(
    "--live",
    is_flag=True,
    help="Compare the pinned document with the schemas that the service publishes of its models. "
    "Needs CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID.",
)
@click.option(
    "--model",
    "models",
    multiple=True,
    metavar="NAME",
    help="With --live, a model to compare; by default, all that the document lists. Can be "
    "repeated.",
)
@click.option(
    "--concurrency",
    type=click.IntRange(1, 32),
    default=4,
    show_default=True,
    help="With --live, how many models to request at a time.",
)
@click.option("--show-code", is_flag=True, help="Add the diff of the client's code.")
@access_options
@click.option("-q", "--quiet", is_flag=True, help="Print only the report and errors.")
@format_option(*FORMATS)
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    old: str | None,
    new: str | None,
    config_file: Path | None,
    operations: tuple[str, ...],
    fail_on: gate.Limits,
    min_level: Level,
    used_by: tuple[Path, ...],
    accept_all: bool,
    reason: str | None,
    changelog: Path | None,
    live: bool,
    models: tuple[str, ...],
    concurrency: int,
    show_code: bool,
    quiet: bool,
    output_format: str,
    **access: bool,
) -> None:
    """Show what changed from OLD to NEW, and what it breaks.

    OLD and NEW are a path, a URL, git:REV:PATH or -, or the folder of an emitted client
    for the document that it was made from. NEW is the pinned document by default; then
    only the configured operations are compared. With --allow-remote-refs, what they refer
    to in other documents is compared too.

    --live takes no OLD and NEW: it compares the pinned document with the service.
    """
    terminal = Terminal(quiet=quiet)
    if accept_all != bool(reason):
        raise UsageError("--accept-all and --reason require each other")
    config = configured(config_file=config_file)
    config = replace(config, access=permitted(config.access, **access))
    code, complete = "", True
    if live:
        _refuse_with_live(old, show_code=show_code)
        config = replace(config, operations=operations or config.operations)
        report, complete = compare_live(terminal, config, models, concurrency)
    else:
        _refuse_without_live(context)
        report, code = _of_documents(terminal, config, (old, new), operations, code=show_code)
    report, shown = _reduced(terminal, report, used_by, min_level)
    # First, so that a report is not followed by what writing failed with.
    if changelog is not None:
        _write_changelog(terminal, changelog, report)
    terminal.out(render(shown, output_format, code=code), commands=output_format == "github")
    if not complete:
        context.exit(2)
    if reason and (refused := fail_on.refused(report)):
        _accept(terminal, config, refused, reason)
        context.exit(0)
    context.exit(1 if fail_on.reached_by(report) else 0)


def _of_documents(
    terminal: Terminal,
    config: Config,
    names: tuple[str | None, str | None],
    operations: tuple[str, ...],
    *,
    code: bool,
) -> tuple[Report, str]:
    """The report on two documents, and how the emitted code differs where that is wanted."""
    old, new = names
    chosen = operations or (config.operations if new is None else ())
    pair = _read(terminal, config, (_given(old), new or config.spec), chosen)
    report = _compare(terminal, config, pair, chosen)
    with pair[0].placing(), pair[1].placing():
        return report, _code(terminal, config, pair) if code else ""


def _reduced(
    terminal: Terminal, report: Report, used_by: tuple[Path, ...], level: Level
) -> tuple[Report, Report]:
    """What counts of a report, and what is shown of it; how much is left out is said."""
    from flaregen.report.judge import at_least, recounted
    from flaregen.report.usage import usage_of

    found = report
    if used_by:
        usage = usage_of(used_by)
        found = recounted(report, [one for one in report.changes if usage.concerns(one)])
    shown = at_least(found, level)
    if left := len(report.changes) - len(shown.changes):
        changes = "1 change is" if left == 1 else f"{left:,} changes are"
        terminal.say(f"{changes} left out")
    return found, shown


def _refuse_without_live(context: click.Context) -> None:
    for parameter, option in (("models", "--model"), ("concurrency", "--concurrency")):
        if context.get_parameter_source(parameter) is ParameterSource.COMMANDLINE:
            raise UsageError(f"{option} requires --live")


def _given(old: str | None) -> str:
    if old is None:
        raise UsageError("OLD is missing", help="name a document, or compare with --live")
    return old


def _refuse_with_live(old: str | None, *, show_code: bool) -> None:
    if old is not None:
        raise UsageError("--live compares the pinned document with the service: leave out OLD")
    if show_code:
        raise UsageError("--live has no code to show: the service has no client")


def _read(
    terminal: Terminal, config: Config, names: tuple[str, str], operations: tuple[str, ...]
) -> Pair:
    if names == ("-", "-"):
        raise UsageError("only one of OLD and NEW can be read from standard input")
    from flaregen.drift.sides import load_side

    # The clients are those of the configured operations, whatever else is compared.
    patterns = (*operations, *config.operations) if operations else ()
    with terminal.step("Reading both documents"):
        (old, remarks), (new, more) = (load_side(name, config.access, patterns) for name in names)
    terminal.diagnose([*remarks, *more])
    return old, new


def _compare(terminal: Terminal, config: Config, pair: Pair, operations: tuple[str, ...]) -> Report:
    from flaregen.report.drift import drift_between

    today = datetime.now(tz=UTC).date()
    found = drift_between(pair, config, operations, today, terminal.step)
    terminal.diagnose(found.notes)
    return found.report


def _code(terminal: Terminal, config: Config, pair: Pair) -> str:
    from flaregen.client_drift.code import code_difference

    with terminal.step("Emitting both clients"):
        return code_difference(pair[0].document, pair[1].document, config)


def _accept(terminal: Terminal, config: Config, changes: list[Change], reason: str) -> None:
    from flaregen.report.accepting import with_accepted
    from flaregen.write import write_together

    path = config.origin
    if path is None:
        raise UsageError("--accept-all needs a configuration", help="start one: flaregen init")
    table = "tool.flaregen.drift" if path.name == "pyproject.toml" else "drift"
    today = datetime.now(tz=UTC).date()
    text = with_accepted(path.read_text(encoding="utf-8"), table, changes, reason, today)
    write_together(path.parent, {path.name: text})
    many = "1 change" if len(changes) == 1 else f"{len(changes):,} changes"
    terminal.say(f"{path}: {many} accepted")


def _write_changelog(terminal: Terminal, path: Path, report: Report) -> None:
    from flaregen.report.changelog import insert
    from flaregen.write import write_together

    write_together(path.parent, {path.name: insert(_text(path), report)})
    terminal.say(f"{path}: written")


def _text(path: Path) -> str:
    """What a file holds, line ends as they are; empty where there is no file. Raises UsageError."""
    if path.is_symlink():
        advice = "name that file; a changelog is never written through a link"
        raise UsageError(f"{path} is a symbolic link to {path.readlink()}", advice)
    if not path.exists():
        return ""
    require_readable(path, "changelog")
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8", help="name another changelog") from error
