"""Whether a pinned path says of a model what the service says, words and form apart."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

from flaregen.document import JSON, Document, JSONObject, as_object, member_at
from flaregen.drift.compare import compare
from flaregen.drift.rules import RULES
from flaregen.openapi.media_types import JSON_TYPE
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.upstream.model_schemas import BrokenSchemaError, followed
from flaregen.upstream.schema_parts import replaced

_ANSWERED = ("responses", "200", "content")


def says_the_same(document: Document, pointer: Pointer, made: JSONObject, today: date) -> bool:
    """Whether an operation of a document says what one that was made of the service's schemas does.

    How files travel is more than those schemas say: where it differs, the document is right.
    """
    own = resolved(document, pointer)
    sent, other = (as_object(member_at(one, "requestBody", "content")) for one in (own, made))
    if sent.keys() != other.keys():
        return True
    answer = member_at(made, *_ANSWERED, JSON_TYPE)
    answered = {**as_object(member_at(own, *_ANSWERED)), JSON_TYPE: answer}
    new = replaced(made, _ANSWERED, answered) if answer is not None else made
    expanded = (as_object(_expanded(one, document.root)) for one in (own, new))
    before, after = (_alone(document, pointer, one) for one in expanded)
    rules = (RULES[change.id] for change in compare(before, after, today))
    return all(rule.wording or rule.owner in ("title", "component") for rule in rules)


def _alone(document: Document, pointer: Pointer, operation: JSONObject) -> Document:
    """The document with one operation and no other."""
    _, path, method = pointer.tokens
    root: JSONObject = {**document.root, "paths": {path: {method: operation}}}
    return replace(document, root=root, operations=None)


def _expanded(node: JSON, root: JSONObject) -> JSON:
    """An operation with the schemas that it refers to in their places; what recurs stays."""
    if not isinstance(node, dict):
        return node
    return {
        key: _inlined(value, root) if key == "schema" else _expanded(value, root)
        for key, value in node.items()
    }


def _inlined(schema: JSON, root: JSONObject) -> JSON:
    with suppress(BrokenSchemaError):
        return followed(schema, root)
    return schema


def resolved(document: Document, pointer: Pointer) -> JSONObject:
    """An operation with its body and its answer in place of references to them."""
    raw = as_object(document.at(pointer))
    found = {**raw}
    if "requestBody" in raw:
        found["requestBody"] = follow(document, pointer.child("requestBody"))[1]
    answers = raw.get("responses")
    if isinstance(answers, dict) and "200" in answers:
        answer = follow(document, pointer.child("responses", "200"))[1]
        found["responses"] = {**answers, "200": answer}
    return found
