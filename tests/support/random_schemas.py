"""Random schemas in the words of OpenAPI, and values that fit them.

Schemas are of the kinds that an emitted client checks when it reads an answer: types, values,
members. What no type in Python says (bounds, patterns) is not among them, nor is a union whose
members a value cannot tell apart by what it holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jsonschema_rs
from hypothesis import strategies as st

_NAMES = [
    "name",
    "kind",
    "class",
    "self",
    "from_dict",
    "to-json",
    "to_json",
    "1st",
    "größe",
    "UNSET",
]
_NAMES += ["Any", "items", "list", "str", "$ref", "x.y", "ray_id", "extra_fields", "type", "a b"]
_TEXT = st.sampled_from(["", "a", "b", "null", "true", "1", "é\u2028", "'\\"])
_NUMBERS = st.one_of(
    st.integers(-(2**64), 2**64), st.floats(allow_nan=False, allow_infinity=False, width=32)
)
COMPONENTS = ("Alpha", "Beta", "Gamma")
_SCALARS: dict[str, st.SearchStrategy[Any]] = {
    "string": _TEXT,
    "integer": st.integers(-(2**63), 2**64 - 1),
    "number": _NUMBERS,
    "boolean": st.booleans(),
}


@st.composite
def schemas(draw: st.DrawFn, *, modern: bool, depth: int = 3) -> Any:
    """A schema; ``modern`` ones are in the words of OpenAPI 3.1."""
    leaves = [_scalars(), _values()]
    nested = [_lists, _maps, _objects, _unions, _merges] if depth else []
    references = [st.sampled_from(COMPONENTS).map(lambda n: {"$ref": f"#/components/schemas/{n}"})]
    choices = [*leaves, *references, *(make(modern=modern, depth=depth - 1) for make in nested)]
    schema = draw(st.one_of(choices))
    return draw(_nullable(schema, modern=modern)) if draw(st.integers(0, 4)) == 0 else schema


def _nullable(schema: Any, *, modern: bool) -> st.SearchStrategy[Any]:
    """The same or null, in one of the ways to say so."""
    ways = [{"anyOf": [schema, {"type": "null"}]}, {"oneOf": [{"type": "null"}, schema]}]
    if not modern:
        ways = [{"nullable": True, "allOf": [schema]}]
        ways += [{**schema, "nullable": True}] if "type" in schema and "enum" not in schema else []
    elif isinstance(schema.get("type"), str) and "enum" not in schema:
        ways.append({**schema, "type": [schema["type"], "null"]})
    return st.sampled_from(ways)


def _scalars() -> st.SearchStrategy[Any]:
    return st.sampled_from(sorted(_SCALARS)).map(lambda kind: {"type": kind})


@st.composite
def _values(draw: st.DrawFn) -> Any:
    values = draw(
        st.lists(st.one_of(_TEXT, st.integers(-2, 9)), min_size=1, max_size=4, unique=True)
    )
    texts = [value for value in values if isinstance(value, str)]
    return {"type": "string", "enum": texts} if texts and draw(st.booleans()) else {"enum": values}


@st.composite
def _lists(draw: st.DrawFn, *, modern: bool, depth: int) -> Any:
    return {"type": "array", "items": draw(schemas(modern=modern, depth=depth))}


@st.composite
def _maps(draw: st.DrawFn, *, modern: bool, depth: int) -> Any:
    return {"type": "object", "additionalProperties": draw(schemas(modern=modern, depth=depth))}


@st.composite
def _objects(draw: st.DrawFn, *, modern: bool, depth: int, names: Any = tuple(_NAMES)) -> Any:
    chosen = draw(st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True))
    properties = {name: draw(schemas(modern=modern, depth=depth)) for name in chosen}
    found: dict[str, Any] = {"type": "object", "properties": properties}
    if required := draw(st.lists(st.sampled_from(chosen), unique=True)):
        found["required"] = required
    if depth and draw(st.integers(0, 4)) == 0:
        found["additionalProperties"] = draw(st.one_of(_scalars(), _lists(modern=modern, depth=0)))
    return found


@st.composite
def _unions(draw: st.DrawFn, *, modern: bool, depth: int) -> Any:
    """Types that differ, or objects with a constant each."""
    if draw(st.booleans()):
        kinds = draw(
            st.lists(st.sampled_from(["string", "number", "boolean"]), min_size=1, unique=True)
        )
        other = draw(
            st.one_of(_lists(modern=modern, depth=depth), _objects(modern=modern, depth=depth))
        )
        return {"anyOf": [*({"type": kind} for kind in kinds), other]}
    members = []
    for tag in draw(
        st.lists(st.sampled_from(["red", "blue", "Green", "2"]), min_size=2, unique=True)
    ):
        member = draw(_objects(modern=modern, depth=depth, names=("name", "class", "x.y")))
        member["properties"] = {"tag": {"type": "string", "enum": [tag]}, **member["properties"]}
        members.append({**member, "required": ["tag", *member.get("required", ())]})
    return {draw(st.sampled_from(["oneOf", "anyOf"])): members}


@st.composite
def _merges(draw: st.DrawFn, *, modern: bool, depth: int) -> Any:
    one = draw(_objects(modern=modern, depth=depth, names=tuple(_NAMES[:10])))
    other = draw(_objects(modern=modern, depth=depth, names=tuple(_NAMES[10:])))
    for part in (one, other):
        part.pop("additionalProperties", None)
    return {"allOf": [one, other]}


@st.composite
def components(draw: st.DrawFn, *, modern: bool) -> dict[str, Any]:
    """A schema for each component; objects, so that what refers to itself can end."""
    found = {}
    for name in COMPONENTS:
        schema = draw(_objects(modern=modern, depth=1))
        properties = schema["properties"]
        optional = {
            name: properties[name]
            for name in schema.get("required", ())
            if _refers(properties[name])
        }
        required = [name for name in schema.get("required", ()) if name not in optional]
        schema.pop("required", None)
        found[name] = {**schema, **({"required": required} if required else {})}
    return found


def _refers(schema: Any) -> bool:
    return "$ref" in repr(schema)


@st.composite
def values(draw: st.DrawFn, schema: Any, known: dict[str, Any], depth: int = 0) -> Any:
    """A value that fits; deep down, whatever may be left out is."""

    def inner(part: Any) -> Any:
        return draw(values(part, known, depth + 1))

    if schema.get("nullable") and draw(st.booleans()):
        return None
    match schema:
        case {"$ref": str(reference)}:
            return inner(known[reference.rpartition("/")[2]])
        case {"allOf": parts}:
            held = [inner(part) for part in parts]
            return held[0] if len(held) == 1 else {k: v for one in held for k, v in one.items()}
        case {"anyOf": members} | {"oneOf": members}:
            return inner(draw(st.sampled_from(members)))
        case {"enum": listed}:
            return draw(st.sampled_from(listed))
        case {"type": list(kinds)}:
            return inner({**schema, "type": draw(st.sampled_from(kinds))})
        case {"type": "array" | "object"}:
            return draw(_filled(schema, inner, deep=depth > _DEEP))
        case {"type": kind}:
            return draw(_SCALARS.get(kind, st.none()))


_DEEP = 5


@st.composite
def _filled(draw: st.DrawFn, schema: Any, inner: Callable[[Any], Any], *, deep: bool) -> Any:
    """A list, a map or an object."""
    most = 0 if deep else 2
    match schema:
        case {"items": items}:
            return [inner(items) for _ in range(draw(st.integers(0, most)))]
        case {"properties": properties}:
            needed = schema.get("required", ())
            chosen = [n for n in properties if n in needed or (not deep and draw(st.booleans()))]
            held = {name: inner(properties[name]) for name in chosen}
            rest = schema.get("additionalProperties")
            return {
                **held,
                **(inner({"type": "object", "additionalProperties": rest}) if rest else {}),
            }
        case {"additionalProperties": held}:
            return {k: inner(held) for k in draw(st.lists(_TEXT, max_size=most, unique=True))}


_OTHERS = ["text", 3, 2.5, True, None, [], [{}], {}, {"odd": []}]


@st.composite
def changed(draw: st.DrawFn, value: Any) -> Any:
    """The value with something else at one place, or without one member."""
    if isinstance(value, dict) and value and draw(st.booleans()):
        key = draw(st.sampled_from(sorted(value)))
        if draw(st.booleans()):
            return {k: v for k, v in value.items() if k != key}
        return {**value, key: draw(changed(value[key]))}
    if isinstance(value, list) and value and draw(st.booleans()):
        index = draw(st.integers(0, len(value) - 1))
        return [*value[:index], draw(changed(value[index])), *value[index + 1 :]]
    return draw(st.sampled_from(_OTHERS))


def validator(schema: Any, known: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
    """A judge of answers that shares nothing with the client.

    It asks for what a client checks: one member of a ``oneOf`` is enough, what may be missing
    may be null, and members without a field may be any object where they have to be one.
    """
    plain = {**_plain(schema), "components": {"schemas": {k: _plain(v) for k, v in known.items()}}}
    return jsonschema_rs.Draft202012Validator(plain)


def _plain(node: Any) -> Any:
    """Without the words of OpenAPI 3.0."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    plain = {
        "anyOf" if key == "oneOf" else key: _plain(child)
        for key, child in node.items()
        if key not in ("nullable", "properties")
    }
    if properties := node.get("properties"):
        needed = node.get("required", ())
        if rest := node.get("additionalProperties"):
            plain["additionalProperties"] = _plain(_without_components(rest))
        plain["properties"] = {
            name: _plain(child) if name in needed else _or_null(_plain(child))
            for name, child in properties.items()
        }
    return _or_null(plain) if node.get("nullable") else plain


def _without_components(node: Any) -> Any:
    """With objects of any kind in the place of components, all of which are objects."""
    if isinstance(node, list):
        return [_without_components(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return {"type": "object"}
    return {key: _without_components(child) for key, child in node.items()}


def _or_null(schema: Any) -> Any:
    return {"anyOf": [schema, {"type": "null"}]}
