"""The command line. Each command is a module of this package, imported when it is called."""

from __future__ import annotations

import atexit
import difflib
import gc
import importlib
import io
import sys
from collections.abc import Sequence
from typing import NoReturn, cast

import click

from flaregen import __version__
from flaregen.cli.findings import OUTPUT_FORMAT, as_json
from flaregen.completion import this_run
from flaregen.diagnostic import DiagnosticError, UsageError
from flaregen.terminal import Terminal

COMMANDS = {
    "build": "Write the client from the pinned document, or from --spec.",
    "check": "Show how the client differs from what a build would write.",
    "validate": "Report every problem of a document, with its place and what to do.",
    "inspect": "List the operations and variants of a document, and count its models.",
    "names": "Give operations the names of another client.",
    "drift": "Show what changed between two documents, and what it breaks.",
    "pull": "Fetch the upstream document, show what changed, and pin it.",
    "explain": "Explain a rule of drift or the code of an error, and what to do.",
    "init": "Set up a repository with a client that follows upstream.",
}


_OF_CLICK = (click.ClickException, click.Abort, click.exceptions.Exit)


class _Commands(click.Group):
    """Imports a command when it is asked for: a build with nothing to do stays fast."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command. What it fails with is printed for programs, too, where one asked.

        Raises what the command raises, an internal-error in place of what nobody expected.
        """
        try:
            return self._invoke(ctx)
        except DiagnosticError as error:
            if ctx.meta.get(OUTPUT_FORMAT) == "json":
                Terminal().out(as_json(error.diagnostics))
            raise

    def _invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (DiagnosticError, UsageError, *_OF_CLICK):
            raise
        except Exception as error:
            # Whatever has a name was explained by who opened it; standard output has none.
            if isinstance(error, OSError) and error.filename is None:
                raise
            from flaregen.cli.internal_error import internal_error

            raise internal_error(error) from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(error.message + _meant(args[0]), ctx) from None

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"flaregen.cli.{cmd_name}")
        return cast("click.Command", module.command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _meant(name: str) -> str:
    """The command that a misspelt one is like, as click says it of options."""
    nearest = difflib.get_close_matches(name, COMMANDS, n=1)
    return f" Did you mean '{nearest[0]}'?" if nearest else ""


@click.group(
    cls=_Commands,
    help="Turn Cloudflare's OpenAPI document into a typed Python client for Workers AI.",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 success, 1 a finding (files differ, drift, news, errors in a document), "
    "2 failure.",
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
@click.pass_context
def flaregen(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        Terminal().out(context.get_help())


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with its status. ``arguments`` replace those of sys.argv."""
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    terminal = Terminal()
    # Nothing of a run waits to be freed: looking for it took a tenth of a comparison.
    gc.set_threshold(1_000_000, 50, 50)
    # At the end all memory goes with the process: looking through it took a tenth of a build.
    atexit.register(gc.freeze)
    this_run.begin()
    sys.unraisablehook = this_run.remember_interrupt
    try:
        # What a command returns, or the status it exits with: None for success.
        status = flaregen.main(arguments, prog_name="flaregen", standalone_mode=False)
    except DiagnosticError as error:
        terminal.diagnose(error.diagnostics)
        return 2
    except UsageError as error:
        terminal.complain(str(error), error.help)
        return 2
    except click.ClickException as error:
        usage = io.StringIO()
        error.show(usage)
        terminal.say(usage.getvalue().rstrip("\n"))
        return 2
    except (click.Abort, KeyboardInterrupt):
        late = "interrupted; the files had been written already, and are whole"
        terminal.say(late if this_run.changed else "interrupted; nothing was changed")
        return 130
    except FileNotFoundError:  # without a name, as above
        terminal.complain("the working directory does not exist any more", "change to another")
        return 2
    except OSError as error:
        terminal.give_up(error)
        return 2
    lost = this_run.unprinted
    if lost is None:
        return status if isinstance(status, int) else 0
    if isinstance(lost, BrokenPipeError):
        return 1  # whoever read it has seen enough
    terminal.give_up(lost)
    return 2
