"""The options of ``flaregen drift``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

from flaregen.cli.options import access_options, config_option, format_option
from flaregen.diagnostic import UsageError
from flaregen.drift.change import LEVELS, Level
from flaregen.report.formats import FORMATS
from flaregen.report.formats.grouping import GROUPINGS, Grouping
from flaregen.report.gate import LIMITS, Limits


def read_limits(
    context: click.Context | None, parameter: click.Parameter | None, text: str
) -> Limits:
    """One level for both, or ``wire:LEVEL,python:LEVEL``, of which either may be left out.

    Raises click.BadParameter.
    """
    if text in LIMITS:
        return Limits(text, text)
    parts = [part.strip().partition(":") for part in text.split(",")]
    found = {side: level for side, _, level in parts}
    if len(found) < len(parts) or not (
        found.keys() <= {"wire", "python"} and set(found.values()) <= {*LIMITS}
    ):
        message = f"{text!r} is neither a level nor a pair such as wire:breaking,python:none"
        raise click.BadParameter(message, context, parameter)
    return Limits(**found)


def complete_limits(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """What ``--fail-on`` may begin with, for the shell."""
    del context, parameter
    choices = (*reversed(LIMITS), "wire:", "python:")
    return [CompletionItem(choice) for choice in choices if choice.startswith(incomplete)]


F = TypeVar("F", bound=Callable[..., Any])

_COMPARED = (
    config_option,
    click.option(
        "--operation",
        "--operations",
        "operations",
        multiple=True,
        metavar="OPERATION",
        help="Operation to compare, instead of all of them: an operationId, or 'METHOD /path'. Can "
        "be repeated.",
    ),
    click.option(
        "--history",
        type=click.IntRange(min=1),
        metavar="N",
        help="Show what each of the last N commits of the document's file changed. OLD can name "
        "the file, its latest revision, or a range.",
    ),
)
_JUDGED = (
    click.option(
        "--fail-on",
        metavar="LEVEL",
        callback=read_limits,
        shell_complete=complete_limits,
        default="breaking",
        show_default=True,
        help="Lowest level for which the exit status is 1: breaking, warning, info or none; or one "
        "for each verdict, as in wire:breaking,python:none.",
    ),
    click.option(
        "--min-level",
        type=click.Choice(LEVELS),
        default="info",
        show_default=True,
        help="Lowest level to show; the verdicts are those of all changes.",
    ),
    click.option(
        "--used-by",
        "used_by",
        type=click.Path(path_type=Path, exists=True),
        multiple=True,
        metavar="PATH",
        help="Python code that uses the client: changes that concern it count. Can be repeated.",
    ),
    click.option(
        "--accept-all",
        is_flag=True,
        help="Accept what --fail-on refuses, for 90 days: write it into the configuration.",
    ),
    click.option(
        "--reason", metavar="TEXT", help="With --accept-all, why the changes are accepted."
    ),
)
_LIVE = (
    click.option(
        "--live",
        is_flag=True,
        help="Compare the pinned document with the schemas that the service publishes of its "
        "models. Needs CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID.",
    ),
    click.option(
        "--model",
        "models",
        multiple=True,
        metavar="NAME",
        help="With --live, a model to compare; by default, all that the document lists. Can be "
        "repeated.",
    ),
    click.option(
        "--concurrency",
        type=click.IntRange(1, 32),
        default=4,
        show_default=True,
        help="With --live, how many models to request at a time.",
    ),
)
_WRITTEN = (
    click.option(
        "--write-changelog",
        "changelog",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Add the changes to a changelog, under Unreleased.",
    ),
    click.option("--show-code", is_flag=True, help="Add the diff of the client's code."),
    click.option(
        "--group-by",
        type=click.Choice(GROUPINGS),
        help="How text, details, markdown and html group the changes: symbol for html by default, "
        "else level.",
    ),
    click.option(
        "--no-pager",
        is_flag=True,
        help="Never show a long text through a pager. FLAREGEN_PAGER or PAGER names another one.",
    ),
)

_QUIET = click.option("-q", "--quiet", is_flag=True, help="Print only the report and errors.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftOptions:
    """The options of ``flaregen drift``, by their names."""

    old: str | None
    new: str | None
    config_file: Path | None
    operations: tuple[str, ...]
    history: int | None
    fail_on: Limits
    min_level: Level
    used_by: tuple[Path, ...]
    accept_all: bool
    reason: str | None
    changelog: Path | None
    live: bool
    models: tuple[str, ...]
    concurrency: int
    show_code: bool
    group_by: Grouping | None
    no_pager: bool
    quiet: bool
    output_format: str
    allow_remote_refs: bool
    allow_http: bool
    allow_private: bool


def drift_options(function: F) -> F:
    """All options, in the order of ``--help``."""
    function = format_option(*FORMATS)(function)
    function = access_options(_QUIET(function))
    for option in reversed((*_COMPARED, *_JUDGED, *_LIVE, *_WRITTEN)):
        function = option(function)
    return function


def require_fitting(context: click.Context, options: DriftOptions) -> None:
    """Raise UsageError for options that do not go together."""
    if options.accept_all and not (options.reason or "").strip():
        raise UsageError("--accept-all requires --reason", help="say why: --reason 'agreed with X'")
    if options.reason is not None and not options.accept_all:
        raise UsageError("--reason requires --accept-all")
    if options.live:
        _require_fitting_live(options)
        return
    for parameter, option in (("models", "--model"), ("concurrency", "--concurrency")):
        if context.get_parameter_source(parameter) is ParameterSource.COMMANDLINE:
            raise UsageError(f"{option} requires --live")


def _require_fitting_live(options: DriftOptions) -> None:
    if options.old is not None:
        raise UsageError("--live compares the pinned document with the service: leave out OLD")
    if options.history is not None:
        raise UsageError("--live has no history: leave out --history")
    if options.show_code:
        raise UsageError("--live has no code to show: the service has no client")
