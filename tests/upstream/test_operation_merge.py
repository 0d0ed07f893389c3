"""What an operation is called that gets schemas of its own, in place of those that others use."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.openapi import ref

from flaregen.live.service import ModelSchemas
from flaregen.upstream.model_paths import Template
from flaregen.upstream.operation_merge import merged_operation
from flaregen.upstream.schema_parts import Components

TEXT = {"type": "string"}
TITLE = "Writer V2"
TEMPLATE = Template("/run/{model}", "post", {}, (), "result", "planned_deprecation_date", "3.0")


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def body(schema: Any) -> Any:
    return {"content": {"application/json": {"schema": schema}}}


def operation(sent: Any, answered: Any) -> Any:
    return {"requestBody": body(sent), "responses": {"200": body(obj(result=answered))}}


ASK, SAID = obj(prompt=TEXT), obj(text=TEXT)
ROOT: Any = {"components": {"schemas": {"ask": ASK, "said": SAID}}}
OWN_ASK = {"title": TITLE, "allOf": [ref("ask")]}
MORE_ASK = {"title": TITLE, "allOf": [ref("ask"), obj(more=TEXT)]}
MORE_SAID = {"title": TITLE, "allOf": [ref("said"), obj(more=TEXT)]}


@pytest.mark.parametrize(
    ("sent", "answered", "merged"),
    [
        (ASK, SAID, operation(ref("ask"), ref("said"))),
        (ASK, obj(text=TEXT, more=TEXT), operation(OWN_ASK, MORE_SAID)),
        (obj(prompt=TEXT, more=TEXT), SAID, operation(MORE_ASK, ref("said"))),
        (
            obj(prompt=TEXT, more=TEXT),
            obj(text=TEXT, more=TEXT),
            operation(MORE_ASK, MORE_SAID),
        ),
    ],
)
def test_what_is_shared_until_now_gets_the_title_of_the_model(
    sent: Any, answered: Any, merged: Any
) -> None:
    change = (ModelSchemas("m", ASK, SAID), ModelSchemas("m", sent, answered))
    parts = Components(ROOT, ROOT, frozenset()), Components(ROOT, ROOT, frozenset())
    found = merged_operation(operation(ref("ask"), ref("said")), change, parts, TEMPLATE, TITLE)
    assert found.operation == merged
    assert (found.edited, found.conflicts) == ({}, ())
