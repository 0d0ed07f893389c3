"""What other libraries ask classes for: pydantic, and FastAPI by it, and notebooks. None of them is imported."""

# ruff: noqa: ANN401  # their protocols
from __future__ import annotations

import base64
from functools import partial
from typing import TYPE_CHECKING, Any, assert_never, cast

if TYPE_CHECKING:
    from .forms import Form

# What notebooks show by its media type; the rest is an element of HTML.
_NATIVE_IMAGES = {"image/png", "image/jpeg", "image/gif"}
_ELEMENTS = {"image": "<img src='{}'>", "audio": "<audio controls src='{}'></audio>"}
_ROW = "<tr><th style='text-align:left'>{}</th><td style='text-align:left'>{}</td></tr>"
_LARGEST_EMBEDDED = 20_000_000
_TYPES = {"null": "null", "bool": "boolean", "int": "integer", "float": "number", "str": "string"}


class PydanticType:
    """A type for fields of pydantic's models: an instance, or what `from_dict` takes; in JSON what `to_json` gives."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:
        from pydantic_core import core_schema

        from .encoding import to_builtins

        def validated(value: object) -> object:
            try:
                return value if isinstance(value, cls) else cast("Any", cls).from_dict(value)
            except TypeError as error:
                # Of what a validator raises, pydantic reports this.
                raise ValueError(str(error)) from None

        return core_schema.no_info_plain_validator_function(
            validated, serialization=core_schema.plain_serializer_function_ser_schema(partial(to_builtins, sent=False))
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> dict[str, Any]:
        return schema_of(cls)


def table(values: dict[str, str]) -> str:
    # What this loads is large, and few ask for it.
    from html import escape

    return f"<table>{''.join(_ROW.format(escape(name), escape(value)) for name, value in values.items())}</table>"


def mime_bundle(content: bytes, media_type: str, text: str) -> dict[str, str]:
    """A file in the forms that a notebook may show."""
    from html import escape

    bundle = {"text/plain": text}
    if len(content) > _LARGEST_EMBEDDED:
        return bundle
    encoded = base64.b64encode(content).decode()
    if media_type in _NATIVE_IMAGES:
        return {**bundle, media_type: encoded}
    if element := _ELEMENTS.get(media_type.partition("/")[0]):
        bundle["text/html"] = element.format(f"data:{escape(media_type, quote=True)};base64,{encoded}")
    return bundle


def schema_of(annotation: object) -> dict[str, Any]:
    """The JSON Schema of a type; a record inside of itself may be any object."""
    from .forms import form_of

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
