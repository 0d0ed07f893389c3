"""What differs between the versions of OpenAPI; no other module compares them by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flaregen.document import Document, OpenAPIVersion

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """``methods`` are the keys of a path item that hold operations.

    ``siblings_count`` says whether keywords next to a ``$ref`` of a schema count, as they do
    in JSON Schema 2020-12. ``names_null`` says whether null is a type, so that ``nullable``
    means nothing.
    """

    methods: tuple[str, ...]
    siblings_count: bool
    names_null: bool


VERSIONS: Mapping[OpenAPIVersion, VersionFacts] = {
    "3.0": VersionFacts(_METHODS, siblings_count=False, names_null=False),
    "3.1": VersionFacts(_METHODS, siblings_count=True, names_null=True),
    "3.2": VersionFacts((*_METHODS, "query"), siblings_count=True, names_null=True),
}

HEADERS_APART = frozenset({"accept", "content-type", "authorization"})
"""Headers that are no parameters: they are described elsewhere (OpenAPI 3.1.1, 4.8.12.2.1)."""

METHODS = VERSIONS["3.2"].methods
"""The methods of all versions."""


def facts_of(document: Document) -> VersionFacts:
    return VERSIONS[document.version]
