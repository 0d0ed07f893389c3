"""How a body is divided into forms."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from flaregen.config_file import WireTable
from flaregen.document import JSON
from flaregen.pointer import Pointer
from flaregen.reading.load import make_source, parse
from flaregen.schemas.extract import extract
from flaregen.schemas.requests import divide, with_files
from flaregen.schemas.schema import Array, Binary, Field, Object, Scalar, Union

_AT = Pointer()
_ITEM: dict[str, JSON] = {"type": "object", "properties": {"a": {"type": "string"}}}


@pytest.mark.parametrize(
    ("media_type", "has_body"),
    [
        ({}, False),
        ({"schema": {}}, False),
        ({"schema": _ITEM}, True),
        ({"itemSchema": _ITEM}, True),
        ({"$ref": "#/components/mediaTypes/Some"}, True),
        ({"$ref": "#/components/mediaTypes/Empty"}, False),
    ],
)
def test_where_http_has_no_body_one_has_to_be_described(
    media_type: dict[str, JSON], has_body: bool
) -> None:
    delete = {"requestBody": {"content": {"application/jsonl": media_type}}, "responses": {}}
    components = {"mediaTypes": {"Some": {"schema": _ITEM}, "Empty": {}}}
    root = {"openapi": "3.2.0", "paths": {"/a": {"delete": delete}}, "components": components}
    document = parse(make_source("spec.json", json.dumps(root).encode()))
    (operation,) = extract(document, document, WireTable())
    assert bool(operation.media_types) is has_body


def test_a_parameter_may_be_a_list_of_large_objects() -> None:
    fields: dict[str, JSON] = {f"field_{number}": {"type": "string"} for number in range(1_000)}
    schema: JSON = {"type": "array", "items": {"type": "object", "properties": fields}}
    listed: JSON = [{"name": "rows", "in": "query", "schema": schema}]
    root = {"openapi": "3.1.0", "paths": {"/a": {"get": {"parameters": listed, "responses": {}}}}}
    document = parse(make_source("spec.json", json.dumps(root).encode()))
    (operation,) = extract(document, document, WireTable())
    (parameter,) = operation.parameters
    assert isinstance(parameter.schema, Array)


@pytest.mark.parametrize("media_type", ["multipart/form-data", "application/x-www-form-urlencoded"])
@pytest.mark.parametrize("schema", [{"type": "string"}, {"type": "array", "items": {}}])
def test_a_form_is_no_value(media_type: str, schema: JSON) -> None:
    asked: JSON = {"requestBody": {"content": {media_type: {"schema": schema}}}, "responses": {}}
    root = {"openapi": "3.1.0", "paths": {"/a": {"post": asked}}}
    document = parse(make_source("spec.json", json.dumps(root).encode()))
    (operation,) = extract(document, document, WireTable())
    assert operation.free_form
    assert [task.body for task in operation.tasks] == []


def _form(title: str) -> Object:
    text = Scalar(pointer=_AT, kind="string")
    return Object(pointer=_AT, title=title, fields=(Field(title.lower(), text, required=True),))


def _divided(title: str, *members: Object) -> list[tuple[str, list[str]]]:
    forms = divide(Union(pointer=_AT, title=title, members=members), "stream")
    return [(form.title, [variant.label for variant in form.requests]) for form in forms]


def test_members_with_titles_are_forms_of_their_own() -> None:
    members = _form("Prompt"), _form("Messages")
    assert _divided("", *members) == [("Prompt", [""]), ("Messages", [""])]


def test_a_body_with_a_title_is_one_form_that_its_members_label() -> None:
    members = _form("Prompt"), _form("Messages")
    assert _divided("Text", *members) == [("Text", ["Prompt", "Messages"])]


def test_bytes_are_the_property_that_may_be_a_list_of_numbers() -> None:
    text = Scalar(pointer=_AT, kind="string")
    numbers = Array(pointer=_AT, items=Scalar(pointer=_AT, kind="integer"))
    either = Union(pointer=_AT, members=(text, numbers))
    prompt = Union(pointer=_AT, members=(text, Array(pointer=_AT, items=text)))
    fields = Field("image", either, required=True), Field("prompt", prompt, required=False)
    json = Object(pointer=_AT, title="Picture", fields=fields)
    raw = Binary(pointer=_AT, title="Picture", encoding="raw")
    ((variant,),) = (form.requests for form in divide(Union(pointer=_AT, members=(raw, json)), ""))
    image = Union(pointer=_AT, members=(text, replace(numbers, octets=True)))
    assert (variant.raw, variant.schema.fields) == (
        "image",
        (replace(fields[0], schema=image), fields[1]),
    )


def test_a_form_whose_other_members_are_files_has_files() -> None:
    form = replace(_form("Upload"), rest=Binary(pointer=_AT, encoding="part"))
    assert with_files(form) is form
    assert with_files(replace(form, rest=None)) != replace(form, rest=None)


def test_a_form_with_a_title_may_require_more_than_another() -> None:
    texts: JSON = {"a": {"type": "string"}, "b": {"type": "string"}}
    forms: JSON = [
        {"title": "One", "required": ["a"]},
        {"title": "Both", "required": ["a", "b"]},
        {"required": ["b"]},
        {"required": ["b", "a"]},
    ]
    schema: JSON = {"type": "object", "properties": texts, "anyOf": forms}
    asked: JSON = {"content": {"application/json": {"schema": schema}}}
    post: JSON = {"requestBody": asked, "responses": {}}
    root = {"openapi": "3.1.0", "paths": {"/a": {"post": post}}}
    document = parse(make_source("spec.json", json.dumps(root).encode()))
    (operation,) = extract(document, document, WireTable())
    assert [task.title for task in operation.tasks if task.requests] == ["One", "Both", ""]
