"""From a raw schema to the intermediate representation.

The dialects of OpenAPI 3.0 (``nullable``, boolean exclusive bounds) and 3.1 (type
lists, ``const``) come out the same. Sources of the rules: OpenAPI 3.0.3 section
4.7.24, JSON Schema 2020-12 core and validation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import Document, JSONObject
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.schemas.keywords import (
    enumerated,
    example_of,
    exclusions,
    is_nullable,
    kinds_of,
    list_of,
    text_of,
)
from flaregen.schemas.merge import merge_all
from flaregen.schemas.schema import (
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
_MAX_NODES = 20_000
_MAX_DEPTH = 100
_MAX_MEMBERS = 500
"""A schema larger, deeper or wider than this is an expansion bomb (nested ``allOf``), not an API.

The largest of Cloudflare's 3,600 bodies has 4,065 nodes, the widest union 55 members.
"""


def interpret(document: Document, pointer: Pointer, most: int = _MAX_NODES) -> Schema:
    """Read the schema at a pointer, references followed.

    Raises DiagnosticError for a dangling or circular reference, and for a schema
    that unfolds into more than ``most`` nodes.
    """
    return _Reader(document, most).read(pointer, enclosing=())


@dataclass(slots=True)
class _Reader:
    document: Document
    most: int
    nodes: int = 0

    def read(self, pointer: Pointer, enclosing: tuple[Pointer, ...]) -> Schema:
        """``enclosing`` are the schemas around this one; meeting one of them again is recursion."""
        self._guard(pointer, len(enclosing))
        place, node = follow(self.document, pointer)
        raw: JSONObject = node if isinstance(node, dict) else {}
        if place in enclosing:
            return Recursion(pointer=pointer, target=place, nullable=is_nullable(raw))
        inside = (*enclosing, place)
        schema = self._typed(raw, place, inside)
        parts = tuple(self._parts(raw, place, inside))
        merged = merge_all((*parts, schema), place) if parts else schema
        return _annotated(self._alternatives(merged, raw, place, inside), raw, place)

    def _guard(self, pointer: Pointer, depth: int) -> None:
        self.nodes += 1
        if self.nodes > self.most:
            raise self._too_large(f"the schema unfolds into more than {self.most:,} nodes", pointer)
        if depth > _MAX_DEPTH:
            raise self._too_large(f"the schema is nested more than {_MAX_DEPTH} deep", pointer)

    def _too_large(self, message: str, pointer: Pointer) -> DiagnosticError:
        return self._error(
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
        for pointer in self._members(raw, place, "allOf"):
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

    def _members(self, raw: JSONObject, place: Pointer, keyword: str) -> list[Pointer]:
        count = len(list_of(raw, keyword))
        if count > _MAX_MEMBERS:
            raise self._too_large(_TOO_WIDE, place.child(keyword))
        return [place.child(keyword, index) for index in range(count)]

    def _typed(self, raw: JSONObject, place: Pointer, inside: tuple[Pointer, ...]) -> Schema:
        """The schema by its own type, without what ``oneOf``, ``anyOf`` and ``allOf`` add."""
        values = enumerated(raw)
        if values is not None:
            return Enumeration(pointer=place, values=values)
        kinds = kinds_of(raw)
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
                return Scalar(pointer=place, kind=_SCALARS[kind], format=text_of(raw, "format"))
            case _:
                return Anything(pointer=place)

    def _object(self, raw: JSONObject, place: Pointer, inside: tuple[Pointer, ...]) -> Schema:
        properties = raw.get("properties")
        listed = {name: None for name in list_of(raw, "required") if isinstance(name, str)}
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
        return Object(pointer=place, fields=fields, exclusions=exclusions(raw), demanded=demanded)

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
        pointers = [*self._members(raw, place, "oneOf"), *self._members(raw, place, "anyOf")]
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
        if _width(union) > _MAX_MEMBERS:
            raise self._too_large(_TOO_WIDE, place)
        return replace(union, nullable=nullable or union.nullable)


def _annotated(schema: Schema, raw: JSONObject, place: Pointer) -> Schema:
    """Lay the annotations of the raw schema over what was read from it."""
    constraints = tuple((k, raw[k]) for k in _CONSTRAINTS if k in raw)
    return replace(
        schema,
        pointer=place if not isinstance(schema, Recursion) else schema.pointer,
        title=text_of(raw, "title") or schema.title,
        description=text_of(raw, "description") or schema.description,
        nullable=is_nullable(raw) or schema.nullable,
        deprecated=raw.get("deprecated") is True or schema.deprecated,
        default=Given(raw["default"]) if "default" in raw else schema.default,
        example=example_of(raw) or schema.example,
        constraints=constraints or schema.constraints,
    )


def _string(raw: JSONObject, place: Pointer) -> Schema:
    format_ = text_of(raw, "format")
    if format_ == "binary":
        return Binary(pointer=place, encoding="raw")
    if format_ in _BASE64_FORMATS or raw.get("contentEncoding") in ("base64", "base64url"):
        return Binary(pointer=place, encoding="base64")
    return Scalar(pointer=place, kind="string", format=format_)


def _is_null(document: Document, pointer: Pointer) -> bool:
    _, node = follow(document, pointer)
    return isinstance(node, dict) and (
        node.get("type") == "null" or node.get("enum") == [None] or node.get("const", "") is None
    )


_TOO_WIDE = f"the schema has more than {_MAX_MEMBERS} members that hold at once, or to choose from"


def _width(schema: Schema) -> int:
    """How many forms a value can take, unions inside of unions counted through."""
    return sum(_width(m) for m in schema.members) if isinstance(schema, Union) else 1
