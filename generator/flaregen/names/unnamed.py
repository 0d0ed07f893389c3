"""Reports of classes without a name of their own, with the block to paste for each."""

from __future__ import annotations

from collections.abc import Hashable

from flaregen.diagnostic import Severity
from flaregen.names.classes import Classes
from flaregen.names.owners import Key
from flaregen.names.register import Register
from flaregen.names.reviewed import block, operation_block

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
    pairs = zip(classes.subjects, classes.keys, strict=True)
    others = [subject for subject, other in pairs if other != key]
    subject = classes.subjects[number]
    verb = "ends in a hash, as there are" if severity == "warning" else "would name"
    objects = f"objects at {subject.path}" if subject.path else "forms"
    register.report(
        UNNAMED_SCHEMA,
        f"{classes.name_of(number)} {verb} several {objects} of "
        f"{subject.title or subject.operations[1]!r}: no title, value or property tells them apart",
        f"{_PASTE}\n{block(subject, others)}",
        subject.schema.pointer,
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
