"""What an operation asks for and the client does not send by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flaregen.diagnostic import Diagnostic
from flaregen.document import Source
from flaregen.names.named import NamedOperation
from flaregen.openapi.media_types import essence, is_json
from flaregen.pointer import Pointer
from flaregen.problems import Problem
from flaregen.schemas.operation import Operation

_SENT = ("application/octet-stream", "*/*")


def unsent(operations: Sequence[NamedOperation], source: Source) -> Iterator[Diagnostic]:
    """A warning for each body that is no JSON and no file, and each header that must be sent."""
    for named in operations:
        operation = named.operation
        for problem, pointer in (*_body(operation), *_kind(operation), *_headers(operation)):
            yield problem.at(source, pointer=pointer, severity="warning")


def _body(operation: Operation) -> Iterator[tuple[Problem, Pointer]]:
    kinds = [essence(media_type) for media_type in operation.media_types]
    if kinds and not any(kind in _SENT or is_json(kind) for kind in kinds):
        message = f"The request body is {' or '.join(kinds)}, and calls send JSON."
        remedy = "send it as bytes, with its Content-Type in extra_headers"
        yield (
            Problem("media-type-not-sent", message, remedy),
            operation.pointer.child("requestBody"),
        )


def _kind(operation: Operation) -> Iterator[tuple[Problem, Pointer]]:
    if operation.free_kind:
        message = f"The request body is {operation.free_kind}, which calls take without its types."
        remedy = "pass it as the first argument: it is sent as JSON; a type checker cannot check it"
        yield Problem("body-not-typed", message, remedy), operation.pointer.child("requestBody")


def _headers(operation: Operation) -> Iterator[tuple[Problem, Pointer]]:
    for parameter in operation.parameters:
        if parameter.required and parameter.location in ("header", "cookie"):
            message = f"The {parameter.location} {parameter.wire} is required, and is no argument."
            remedy = "give it in extra_headers of a call, or in default_headers of the client"
            yield Problem("header-not-sent", message, remedy), parameter.pointer
