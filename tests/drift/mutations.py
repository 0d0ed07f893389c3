"""Edits whose meaning is known, to be made anywhere in a document.

Each is a schema before and after, with the place in it that the report has to name and
the level that it has to have in a request and in a response. The levels are written
down here by what the edit means, not taken from the rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

B, W, I = "breaking", "warning", "info"  # noqa: E741  a table reads better so
TIGHTER, LOOSER, FREE = (B, I), (I, B), (I, I)


@dataclass(frozen=True)
class Edit:
    name: str
    before: Any
    after: Any
    at: str
    levels: tuple[str, str]
    also: tuple[tuple[str, str], ...] = ()
    """Further entries that belong to it, by place and level in a request."""

    def __repr__(self) -> str:
        return self.name


def _string(**more: Any) -> dict[str, Any]:
    return {"type": "string", **more}


def _parts(**more: Any) -> dict[str, Any]:
    return {"allOf": [_string(), {"minLength": 1}], **more}


def _integer(**more: Any) -> dict[str, Any]:
    return {"type": "integer", **more}


def _array(**more: Any) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string"}, **more}


def _object(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "object", "properties": properties}
    return {**made, "required": list(required)} if required else made


def _record(**more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"a": {"type": "string"}}, **more}


def _union(keyword: str, *titles: str) -> dict[str, Any]:
    return {
        keyword: [
            {"title": title, "type": "object", "properties": {f"of_{title}": _string()}}
            for title in titles
        ]
    }


def _upper(keyword: str, shape: Any) -> list[Edit]:
    return [
        Edit(
            f"{keyword} lowered",
            shape(**{keyword: 9}),
            shape(**{keyword: 5}),
            f"/{keyword}",
            TIGHTER,
        ),
        Edit(
            f"{keyword} raised", shape(**{keyword: 5}), shape(**{keyword: 9}), f"/{keyword}", LOOSER
        ),
        Edit(f"{keyword} set", shape(), shape(**{keyword: 5}), f"/{keyword}", (W, I)),
        Edit(f"{keyword} removed", shape(**{keyword: 5}), shape(), f"/{keyword}", LOOSER),
    ]


def _lower(keyword: str, shape: Any, on_set: str = W) -> list[Edit]:
    return [
        Edit(
            f"{keyword} raised",
            shape(**{keyword: 5}),
            shape(**{keyword: 9}),
            f"/{keyword}",
            TIGHTER,
        ),
        Edit(
            f"{keyword} lowered",
            shape(**{keyword: 9}),
            shape(**{keyword: 5}),
            f"/{keyword}",
            LOOSER,
        ),
        Edit(f"{keyword} set", shape(), shape(**{keyword: 5}), f"/{keyword}", (on_set, I)),
        Edit(f"{keyword} removed", shape(**{keyword: 5}), shape(), f"/{keyword}", LOOSER),
    ]


def _there(
    name: str, shape: Any, value: Any, came: Any = TIGHTER, went: Any = LOOSER
) -> list[Edit]:
    return [
        Edit(f"{name} set", shape(), shape(**{name: value}), f"/{name}", came),
        Edit(f"{name} removed", shape(**{name: value}), shape(), f"/{name}", went),
    ]


def _differs(name: str, shape: Any, one: Any, other: Any, levels: Any) -> Edit:
    return Edit(f"{name} changed", shape(**{name: one}), shape(**{name: other}), f"/{name}", levels)


A, B1 = "/properties/a", "/properties/b"
EDITS: list[Edit] = [
    *_upper("maxLength", _string),
    *_upper("maximum", _integer),
    *_upper("maxItems", _array),
    *_upper("maxProperties", _record),
    *_lower("minLength", _string, B),
    *_lower("minimum", _integer),
    *_lower("minItems", _array),
    *_lower("minProperties", _record),
    *_there("pattern", _string, "^a", TIGHTER, FREE),
    _differs("pattern", _string, "^a", "^b", (W, I)),
    *_there("format", _string, "uuid", TIGHTER, LOOSER),
    _differs("format", _string, "uuid", "uri", (B, B)),
    Edit(
        "format widened",
        _integer(format="int32"),
        _integer(format="int64"),
        "/format",
        LOOSER,
    ),
    *_there("default", _string, "x", FREE, FREE),
    _differs("default", _string, "x", "y", FREE),
    *_there("description", _string, "Words.", FREE, FREE),
    *_there("example", _string, "x", FREE, FREE),
    _differs("title", _string, "One", "Two", FREE),
    *_there("multipleOf", _integer, 5, (W, I), LOOSER),
    Edit(
        "multipleOf narrowed",
        _integer(multipleOf=5),
        _integer(multipleOf=10),
        "/multipleOf",
        TIGHTER,
    ),
    _differs("multipleOf", _integer, 5, 7, (B, B)),
    *_there("uniqueItems", _array, True),
    *_there("additionalProperties", _record, False, TIGHTER, FREE),
    Edit(
        "additional properties typed",
        _record(),
        _record(additionalProperties=_string()),
        "/additionalProperties",
        TIGHTER,
    ),
    Edit(
        "additional properties untyped",
        _record(additionalProperties=_string()),
        _record(),
        "/additionalProperties",
        LOOSER,
    ),
    *_there("not", _record, {"required": ["z"]}),
    Edit("type narrowed", {"type": "number"}, _integer(), "/type", TIGHTER),
    Edit("type widened", _integer(), {"type": "number"}, "/type", LOOSER),
    Edit("type changed", _string(), {"type": "boolean"}, "/type", (B, B)),
    Edit("may be null", _string(), _string(nullable=True), "", LOOSER),
    Edit("may not be null", _string(nullable=True), _string(), "", TIGHTER),
    Edit("parts may be null", _parts(), _parts(nullable=True), "", LOOSER),
    Edit("parts may not be null", {"anyOf": [_parts(), {"type": "null"}]}, _parts(), "", TIGHTER),
    Edit(
        "a bound of integers among numbers",
        {"type": "number", "anyOf": [_integer(maximum=5), {"minimum": 10}]},
        {"type": "number", "anyOf": [_integer(maximum=3), {"minimum": 10}]},
        "/anyOf/0/maximum",
        TIGHTER,
    ),
    Edit("value added", _string(enum=["a", "b"]), _string(enum=["a", "b", "c"]), "/enum/2", (I, W)),
    Edit("value removed", _string(enum=["a", "b"]), _string(enum=["a"]), "/enum/1", TIGHTER),
    Edit("values set", _string(), _string(enum=["a"]), "/enum", TIGHTER, (("/enum", I),)),
    Edit("values lifted", _string(enum=["a"]), _string(), "/enum", (I, W)),
    Edit("optional property added", _object(), _object(a=_string()), A, FREE),
    Edit("required property added", _object(), _object(("a",), a=_string()), A, TIGHTER),
    Edit("optional property removed", _object(a=_string()), _object(), A, (W, W)),
    Edit("required property removed", _object(("a",), a=_string()), _object(), A, (W, B)),
    *(
        Edit(
            f"{name} of a closed object removed",
            _object(required, a=_string()) | {"additionalProperties": False},
            _object() | {"additionalProperties": False},
            A,
            (B, level),
        )
        for name, required, level in (("property", (), W), ("required property", ("a",), B))
    ),
    Edit("became required", _object(a=_string()), _object(("a",), a=_string()), A, TIGHTER),
    Edit("became optional", _object(("a",), a=_string()), _object(a=_string()), A, LOOSER),
    Edit(
        "renamed",
        _object(a=_string(description="One.")),
        _object(b=_string(description="One.")),
        B1,
        (W, W),
    ),
    Edit(
        "required renamed",
        _object(("a",), a=_string(description="One.")),
        _object(("b",), b=_string(description="One.")),
        B1,
        (B, B),
    ),
    Edit("became read-only", _object(a=_string()), _object(a=_string(readOnly=True)), A, FREE),
    Edit("became write-only", _object(a=_string()), _object(a=_string(writeOnly=True)), A, FREE),
    Edit(
        "no longer write-only",
        _object(("a",), a=_string(writeOnly=True)),
        _object(("a",), a=_string()),
        A,
        (I, W),
    ),
    Edit(
        "read-only tightened",
        _object(a=_string(readOnly=True, maxLength=9)),
        _object(a=_string(readOnly=True, maxLength=5)),
        f"{A}/maxLength",
        FREE,
    ),
    Edit(
        "write-only loosened",
        _object(a=_string(writeOnly=True, maxLength=5)),
        _object(a=_string(writeOnly=True, maxLength=9)),
        f"{A}/maxLength",
        FREE,
    ),
    Edit("deprecated", _string(), _string(deprecated=True), "", FREE),
    Edit("reinstated", _string(deprecated=True), _string(), "", FREE),
    Edit(
        "tightened below items",
        _array(items=_string(maxLength=9)),
        _array(items=_string(maxLength=5)),
        "/items/maxLength",
        TIGHTER,
    ),
    Edit(
        "tightened below additional properties",
        {"type": "object", "additionalProperties": _string(maxLength=9)},
        {"type": "object", "additionalProperties": _string(maxLength=5)},
        "/additionalProperties/maxLength",
        TIGHTER,
    ),
    Edit(
        "tightened below not",
        _object() | {"not": _object(a=_string(maxLength=9))},
        _object() | {"not": _object(a=_string(maxLength=5))},
        f"/not{A}/maxLength",
        LOOSER,
    ),
    Edit("items set", {"type": "array"}, _array(), "/items", TIGHTER),
    Edit("items removed", _array(), {"type": "array"}, "/items", LOOSER),
    Edit(
        "one-of grew", _union("oneOf", "X", "Y"), _union("oneOf", "Z", "X", "Y"), "/oneOf/0", LOOSER
    ),
    Edit(
        "one-of shrank",
        _union("oneOf", "X", "Y", "Z"),
        _union("oneOf", "Z", "Y"),
        "/oneOf/0",
        TIGHTER,
    ),
    Edit(
        "any-of grew", _union("anyOf", "X", "Y"), _union("anyOf", "Z", "X", "Y"), "/anyOf/0", FREE
    ),
    Edit(
        "any-of shrank",
        _union("anyOf", "X", "Y", "Z"),
        _union("anyOf", "Z", "Y"),
        "/anyOf/0",
        TIGHTER,
    ),
    Edit(
        "all-of grew",
        _union("allOf", "X", "Y"),
        _union("allOf", "Z", "X", "Y"),
        "/allOf/0",
        TIGHTER,
    ),
    Edit(
        "all-of shrank",
        _union("allOf", "X", "Y", "Z"),
        _union("allOf", "Z", "Y"),
        "/allOf/0",
        (W, B),
    ),
    Edit(
        "member renamed",
        _union("oneOf", "X", "Y"),
        {
            "oneOf": [
                _union("oneOf", "Y")["oneOf"][0],
                {**_union("oneOf", "X")["oneOf"][0], "title": "V"},
            ]
        },
        "/oneOf/1/title",
        FREE,
    ),
    Edit(
        "wrapped in a union",
        _object(("a",), a=_string()),
        {"oneOf": [_object(("z",), z=_string()), _object(("a",), a=_string())]},
        "/oneOf/0",
        LOOSER,
    ),
    Edit(
        "wrapped in a union that overlaps",
        _object(("a",), a=_string()),
        {"oneOf": [_object(z=_string()), _object(("a",), a=_string())]},
        "/oneOf",
        (B, B),
    ),
    Edit(
        "text wrapped in a union that overlaps",
        _string(maxLength=9),
        {"oneOf": [_string(maxLength=9), {"type": ["string", "integer"]}]},
        "/oneOf",
        (B, B),
    ),
    Edit(
        "discriminator set",
        _union("oneOf", "X", "Y"),
        _union("oneOf", "X", "Y") | {"discriminator": {"propertyName": "k"}},
        "/discriminator",
        FREE,
    ),
    Edit("xml changed", _string(), _string(xml={"name": "x"}), "/xml", (W, W)),
    Edit(
        "sunset withdrawn",
        _string(deprecated=True, **{"x-sunset": "9999-12-31"}),
        _string(deprecated=True),
        "",
        (B, B),
    ),
    Edit(
        "sunset announced",
        _string(deprecated=True),
        _string(deprecated=True, **{"x-sunset": "9999-12-31"}),
        "",
        FREE,
    ),
]
SILENT: list[Edit] = [
    Edit(
        "types in another order",
        {"type": ["string", "integer"]},
        {"type": ["integer", "string"]},
        "",
        FREE,
    ),
    Edit("values in another order", _string(enum=["a", "b"]), _string(enum=["b", "a"]), "", FREE),
    Edit(
        "members in another order", _union("oneOf", "X", "Y"), _union("oneOf", "Y", "X"), "", FREE
    ),
    Edit("a union of one", _object(a=_string()), {"oneOf": [_object(a=_string())]}, "", FREE),
    Edit("wrapped in all-of", _object(a=_string()), {"allOf": [_object(a=_string())]}, "", FREE),
    Edit(
        "split into all-of",
        _object(("a", "b"), a=_string(), b=_integer()),
        {"allOf": [_object(("a",), a=_string()), _object(("b",), b=_integer())]},
        "",
        FREE,
    ),
    Edit(
        "moved between members of all-of",
        {"allOf": [_object(a=_string(), b=_string()), _object(c=_integer())]},
        {"allOf": [_object(a=_string()), _object(c=_integer(), b=_string())]},
        "",
        FREE,
    ),
    Edit(
        "nested unions flattened",
        {"oneOf": [{"oneOf": _union("oneOf", "X", "Y")["oneOf"]}, *_union("oneOf", "Z")["oneOf"]]},
        _union("oneOf", "X", "Y", "Z"),
        "",
        FREE,
    ),
    Edit(
        "null as a member",
        _string(nullable=True),
        {"oneOf": [{"type": "null"}, _string()]},
        "",
        FREE,
    ),
    Edit("null in the types", _string(nullable=True), {"type": ["string", "null"]}, "", FREE),
    Edit("a list of one value", _string(enum=["a"]), _string(const="a"), "", FREE),
    Edit("a length of zero", _string(), _string(minLength=0), "", FREE),
    Edit(
        "additional properties as usual",
        _object(),
        _object() | {"additionalProperties": True},
        "",
        FREE,
    ),
    Edit(
        "exclusive in the older form",
        _integer(minimum=5, exclusiveMinimum=True),
        _integer(exclusiveMinimum=5),
        "",
        FREE,
    ),
    Edit("a vendor's remark", _string(), _string(**{"x-internal": 1}), "", FREE),
]
"""Edits that mean nothing, so that nothing may be said."""
