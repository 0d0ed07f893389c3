"""What a method looks like that takes or gives something unusual."""

from __future__ import annotations

from typing import Any

from flaregen import config as configuration
from flaregen.pipeline import emit
from tests.names.documents import document, named, operation, with_parameters


def _module(label: str, node: dict[str, Any], path: str) -> str:
    files = emit(configuration.load(None), named(document({label: node})))
    (found,) = [file for file in files if file.path.as_posix().endswith(path)]
    return found.content.decode()


def test_what_is_null_is_returned_without_an_error_of_checkers() -> None:
    text = _module("GET /things", operation(answer={"type": "null"}), "resources/things.py")
    compile(text, "things.py", "exec")
    assert "-> ThingsGetResponse:" in text
    assert "answer: None = self._run(GET" in text
    assert "return self._run(" not in text


def test_keywords_import_the_class_of_the_body_that_refers_to_itself() -> None:
    body = "#/paths/~1things/post/requestBody/content/application~1json/schema"
    node = operation({"type": "object", "properties": {"inner": {"$ref": body}}})
    text = _module("POST /things", node, "keywords/things.py")
    assert "from ..things import ThingsCreateParams\n" in text
    assert "inner: ThingsCreateParams | AnyObject\n" in text


def test_a_parameter_says_that_it_is_deprecated() -> None:
    label = "GET /things"
    node = with_parameters(label, operation(answer={"type": "string"}))
    old = {"name": "old", "in": "query", "deprecated": True, "schema": {"type": "string"}}
    node = {**node, "parameters": [{**old, "description": "Use new."}]}
    assert '"""Deprecated. Use new."""' in _module(label, node, "keywords/things.py")


def test_a_docstring_has_the_parameters_of_a_call_whose_body_is_free() -> None:
    label = "POST /things"
    query = [
        {"name": name, "in": "query", "schema": {"type": "string"}, **more}
        for name, more in (("q", {"description": "What to look for."}), ("page", {}))
    ]
    node = operation({"type": "object"}, {"type": "string"}, summary="Make things")
    text = _module(label, {**node, "parameters": query}, "resources/things.py")
    assert '"""Make things.\n' in text
    assert "\n        `q`: What to look for.\n" in text
    assert "`page`:" not in text
