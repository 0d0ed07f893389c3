"""From a raw schema to the intermediate representation.

The dialects of OpenAPI 3.0 (``nullable``, boolean exclusive bounds) and 3.1 (type
lists, ``const``) come out the same. Sources of the rules: OpenAPI 3.0.3 section
4.7.24, JSON Schema 2020-12 core and validation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import JSON, Document, JSONObject
from flaregen.merge import merge_all
from flaregen.pointer import Pointer
from flaregen.references import follow
from flaregen.schema import (
    Anything,
    Array,
    Binary,
    Enumeration,
    Field,
    Given,
    Map,
    Object,
    Recursion,
    Scalar,
    ScalarKind,
    Schema,
    Union,
)

_CONSTRAINTS = (
    "minLength",
    "maxLength",
    "pattern",
    "format",
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "enum",
)
_SCALARS: dict[str, ScalarKind] = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
}
_BASE64_FORMATS = frozenset({"base64", "byte", "base64url"})
_OCTET_FORMATS = frozenset({"uint8", "byte"})
_MAX_NODES = 200_000
_MAX_DEPTH = 100
"""A selection larger or deeper than this is an expansion bomb (nested ``allOf``), not an API."""


def interpret(document: Document, pointer: Pointer) -> Schema:
    """Read the schema at a pointer, references followed.

    Raises DiagnosticError for a dangling or circular reference, and for a schema
    that unfolds into more nodes than any API has.
    """
    return _Reader(document).read(pointer, enclosing=())


@dataclass(slots=True)
class _Reader:
    document: Document
    nodes: int = 0

    def read(self, pointer: Pointer, enclosing: tuple[Pointer, ...]) -> Schema:
        """``enclosing`` are the schemas around this one; meeting one of them again is recursion."""
        self._guard(pointer, len(enclosing))
        place, node = follow(self.document, pointer)
        raw: JSONObject = node if isinstance(node, dict) else {}
        if place in enclosing:
            return Recursion(pointer=pointer, target=place, nullable=_nullable(raw))
        inside = (*enclosing, place)
        schema = self._typed(raw, place, inside)
        parts = tuple(self._parts(raw, place, inside))
        merged = merge_all((*parts, schema), place) if parts else schema
        return _annotated(self._alternatives(merged, raw, place, inside), raw, place)

    def _guard(self, pointer: Pointer, depth: int) -> None:
        self.nodes += 1
        if self.nodes > _MAX_NODES or depth > _MAX_DEPTH:
            message = (
                f"the schema unfolds into more than {_MAX_NODES:,} nodes"
                if self.nodes > _MAX_NODES
                else f"the schema is nested more than {_MAX_DEPTH} deep"
            )
            raise self._error(
                "schema-too-large",
                message,
                "name what is repeated in components and refer to it, or remove the nested "
                "allOf and oneOf that multiply each other",
                pointer,
            )

    def _error(self, code: str, message: str, help: str, pointer: Pointer) -> DiagnosticError:
        source = self.document.source
        return DiagnosticError(
            [Diagnostic(code=code, message=message, help=help, source=source, pointer=pointer)]
        )

    def _parts(
        self, raw: JSONObject, place: Pointer, inside: tuple[Pointer, ...]
    ) -> Iterator[Schema]:
        for pointer in _members(raw, place, "allOf"):
            part = self.read(pointer, inside)
            if isinstance(part, Recursion):
                raise self._error(
                    "allof-cycle",
                    f"the schema includes itself through allOf: {part.target} is a parent of it",
                    "a schema cannot be a part of itself; refer to it from a property, or remove "
                    "this member",
                    pointer,
                )
            yield part

    def _typed(self, raw: JSONObject, place: Pointer, inside: tuple[Pointer, ...]) -> Schema:
        """The schema by its own type, without what ``oneOf``, ``anyOf`` and ``allOf`` add."""
        values = _enumerated(raw)
        if values is not None:
            return Enumeration(pointer=place, values=values)
        kinds = _kinds(raw)
        if len(kinds) > 1:
            members = tuple(self._kind(kind, raw, place, inside) for kind in kinds)
            return Union(pointer=place, members=members)
        return self._kind(kinds[0] if kinds else "", raw, place, inside)

    def _kind(
        self, kind: str, raw: JSONObject, place: Pointer, inside: tuple[Pointer, ...]
    ) -> Schema:
        match kind:
            case "object":
                return self._object(raw, place, inside)
            case "array":
                return self._array(raw, place, inside)
            case "string":
                return _string(raw, place)
            case "integer" | "number" | "boolean":
                return Scalar(pointer=place, kind=_SCALARS[kind], format=_text(raw, "format"))
            case _:
                return Anything(pointer=place)

    def _object(self, raw: JSONObject, place: Pointer, inside: tuple[Pointer, ...]) -> Schema:
        properties = raw.get("properties")
        listed = [name for name in _listed(raw, "required") if isinstance(name, str)]
        if not isinstance(properties, dict) or not properties:
            if listed:
                return Object(pointer=place, fields=(), demanded=tuple(listed))
            values: Schema = Anything(pointer=place)
            if isinstance(raw.get("additionalProperties"), dict):
                values = self.read(place.child("additionalProperties"), inside)
            return Map(pointer=place, values=values)
        fields = tuple(
            Field(wire=name, schema=self.read(at, inside), required=name in listed)
            for name, at in ((name, place.child("properties", name)) for name in properties)
        )
        demanded = tuple(name for name in listed if name not in properties)
        return Object(pointer=place, fields=fields, exclusions=_exclusions(raw), demanded=demanded)

    def _array(self, raw: JSONObject, place: Pointer, inside: tuple[Pointer, ...]) -> Schema:
        if not isinstance(raw.get("items"), dict):
            return Array(pointer=place, items=Anything(pointer=place))
        items = self.read(place.child("items"), inside)
        octets = isinstance(items, Scalar) and items.format in _OCTET_FORMATS
        return Array(pointer=place, items=items, octets=octets)

    def _alternatives(
        self, schema: Schema, raw: JSONObject, place: Pointer, inside: tuple[Pointer, ...]
    ) -> Schema:
        """``oneOf`` and ``anyOf``; what stands beside them belongs to each object member.

        Upstream writes ``type: object`` beside a ``oneOf`` of strings. The members
        say what they are, so the outer type counts only where they leave it open.
        """
        pointers = [*_members(raw, place, "oneOf"), *_members(raw, place, "anyOf")]
        if not pointers:
            return schema
        read = [self.read(p, inside) for p in pointers]
        nullable = any(_is_null(self.document, p) for p in pointers)
        members = [m for m, p in zip(read, pointers, strict=True) if not _is_null(self.document, p)]
        if isinstance(schema, Object):
            members = [
                merge_all((schema, m), m.pointer) if isinstance(m, Object | Anything | Map) else m
                for m in members
            ]
        if not members:
            return replace(schema, nullable=nullable)
        union = members[0] if len(members) == 1 else Union(pointer=place, members=tuple(members))
        return replace(union, nullable=nullable or union.nullable)


def _annotated(schema: Schema, raw: JSONObject, place: Pointer) -> Schema:
    """Lay the annotations of the raw schema over what was read from it."""
    constraints = tuple((k, raw[k]) for k in _CONSTRAINTS if k in raw)
    return replace(
        schema,
        pointer=place if not isinstance(schema, Recursion) else schema.pointer,
        title=_text(raw, "title") or schema.title,
        description=_text(raw, "description") or schema.description,
        nullable=_nullable(raw) or schema.nullable,
        deprecated=raw.get("deprecated") is True or schema.deprecated,
        default=Given(raw["default"]) if "default" in raw else schema.default,
        example=_example(raw) or schema.example,
        constraints=constraints or schema.constraints,
    )


def _string(raw: JSONObject, place: Pointer) -> Schema:
    format_ = _text(raw, "format")
    if format_ == "binary":
        return Binary(pointer=place, encoding="raw")
    if format_ in _BASE64_FORMATS or raw.get("contentEncoding") in ("base64", "base64url"):
        return Binary(pointer=place, encoding="base64")
    return Scalar(pointer=place, kind="string", format=format_)


def _kinds(raw: JSONObject) -> list[str]:
    """Types without null, guessed from the keywords where none is said."""
    said = raw.get("type")
    if isinstance(said, list):
        return [kind for kind in said if isinstance(kind, str) and kind != "null"]
    if isinstance(said, str):
        return [said]
    if "properties" in raw or "required" in raw or "additionalProperties" in raw:
        return ["object"]
    return ["array"] if "items" in raw else []


def _enumerated(raw: JSONObject) -> tuple[str | int | bool, ...] | None:
    """The members of an enum that Python's Literal can hold; None where it cannot hold them all."""
    listed: Any = [raw["const"]] if "const" in raw else raw.get("enum")
    if not isinstance(listed, list):
        return None
    values = [value for value in listed if value is not None]
    if not values or not all(isinstance(value, str | int) for value in values):
        return None
    distinct = {(type(value), value): value for value in values}
    return tuple(distinct.values())


