"""Reviewed names: ``spec/names.toml``. An entry says what a thing contains, not where it is.

The register has them with what else naming knows about the document, and its problems.
"""

from __future__ import annotations

import keyword
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from flaregen.config import require_readable
from flaregen.diagnostic import Diagnostic, Problem, Severity, UsageError
from flaregen.document import Document
from flaregen.names.identifiers import field_name, resource_path
from flaregen.openapi.endpoints import without_names
from flaregen.pointer import Pointer
from flaregen.schemas.operation import Operation
from flaregen.settings_file import converted
from flaregen.toml_text import quoted


class ReviewedClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name for an object.

    ``title`` is that of the variant it belongs to. ``path`` leads from the variant to
    the object by property names, ``[]`` for items and ``*`` for values of open keys;
    it is empty for the variant itself. ``required`` are the required properties, all of
    them; ``properties`` some that the object has, where its siblings require the same.
    ``operation`` is an operationId or ``POST /path``; it, ``direction`` and ``shape``, a
    digest of what the object contains, say nothing where they are left out.
    """

    name: str
    title: str = ""
    path: str = ""
    required: tuple[str, ...] = ()
    properties: tuple[str, ...] = ()
    operation: str = ""
    direction: Literal["", "request", "response"] = ""
    shape: str = ""


class ReviewedTask(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a title becomes in the names of classes, where it should be something else."""

    title: str
    name: str


class ReviewedOperation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names for an operation, by operationId or ``POST /path``: ``client.<resource>.<method>``.

    ``arguments`` are those of the path, by the names that the path has for them. ``also`` are
    whole names under which it can be called, too.
    """

    id: str
    resource: str = ""
    method: str = ""
    arguments: Mapping[str, str] = msgspec.field(default_factory=dict)
    also: tuple[str, ...] = ()


class ReviewedResource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name for all that begins with a path: ``/accounts/{}/access`` is ``zero_trust.access``.

    The longest such path counts, and what follows it in an operation is appended to the name.
    Without the scope, ``/access`` means the same of accounts and of zones.
    """

    path: str
    name: str


class ReviewedMethod(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole name of an operation, by operationId or ``GET /path``: ``dns.records.list``."""

    operation: str
    name: str
    arguments: Mapping[str, str] = msgspec.field(default_factory=dict)
    also: tuple[str, ...] = ()


class NamesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file of reviewed names."""

    classes: tuple[ReviewedClass, ...] = msgspec.field(name="class", default=())
    tasks: tuple[ReviewedTask, ...] = msgspec.field(name="task", default=())
    operations: tuple[ReviewedOperation, ...] = msgspec.field(name="operation", default=())
    resources: tuple[ReviewedResource, ...] = msgspec.field(name="resource", default=())
    methods: tuple[ReviewedMethod, ...] = msgspec.field(name="method", default=())


@dataclass(frozen=True)
class ReviewedNames:
    classes: tuple[ReviewedClass, ...] = ()
    tasks: tuple[ReviewedTask, ...] = ()
    operations: tuple[ReviewedOperation, ...] = ()
    resources: tuple[ReviewedResource, ...] = ()

    def task_for(self, title: str) -> str:
        """The reviewed name of a title, or the title."""
        return next((entry.name for entry in self.tasks if entry.title == title), title)

    def operation_for(self, operation: Operation) -> ReviewedOperation:
        known = (operation.operation_id, without_names(f"{operation.method} {operation.path}"))
        for one in known:
            if one in self._by_operation:
                return self._by_operation[one]
        return ReviewedOperation(id=known[0] or known[1])

    @cached_property
    def _by_operation(self) -> Mapping[str, ReviewedOperation]:
        """The first entry of each operation; the names of path parameters say nothing."""
        return {without_names(entry.id): entry for entry in reversed(self.operations)}


def load(path: Path | None) -> ReviewedNames:
    """Read a names file; None gives no names. Raises UsageError when it cannot be read."""
    if path is None:
        return ReviewedNames()
    require_readable(path, "file of reviewed names")
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: {error}", help=_TABLES) from error
    parsed = converted(table, NamesFile, path, _TABLES)
    _check(parsed, path)
    return ReviewedNames(
        parsed.classes,
        parsed.tasks,
        (*map(divided, parsed.methods), *parsed.operations),
        parsed.resources,
    )


def _check(parsed: NamesFile, path: Path) -> None:
    """Raise UsageError for a name that cannot be written in Python."""
    for name in [*(c.name for c in parsed.classes), *(t.name for t in parsed.tasks)]:
        if not (name.isascii() and name.isidentifier()) or keyword.iskeyword(name):
            raise UsageError(f"{path}: {name!r} is not a class name", help="use PascalCase letters")
    also = [name for method in parsed.methods for name in method.also]
    also += [name for operation in parsed.operations for name in operation.also]
    for dotted in [*(r.name for r in parsed.resources), *(m.name for m in parsed.methods), *also]:
        if resource_path(dotted) != dotted:
            advice = f"write {resource_path(dotted) or 'dns.records'!r}, in small letters with dots"
            raise UsageError(f"{path}: {dotted!r} is not a name of this kind", help=advice)
    called = (*(m.arguments for m in parsed.methods), *(o.arguments for o in parsed.operations))
    for name in (name for arguments in called for name in arguments.values()):
        if field_name(name) != name:
            advice = f"write {field_name(name) or 'rule_id'!r}, in small letters"
            raise UsageError(f"{path}: {name!r} is not the name of an argument", help=advice)


def divided(method: ReviewedMethod) -> ReviewedOperation:
    """A whole name as its halves."""
    resource, _, name = method.name.rpartition(".")
    return ReviewedOperation(method.operation, resource, name, method.arguments, method.also)


_TABLES = (
    "it may hold [[class]], [[task]], [[resource]], [[method]] and [[operation]] tables; "
    "see docs/names.md"
)


def operation_block(operation: Operation) -> str:
    """The entry to paste for an operation whose path makes no name, or one that is taken."""
    known = operation.operation_id or f"{operation.method} {operation.path}"
    return f'[[operation]]\nid = {quoted(known)}\nresource = "..."\nmethod = "..."'


@dataclass(slots=True)
class Register:
    """Reviewed names, how words are spelled, and the problems found so far."""

    document: Document
    reviewed: ReviewedNames
    spelling: dict[str, str]
    problems: list[Diagnostic] = field(default_factory=list)

    def report(
        self, code: str, message: str, help: str, pointer: Pointer, severity: Severity = "error"
    ) -> None:
        problem = Problem(code, message, help)
        found = problem.at(self.document.source, pointer=pointer, severity=severity)
        self.problems.append(found)
