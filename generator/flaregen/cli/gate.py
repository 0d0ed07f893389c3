"""``--fail-on``: from which level on a verdict makes the exit status 1."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from flaregen.report.gate import LIMITS, Limits


def limits(context: click.Context | None, parameter: click.Parameter | None, text: str) -> Limits:
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
        message = f"{text!r} is not a level, nor like wire:breaking,python:none"
        raise click.BadParameter(message, context, parameter)
    return Limits(**found)


def complete(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """What ``--fail-on`` may begin with, for the shell."""
    del context, parameter
    choices = (*reversed(LIMITS), "wire:", "python:")
    return [CompletionItem(one) for one in choices if one.startswith(incomplete)]
