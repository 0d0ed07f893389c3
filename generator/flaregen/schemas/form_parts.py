"""How the fields of a form are written, where the document says so (OpenAPI 3.1.1, 4.8.15)."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.document import Document, JSONObject, as_object, text_in
from flaregen.openapi.media_types import FORM, essence
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.schemas.parameters import style_of
from flaregen.schemas.schema import Object, Schema, leaves

_STYLED = ("style", "explode")


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
            found = _parts(as_object(as_object(content).get("encoding")), styled=styled)
            return tuple(part for part in found if part[0] in known or not known)
    return ()


def _parts(encodings: JSONObject, *, styled: bool) -> Iterator[tuple[str, str]]:
    for name, encoding in encodings.items():
        said = as_object(encoding)
        if styled and any(key in said for key in _STYLED):
            yield name, style_of(said, "form")
        elif kind := text_in(said, "contentType"):
            yield name, kind
