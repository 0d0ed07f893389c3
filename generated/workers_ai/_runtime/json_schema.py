"""JSON Schema of records and files, for pydantic and FastAPI."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import Any, assert_never

from .forms import Form, form_of

_TYPES = {"null": "null", "bool": "boolean", "int": "integer", "float": "number", "str": "string"}


def schema_of(annotation: object) -> dict[str, Any]:
    """The schema of a type as it is in JSON; a record inside of itself may be any object."""
    return _schema(form_of(annotation), ())


def _schema(form: Form, around: tuple[Form, ...]) -> dict[str, Any]:
    match form.kind:
        case "record":
            return _record(form, around)
        case "list":
            items = {"type": "array", "items": _schema(form.parts[0], around)}
            return {"anyOf": [items, {"type": "string", "contentEncoding": "base64"}]} if form.octets else items
        case "object":
            return {"type": "object", "additionalProperties": _schema(form.parts[0], around)}
        case "union":
            return {"anyOf": [_schema(part, around) for part in form.parts]}
        case "choice":
            return {"enum": list(form.detail)}
        case "file":
            member = form.detail.base64_member
            content = {"type": "string", "contentEncoding": "base64"}
            return {"type": "object", "properties": {member: content}} if member else content
        case "null" | "bool" | "int" | "float" | "str":
            return {"type": _TYPES[form.kind]}
        case "anything":
            return {}
        case unreachable:
            assert_never(unreachable)


def _record(form: Form, around: tuple[Form, ...]) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "object", "title": form.detail.__name__, "additionalProperties": True}
    if form not in around:
        inside = (*around, form)
        schema["properties"] = {field.wire: _schema(field.form, inside) for field in form.fields}
        if required := [field.wire for field in form.fields if field.required]:
            schema["required"] = required
    return schema
