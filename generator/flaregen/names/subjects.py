"""The objects of operations as entries of the names file know them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from flaregen.names.graph import Graph
from flaregen.names.place import Root
from flaregen.names.reviewed import ReviewedClass
from flaregen.names.shapes import digest
from flaregen.names.tasks import Draft
from flaregen.names.types import ClassType, ListType, MapType, OctetsType, Type, UnionType
from flaregen.schemas.operation import Operation
from flaregen.toml_text import listed, quoted


@dataclass(frozen=True, slots=True)
class Subjects:
    """Finds objects by what an entry says of them, and writes entries that find them."""

    graph: Graph
    drafts: Sequence[Draft]

    def chosen(self, entries: Sequence[ReviewedClass]) -> list[str]:
        """The reviewed name of each object, that of the first entry that fits; or empty."""
        found = [""] * len(self.graph.nodes)
        for entry in reversed(entries):
            for number in self.fitting(entry):
                found[number] = entry.name
        return found

    def fitting(self, entry: ReviewedClass) -> set[int]:
        """The objects that an entry means."""
        is_property = entry.path and not entry.path.startswith("[]")
        path = f".{entry.path}" if is_property else entry.path
        return {
            number
            for root, types in self.graph.starts.items()
            if self._begins(entry, root)
            for type_ in types
            for number in self._at(type_, path)
            if self._holds(entry, number)
        }

    def _begins(self, entry: ReviewedClass, root: Root) -> bool:
        # Entries that say no direction name variants, and answers where they say so.
        is_answer = not entry.path and root.direction == "response"
        return (
            entry.title == root.title
            and entry.operation in ("", *_known_as(self.drafts[root.task].operation))
            and entry.direction in (("response",) if is_answer else ("", root.direction))
        )

    def _at(self, type_: Type, path: str) -> Iterator[int]:
        """The objects that a path leads to."""
        match type_:
            case UnionType(members):
                for member in members:
                    yield from self._at(member, path)
            case ListType(inner) | OctetsType(inner) if path.startswith("[]"):
                yield from self._at(inner, path[2:])
            case MapType(inner) if path.startswith(".*"):
                yield from self._at(inner, path[2:])
            case ClassType(number) if not path:
                yield int(number)
            case ClassType(number):
                node = self.graph.nodes[int(number)]
                for field, own in zip(node.schema.fields, node.types, strict=True):
                    if path.startswith(f".{field.wire}"):
                        yield from self._at(own, path.removeprefix(f".{field.wire}"))
            case _:
                pass

    def _holds(self, entry: ReviewedClass, number: int) -> bool:
        schema = self.graph.nodes[number].schema
        return (
            set(entry.required) == set(schema.required)
            and {field.wire for field in schema.fields}.issuperset(entry.properties)
            and (not entry.shape or entry.shape == self.shape(number))
        )

    def shape(self, number: int) -> str:
        """A digest of what an object holds."""
        return digest(self.graph.nodes, number)

    def operation(self, number: int) -> Operation:
        """The first operation that an object is found in."""
        return self.drafts[self.graph.nodes[number].root.task].operation

    def block(self, number: int, keys: Sequence[Hashable]) -> str:
        """The entry to paste for an object without a name. It fits none that has another key."""
        node = self.graph.nodes[number]
        root, schema, known = node.root, node.schema, _known_as(self.operation(number))
        operation = known[0] or known[1]
        entry = ReviewedClass(
            *("...", root.title, node.place.text, schema.required),
            operation="" if root.title else operation,
        )
        if number not in self.fitting(entry):
            entry = replace(entry, direction=root.direction)
        rivals = self._rivals(entry, keys, keys[number])
        theirs = {f.wire for rival in rivals for f in self.graph.nodes[rival].schema.fields}
        more: dict[str, Any] = {
            "properties": tuple(f.wire for f in schema.fields if f.wire not in theirs),
            "direction": root.direction,
            "operation": operation,
            "shape": self.shape(number),
        }
        for key, value in more.items():
            closer = replace(entry, **{key: value})
            if len(kept := self._rivals(closer, keys, keys[number])) < len(rivals):
                entry, rivals = closer, kept
        return _written(entry)

    def _rivals(self, entry: ReviewedClass, keys: Sequence[Hashable], own: Hashable) -> list[int]:
        return [number for number in self.fitting(entry) if keys[number] != own]


def _known_as(operation: Operation) -> tuple[str, str]:
    """Both ways to name an operation."""
    return operation.operation_id, f"{operation.method} {operation.path}"


def _written(entry: ReviewedClass) -> str:
    """The entry as TOML: what it says, and what is required in any case."""
    lines = ["[[class]]"]
    for key in ("name", "operation", "direction", "title", "path", "required", "properties"):
        value = getattr(entry, key)
        if value or key == "required":
            lines.append(f"{key} = {quoted(value) if isinstance(value, str) else listed(value)}")
    return "\n".join([*lines, *([f"shape = {quoted(entry.shape)}"] if entry.shape else ())])
