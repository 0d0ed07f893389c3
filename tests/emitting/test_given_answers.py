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
    assert given_by({"put": {"requestBody": sent(body), "responses": responses}}) == [given]


def sent(body: Any) -> Any:
    return {"required": True, "content": {"application/json": {"schema": body}}}


def given_by(calls: dict[str, Any]) -> list[str]:
    """What the methods for the calls of a path give by keyword, which the surface has as well."""
    info = {"title": "Things", "version": "1"}
    root = {"openapi": "3.0.3", "info": info, "paths": {"/things": calls}}
    config = replace(configuration.load(None), names=None, operations=("*",))
    reading = understand(document(root), config)
    files = {file.path.name: file.content.decode() for file in rendered(config, reading)}
    resource = next(text for text in files.values() if "class Things(Resource" in text)
    for_threads = resource.partition("class ThingsWithRawResponse")[0]
    by_keyword = for_threads.split("None = None, **fields: Unpack")[1:]
    found = [text.partition(" -> ")[2].partition(": ...")[0] for text in by_keyword]
    assert found == [" | ".join(one.returned) for one in reading.operations]
    return found
