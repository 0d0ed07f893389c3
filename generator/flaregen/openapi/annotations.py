"""Keywords that say something of a schema, apart from those that restrict a value."""

from __future__ import annotations

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


def is_note(key: str) -> bool:
    return key in _NOTES or key in _PLACES or key.startswith("x-")
