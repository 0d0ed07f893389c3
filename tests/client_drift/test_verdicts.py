"""What an edit of an operation means for code of either client: the verdict both ways.

Type checkers and runs say the same of most kinds in ``kinds.py``. These are kinds that need more
than one body and one answer.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flaregen import config as configuration
from flaregen.client_drift.client_changes import with_client
from flaregen.drift.change import Change, Verdict, worst
from flaregen.drift.compare import compare
from tests.drift.settings import document
from tests.support.openapi import json_body, ref

Node = dict[str, Any]
TODAY = date(2026, 1, 1)
TEXT: Node = {"type": "string"}
FILE: Node = {"type": "string", "format": "binary"}
RUN = "/accounts/{account_id}/ai/run/"


def record(*required: str, **fields: Node) -> Node:
    needed = {"required": list(required)} if required else {}
    return {"type": "object", "properties": fields, **needed}


def sends(schema: Any, kind: str = "application/json", *, required: bool = True) -> Node:
    return {"requestBody": {"required": required, "content": {kind: {"schema": schema}}}}


def gives(schema: Any) -> Node:
    answer = {"description": "", **json_body(record(result=schema))}
    return {"responses": {"200": answer}}


def file_given(kind: str = "image/png") -> Node:
    return {"responses": {"200": {"description": "", "content": {kind: {"schema": FILE}}}}}


ANSWER = record("id", id=TEXT, size=TEXT)
NOTHING: Node = {"responses": {"204": {"description": ""}}}


def api(paths: dict[str, Node], **schemas: Node) -> Node:
    info = {"title": "A", "version": "1"}
    return {"openapi": "3.0.3", "info": info, "paths": paths, "components": {"schemas": schemas}}


def one(operation: Node, **schemas: Node) -> Node:
    called = {"operationId": "make", **gives(ANSWER), **operation}
    return api({"/things": {"post": called}}, **schemas)


def of_models(**models: Node) -> Node:
    """The operation that takes the name of any model, and paths of models."""
    place = {"in": "path", "required": True, "schema": TEXT}
    account, name = ({"name": name, **place} for name in ("account_id", "model_name"))
    task = {"title": "Writing", **record("topic", topic=TEXT)}
    answer = {"title": "Writing", **record(written=TEXT)}
    run = {**sends({"oneOf": [task]}), **gives({"oneOf": [answer]}), "tags": ["AI"]}
    paths = {f"{RUN}{{model_name}}": {"post": {"parameters": [account, name], **run}}}
    for model, operation in models.items():
        own = {"operationId": model, "parameters": [account], "tags": ["AI Writing"]}
        paths[f"{RUN}@cf/{model}"] = {"post": {**own, **gives(ANSWER), **operation}}
    return api(paths)


def verdict(old: Node, new: Node) -> Verdict:
    return worst(one.python for one in changes(old, new))


def changes(old: Node, new: Node) -> tuple[Change, ...]:
    operations = dict.fromkeys(f"POST {path}" for path in (*old["paths"], *new["paths"]))
    chosen = tuple(one for one in operations if "@" not in one)
    config = replace(configuration.load(None), names=None, operations=chosen)
    before, after = document(old), document(new)
    found, notes = with_client(compare(before, after, TODAY), before, after, config)
    assert not any(one.severity == "note" for one in notes)
    return found


FREE: Node = {"type": "object"}
FIELDS = record("need", need=TEXT)
LIST = {"type": "array", "items": ref("Part")}
PART = record("key", key=TEXT)
NULL_PART = {**PART, "nullable": True}
ASKED = record("prompt", prompt=TEXT, steps={"type": "integer"})
SPOKEN = record("prompt", prompt=TEXT, stream={"type": "boolean"})
EVENTS = {"text/event-stream": {"schema": TEXT}}
QUEUED = {"x-model": {"async_queue": True}}


def streaming(operation: Node) -> Node:
    answer = operation["responses"]["200"]
    return {"responses": {"200": {**answer, "content": {**answer["content"], **EVENTS}}}}


KINDS: dict[str, tuple[Node, Node, bool, bool]] = {
    # Before, after, whether code for the one breaks, and code for the other.
    "a free body becomes a class": (one(sends(FREE)), one(sends(FIELDS)), True, True),
    "a free body becomes a class that may be empty": (
        one(sends(FREE)),
        one(sends(record(need=TEXT))),
        True,
        True,
    ),
    "an optional list becomes a class": (
        one(sends({"type": "array", "items": TEXT}, required=False)),
        one(sends(record(need=TEXT), required=False)),
        True,
        True,
    ),
    "a body with a field that is needed": (one({}), one(sends(FIELDS)), True, True),
    "a body without any": (one({}), one(sends(record(need=TEXT))), False, True),
    "a list of what may be null": (
        one(sends(LIST), Part=NULL_PART),
        one(sends(LIST), Part=PART),
        True,
        False,
    ),
    "a form in place of a file": (
        one(sends(FILE, "image/png")),
        one(sends(FILE, "multipart/form-data")),
        True,
        True,
    ),
    "a map becomes a class": (
        one(sends(record(inner={"type": "object", "additionalProperties": TEXT}))),
        one(sends(record(inner=PART))),
        True,
        True,
    ),
    "a text becomes base64": (
        one(sends(record("need", need=TEXT))),
        one(sends(record("need", need=FILE))),
        False,
        True,
    ),
    "anything becomes nothing": (one(gives({})), one(NOTHING), True, False),
    "a file in place of nothing, after a body": (
        one({**sends(FIELDS), **NOTHING}),
        one({**sends(FIELDS), **file_given()}),
        False,
        True,
    ),
    "members in another order": (
        one(gives({"type": "array", "items": {"oneOf": [PART, ANSWER]}})),
        one(gives({"type": "array", "items": {"oneOf": [ANSWER, PART]}})),
        False,
        False,
    ),
    "a model loses a keyword that others keep": (
        of_models(draw=sends(ASKED), paint=sends(ASKED)),
        of_models(draw=sends(ASKED), paint=sends(record("prompt", prompt=TEXT))),
        True,
        True,
    ),
    "a model needs a keyword that others do not": (
        of_models(draw=sends(ASKED), paint=sends(ASKED)),
        of_models(draw=sends(ASKED), paint=sends({**ASKED, "required": ["prompt", "steps"]})),
        True,
        True,
    ),
    "a model answers with a file": (
        of_models(draw={**sends(ASKED), **file_given()}),
        of_models(draw=sends(ASKED)),
        True,
        True,
    ),
    "a model can no longer be queued": (
        of_models(draw={**sends(ASKED), **QUEUED}),
        of_models(draw=sends(ASKED)),
        True,
        False,
    ),
    "a model no longer streams": (
        of_models(draw={**sends(SPOKEN), **streaming(gives(ANSWER))}),
        of_models(draw=sends(SPOKEN)),
        True,
        True,
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_python(kind: str) -> None:
    before, after, breaks, back = KINDS[kind]
    found = verdict(before, after), verdict(after, before)
    assert [one == "breaking" for one in found] == [breaks, back], found


def test_a_class_whose_name_becomes_another_name_of_one_breaks_nothing() -> None:
    """What two operations answer is the class of its component, and the old name an alias."""
    both = {"Thing": ANSWER}

    def paths(result: Node) -> Node:
        made = {"operationId": "make", **gives(ref("Thing"))}
        found = {"operationId": "find", **gives(result)}
        return api({"/things": {"post": made}, "/others": {"post": found}}, **both)

    apart, shared = paths(TEXT), paths(ref("Thing"))
    assert verdict(apart, shared) == "breaking"  # of /others
    assert "ThingsCreateResponse" not in _gone(apart, shared)


def test_fields_that_go_with_the_class_break() -> None:
    thing, other = record("id", id=TEXT), record("id", id=TEXT, more=TEXT)

    def paths(result: Node) -> Node:
        made = {"operationId": "make", **gives(result)}
        found = {"operationId": "find", **gives(ref("Thing"))}
        return api({"/things": {"post": made}, "/others": {"post": found}}, Thing=thing)

    assert "ThingsCreateResponse.more" in _gone(paths(other), paths(ref("Thing")))


def test_words_at_what_has_another_name_break_nothing() -> None:
    """A description that is gone is met under the old name: that the operation moved took it."""
    described = record("id", id={**TEXT, "description": "What it is called."})
    before, after = (
        api({path: {"post": {"operationId": "make", **gives(schema)}}})
        for path, schema in (("/things", described), ("/others", record("id", id=TEXT)))
    )
    levels = {one.id: (one.python, bool(one.gone)) for one in changes(before, after)}
    assert levels == {"operation-moved": ("breaking", True), "description-changed": ("none", False)}


def _gone(old: Node, new: Node) -> set[str]:
    return {name for one in changes(old, new) for name in one.gone}


def test_a_name_that_another_operation_takes(tmp_path: Path) -> None:
    """A row of the names file gives the new operation the method that code calls."""
    rows = tmp_path / "names.toml"
    rows.write_text('[[method]]\noperation = "GET /other"\nname = "things.get"\n')
    operation = {"operationId": "fetch", **gives(ANSWER)}
    before = document(api({"/things": {"get": operation}}))
    after = document(api({"/things": {"get": operation}, "/other": {"get": gives(ANSWER)}}))
    config = replace(configuration.load(None), names=rows, operations=("*",))
    found, _ = with_client(compare(before, after, TODAY), before, after, config)
    (broken,) = (one for one in found if one.python == "breaking")
    assert (broken.id, broken.name) == ("client-method-removed", "client.things.get")
