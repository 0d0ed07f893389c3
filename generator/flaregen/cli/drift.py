"""``flaregen drift``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from flaregen.cli.drift_options import DriftOptions, drift_options, require_fitting
from flaregen.cli.live import compare_live
from flaregen.cli.options import configured, today
from flaregen.cli.revisions import (
    asked_steps,
    completed,
    end_of,
    is_pinned,
    range_between,
    revisions_of_pin,
    with_former,
)
from flaregen.config import Config, require_readable
from flaregen.diagnostic import UsageError
from flaregen.drift.change import Change, Report
from flaregen.report.formats import render, render_history, require_form
from flaregen.terminal import Terminal

if TYPE_CHECKING:
    from flaregen.reading.revisions import Steps
    from flaregen.selecting.gathered import Gathered

Pair: TypeAlias = "tuple[Gathered, Gathered]"

_HELP = """\
Show what changed from OLD to NEW, and what it breaks.

OLD and NEW are a path, a URL, git:REV:PATH or -, or the folder of an emitted client
for the document that it was made from. NEW is the pinned document by default; then
only the configured operations are compared. With --allow-remote-refs, what they refer
to in other documents is compared too.

git:REV is the pinned document at a revision, and git:A... the one where A and the
current branch parted. git:A..B, or git:A..B:PATH, and --history show which commit
brought each change.

--live takes no OLD and NEW: it compares the pinned document with the service.
"""
_EPILOG = """\b
Examples:
  flaregen drift git:HEAD~1:spec/openapi.json spec/openapi.json
  flaregen drift old.json.gz new.yaml --format markdown --fail-on warning
  flaregen drift https://example.com/v2.json --write-changelog CHANGELOG.md
  flaregen drift git:HEAD:api/shop.yaml api/shop.yaml --allow-remote-refs
  flaregen drift git:main...
  flaregen drift git:v1.0.0..v2.0.0
  flaregen drift --history 12 --group-by symbol --format html
  flaregen drift --live --model @cf/meta/m2m100-1.2b
