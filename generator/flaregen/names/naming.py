"""Names, as a pass of their own: from content, and never from position.

A task is named by its title, what belongs to a component by the component, and what
nothing names by the way to it. Things of one name are distinguished by what they hold, by
what surrounds them, and by their operation. What nothing tells apart ends in a digest, with a
warning that prints the block to paste into the names file.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from flaregen.config_file import ScopeTable
from flaregen.diagnostic import Diagnostic, DiagnosticError, Severity
from flaregen.document import Document
from flaregen.names.calls import Call, calls
from flaregen.names.classes import Classes
from flaregen.names.graph import Graph
from flaregen.names.identifiers import ClassName, spelling_of
from flaregen.names.making import Maker
from flaregen.names.named import NamedOperation
from flaregen.names.owners import Key
from flaregen.names.reviewed import Register, ReviewedNames, operation_block
from flaregen.names.scope_pairs import merge_scope_pairs
from flaregen.names.shapes import shapes
from flaregen.names.subjects import Subjects
from flaregen.names.tasks import Draft, by_operation, name_tasks, needs_union, read
from flaregen.schemas.interpret import interpret
from flaregen.schemas.operation import Operation


class Named(NamedTuple):
    """Operations with their names, and warnings about names that change with the document."""

    operations: tuple[NamedOperation, ...]
    remarks: tuple[Diagnostic, ...]


def name(
    operations: Sequence[Operation],
    names: ReviewedNames,
    scopes: Sequence[ScopeTable],
    document: Document,
) -> Named:
    """Name everything. Raises DiagnosticError with every object that cannot be named."""
    spelling = spelling_of(text for op in operations for text in (*op.tags, op.summary))
    register = Register(document, names, spelling)
    operations = merge_scope_pairs(operations, names, scopes)
    found = calls(operations, register, scopes)
    graph = Graph(partial(interpret, document))
    drafts = _drafts(operations, found, graph)
    same = shapes(graph.nodes)
    subjects = Subjects(graph, drafts)
    chosen = subjects.chosen(names.classes)
    name_tasks(drafts, same, names, chosen=chosen, digest=subjects.shape, spelling=spelling)
    unions = list(_unions(drafts))
    classes = Classes(graph, same, drafts, subjects, chosen, spelling, unions)
    report(classes, register)
    maker = Maker(classes, register, scopes)
    named = tuple(map(maker.operation, operations, found))
    if any(problem.severity == "error" for problem in register.problems):
        raise DiagnosticError(register.problems)
    return Named(named, tuple(register.problems))


def _drafts(operations: Sequence[Operation], found: Sequence[Call], graph: Graph) -> list[Draft]:
    pairs = zip(operations, found, strict=True)
    tasks = [(operation, call, task) for operation, call in pairs for task in operation.tasks]
    drafts = [
        Draft(number, operation, call, task) for number, (operation, call, task) in enumerate(tasks)
    ]
    for draft in drafts:
        read(graph, draft)
    return drafts


def _unions(drafts: Sequence[Draft]) -> Iterator[ClassName]:
    """The unions that operations with variants have."""
    for own in filter(needs_union, by_operation(drafts)):
        prefix = own[0].prefix
        yield ClassName(f"{prefix}Params")
        # Where all variants have one answer, it has the name.
        if {draft.answer_base for draft in own if draft.task.response} != {prefix}:
            yield ClassName(f"{prefix}Response")
            if any(draft.chunk is not None for draft in own):
                yield ClassName(f"{prefix}Chunk")


UNNAMED_SCHEMA = "unnamed-schema"
_PASTE = "add a title to the schema, or paste this into the names file:"


def report(classes: Classes, register: Register) -> None:
    """A warning for each class that a digest alone tells apart; an error for what has no name."""
    for hashed in classes.hashed:
        _report_class(hashed, classes, register, "warning")
    for key in classes.unnamed:
        if isinstance(key, Key):
            _report_class(key, classes, register, "error")
        else:
            _report_other(key, classes, register)


def _report_class(key: Key, classes: Classes, register: Register, severity: Severity) -> None:
    number = classes.numbers[key][0]
    node, operation = classes.graph.nodes[number], classes.subjects.operation(number)
    owner = node.root.title or f"{operation.method} {operation.path}"
    verb = "ends in a hash, as there are" if severity == "warning" else "would name"
    objects = f"objects at {node.place.text}" if node.place.text else "forms"
    register.report(
        UNNAMED_SCHEMA,
        f"{classes.name_of(number)} {verb} several {objects} of "
        f"{owner!r}: no title, value or property tells them apart",
        f"{_PASTE}\n{classes.subjects.block(number, classes.keys)}",
        node.schema.pointer,
        severity,
    )


def _report_other(key: Hashable, classes: Classes, register: Register) -> None:
    for draft in classes.drafts:
        mine = [(draft.answer_merged_into, "response"), (draft.merged_into, "model")]
        unions = [("union", f"{draft.prefix}{kind}") for kind in ("Params", "Response", "Chunk")]
        if key in (*mine, *unions):
            register.report(
                "duplicate-name",
                f"{classes.named.get(key, 'what it is called')} also names something else",
                f"paste this into the names file:\n{operation_block(draft.operation)}",
                draft.operation.pointer,
            )
            return
