"""Reading many schemas of a document at once."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.diagnostic import DiagnosticError
from flaregen.pointer import Pointer
from flaregen.schemas.interpret import Interpreter, interpret
from flaregen.schemas.schema import (
    Anything,
    Binary,
    Enumeration,
    Map,
    Null,
    Object,
    Recursion,
    Scalar,
    Union,
)
from tests.names.documents import obj
from tests.reading.documents import document, ref
from tests.support.pinned import pinned

_TREE: Any = {
    "type": "object",
    "properties": {
        "id": {"type": "integer", "readOnly": True},
        "secret": {"type": "string", "writeOnly": True},
        "parent": ref("#/components/schemas/Tree"),
        "leaf": ref("#/components/schemas/Leaf"),
    },
}
_LEAF: Any = {"type": "object", "properties": {"size": {"type": "integer", "readOnly": True}}}
_COMPONENTS = {"Forest": {"type": "array", "items": ref("#/components/schemas/Tree")}}


def _place(name: str) -> Pointer:
    return Pointer(("components", "schemas", name))


@pytest.mark.parametrize("names", [("Leaf", "Tree", "Forest"), ("Forest", "Tree", "Leaf")])
def test_what_is_read_before_changes_nothing(names: tuple[str, ...]) -> None:
    found = document(components={"schemas": {"Leaf": _LEAF, "Tree": _TREE, **_COMPONENTS}})
    read = Interpreter(found)
    for name in names * 2:
        for direction in ("request", "response"):
            assert read(_place(name), direction) == interpret(found, _place(name), direction)


def test_components_of_the_pinned_document() -> None:
    found = pinned().document
    assert isinstance(found.root, dict)
    schemas: Any = found.root["components"]
    read = Interpreter(found)
    for name in schemas["schemas"]:
        assert read(_place(name), "response") == interpret(found, _place(name), "response")


def test_limits_count_what_was_read_before() -> None:
    nested: Any = {"type": "string"}
    for _ in range(60):
        nested = {"type": "array", "items": nested}
    outer: Any = ref("#/components/schemas/Inner")
    for _ in range(60):
        outer = {"type": "array", "items": outer}
    found = document(components={"schemas": {"Inner": nested, "Outer": outer}})
    read = Interpreter(found)
    read(_place("Inner"), "response")
    with pytest.raises(DiagnosticError, match="nested more than 100 deep"):
        read(_place("Outer"), "response")
    wide = {"type": "object", "properties": {f"p{n}": outer["items"] for n in range(4)}}
    found = document(components={"schemas": {"Inner": nested, "Outer": outer, "Wide": wide}})
    with pytest.raises(DiagnosticError, match="more than 50 nodes"):
        Interpreter(found)(_place("Wide"), "response", 50)


@pytest.mark.parametrize(("rows", "kind"), [(2, Object), (60, Recursion)])
def test_in_a_large_schema_circles_alone_are_left_by_their_place(rows: int, kind: type) -> None:
    fields = {f"p{number}": {"type": "string"} for number in range(10)}
    schemas: Any = {f"Row{number}": obj(**fields) for number in range(rows)}
    table = obj(**{name: ref(f"#/components/schemas/{name}") for name in (*schemas, "Ring")})
    ring = obj(other=ref("#/components/schemas/Other"))
    other = obj(ring=ref("#/components/schemas/Ring"))
    schemas |= {"Table": table, "Ring": ring, "Other": other}
    found = interpret(document(components={"schemas": schemas}), _place("Table"), "request")
    assert isinstance(found, Object)
    kinds = [type(field.schema) for field in found.fields]
    assert kinds == [*[Object] * rows, kind]


def test_bounds_are_kept_and_those_next_to_a_union_are_of_the_members_that_they_fit() -> None:
    text = {"type": "string", "pattern": "^a"}
    list_ = {"type": "array", "items": {"type": "string"}}
    other = {"type": "string", "pattern": "b$"}
    subject: Any = {"type": "string", "maxLength": 3, "anyOf": [text, other]}
    either: Any = {"minLength": 2, "type": ["string", "array"], "anyOf": [text, list_]}
    found = document(components={"schemas": {"Subject": subject, "Either": either}})
    for name, expected in (
        ("Subject", [{**one, "maxLength": 3} for one in ({"pattern": "^a"}, {"pattern": "b$"})]),
        ("Either", [{"pattern": "^a", "minLength": 2}, {"minLength": 2}]),
    ):
        schema = interpret(found, _place(name), "request")
        assert isinstance(schema, Union)
        assert [dict(member.constraints) for member in schema.members] == expected


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ({"enum": [1, 2]}, Enumeration),
        ({"enum": [2**63 - 1, -(2**63)]}, Enumeration),
        # Decoders and checkers know no literal of more than 64 bits.
        ({"enum": [1, 2**63]}, Scalar),
        ({"enum": [None]}, Null),
        ({"const": None}, Null),
        ({"required": ["a"], "additionalProperties": {"type": "integer"}}, Map),
        # An object that has to have a member, which nothing describes.
        ({"required": ["a"]}, Object),
        ({"type": "file"}, Anything),
        # Bytes as OpenAPI 3.0 has them, with its type or without, and as 3.1 has them.
        ({"type": "string", "format": "binary"}, Binary),
        ({"format": "binary"}, Binary),
        ({"contentMediaType": "application/octet-stream"}, Binary),
    ],
)
def test_what_values_become(subject: Any, kind: type) -> None:
    found = document(components={"schemas": {"Subject": subject}})
    assert isinstance(interpret(found, _place("Subject"), "response"), kind)


@pytest.mark.parametrize(("sizes", "found"), [((250, 2), 500), ((500, 2), None)])
def test_unions_that_hold_at_once_multiply_up_to_a_bound(
    sizes: tuple[int, ...], found: int | None
) -> None:
    """What would be left out beyond it is refused, not lost."""
    unions = [
        {"oneOf": [obj(f"{letter}{n}", **{f"{letter}{n}": {}}) for n in range(size)]}
        for letter, size in zip("ab", sizes, strict=True)
    ]
    whole = document(components={"schemas": {"Wide": {"allOf": unions}}})
    if found is None:
        with pytest.raises(DiagnosticError, match="more than 500 members"):
            interpret(whole, _place("Wide"), "request")
    else:
        schema = interpret(whole, _place("Wide"), "request")
        assert isinstance(schema, Union)
        assert len(schema.members) == found