"""


@click.command(help=_HELP, epilog=_EPILOG)
@click.argument("old", required=False)
@click.argument("new", required=False)
@drift_options
@click.pass_context
def command(context: click.Context, /, **given: Any) -> None:  # noqa: ANN401  the fields of DriftOptions
    options = DriftOptions(**given)
    require_fitting(context, options)
    terminal = Terminal(quiet=options.quiet)
    config = configured(
        config_file=options.config_file,
        allow_remote_refs=options.allow_remote_refs,
        allow_http=options.allow_http,
        allow_private=options.allow_private,
    )
    wanted = None if options.live else asked_steps(options, config)
    require_form(options.output_format, options.group_by, history=wanted is not None)
    if wanted is not None:
        context.exit(_history(terminal, config, options, wanted))
    context.exit(_comparison(terminal, config, options))


def _comparison(terminal: Terminal, config: Config, options: DriftOptions) -> int:
    """Compare two documents, or one with the service; the exit status."""
    code, complete = "", True
    if options.live:
        config = replace(config, operations=options.operations or config.operations)
        report, complete = compare_live(terminal, config, options.models, options.concurrency)
    else:
        report, code = _of_documents(terminal, config, options)
    # First, so that a report is not followed by what writing failed with.
    if options.changelog is not None:
        _write_changelog(terminal, options.changelog, report)
    report = _used(options, config)(report)
    shown = _grave(options)(report)
    form, by, limits = options.output_format, options.group_by, options.fail_on
    _show(terminal, options, render(shown, form, code=code, by=by, limits=limits))
    if not complete:
        return 2
    refused = limits.refused(report)
    if options.reason and refused:
        _accept(terminal, config, refused, options.reason)
        return 0
    return 1 if refused else 0


def _history(terminal: Terminal, config: Config, options: DriftOptions, wanted: Steps) -> int:
    """Compare each version of a document with the one before it; the exit status."""
    from flaregen.report.history import compare_steps

    if is_pinned(options.old):
        revisions = (wanted.base, *(commit.revision for commit in wanted.commits))
        config = replace(with_former(config, revisions), former=())
    with terminal.counter("Comparing versions", len(wanted.commits)) as advance:
        chosen = options.operations or (config.operations if is_pinned(options.old) else ())
        found, notes = compare_steps(wanted, config, chosen, today(), advance)
    terminal.diagnose(notes)
    history = found.each(_used(options, config))
    shown = history.each(_grave(options))
    _show(terminal, options, render_history(shown, options.output_format, by=options.group_by))
    return 1 if options.fail_on.refused(history.total) else 0


def _show(terminal: Terminal, options: DriftOptions, text: str) -> None:
    if options.output_format in ("text", "details") and not options.no_pager:
        terminal.page(text)
    else:
        terminal.out(text, commands=options.output_format == "github")


def _used(options: DriftOptions, config: Config) -> Callable[[Report], Report]:
    """What leaves the changes in a report that ``--used-by`` asks for."""
    if not options.used_by:
        return lambda report: report
    from flaregen.report.judge import only
    from flaregen.report.usage import usage_of

    usage = usage_of(options.used_by, config.package)
    return lambda report: only(report, usage.concerns)


def _grave(options: DriftOptions) -> Callable[[Report], Report]:
    """What leaves the changes in a report that ``--min-level`` asks for."""
    from flaregen.report.judge import at_least

    return lambda report: at_least(report, options.min_level)


def _of_documents(terminal: Terminal, config: Config, options: DriftOptions) -> tuple[Report, str]:
    """The report on two documents, and how the emitted code differs where that is wanted."""
    if options.old is None:
        raise UsageError("OLD is missing", help="name a document, or compare with --live")
    new = options.new or end_of(options.old)
    names = completed(options.old, config), completed(new or config.spec, config)
    if is_pinned(new):
        config = with_former(config, revisions_of_pin(names[0], config))
    if new is not None:
        # Which operations it is for, its own configuration says, and that is not read.
        config = replace(config, former=())
    chosen = options.operations or (config.operations if is_pinned(new) else ())
    if (steps := range_between(*names)) is not None:
        terminal.say(f"{steps} shows which commit brought each change")
    pair = _read(terminal, config, names, chosen)
    report = _compare(terminal, config, pair, chosen)
    with pair[0].placing(), pair[1].placing():
        return report, _code(terminal, config, pair) if options.show_code else ""


def _read(
    terminal: Terminal, config: Config, names: tuple[str, str], operations: tuple[str, ...]
) -> Pair:
    if names == ("-", "-"):
        raise UsageError("only one of OLD and NEW can be read from standard input")
    from flaregen.drift.sides import load_side

    # The clients are those of the configured operations, whatever else is compared.
    patterns = (*operations, *config.operations) if operations else ()
    with terminal.step("Reading both documents"):
        old, remarks = load_side(names[0], config.access, patterns)
        # With what other documents hold, it is no longer what its text says.
        known = None if config.access.remote_refs else old.document
        new, more = load_side(names[1], config.access, patterns, known)
    terminal.diagnose([*remarks, *more])
    return old, new


def _compare(terminal: Terminal, config: Config, pair: Pair, operations: tuple[str, ...]) -> Report:
    from flaregen.report.drift import drift_between

    found = drift_between(pair, config, operations, today(), terminal.step)
    terminal.diagnose(found.notes)
    return found.report


def _code(terminal: Terminal, config: Config, pair: Pair) -> str:
    from flaregen.client_drift.code import code_difference

    with terminal.step("Emitting both clients"):
        return code_difference(pair[0].document, pair[1].document, config)


def _accept(terminal: Terminal, config: Config, changes: list[Change], reason: str) -> None:
    from flaregen.report.accepting import with_accepted
    from flaregen.write import with_line_ends, write_together

    path = config.origin
    if path is None:
        raise UsageError("--accept-all needs a configuration", help="start one: flaregen init")
    table = "tool.flaregen.drift" if path.name == "pyproject.toml" else "drift"
    text = with_accepted(path.read_text(encoding="utf-8"), table, changes, reason, today())
    write_together(path.parent, {path.name: with_line_ends(text, path)})
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
