"""Reports of classes without a name of their own, with the block to paste for each."""

from __future__ import annotations

from collections.abc import Hashable

from flaregen.diagnostic import Severity
from flaregen.names.classes import Classes
from flaregen.names.owners import Key
from flaregen.names.register import Register
from flaregen.names.reviewed import operation_block

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
