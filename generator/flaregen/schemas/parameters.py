"""Parameters of an operation, as the path item and the operation list them, and fields of forms."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.document import Document, JSONObject, as_list, as_object, text_in
from flaregen.openapi.media_types import FORM, essence
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.schemas.interpret import interpret
from flaregen.schemas.operation import Location, Parameter
from flaregen.schemas.schema import Anything, Object, Schema, leaves

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
        reserved=raw.get("in") == "query" and raw.get("allowReserved") is True,
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


_STYLED = ("style", "explode", "allowReserved")


def form_parts(
    document: Document, pointer: Pointer, media_type: str, form: Schema | None
) -> tuple[tuple[str, str], ...]:
    """The fields of an operation's form of this type, with their styles or media types.

    A name that the form does not have says nothing.
    """
    objects = [leaf for leaf in leaves(form) if isinstance(leaf, Object)] if form else []
    known = {field.wire for leaf in objects for field in leaf.fields}
    owner, node = follow(document, pointer.child("requestBody"))
    for kind in as_object(as_object(node).get("content")):
        if essence(kind) == media_type:
            _, content = follow(document, owner.child("content", kind))
            # OpenAPI 3.0 has styles in forms that are written as a query alone.
            styled = media_type != FORM or document.version != "3.0"
            encodings = as_object(as_object(content).get("encoding"))
            found = _parts(encodings, styled=styled, reserved=media_type != FORM)
            return tuple(part for part in found if part[0] in known or not known)
    return ()


def _parts(encodings: JSONObject, *, styled: bool, reserved: bool) -> Iterator[tuple[str, str]]:
    """``reserved`` is whether letters of values are percent-encoded at all."""
    for name, encoding in encodings.items():
        said = as_object(encoding)
        if styled and any(key in said for key in _STYLED):
            kept = " reserved" if reserved and said.get("allowReserved") is True else ""
            yield name, f"{style_of(said, 'form')}{kept}"
        elif kind := text_in(said, "contentType"):
            yield name, kind
