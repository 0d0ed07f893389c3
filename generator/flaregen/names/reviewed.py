"""Reviewed names: ``spec/names.toml``. An entry says what a thing contains, not where it stands."""

from __future__ import annotations

import json
import keyword
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from flaregen.diagnostic import UsageError
from flaregen.misfits import first_misfit
from flaregen.schemas.schema import Object


class ReviewedClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name for an object.

    ``title`` is that of the variant it belongs to. ``path`` leads from the variant to
    the object by property names, ``[]`` for items and ``*`` for values of open keys;
    it is empty for the variant itself. ``required`` are the required properties, all of
    them; ``properties`` some that the object has, where its siblings require the same.
    """

    name: str
    title: str = ""
    path: str = ""
    required: tuple[str, ...] = ()
    properties: tuple[str, ...] = ()


class ReviewedTask(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a title becomes in the names of classes, where it should be something else."""

    title: str
    name: str


class ReviewedOperation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names for an operation, by its operationId: ``client.<resource>.<method>``."""

    id: str
    resource: str = ""
    method: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    classes: tuple[ReviewedClass, ...] = msgspec.field(name="class", default=())
    tasks: tuple[ReviewedTask, ...] = msgspec.field(name="task", default=())
    operations: tuple[ReviewedOperation, ...] = msgspec.field(name="operation", default=())


@dataclass(frozen=True, slots=True)
class ReviewedNames:
    classes: tuple[ReviewedClass, ...] = ()
    tasks: tuple[ReviewedTask, ...] = ()
    operations: tuple[ReviewedOperation, ...] = ()

    def class_for(self, title: str, path: str, schema: Object) -> str:
        """The reviewed name of an object, or empty."""
        properties = {field.wire for field in schema.fields}
        for entry in self.classes:
            if (
                (entry.title, entry.path) == (title, path)
                and set(entry.required) == set(schema.required)
                and properties.issuperset(entry.properties)
            ):
                return entry.name
        return ""

    def task_for(self, title: str) -> str:
        """The reviewed name of a title, or the title."""
        return next((entry.name for entry in self.tasks if entry.title == title), title)

    def operation_for(self, operation_id: str) -> ReviewedOperation:
        for entry in self.operations:
            if entry.id == operation_id:
                return entry
        return ReviewedOperation(id=operation_id)


def load(path: Path | None) -> ReviewedNames:
    """Read a names file; None gives no names. Raises UsageError when it cannot be read."""
    if path is None:
        return ReviewedNames()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}",
            help="name another file of reviewed names, or none",
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: {error}", help=_TABLES) from error
    try:
        parsed = msgspec.convert(table, _File)
    except msgspec.ValidationError as error:
        if misfit := first_misfit(table, _File):
            raise UsageError(f"{path}: {misfit.message}", help=misfit.help) from error
        raise UsageError(f"{path}: {error}", help=_TABLES) from error
    for name in [*(c.name for c in parsed.classes), *(t.name for t in parsed.tasks)]:
        if not (name.isascii() and name.isidentifier()) or keyword.iskeyword(name):
            raise UsageError(f"{path}: {name!r} is no class name", help="use PascalCase letters")
    return ReviewedNames(parsed.classes, parsed.tasks, parsed.operations)


_TABLES = "it may hold [[class]], [[task]] and [[operation]] tables; see docs/names.md"


def block(title: str, path: str, schema: Object, siblings: Sequence[Object] = ()) -> str:
    """The entry to paste into the names file for an object that has no name yet."""
    lines = ["[[class]]", 'name = "..."']
    if title:
        lines.append(f"title = {_quoted(title)}")
    if path:
        lines.append(f"path = {_quoted(path)}")
    lines.append(f"required = {_list(schema.required)}")
    others = [sibling for sibling in siblings if sibling is not schema]
    if any(set(other.required) == set(schema.required) for other in others):
        theirs = {field.wire for other in others for field in other.fields}
        own = [field.wire for field in schema.fields if field.wire not in theirs]
        lines.append(f"properties = {_list(own)}")
    return "\n".join(lines)


def task_block(title: str) -> str:
    """The entry to paste for a title that makes no name."""
    return f'[[task]]\nname = "..."\ntitle = {_quoted(title)}'


def operation_block(operation_id: str) -> str:
    """The entry to paste for an operation whose path makes no name, or one that is taken."""
    return f'[[operation]]\nid = {_quoted(operation_id)}\nresource = "..."\nmethod = "..."'


def _list(names: Iterable[str]) -> str:
    return f"[{', '.join(_quoted(name) for name in names)}]"


def _quoted(text: str) -> str:
    """A TOML basic string; its escapes are JSON's."""
    return json.dumps(text)
