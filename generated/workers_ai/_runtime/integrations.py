"""What other libraries ask classes for: pydantic, and FastAPI by it, and notebooks. None of them is imported."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

# ruff: noqa: ANN401  # their protocols
from __future__ import annotations

import base64
from functools import partial
from typing import Any, cast

# What notebooks show by its media type; the rest is an element of HTML.
_NATIVE_IMAGES = {"image/png", "image/jpeg", "image/gif"}
_ELEMENTS = {"image": "<img src='{}'>", "audio": "<audio controls src='{}'></audio>"}
_ROW = "<tr><th style='text-align:left'>{}</th><td style='text-align:left'>{}</td></tr>"
_LARGEST_EMBEDDED = 20_000_000


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
        from .json_schema import schema_of

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
