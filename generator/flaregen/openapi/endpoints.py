"""The operations of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from flaregen.diagnostic import Diagnostic, DiagnosticError, Problem
from flaregen.document import JSON, Document, JSONObject, as_object, texts_in
from flaregen.openapi.references import References, reference_of
from flaregen.openapi.versions import facts_of
from flaregen.pointer import Pointer

_PARAMETER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One operation: where it is, and what it answers to. ``method`` is in lower case."""

    method: str
    path: str
    operation_id: str | None
    pointer: Pointer
    tags: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.path}"


def endpoints(document: Document) -> Iterator[Endpoint]:
    """Give the operations in the document's order; of a selection only the chosen ones."""
    methods = facts_of(document).methods
    chosen = None if document.operations is None else frozenset(document.operations)
    for path, item in as_object(document.root.get("paths")).items():
        for method, operation in as_object(item).items():
            pointer = Pointer(("paths", path, method))
            if not isinstance(operation, dict) or method not in methods:
                continue
            if chosen is None or pointer in chosen:
                yield _endpoint(pointer, operation)


def _endpoint(pointer: Pointer, operation: JSONObject) -> Endpoint:
    _, path, method = pointer.tokens
    name = operation.get("operationId")
    return Endpoint(
        method,
        path,
        name if isinstance(name, str) else None,
        pointer,
        texts_in(operation.get("tags")),
    )


def unread(document: Document) -> Iterator[Diagnostic]:
    """A warning for each operation with a method of its own, as OpenAPI 3.2 allows."""
    for path, item in as_object(document.root.get("paths")).items():
        for method in as_object(as_object(item).get("additionalOperations")):
            message = f"{method} {path} is one of additionalOperations, which are not read."
            place = Pointer(("paths", path, "additionalOperations", method))
            problem = Problem("operation-not-read", message, "send it with an HTTP client")
            yield problem.at(document.source, pointer=place, severity="warning")


def with_path_items(document: Document) -> Document:
    """Put the content of path items in place where the document has references to them.

    A reference that leads nowhere stays, for validation to report.
    """
    paths = document.root.get("paths")
    if not isinstance(paths, dict) or not any(reference_of(item) for item in paths.values()):
        return document
    items = {
        path: _content(document, Pointer(("paths", path)), item) for path, item in paths.items()
    }
    return replace(document, root={**document.root, "paths": items})


def _content(document: Document, pointer: Pointer, item: JSON) -> JSON:
    if not isinstance(item, dict) or reference_of(item) is None:
        return item
    references = References(document, strict=True)
    try:
        target = references.behind(references.node(pointer)).value
    except DiagnosticError:
        return item
    siblings = {key: value for key, value in item.items() if key != "$ref"}
    return {**target, **siblings} if isinstance(target, dict) else item


def path_parameters(path: str) -> list[str]:
    return _PARAMETER.findall(path)


def last_parameter(path: str) -> str:
    """The name of the last parameter of a path; empty where it has none."""
    return path.rpartition("{")[2].partition("}")[0] if "{" in path else ""


def with_last_parameter(path: str, value: str) -> str:
    """The path with a value in place of its last parameter."""
    before, _, rest = path.rpartition("{")
    return before + value + rest.partition("}")[2]


@cache
def without_names(path: str) -> str:
    """``/users/{}/posts`` for ``/users/{user_id}/posts``: parameters match by their place."""
    return _PARAMETER.sub("{}", path)
