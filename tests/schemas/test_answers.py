"""Which answers of an operation say success, and what is read of them."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.pointer import Pointer
from flaregen.schemas.answers import read_answers
from tests.reading.documents import document

_THING = {"type": "object", "properties": {"a": {"type": "string"}}}
_ERROR = {"type": "object", "properties": {"e": {"type": "string"}}}


def _json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _of(**media_types: Any) -> dict[str, Any]:
    return {"200": {name: {"schema": schema} for name, schema in media_types.items()}}


@pytest.mark.parametrize(
    ("contents", "fields", "files"),
    [
        ({"200": _json(_THING), "default": _json(_ERROR)}, ["a"], ()),
        ({"2XX": _json(_THING)}, ["a"], ()),
        ({"default": _json(_THING)}, ["a"], ()),
        ({"404": _json(_ERROR), "default": _json(_THING)}, ["a"], ()),
        ({"404": _json(_ERROR)}, [], ()),
        (_of(**{"*/*": _THING}), ["a"], ()),
        (
            _of(**{"application/*": _ERROR, "application/hal+json": _THING}),
            ["a"],
            ("application/*",),
        ),
        (_of(**{"text/*": _THING}), [], ("text/*",)),
        (_of(**{"text/event-stream": _THING}), [], ("text/event-stream",)),
        (_of(**{"text/event-stream": _ERROR, "application/json": _THING}), ["a"], ()),
    ],
)
def test_answers_of_success(contents: Any, fields: list[str], files: tuple[str, ...]) -> None:
    responses = {
        status: {"description": "", "content": content} for status, content in contents.items()
    }
    found = document({"/things": {"get": {"responses": responses}}})
    answers = read_answers(found, Pointer(("paths", "/things", "get")), "result")
    read: list[Any] = [*answers.results]
    assert [field.wire for one in read for field in one.fields] == fields
    assert answers.files == files


@pytest.mark.parametrize(
    ("other", "fields", "is_bare"),
    [
        ({"success": {"type": "boolean"}, "errors": {}}, ["a"], False),
        ({"success": {"type": "boolean"}, "note": {}}, [], True),
        ({}, [], True),
    ],
)
def test_an_envelope_without_a_result_says_nothing_of_it(
    other: Any, fields: list[str], *, is_bare: bool
) -> None:
    around = {"success": {"type": "boolean"}, "errors": {"type": "array"}}
    whole = {"type": "object", "properties": {**around, "result": _THING}}
    schema = {"oneOf": [whole, {"type": "object", "properties": other}]}
    responses = {"200": {"description": "", "content": _json(schema)}}
    found = document({"/things": {"get": {"responses": responses}}})
    answers = read_answers(found, Pointer(("paths", "/things", "get")), "result")
    (read,) = answers.results
    assert [field.wire for field in getattr(read, "fields", ())] == fields
    assert answers.bare == is_bare
