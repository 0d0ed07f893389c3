"""Parameters of an operation, as the path item and the operation list them."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.document import Document, JSONObject, as_list, as_object, text_in
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.schemas.interpret import interpret
from flaregen.schemas.operation import Location, Parameter
from flaregen.schemas.schema import Anything, Schema

_LOCATIONS: dict[str, Location] = {
    "path": "path",
    "query": "query",
    "querystring": "querystring",
    "header": "header",
    "cookie": "cookie",
}

_LARGEST_PARAMETER = 2_000
"""Nodes of a parameter's schema; there may be two hundred parameters."""


def parameters(document: Document, pointer: Pointer) -> Iterator[Parameter]:
    """Those of the path item first; an operation's own replaces one of the same name and place."""
    found: dict[tuple[str, str], Parameter] = {}
    for owner in (pointer.parent, pointer):
        listed = as_list(as_object(document.at(owner)).get("parameters"))
        for index in range(len(listed)):
            place, _ = follow(document, owner.child("parameters", index))
            read = parameter(document, place)
            found[read.wire, read.location] = read
    yield from found.values()


def parameter(document: Document, place: Pointer) -> Parameter:
    """The parameter at a pointer, references followed."""
    raw = as_object(document.at(place))
    return Parameter(
        wire=text_in(raw, "name"),
        location=_LOCATIONS.get(text_in(raw, "in"), "query"),
        required=raw.get("required") is True,
        schema=_parameter_schema(document, place, raw),
        form=_form(raw),
        description=_described(raw),
        pointer=place,
    )


def _described(raw: JSONObject) -> str:
    marked = "Deprecated." if raw.get("deprecated") is True else ""
    return " ".join(filter(None, (marked, text_in(raw, "description"))))


def _form(raw: JSONObject) -> str:
    """How values are written (OpenAPI 3.1.1, section 4.8.12): by style, or as a media type."""
    content = as_object(raw.get("content"))
    if content:
        return next(iter(content))
    return style_of(raw, "form" if raw.get("in") in ("query", "cookie") else "simple")


def style_of(raw: JSONObject, usual: str) -> str:
    """The style of a parameter, or of a part of a form, with ``exploded`` after it if it is."""
    style = text_in(raw, "style") or usual
    exploded = raw.get("explode", style in ("form", "cookie")) is True
    return f"{style} exploded" if exploded else style


def _parameter_schema(document: Document, place: Pointer, raw: JSONObject) -> Schema:
    """The schema of a parameter, or of its content of one media type."""
    found = [(place, raw)]
    found += [
        (place.child("content", media_type), as_object(node))
        for media_type, node in as_object(raw.get("content")).items()
    ]
    for owner, node in found:
        if "schema" in node:
            return interpret(document, owner.child("schema"), "request", _LARGEST_PARAMETER)
    return Anything(pointer=place)