def _nullable(raw: JSONObject) -> bool:
    said, listed = raw.get("type"), raw.get("enum")
    return (
        raw.get("nullable") is True
        or (isinstance(said, list) and "null" in said)
        or (isinstance(listed, list) and None in listed)
    )


def _is_null(document: Document, pointer: Pointer) -> bool:
    _, node = follow(document, pointer)
    return isinstance(node, dict) and (
        node.get("type") == "null" or node.get("enum") == [None] or node.get("const", "") is None
    )


def _members(raw: JSONObject, place: Pointer, keyword: str) -> list[Pointer]:
    listed = raw.get(keyword)
    return [place.child(keyword, i) for i in range(len(listed))] if isinstance(listed, list) else []


def _exclusions(raw: JSONObject) -> tuple[tuple[str, ...], ...]:
    """``not: {required: [a, b]}``: these may not be sent together."""
    return tuple(
        names
        for node in _negations(raw)
        if (names := tuple(n for n in _listed(node, "required") if isinstance(n, str)))
    )


def _negations(raw: JSONObject) -> Iterator[JSONObject]:
    node = raw.get("not")
    if isinstance(node, dict):
        yield node


def _example(raw: JSONObject) -> Given | None:
    if "example" in raw:
        return Given(raw["example"])
    listed = _listed(raw, "examples")
    return Given(listed[0]) if listed else None


def _listed(raw: JSONObject, keyword: str) -> list[JSON]:
    value = raw.get(keyword)
    return value if isinstance(value, list) else []


def _text(raw: JSONObject, keyword: str) -> str:
    value = raw.get(keyword)
    return value if isinstance(value, str) else ""
