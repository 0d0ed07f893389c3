"""Keywords that say something of a schema, apart from those that restrict a value."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from flaregen.document import JSON, as_list, as_object

ANNOTATIONS = frozenset(
    {"title", "description", "example", "examples", "externalDocs", "deprecated", "$comment"}
)
"""Keywords that describe a value."""

VALUES = frozenset({"const", "default", "enum", "example", "examples"})
"""Keywords with values of the API, in which nothing is a keyword."""
_NOTES = ANNOTATIONS | {"summary", "nullable", "readOnly", "writeOnly", "default", "xml"}
"""What a node may say of the schema that it wraps."""

_PLACES = frozenset({"$defs", "definitions", "$id", "$schema", "$anchor", "$dynamicAnchor"})
"""Keywords that say where schemas are."""


def restricts(value: JSON, apart_from: AbstractSet[str] = frozenset()) -> bool:
    """Whether a node has a keyword that restricts something, apart from some."""
    return isinstance(value, dict) and any(
        key not in apart_from and not is_note(key) for key in value
    )


def restricting_parts(value: JSON) -> list[JSON]:
    """Those of the schemas in an ``allOf`` that restrict something."""
    parts = as_list(as_object(value).get("allOf"))
    return [part for part in parts if part is False or restricts(part)]


def is_note(key: str) -> bool:
    return key in _NOTES or key in _PLACES or key.startswith("x-")
