"""Properties by which answers of several forms read the same, as the document declares them.

``x-reads`` of an object has a property by its name: where its value is, and what it becomes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.names.annotations import annotation, member_types
from flaregen.names.identifiers import ClassName, is_plain
from flaregen.names.named import NamedField
from flaregen.names.types import ClassType, ListType, NullType, Type, UnionType, union
from flaregen.pointer import Pointer
from flaregen.schemas.schema import Object, Reading

Fields: TypeAlias = Mapping[ClassName, Sequence[NamedField]]
"""Of each class by its name."""
_TYPES = {"text": "str", "object": "dict[str, object]"}


@dataclass(frozen=True, slots=True)
class NamedReading:
    """A reading with its paths by names of attributes; ``type`` is that of what is there."""

    reading: Reading
    paths: tuple[str, ...]
    type: Type
    pieces: str = ""

    @property
    def annotation(self) -> str:
        """What the property returns."""
        kind = self.reading.kind
        if kind == "list" and self.type == NullType():
            return "list[object]"
        if kind == "list":
            return f"list[{annotation(self.type, 'response')}]"
        return _TYPES.get(kind) or annotation(union((self.type, NullType())), "response")

    @property
    def types(self) -> tuple[str, ...]:
        """The members of that union."""
        if self.reading.kind == "one":
            return member_types(union((self.type, NullType())), "response")
        return (self.annotation,)


def named_readings(
    schema: Object, fields: Sequence[NamedField], classes: Fields
) -> Iterator[NamedReading]:
    """The readings of a class. ``classes`` are the fields of all others, by name.

    Raises DiagnosticError for a path that leads nowhere, and for a name that Python cannot write.
    """
    for reading in schema.readings:
        lead = partial(_path, schema.pointer, reading, fields=fields, classes=classes)
        paths = [*map(lead, reading.paths)]
        pieces = [lead(reading.pieces)] if reading.pieces else []
        if reading.pieces:
            lead(f"{reading.pieces}/{reading.grows}")
        found = union(type_ for _, type_ in (*paths, *pieces)) if paths or pieces else NullType()
        named = tuple(path for path, _ in paths)
        yield NamedReading(reading, named, found, pieces[0][0] if pieces else "")


def _path(
    place: Pointer,
    reading: Reading,
    path: str,
    fields: Sequence[NamedField],
    classes: Fields,
) -> tuple[str, Type]:
    """The path by names of attributes, and the type of what is there."""
    steps, inside, types = [], [fields], list[Type]()
    for step in path.split("/"):
        name, equals, wanted = step.partition("=")
        if step.isdecimal():
            steps.append(step)
            continue
        own = [field for found in inside for field in found if field.wire == name]
        if not (own and is_plain(reading.name)):
            raise DiagnosticError([_nowhere(place, reading, path)])
        steps.append(f"{own[0].name}{equals}{wanted}")
        if equals:
            inside = [found for found in inside if _may_hold(found, name, wanted)]
            types = [ClassType(n) for n, found in classes.items() if found in inside] or types
        else:
            types = [item for field in own for item in _items(field.type)]
            inside = [
                classes[ClassName(type_.name)] for type_ in types if isinstance(type_, ClassType)
            ]
    return "/".join(steps), union(types)


def _may_hold(fields: Sequence[NamedField], name: str, wanted: str) -> bool:
    return any(
        field.wire == name and wanted in (getattr(field.schema, "values", None) or (wanted,))
        for field in fields
    )


def _items(type_: Type) -> Iterator[Type]:
    match type_:
        case ListType(items):
            yield from _items(items)
        case UnionType(members):
            for member in members:
                yield from _items(member)
        case NullType():
            return
        case _:
            yield type_


def _nowhere(place: Pointer, reading: Reading, path: str) -> Diagnostic:
    return Diagnostic(
        code="reading-leads-nowhere",
        message=f"x-reads: {reading.name!r} has the path {path!r}, which leads to no property",
        help="write the names of properties with slashes between them",
        source=None,
        pointer=place,
    )
