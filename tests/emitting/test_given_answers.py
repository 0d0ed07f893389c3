"""What methods say that they give, with a body that has a class of params."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from flaregen import config as configuration
from flaregen.pipeline import rendered
from flaregen.understanding import understand
from tests.drift.settings import document

FIELDS: dict[str, Any] = {"type": "object", "properties": {"size": {"type": "integer"}}}
SEVERAL: dict[str, Any] = {
    "oneOf": [
        {"title": title, "required": [key], **FIELDS}
        for title, key in (("Wide", "width"), ("High", "height"))
    ]
}
NOTHING: dict[str, Any] = {"204": {"description": "nothing"}}
OBJECT = {"200": {"description": "an object", "content": {"application/json": {"schema": FIELDS}}}}
FILE = {"200": {"description": "a file", "content": {"application/pdf": {}}}}
TEXT = {"200": {"description": "a text", "content": {"text/plain": {}}}}
UNKNOWN = {"200": {"description": "any JSON", "content": {"application/json": {}}}}


@pytest.mark.parametrize(
    ("body", "responses", "given"),
    [
        (FIELDS, NOTHING, "None"),
        (FIELDS, FILE, "BinaryResponse"),
        (FIELDS, TEXT, "BinaryResponse"),
        (FIELDS, OBJECT, "ThingsUpdateResponse"),
        (FIELDS, {**OBJECT, **NOTHING}, "ThingsUpdateResponse | None"),
        (FIELDS, {**FILE, **NOTHING}, "BinaryResponse | None"),
        (FIELDS, UNKNOWN, "object"),
        (SEVERAL, NOTHING, "None"),
        (SEVERAL, FILE, "BinaryResponse"),
        (SEVERAL, OBJECT, "ThingsUpdateResponse"),
        (SEVERAL, {**OBJECT, **NOTHING}, "ThingsUpdateResponse | None"),
    ],
)
def test_a_call_with_fields(body: Any, responses: Any, given: str) -> None:
    sent = {"required": True, "content": {"application/json": {"schema": body}}}
    root = {
        "openapi": "3.0.3",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"put": {"requestBody": sent, "responses": responses}}},
    }
    config = replace(configuration.load(None), names=None, operations=("*",))
    reading = understand(document(root), config)
    assert " | ".join(reading.operations[0].returned) == given
    files = {file.path.name: file.content.decode() for file in rendered(config, reading)}
    resource = next(text for text in files.values() if "class Things(Resource" in text)
    by_keyword = resource.partition("None = None, **fields")[2]
    assert by_keyword.partition(" -> ")[2].startswith(f"{given}: ...")
