"""Variants that found no partner: a title that changed on one side alone costs a call its type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flaregen.diagnostic import Diagnostic, Problem
from flaregen.document import Source
from flaregen.names.named import NamedOperation, NamedTask

_HELP = "give both one title, with an overlay where the document is not yours"


def unpaired(operations: Sequence[NamedOperation], source: Source) -> Iterator[Diagnostic]:
    """A warning for each variant of an operation with several answers that has no partner.

    Where an operation has no request body, or no answer that says anything, there is
    nothing to pair.
    """
    for operation in operations:
        asked = [task for task in operation.tasks if task.variants]
        answered = [task for task in operation.tasks if task.response]
        if not (asked and answered):
            continue
        for task in operation.tasks:
            if task.title in operation.operation.bare:
                continue
            if message := _message(task):
                problem = Problem("unpaired-variant", message, _HELP)
                yield problem.at(source, pointer=task.pointer, severity="warning")


def _message(task: NamedTask) -> str:
    if task.response is None:
        classes = " and ".join(variant.cls.name for variant in task.variants)
        return f'No answer has the title "{task.title}": calls with {classes} return decoded JSON.'
    if not task.variants:
        return f'No request has the title "{task.title}": no call returns {task.response.name}.'
    return ""
