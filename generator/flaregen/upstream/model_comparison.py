"""Whether a pinned path says of a model what the service says, words and form apart."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

from flaregen.document import JSON, Document, JSONObject, as_object
from flaregen.drift.compare import compare
from flaregen.drift.rules import RULES
from flaregen.openapi.media_types import JSON_TYPE
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.upstream.model_paths import media_types
from flaregen.upstream.model_schemas import BrokenSchemaError, followed


def says_the_same(document: Document, pointer: Pointer, made: JSONObject, today: date) -> bool:
    """Whether an operation of a document says what one that was made of the service's schemas does.

    How files travel is more than those schemas say: where it differs, the document is right.
    """
    own = resolved(document, pointer)
    if {*media_types(own)} != {*media_types(made)}:
        return True
    pair = [_expanded(one, document.root) for one in (own, _files(own, made))]
    old, new = (_alone(document, pointer, one) for one in pair)
    return not any(_matters(one.id) for one in compare(old, new, today))


def _matters(rule: str) -> bool:
    return not (RULES[rule].wording or RULES[rule].owner in ("title", "component"))


def _alone(document: Document, pointer: Pointer, operation: JSONObject) -> Document:
    """A document that has one operation."""
    _, path, method = pointer.tokens
    paths: JSONObject = {path: {method: operation}}
    root: JSONObject = {key: document.root[key] for key in document.root if key != "paths"}
    return replace(document, root={**root, "paths": paths}, operations=None)


def _files(old: JSONObject, made: JSONObject) -> JSONObject:
    """An operation that answers with the files and events of another, and with its own JSON."""
    responses, before = as_object(made.get("responses")), as_object(old.get("responses"))
    content = as_object(as_object(before.get("200")).get("content"))
    own = as_object(as_object(responses.get("200")).get("content"))
    both = {**content, **{key: value for key, value in own.items() if key == JSON_TYPE}}
    return {**made, "responses": {**responses, "200": {"description": "", "content": both}}}


def _expanded(operation: JSONObject, root: JSONObject) -> JSONObject:
    """An operation with the schemas that it refers to in their places; what recurs stays."""
    found = {**operation}
    for place in ("requestBody", "responses"):
        with suppress(BrokenSchemaError):
            found[place] = _with_schemas_in_place(operation.get(place), root)
    return {key: value for key, value in found.items() if value is not None}


def _with_schemas_in_place(node: JSON, root: JSONObject) -> JSON:
    if not isinstance(node, dict):
        return node
    return {
        key: followed(value, root) if key == "schema" else _with_schemas_in_place(value, root)
        for key, value in node.items()
    }


def resolved(document: Document, pointer: Pointer) -> JSONObject:
    """An operation whose body and answer stand in their places."""
    raw = document.at(pointer)
    assert isinstance(raw, dict)  # as operations are
    found = {**raw}
    if "requestBody" in raw:
        found["requestBody"] = follow(document, pointer.child("requestBody"))[1]
    answers = raw.get("responses")
    if isinstance(answers, dict) and "200" in answers:
        answer = follow(document, pointer.child("responses", "200"))[1]
        found["responses"] = {**answers, "200": answer}
    return found
