"""The pinned document and what is known of the models from elsewhere: names, types, bounds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_schema_validator import OAS30Validator

from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.schemas.interpret import interpret
from flaregen.schemas.schema import Array, Enumeration, Object, Schema, Union
from flaregen.selecting.refinements import answers, bodies
from tests.spec.test_models import MODELS, operation, place
from tests.support.documents import sample
from tests.support.pinned import ROOT, pinned

FACTS = ROOT.parent / "shared" / "facts" / "model-schemas.json"
BINDING_ALONE = {"body", "contentType"}
"""Members of a file as the runtime of the Workers passes it; over HTTP it is the file itself."""
_DEEPEST = 4


@pytest.fixture(scope="module")
def facts() -> Any:
    if not FACTS.is_file():
        pytest.skip("the facts of the models are not public")
    return json.loads(FACTS.read_bytes())


@pytest.mark.parametrize("model", MODELS)
def test_nothing_that_is_known_of_a_model_is_missing(model: str, facts: Any) -> None:
    known = facts["models"][model]
    assert (known["deprecated"] is not None) is (operation(model).get("deprecated") is True)
    wire = known.get("wire", {})
    assert _members(facts["schemas"][known["input"]]) - {"multipart"} <= _sent(model)
    if not operation(model).get("requestBody") or "answers" in wire:
        return
    assert _members(facts["schemas"][known["output"]]) <= _answered(model)


def test_every_model_that_is_known_is_there(facts: Any) -> None:
    assert set(facts["models"]) == set(MODELS)


def _members(schema: Any) -> set[str]:
    """The members of a schema of the facts, at all depths, as ``a.b``."""
    if not isinstance(schema, dict):
        return set()
    found: set[str] = set()
    for name, inner in schema.get("properties", {}).items():
        if set(inner.get("properties", {})) != BINDING_ALONE:
            found |= {name, *(f"{name}.{one}" for one in _members(inner))}
    for inner in schema.get("anyOf", ()):
        # Many requests at once, and the identifier that they get, are for batches.
        if set(inner.get("properties", {})) not in ({"requests"}, {"request_id"}, BINDING_ALONE):
            found |= _members(inner)
    return found | _members(schema.get("items")) | _members(schema.get("additionalProperties"))


def _sent(model: str) -> set[str]:
    document = pinned().document
    found = {one["name"] for one in operation(model)["parameters"] if one.get("in") == "query"}
    for content in bodies(document, place(model)):
        assert content.schema is not None
        found |= _pinned_members(content.schema)
    return found


def _answered(model: str) -> set[str]:
    found: set[str] = set()
    for content in answers(pinned().document, place(model)):
        if content.media_type == "application/json" and content.schema is not None:
            found |= _pinned_members(content.schema)
    return {name.removeprefix("result.") for name in found if name.startswith("result.")}


def _pinned_members(pointer: Pointer) -> set[str]:
    at, found = follow(pinned().document, pointer)
    node: Any = found
    members: set[str] = set()
    for name in node.get("properties", {}):
        inner = _pinned_members(at.child("properties", name))
        members |= {name, *(f"{name}.{one}" for one in inner)}
    for keyword in ("anyOf", "oneOf", "allOf"):
        for index in range(len(node.get(keyword, ()))):
            members |= _pinned_members(at.child(keyword, index))
    for keyword in ("items", "additionalProperties"):
        if isinstance(node.get(keyword), dict):
            members |= _pinned_members(at.child(keyword))
    return members


@pytest.mark.parametrize("model", MODELS)
def test_what_the_document_lets_a_caller_send_is_accepted(model: str, facts: Any) -> None:
    """Each form with all of its members and with the required ones, each member in each form."""
    known = facts["schemas"][facts["models"][model]["input"]]
    validator = OAS30Validator(_of_openapi(known))
    for content in bodies(pinned().document, place(model)):
        if content.media_type == "application/json":
            assert content.schema is not None
            for value in _values(interpret(pinned().document, content.schema, "request")):
                assert not [*validator.iter_errors(value)], value


def _of_openapi(schema: Any) -> Any:
    """A schema of the facts as one of OpenAPI 3.0."""
    if isinstance(schema, list):
        return [_of_openapi(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {k: _of_openapi(v) for k, v in schema.items() if k not in ("const", "required")}
    if "const" in schema:
        found["enum"] = [schema["const"]]
    if schema.get("required"):
        found["required"] = schema["required"]
    if schema.get("nullable"):
        null = {"type": "string", "nullable": True, "enum": [None]}
        found |= {"anyOf": [*found["anyOf"], null]} if "anyOf" in found else {}
        found |= {"enum": [*found["enum"], None]} if "enum" in found else {}
    return found


def _values(schema: Schema, depth: int = 0) -> Iterator[Any]:
    """Values of a schema that between them have every member, form and choice once."""
    if schema.nullable:
        yield None
    match schema:
        case Union(members=members):
            for member in members:
                yield from _values(member, depth)
        case Array(items=items, octets=False):
            yield from ([one] for one in _values(items, depth + 1))
        case Object(fields=fields):
            required = sample(schema, full=False)
            yield from (required, sample(schema, full=True))
            for field in fields if depth < _DEEPEST else ():
                yield from (
                    {**required, field.wire: one} for one in _values(field.schema, depth + 1)
                )
        case Enumeration(values=values):
            yield from values
        case _:
            yield sample(schema, full=True)
