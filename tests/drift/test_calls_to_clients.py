"""Webhooks and callbacks, by which the service calls its clients."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from flaregen.document import Document
from flaregen.drift.compare import compare

from .settings import api, document

BODY = {"requestBody": {"content": {"application/json": {"schema": {"type": "string"}}}}}


def webhook(*methods: str) -> Document:
    calls = {method: {**BODY, "responses": {}} for method in methods}
    return document({"openapi": "3.1.0", "info": {}, "webhooks": {"done": calls}})


def callback(**calls: list[str]) -> Document:
    items = {f"{{${name}}}": dict.fromkeys(methods, BODY) for name, methods in calls.items()}
    return api({"responses": {}, "callbacks": {"done": items}})


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            webhook("post"),
            webhook("put"),
            ["breaking POST done removed", "info PUT done added"],
        ),
        (webhook("post"), webhook("post", "put"), ["info PUT done added"]),
        (
            callback(url=["post"]),
            callback(url=["put"]),
            [
                "breaking POST /a callback done (POST {$url}) removed",
                "info POST /a callback done (PUT {$url}) added",
            ],
        ),
        (
            callback(url=["post"], other=["post"]),
            callback(url=["post"]),
            ["breaking POST /a callback done (POST {$other}) removed"],
        ),
    ],
)
def test_calls_that_came_or_went(old: Any, new: Any, expected: list[str]) -> None:
    found = compare(old, new, date(2026, 1, 1))
    assert [f"{one.level} {one.message}" for one in found] == expected


def test_a_default_says_nothing_of_what_is_always_sent() -> None:
    def asked(default: str, **more: Any) -> Document:
        schema = {"type": "string", "default": default}
        return api({"parameters": [{"in": "query", "name": "q", "schema": schema, **more}]})

    rules = [
        [(one.id, one.level) for one in compare(asked("a", **more), asked("b", **more), date.min)]
        for more in ({}, {"required": True})
    ]
    assert rules == [[("parameter-default-changed", "breaking")], [("default-changed", "info")]]
