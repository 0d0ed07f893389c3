"""Reviewed names: ``spec/names.toml``. An entry says what a thing contains, not where it stands."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from flaregen.diagnostic import UsageError


class ReviewedClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name for an object.

    ``title`` is that of the variant it belongs to. ``path`` leads from the variant to
    the object by property names, ``[]`` for items and ``*`` for values of open keys;
    it is empty for the variant itself. ``required`` are the required properties.
    """

    name: str
    title: str = ""
    path: str = ""
    required: tuple[str, ...] = ()


class ReviewedOperation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names for an operation, by its operationId: ``client.<resource>.<method>``."""

    id: str
    resource: str = ""
    method: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    classes: tuple[ReviewedClass, ...] = msgspec.field(name="class", default=())
    operations: tuple[ReviewedOperation, ...] = msgspec.field(name="operation", default=())


@dataclass(frozen=True, slots=True)
class ReviewedNames:
    classes: tuple[ReviewedClass, ...] = ()
    operations: tuple[ReviewedOperation, ...] = ()

    def class_for(self, title: str, path: str, required: tuple[str, ...]) -> str:
        """The reviewed name, or empty."""
        for entry in self.classes:
            if (entry.title, entry.path) == (title, path) and set(entry.required) == set(required):
                return entry.name
        return ""

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
        parsed = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UsageError(
            f"{path}: {error}",
            help="a names file holds [[class]] and [[operation]] tables; see docs/names.md",
        ) from error
    for entry in parsed.classes:
        if not entry.name.isascii() or not entry.name.isidentifier():
            raise UsageError(
                f"{path}: {entry.name!r} is no class name", help="use PascalCase letters"
            )
    return ReviewedNames(parsed.classes, parsed.operations)


def block(title: str, path: str, required: tuple[str, ...]) -> str:
    """The entry to paste into the names file for an object that has no name yet."""
    lines = ["[[class]]", 'name = "..."']
    if title:
        lines.append(f"title = {_quoted(title)}")
    if path:
        lines.append(f"path = {_quoted(path)}")
    lines.append(f"required = [{', '.join(_quoted(name) for name in required)}]")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """A TOML basic string; its escapes are JSON's."""
    return json.dumps(text)
