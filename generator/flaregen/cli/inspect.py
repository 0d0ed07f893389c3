"""``flaregen inspect``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import click

from flaregen.cli.options import configured, format_option, spec_options
from flaregen.diagnostic import UsageError
from flaregen.names.keywords import body_types
from flaregen.names.named import NamedOperation, NamedTask
from flaregen.terminal import Terminal

_HELP = """\
List operations, the class of each variant, and the number of models for each task.

Counts the operations of each tag. --format json also has the names of the models.
"""
_EPILOG = """\b
Examples:
  flaregen inspect
  flaregen inspect openapi.json.gz --format json
  flaregen inspect openapi.json --operation 'POST /accounts/{a}/ai/run/{m}'
  flaregen inspect api.json --operation 'tag:DNS *' --operation '!DELETE *'
"""


@click.command(help=_HELP, epilog=_EPILOG)
@click.argument("document", metavar="[SPEC]", required=False)
@spec_options
@format_option("text", "json")
def command(*, document: str | None, quiet: bool, output_format: str, **options: object) -> None:
    from flaregen.understanding import read

    terminal = Terminal(quiet=quiet)
    if document is not None and options["spec"] is not None:
        raise UsageError("SPEC and --spec both name a document", help="leave one of them out")
    if document is not None:
        options["spec"] = document
    config = configured(**options)  # type: ignore[arg-type]  # click checked each of them
    reading = read(config, terminal.step)
    terminal.diagnose(reading.remarks)
    if output_format == "json":
        described = [_described(operation) for operation in reading.operations]
        tags = dict(_by_tag(reading.operations))
        terminal.out(json.dumps({"operations": described, "tags": tags}, indent=2))
        return
    for operation in reading.operations:
        _print(terminal, operation)
    counts = [(tag or "(no tag)", str(count)) for tag, count in _by_tag(reading.operations)]
    total = str(len(reading.operations))
    terminal.table([("tag", "operations"), *counts, ("all operations", total)])


def _by_tag(operations: Sequence[NamedOperation]) -> list[tuple[str, int]]:
    """How many operations have each tag, or none, sorted by tag."""
    counts = Counter(tag for operation in operations for tag in operation.operation.tags or ("",))
    return sorted(counts.items())


def _described(operation: NamedOperation) -> dict[str, Any]:
    raw = operation.operation
    return {
        "operation_id": raw.operation_id,
        "method": raw.method,
        "path": raw.path,
        "twin": raw.twin.path if raw.twin else None,
        "python": _methods(operation)[0],
        "also": _methods(operation)[1:],
        "free_form": raw.free_form,
        "pointer": str(raw.pointer),
        "tasks": [_task(task) for task in operation.tasks],
    }


def _methods(operation: NamedOperation) -> list[str]:
    return [f"client.{one.resource}.{one.method}" for one in operation.methods]


def _task(task: NamedTask) -> dict[str, Any]:
    response = task.response
    return {
        "title": task.title,
        "module": task.module,
        "params": [
            {
                "class": variant.cls.name,
                "pointer": str(variant.cls.schema.pointer),
                "required": list(variant.cls.schema.required),
                "fields": [field.wire for field in variant.cls.fields],
                "bytes": variant.variant.raw or None,
            }
            for variant in task.variants
        ],
        "response": response.name if response else None,
        "binary": response.variant.binary if response else False,
        "stream": response.chunk.name if response and response.chunk else None,
        "models": list(task.models),
    }


def _print(terminal: Terminal, operation: NamedOperation) -> None:
    raw = operation.operation
    terminal.out(terminal.strong(raw.label))
    terminal.out(f"  {raw.operation_id}: {', '.join(_methods(operation))}")
    if raw.media_types and not operation.variants:
        terminal.out(f"  the body is {' | '.join(body_types(operation))}")
    rows = [("task", "params", "returns", "streams", "models")]
    for task in operation.tasks:
        response = task.response.name if task.response else "-"
        streams = task.response.chunk.name if task.response and task.response.chunk else ""
        # An answer that no request has the title of is a row, too.
        for index, params in enumerate([v.cls.name for v in task.variants] or ["-"]):
            first = index == 0
            rows.append(
                (
                    task.title if first else "",
                    params,
                    response if first else "",
                    streams if first else "",
                    str(len(task.models)) if first else "",
                )
            )
    if rows[1:]:
        terminal.table(rows)
