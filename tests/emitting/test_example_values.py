"""The calls that docs show: what is passed where a schema has no example, and what is printed."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.config import WireTable
from flaregen.emitting.chosen_models import Models
from flaregen.emitting.examples import Example, examples
from flaregen.names.naming import name
from flaregen.names.reviewed import ReviewedNames
from flaregen.schemas.extract import extract
from tests.reading.documents import document, operation, parameter

_TEXT = {"type": "string"}
_FILE = {"type": "string", "format": "binary"}
_OBJECT = {"type": "object", "properties": {"a": _TEXT, "z": _TEXT}, "required": ["a"]}


def _form(properties: Any, *, title: str = "Echo", required: Any = (), **more: Any) -> Any:
    given = {"properties": properties, "required": list(required)}
    return {"title": title, "type": "object", **given, **more}


def _examples(*forms: Any, result: Any = None) -> tuple[Example, ...]:
    answer = result or {"type": "object", "properties": {"text": _TEXT}}
    body = {"content": {"application/json": {"schema": {"oneOf": list(forms)}}}}
    made = operation(
        {"type": "object", "properties": {"result": answer}},
        parameters=[parameter("model")],
        requestBody=body,
    )
    found = document({"/run/{model}": {"post": made}})
    (named,), _ = name(extract(found, found, WireTable()), ReviewedNames(), (), found)
    return examples(named, Models.of(found, named.operation, "result"))


@pytest.mark.parametrize(
    ("schema", "keyword", "param"),
    [
        (_TEXT, '"..."', '"..."'),
        ({"type": "string", "example": "given"}, '"given"', '"given"'),
        ({"type": "boolean"}, "True", "True"),
        ({"type": "integer"}, "1", "1"),
        ({"type": "number", "minimum": 2.5}, "2.5", "2.5"),
        ({"type": "number", "minimum": -3}, "1", "1"),
        ({"enum": ["x", "y"]}, '"x"', '"x"'),
        (_FILE, 'Path("file.bin")', 'Path("file.bin")'),
        ({"type": "array", "items": {"type": "integer"}}, "[1]", "[1]"),
        (_OBJECT, '{"a": "..."}', 'EchoIt(a="...")'),
        ({"type": "array", "items": _OBJECT}, '[{"a": "..."}]', '[EchoIt(a="...")]'),
        ({"type": "object", "additionalProperties": _TEXT}, "{}", "{}"),
        ({"oneOf": [{"type": "integer"}, _TEXT]}, "1", "1"),
        ({}, "{}", "{}"),
    ],
)
def test_the_plainest_value(schema: Any, keyword: str, param: str) -> None:
    (made,) = _examples(_form({"it": schema, "not_needed": _TEXT}, required=["it"]))
    assert made.keywords == (("it", keyword),)
    assert made.params == f"EchoParams(it={param})"
    assert made.paths == ("Path" in param)


@pytest.mark.parametrize(
    ("schema", "value", "keyword", "param"),
    [
        (
            {"type": "object", "additionalProperties": _OBJECT},
            {"k": {"a": "b"}},
            '{"k": {"a": "b"}}',
            '{"k": EchoIt(a="b")}',
        ),
        ({"oneOf": [{"type": "integer"}, _TEXT]}, "t", '"t"', '"t"'),
        ({"oneOf": [{"type": "array", "items": _FILE}, _TEXT]}, ["f"], '["f"]', '[Path("f")]'),
        ({"oneOf": [_TEXT, {"type": "array", "items": _FILE}]}, ["f"], '["f"]', '[Path("f")]'),
        (
            {"oneOf": [_form({"z": _TEXT}, title="Z", required=["z"]), _form({"a": _TEXT})]},
            {"a": "b"},
            '{"a": "b"}',
            'EchoEchoIt(a="b")',
        ),
    ],
)
def test_the_value_of_an_example(schema: Any, value: Any, keyword: str, param: str) -> None:
    (made,) = _examples(_form({"it": schema}, example={"it": value}))
    assert made.keywords == (("it", keyword),)
    assert made.params == f"EchoParams(it={param})"


def test_forms_of_one_task_have_labels() -> None:
    say = _form({"say": _TEXT}, required=["say"])
    assert [one.title for one in _examples(say)] == ["Echo"]
    made = _examples(say, _form({"words": {"type": "array", "items": _TEXT}}, required=["words"]))
    assert [one.title for one in made] == ["Echo (say)", "Echo (words)"]
    assert [one.names("Cloudflare") for one in made] == [
        "Cloudflare, EchoSayParams",
        "Cloudflare, EchoWordsParams",
    ]


@pytest.mark.parametrize(
    ("result", "shown"),
    [
        (None, ("print(answer.text)",)),
        ({"type": "object", "properties": {"z": _TEXT, "a": _TEXT}}, ("print(answer.z)",)),
        ({"type": "array", "items": _OBJECT}, ("for item in answer:", "    print(item.a)")),
        ({"type": "array", "items": _TEXT}, ("print(answer)",)),
        (_TEXT, ("print(answer)",)),
    ],
)
def test_what_of_the_answer_is_printed(result: Any, shown: tuple[str, ...]) -> None:
    (made,) = _examples(_form({"say": _TEXT}), result=result)
    assert made.shown == shown
