"""A JSON Schema that the service gives, as a schema of the pinned document."""

from __future__ import annotations

from collections.abc import Container

from flaregen.document import JSON, JSONObject, OpenAPIVersion, as_object, node_at
from flaregen.openapi.anatomy import with_subschemas
from flaregen.openapi.inlining import inlined
from flaregen.pointer import Pointer

_DIALECTS = (
    "https://json-schema.org/draft/2020-12/schema",
    "http://json-schema.org/draft-07/schema#",
    "http://json-schema.org/draft-04/schema#",
)
_ELSEWHERE = frozenset({"$schema", "$id", "$comment", "$defs", "definitions"})
"""What says nothing any more, once references are followed."""
WORDS = frozenset({"title", "description", "example", "examples", "$comment"})
_KEYWORDS = """
    title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern
    maxItems minItems uniqueItems maxProperties minProperties required enum type not allOf oneOf
    anyOf items properties additionalProperties description format default nullable readOnly
    writeOnly example deprecated
"""
_KNOWN_TO_30 = frozenset(_KEYWORDS.split())
"""Keywords of a Schema Object (OpenAPI 3.0.3, section 4.7.24)."""


class BrokenSchemaError(Exception):
    """What is wrong with a schema."""


def as_schema(given: JSONObject, version: OpenAPIVersion) -> JSONObject:
    """The same schema in the words of a version of OpenAPI, complete in itself.

    What the version has no keyword for is kept under ``x-``. Raises BrokenSchemaError for what
    is no JSON Schema, and for references that lead nowhere or into themselves.
    """
    _require_schema(given)
    whole = followed(given, given)
    return as_object(_of_30(whole) if version == "3.0" else whole)


def _require_schema(given: JSONObject) -> None:
    # Imported here: pulls of documents do without.
    from jsonschema_rs import ValidationError, meta

    if any(meta.is_valid({**given, "$schema": dialect}) for dialect in _DIALECTS):
        return
    try:
        meta.validate({**given, "$schema": _DIALECTS[0]})
    except ValidationError as error:
        raise BrokenSchemaError(error.message) from error


def followed(node: JSON, root: JSONObject) -> JSON:
    """A schema with the content of its references in their places; ``root`` is where they lead.

    Raises BrokenSchemaError.
    """

    def target(reference: str) -> JSON:
        return _without(_ELSEWHERE, _target(root, reference))

    return inlined(_without(_ELSEWHERE, node), target, _refuse_circle)


def _refuse_circle(reference: str) -> JSON:
    raise BrokenSchemaError(f"{reference} refers to itself")


def wordless(node: JSON) -> JSON:
    """A schema without what only people read."""
    return _without(WORDS, node)


def _without(keys: Container[str], node: JSON) -> JSON:
    """A schema without some keywords, in all that is in it."""
    if not isinstance(node, dict):
        return node
    left = {key: value for key, value in node.items() if key not in keys}
    return with_subschemas(left, lambda one: _without(keys, one))


def _target(root: JSONObject, reference: str) -> JSON:
    try:
        return node_at(root, Pointer.parse_fragment(reference))
    except (KeyError, ValueError):
        raise BrokenSchemaError(f"{reference} leads nowhere") from None


def _of_30(node: JSON) -> JSON:
    """OpenAPI 3.0 has keywords of its own, and null is not one of its types."""
    if isinstance(node, bool):
        return {} if node else {"not": {}}
    if not isinstance(node, dict):
        return node
    found: JSONObject = {}
    inside = with_subschemas(node, _of_30)
    for key, value in node.items():
        is_open = key == "additionalProperties" and isinstance(value, bool)
        found |= _keyword(key, value if is_open or key not in _KNOWN_TO_30 else inside[key])
    _type(found)
    _members_without_null(found)
    if found.get("required") == []:
        del found["required"]
    if found.get("type") == "array":
        found.setdefault("items", {})
    return found


def _keyword(key: str, value: JSON) -> JSONObject:
    match key, value:
        case "const", _:
            return {"enum": [value]}
        case "examples", [first, *_]:
            return {"example": first}
        case (("exclusiveMinimum" | "exclusiveMaximum"), (int() | float())) if value is not True:
            bound = "minimum" if key == "exclusiveMinimum" else "maximum"
            return {key: value} if isinstance(value, bool) else {bound: value, key: True}
        case "items", list():
            return {key: {"anyOf": value}}
        case _:
            known = key in _KNOWN_TO_30 or key.startswith("x-")
            return {key if known else f"x-{key.lstrip('$')}": value}


def _type(schema: JSONObject) -> None:
    said = schema.get("type")
    listed = said if isinstance(said, list) else [said] if said == "null" else []
    if "null" in listed:
        schema["nullable"] = True
    kinds = [item for item in listed if item != "null"]
    if len(kinds) > 1:
        del schema["type"]
        schema["anyOf"] = [
            {"type": kind} if kind != "array" else {"type": kind, "items": {}} for kind in kinds
        ]
    elif listed:
        schema["type"] = kinds[0] if kinds else "string"
        schema |= {} if kinds else {"enum": [None]}


def _members_without_null(schema: JSONObject) -> None:
    """A member that is null and nothing else makes the whole nullable."""
    for key in ("anyOf", "oneOf"):
        listed = schema.get(key)
        if isinstance(listed, list):
            others = [item for item in listed if not _is_null(item)]
            if others and len(others) < len(listed):
                schema[key] = others
                schema["nullable"] = True


def _is_null(schema: JSON) -> bool:
    return isinstance(schema, dict) and schema.get("enum") == [None]
