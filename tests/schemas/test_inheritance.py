"""A component with a discriminator may be each of those that inherit from it."""

from __future__ import annotations

from typing import Any

from flaregen.names.untyped import untyped
from flaregen.openapi.inheritance import MOST_HEIRS
from flaregen.pointer import Pointer
from flaregen.schemas.interpret import interpret
from flaregen.schemas.schema import Enumeration, Object, Recursion, Scalar, Schema, Union, leaves
from flaregen.selecting.select import select
from tests.names.documents import TEXT, obj
from tests.reading.documents import document, operation, ref

_BASE: Any = {
    **obj("kind", kind=TEXT, next=ref("#/components/schemas/Base")),
    "discriminator": {"propertyName": "kind", "mapping": {"low": "#/components/schemas/Low"}},
}


def _heir(base: str, **properties: Any) -> Any:
    return {"allOf": [ref(f"#/components/schemas/{base}"), obj(**properties)]}


def _read(name: str, **schemas: Any) -> Schema:
    found = document(components={"schemas": {"Base": _BASE, **schemas}})
    return interpret(found, Pointer(("components", "schemas", name)), "response")


def _names(schema: Schema) -> list[list[str]]:
    return [[f.wire for f in one.fields] for one in leaves(schema) if isinstance(one, Object)]


def test_a_base_is_a_union_of_its_heirs_and_itself() -> None:
    found = _read("Base", Low=_heir("Base", a=TEXT), Lower=_heir("Low", b=TEXT))
    assert _names(found) == [["kind", "next", "a", "b"], ["kind", "next", "a"], ["kind", "next"]]
    assert isinstance(found, Union)
    assert not any(isinstance(member, Union) for member in found.members)
    # Names alone may be other values on the wire; what is mapped is known.
    kinds = [one.fields[0].schema for one in leaves(found) if isinstance(one, Object)]
    assert [type(kind) for kind in kinds] == [Scalar, Enumeration, Scalar]
    # What is inside of an heir is the whole union.
    first = next(one for one in leaves(found) if isinstance(one, Object))
    inner = first.fields[1].schema
    assert isinstance(inner, Recursion)
    assert str(inner.target) == "/components/schemas/Base"


def test_what_has_no_heirs_is_what_it_was() -> None:
    found = _read("Low", Low=_heir("Base", a=TEXT))
    assert _names(found) == [["kind", "next", "a"]]
    assert not isinstance(_read("Base", Other=obj(a=TEXT)), Union)


def test_what_is_its_base_in_other_words_is_no_heir_of_it() -> None:
    thin = {"allOf": [ref("#/components/schemas/Base")], "description": "Nothing of its own."}
    assert _names(_read("Base", Low=thin)) == [["kind", "next"]]
    assert _names(_read("Low", Low=thin)) == [["kind", "next"]]
    found = _read("Base", Low=thin, Lower=_heir("Low", a=TEXT), Other=_heir("Base", b=TEXT))
    assert sorted(_names(found)) == [["kind", "next"], ["kind", "next", "a"], ["kind", "next", "b"]]


def test_heirs_are_selected_with_their_base() -> None:
    schemas = {"Base": _BASE, "Low": _heir("Base"), "Lower": _heir("Low"), "Other": obj(a=TEXT)}
    given = operation(ref("#/components/schemas/Base"))
    found = select(document({"/a": {"get": given}}, components={"schemas": schemas}), ("GET /a",))
    assert [*found.at(Pointer(("components", "schemas")))] == ["Base", "Low", "Lower"]


def test_too_many_heirs_are_read_as_their_base_with_a_remark() -> None:
    many = {f"Heir{n}": _heir("Base", a=TEXT) for n in range(MOST_HEIRS + 1)}
    assert _names(_read("Base", **many)) == [["kind", "next"]]
    found = document(components={"schemas": {"Base": _BASE, **many}})
    assert [remark.code for remark in untyped(found)] == ["heirs-not-read"]
    del many["Heir0"]
    assert not [*untyped(document(components={"schemas": {"Base": _BASE, **many}}))]
