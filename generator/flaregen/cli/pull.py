"""``flaregen pull``."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flaregen.cli.findings import OUTPUT_FORMAT, as_json
from flaregen.cli.options import access_options, config_option, configured, format_option, today
from flaregen.config import Config, require_inside
from flaregen.diagnostic import DiagnosticError, UsageError
from flaregen.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flaregen.diagnostic import Diagnostic
    from flaregen.drift.change import Report
    from flaregen.upstream.pull import Candidate

_CONCURRENCY = 4
"""Models that the service is asked about at a time."""
_HELP = """\
Fetch the upstream document, show what changed, and pin it.

The document is reduced to the configured operations, corrected by the overlays, and
validated. The pin and its spec.lock change only if all of that succeeds.

With --models, the paths of models in the pin become what the service says of them. Later
pulls of the upstream document leave them as they are. If a change cannot be applied, the exit
status is 1, and everything else is applied.
"""
_EPILOG = """\b
Examples:
  flaregen pull
  flaregen pull --check
  flaregen pull --rev 0a1b2c3d --open-pr-body body.md
  flaregen pull --from git:upstream/main:openapi.json
  flaregen pull --models --check
  flaregen pull --accept
"""


@click.command(help=_HELP, epilog=_EPILOG)
@config_option
@click.option(
    "--from",
    "source",
    metavar="SPEC",
    help="Upstream document, instead of the configured source: a URL, a path or git:REV:PATH.",
)
@click.option(
    "--rev",
    "revision",
    metavar="REV",
    help="Revision of the source (commit, tag or branch), for git: and raw.githubusercontent.com.",
)
@click.option(
    "--check", is_flag=True, help="Only report. The exit status is 1 if upstream has changed."
)
@click.option(
    "--models",
    is_flag=True,
    help="Ask the service about its models, instead of upstream, and pin its answers. "
    "The token and the account come from CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID.",
)
@click.option("--accept", is_flag=True, help="Accept the pinned document as it is on disk.")
@click.option(
    "--open-pr-body",
    "body",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the text of a pull request: drift, version, changelog, changes of the client.",
)
@access_options
@click.option(
    "--max-size",
    type=click.IntRange(min=1, max=1024),
    default=64,
    show_default=True,
    metavar="MB",
    help="Size limit of the document, before and after decompression.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print only results and errors.")
@format_option("text", "json")
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    config_file: Path | None,
    source: str | None,
    revision: str | None,
    check: bool,
    models: bool,
    accept: bool,
    body: Path | None,
    quiet: bool,
    output_format: str,
    max_size: int,
    **access: Any,  # noqa: ANN401  click checked each of them
) -> None:
    _refuse_together(accept=accept, models=models, elsewhere=source or revision, more=check or body)
    terminal = Terminal(quiet=quiet)
    config = _config(config_file, source, access)
    if accept:
        _accept(terminal, config)
        return
    if models:
        candidate, problems = _follow_models(terminal, config)
    else:
        candidate, problems = _follow(terminal, config, source, revision, max_size), ()
    asked = "the service" if models else "upstream"
    different = _report(terminal, config, candidate, asked, body=body, output_format=output_format)
    terminal.diagnose(problems)
    if candidate is not None:
        _adopt(terminal, candidate, check=check)
    context.exit(_status(problems) or (1 if check and different else 0))


def _refuse_together(
    *, accept: bool, models: bool, elsewhere: str | None, more: Path | bool | None
) -> None:
    """Raises UsageError; ``elsewhere`` is a source or revision, ``more`` any other option."""
    if accept and (elsewhere or models or more):
        raise UsageError("--accept cannot be combined with other options")
    if models and elsewhere:
        raise UsageError("--models asks the service: leave out --from and --rev")


def _config(config_file: Path | None, source: str | None, access: Mapping[str, Any]) -> Config:
    """The configuration, with what the command line permits."""
    config = configured(config_file=config_file, **access)
    if config.origin is not None and source is None:
        require_inside(config.origin, "[pull] source", config.pull.source, "--from")
    return config


def _status(problems: Sequence[Diagnostic]) -> int:
    """2 for errors, and 1 where a change could not be applied."""
    if not problems:
        return 0
    from flaregen.upstream.model_news import UNMERGED

    unmerged = any(problem.code == UNMERGED for problem in problems)
    return 2 if any(problem.severity == "error" for problem in problems) else int(unmerged)


def _accept(terminal: Terminal, config: Config) -> None:
    from flaregen.upstream.pin import accept_pin

    lock = accept_pin(config)
    terminal.say(f"{config.spec}: accepted, with the SHA-256 {lock.slice}")


def _follow(
    terminal: Terminal, config: Config, source: str | None, revision: str | None, max_size: int
) -> Candidate | None:
    """``source`` and ``revision`` are in place of the configured ones; ``max_size`` is in MB."""
    from flaregen.network.fetch import Limits
    from flaregen.upstream.pull import follow

    access = config.access
    size = max_size * 1024**2
    limits = Limits(size=size, allow_http=access.http, allow_private=access.private)
    with terminal.progress("Downloading") as progress:
        return follow(
            config,
            source=source,
            revision=revision,
            limits=limits,
            today=today(),
            progress=progress,
        )


def _follow_models(
    terminal: Terminal, config: Config
) -> tuple[Candidate | None, tuple[Diagnostic, ...]]:
    from flaregen.live.service import Service
    from flaregen.upstream.pull_models import follow_models

    service = Service.from_environment(os.environ, config.service.base_url, "--models")
    return follow_models(
        config,
        service,
        concurrency=_CONCURRENCY,
        today=today(),
        counter=lambda total: terminal.counter("Asking the service about models", total),
    )


def _report(
    terminal: Terminal,
    config: Config,
    candidate: Candidate | None,
    asked: str,
    *,
    body: Path | None,
    output_format: str,
) -> bool:
    """Say what is different, from whoever was asked. Returns whether anything is."""
    if candidate is None or not candidate.is_changed:
        if candidate is not None and candidate.errors:
            return False
        if output_format == "json":
            terminal.out(json.dumps({"changed": False, **_kept(candidate)}))
        terminal.say(f"{config.spec}: {asked} has nothing new")
        for line in candidate.news.lines() if candidate and candidate.news else ():
            terminal.say(line)
        return False
    from flaregen.upstream.following import code_changes, drift, pull_request
    from flaregen.write import write_together

    found = drift(config, candidate, today())
    report = found.report if found else None
    _show(terminal, candidate, report, output_format)
    remarks = candidate.reading.remarks if candidate.reading else candidate.unnamed
    terminal.diagnose((*(found.notes if found else ()), *remarks))
    if body is not None:
        changes = code_changes(config, candidate)
        write_together(body.parent, {body.name: pull_request(candidate, report, changes)})
        terminal.say(f"{body}: the text of a pull request")
    return True


def _kept(candidate: Candidate | None) -> dict[str, object]:
    """What to say of a pull of models that changes nothing."""
    news = candidate.news if candidate else None
    return {"models": asdict(news)} if news and any(news.lines()) else {}


def _show(
    terminal: Terminal, candidate: Candidate, report: Report | None, output_format: str
) -> None:
    from flaregen.report.formats import render

    if output_format == "json":
        rendered = json.loads(render(report, "json")) if report else None
        lock = candidate.lock
        origin = {"source": lock.source, "revision": lock.revision, "sha256": lock.whole}
        said = {"changed": True, **origin, "drift": rendered}
        if candidate.news is not None and lock.models is not None:
            # The rest of the pin is from the same place as before.
            models = {"source": lock.models.source, **asdict(candidate.news)}
            said = {"changed": True, "models": models, "drift": rendered}
        if candidate.errors:
            # One object for all: the failure is not printed by itself, then.
            said |= json.loads(as_json(candidate.errors))
            click.get_current_context().meta[OUTPUT_FORMAT] = "text"
        terminal.out(json.dumps(said, indent=2))
    elif report is None:
        terminal.out(f"{candidate.pin}: pinned for the first time")
    else:
        for line in candidate.news.lines() if candidate.news else ():
            terminal.out(line)
        terminal.out(render(report, "text"))


def _adopt(terminal: Terminal, candidate: Candidate, *, check: bool) -> None:
    """Pin what was found, unless it is only checked. Raises DiagnosticError where it has errors."""
    from flaregen.upstream.pull import adopt

    if candidate.errors:
        raise DiagnosticError(candidate.errors)
    if check and candidate.is_changed:
        terminal.say(f"{candidate.pin}: differs from what a pull would pin; run flaregen pull")
    if check or not adopt(candidate):
        return
    lock = candidate.pin.with_name("spec.lock")
    updated = f"{candidate.pin} and {lock}" if candidate.is_changed else str(lock)
    terminal.say(f"{updated}: updated")
    if candidate.unnamed:
        terminal.say("add the names above to the names file, then run flaregen build")
    elif candidate.is_changed:
        terminal.say("flaregen build writes the client")
