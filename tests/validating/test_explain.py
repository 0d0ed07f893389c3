"""What each kind of error of a schema is called, and what is said of it."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest

from flaregen.validating.explain import ELSEWHERE, explain

_EMPTY = "This must not be empty."
_UNKNOWN = 'The key "{}" has no meaning here.'
_CLOSED = {"additionalProperties": False, "properties": {"summary": {}}}
_IN_PATH = {"properties": {"in": {"const": "path"}}}
_IN_QUERY = {"properties": {"in": {"const": "query"}}}


@pytest.mark.parametrize(
    ("schema", "value", "place", "code", "message", "advice"),
    [
        ({"required": ["a"]}, {}, (), "missing-key", 'The key "a" is missing.', 'add "a"'),
        (
            {"type": "string"},
            1,
            (),
            "wrong-type",
            "Expected a string, found 1.",
            "put it in quotes",
        ),
        (
            {"type": ["string", "integer"]},
            [],
            (),
            "wrong-type",
            "Expected an integer or a string, found [].",
            ELSEWHERE,
        ),
        (
            {"type": "integer"},
            "1",
            (),
            "wrong-type",
            'Expected an integer, found "1".',
            "write it without quotes",
        ),
        (
            {"properties": {"type": {"type": "string"}}},
            {"type": ["string"]},
            ("type",),
            "wrong-type",
            'Expected a string, found ["string"].',
            "lists of types came with OpenAPI 3.1; in 3.0 a value is nullable: true",
        ),
        (
            {"enum": ["a", "b"]},
            "aa",
            (),
            "wrong-value",
            '"aa" is not one of "a", "b".',
            'did you mean "a"?',
        ),
        ({"const": "a"}, 3, (), "wrong-value", '3 is not "a".', ELSEWHERE),
        (
            {"anyOf": [_IN_QUERY, _IN_PATH]},
            {"in": "pth"},
            ("in",),
            "wrong-value",
            '"pth" is not one of "query", "path".',
            'did you mean "path"?',
        ),
        (
            {"oneOf": [{"required": ["$ref"]}, {"required": ["in", "name"]}]},
            {"in": "path"},
            (),
            "missing-key",
            'The key "name" is missing.',
            'add "name"',
        ),
        (
            {"not": {"required": ["a", "b"]}},
            {"a": 1, "b": 2},
            (),
            "excluded-keys",
            'The keys "a" and "b" exclude each other.',
            "keep one of them",
        ),
        ({"minProperties": 1}, {}, (), "empty", _EMPTY, ELSEWHERE),
        ({"minItems": 1}, [], (), "empty", _EMPTY, ELSEWHERE),
        ({"minLength": 1}, "", (), "empty", _EMPTY, ELSEWHERE),
        (
            {"uniqueItems": True},
            [1, 1],
            (),
            "same-items",
            "Two items of the list are the same.",
            "remove one of them",
        ),
        (
            _CLOSED,
            {"sumary": 1},
            ("sumary",),
            "unknown-key",
            _UNKNOWN.format("sumary"),
            'did you mean "summary"?',
        ),
        (
            _CLOSED,
            {"zzz": 1},
            ("zzz",),
            "unknown-key",
            _UNKNOWN.format("zzz"),
            "remove it, or let it start with x-",
        ),
        (
            {"properties": {"responses": _CLOSED}},
            {"responses": {"20": 1}},
            ("responses", "20"),
            "unknown-key",
            _UNKNOWN.format("20"),
            "a status is three digits, a class such as 4XX, or default",
        ),
        ({"pattern": "^/"}, "x", (), "wrong-pattern", '"x" does not match "^/".', ELSEWHERE),
        (
            {"propertyNames": {"pattern": "^a"}},
            {"b": 1},
            (),
            "wrong-pattern",
            '"b" does not match "^a".',
            ELSEWHERE,
        ),
        (
            {"minProperties": 2},
            {"a": 1},
            (),
            "wrong-min-properties",
            "an object has less than 2 properties.",
            ELSEWHERE,
        ),
        (
            {"maxLength": 3},
            "a" * 100,
            (),
            "wrong-max-length",
            f'"{"a" * 59}... is longer than 3 characters.',
            ELSEWHERE,
        ),
    ],
)
def test_an_error_in_words(
    schema: Any, value: Any, place: tuple[str, ...], code: str, message: str, advice: str
) -> None:
    (error,) = jsonschema_rs.validator_for(schema).iter_errors(value)
    (found,) = explain(error, schema)
    assert (found.tokens, found.problem.code) == (place, code)
    assert (found.problem.message, found.problem.help) == (message, advice)
