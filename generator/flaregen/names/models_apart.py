"""Operations on the path of one model, chosen next to the operation that takes models by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from os.path import commonprefix

from flaregen.diagnostic import Diagnostic, Problem
from flaregen.document import Source
from flaregen.schemas.operation import Operation
from flaregen.selecting.refinements import instances


def models_apart(operations: Sequence[Operation], source: Source) -> Iterator[Diagnostic]:
    """A warning for each operation whose models are methods of their own, too.

    Patterns such as ``*`` choose both, and the classes of a task then have longer names.
    """
    for operation in operations:
        if not any(task.models for task in operation.tasks):
            continue
        of_method = tuple(one.path for one in operations if one.method == operation.method)
        found = [path for path, _ in instances(operation.path, of_method, slashes=True)]
        if len(found) > 1:
            message = (
                f"{operation.label} takes {len(found)} models by name that are also "
                "chosen as operations."
            )
            # To where the names differ, not to the last slash.
            left_out = f"!{commonprefix(found)}*"  # noqa: RUF071
            problem = Problem("model-chosen-twice", message, f'add "{left_out}" to `operations`')
            yield problem.at(source, pointer=operation.pointer, severity="warning")
