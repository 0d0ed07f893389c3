"""What the type of a field is: schemas by the types they become, recursion above all."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.names.types import AnyObjectType
from tests.names.documents import TEXT, WHOLE, classes_of, document, items, named, obj, operation
from tests.support.openapi import ref

_NODE = obj(n=TEXT, next=ref("Node"))
_WRAPPED = obj(next={"allOf": [ref("Node")], "description": "Another."}, n=TEXT)
_GEO: dict[str, Any] = {
    "Geo": {"oneOf": [ref("Point"), ref("Line"), ref("Many")]},
    "Point": obj("at", at=WHOLE),
    "Line": obj("to", to=WHOLE, by=ref("Geo")),
    "Many": obj("all", all=items(ref("Geo"))),
}
_ANY_GEO = "ThingsCreatePoint | ThingsCreateLine | ThingsCreateMany"
CASES: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, str]]] = {
    "null comes last, once": (
        obj(a={"oneOf": [{"type": ["null", "string"]}, {"type": ["integer", "null"]}]}),
        {},
        {"ThingsCreateParams.a": "string | integer | None"},
    ),
    "a component refers to itself": (
        obj(x=ref("Node")),
        {"Node": _NODE},
        {"ThingsCreateParams.x": "ThingsCreateNode", "ThingsCreateNode.next": "ThingsCreateNode"},
    ),
    "a body refers to itself": (
        ref("Node"),
        {"Node": _NODE},
        {
            "ThingsCreateParams.next": "ThingsCreateNode",
            "ThingsCreateNode.next": "ThingsCreateNode",
        },
    ),
    "recursion behind allOf": (
        obj(x=ref("Node")),
        {"Node": _WRAPPED},
        {"ThingsCreateNode.next": "ThingsCreateNode"},
    ),
    "recursion to a union": (
        obj(g=ref("Geo")),
        _GEO,
        {
            "ThingsCreateParams.g": _ANY_GEO,
            "ThingsCreateLine.by": _ANY_GEO,
            "ThingsCreateMany.all": f"[{_ANY_GEO}]",
        },
    ),
    "recursion to a union, from one of its members": (
        obj(m=ref("Many")),
        _GEO,
        {"ThingsCreateParams.m": "ThingsCreateMany", "ThingsCreateMany.all": f"[{_ANY_GEO}]"},
    ),
    "lists and maps alone end in Any": (
        obj(l=ref("List")),
        {"List": items(ref("List"))},
        {"ThingsCreateParams.l": "[Any]"},
    ),
    "recursion to a list with places": (
        obj(x=ref("Pair")),
        {"Pair": {"prefixItems": [TEXT, obj(of=ref("Pair"))], "items": False}},
        {
            "ThingsCreateParams.x": "[ThingsCreatePairItem | string]",
            "ThingsCreatePairItem.of": "[ThingsCreatePairItem | string]",
        },
    ),
    "recursion to a map with a pattern": (
        obj(x=ref("Keys")),
        {
            "Keys": {
                "patternProperties": {"^a": TEXT},
                "additionalProperties": obj(of=ref("Keys")),
            }
        },
        {
            "ThingsCreateParams.x": "{ThingsCreateKeysItem | string}",
            "ThingsCreateKeysItem.of": "{ThingsCreateKeysItem | string}",
        },
    ),
    "recursion to one of several types": (
        obj(x=ref("Either")),
        {"Either": {"type": ["string", "object"], "properties": {"of": ref("Either")}}},
        {
            "ThingsCreateParams.x": "ThingsCreateEither | string",
            "ThingsCreateEither.of": "ThingsCreateEither | string",
        },
    ),
    "recursion to a list or a text": (
        obj(x=ref("Either")),
        {"Either": {"type": ["string", "array"], "items": obj(of=ref("Either"))}},
        {
            "ThingsCreateParams.x": "string | [ThingsCreateEitherItem]",
            "ThingsCreateEitherItem.of": "string | [ThingsCreateEitherItem]",
        },
    ),
    "a list of lists of itself, by way of a record": (
        obj(l=ref("List")),
        {"List": items(obj(inner=ref("List")))},
        {
            "ThingsCreateParams.l": "[ThingsCreateListItem]",
            "ThingsCreateListItem.inner": "[ThingsCreateListItem]",
        },
    ),
}


_REST: dict[str, tuple[dict[str, Any], str]] = {
    "texts": (TEXT, "Scalar"),
    "objects of a component": (ref("Node"), "Map"),
    "itself, in lists": (items(ref("Node")), "List"),
    "unions of objects": ({"oneOf": [ref("Node"), TEXT]}, "None"),
}


@pytest.mark.parametrize("case", _REST.values(), ids=_REST)
def test_the_type_of_members_without_a_field(case: tuple[dict[str, Any], str]) -> None:
    schema, wanted = case
    body = {**obj(a=TEXT), "additionalProperties": schema}
    classes = classes_of(named(document({"POST /things": operation(body)}, Node=_NODE)))
    rest = classes["ThingsCreateParams"].rest
    assert type(rest).__name__.removesuffix("Type") == wanted


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_types(case: tuple[dict[str, Any], dict[str, Any], dict[str, str]]) -> None:
    body, components, wanted = case
    classes = classes_of(named(document({"POST /things": operation(body)}, **components)))
    found = {f"{c.name}.{f.wire}": _written(f.type) for c in classes.values() for f in c.fields}
    assert {place: found.get(place) for place in wanted} == wanted


def _written(type_: Any) -> str:
    match type(type_).__name__:
        case "UnionType":
            # A request takes any object in place of one with a class.
            return " | ".join(_written(one) for one in type_.members if one != AnyObjectType())
        case "ListType":
            return f"[{_written(type_.items)}]"
        case "MapType":
            return f"{{{_written(type_.values)}}}"
        case "ClassType":
            return str(type_.name)
        case "ScalarType":
            return str(type_.kind)
        case "NullType":
            return "None"
        case other:
            return other.removesuffix("Type")


def test_a_wide_recursive_union_has_a_class_for_each_member() -> None:
    """Each member is read again in place of the recursion: once, not in every order."""
    members = [f"M{number}" for number in range(12)]
    components: dict[str, Any] = {one: obj(one, **{one: WHOLE}, u=ref("U")) for one in members}
    components["U"] = {"oneOf": [ref(one) for one in members]}
    classes = classes_of(
        named(document({"POST /things": operation(obj(u=ref("U")))}, **components))
    )
    assert len(classes) == len(members) + 1


@pytest.mark.parametrize("is_circle", [True, False])
def test_many_components_in_a_row_are_read_to_the_end(is_circle: bool) -> None:
    """However long a row is, it is a legal document, and the stack has an end."""
    length = 200
    components: dict[str, Any] = {
        f"C{one}": obj(**{f"own{one}": TEXT}, next=ref(f"C{(one + 1) % length}"))
        for one in range(length)
    }
    if not is_circle:
        components[f"C{length - 1}"] = obj(own=TEXT)
    paths = {"POST /things": operation(obj(first=ref("C0")))}
    classes = classes_of(named(document(paths, **components)))
    assert len(classes) == length + 1
