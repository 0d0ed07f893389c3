"""Which model shows a request in the docs, and what is said where none does."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest

from flaregen import config as configuration
from flaregen.building import build

_RUN = "/run/{model_name}"


def _body(examples: dict[str, Any], media_type: str = "application/json") -> dict[str, Any]:
    schema = {"type": "object"}
    return {"content": {media_type: {"schema": schema, "examples": examples}}}


def _answer(member: str) -> dict[str, Any]:
    result = {"type": "object", "properties": {member: {"type": "string"}}}
    schema = {"type": "object", "properties": {"result": result}}
    answer = {"description": "d", "content": {"application/json": {"schema": schema}}}
    return {"200": answer}


def _model(
    examples: dict[str, Any], *, shows: str = "text", deprecated: bool = False
) -> dict[str, Any]:
    operation = {
        "tags": ["AI Echo"],
        "requestBody": _body(examples),
        "responses": _answer(shows),
        "deprecated": deprecated,
    }
    return {"post": operation}


def _document(models: dict[str, Any]) -> dict[str, Any]:
    variant = {
        "type": "object",
        "title": "Echo",
        "properties": {"say": {"type": "string"}, "times": {"type": "integer"}},
        "required": ["say"],
        "example": {"say": "the schema's own"},
    }
    answer = {"type": "object", "title": "Echo", "properties": {"text": {"type": "string"}}}
    result = {"type": "object", "properties": {"result": {"oneOf": [answer]}}}
    operation = {
        "tags": ["AI"],
        "parameters": [
            {"name": "model_name", "in": "path", "required": True, "schema": {"type": "string"}}
        ],
        "requestBody": {"content": {"application/json": {"schema": {"oneOf": [variant]}}}},
        "responses": {
            "200": {"description": "d", "content": {"application/json": {"schema": result}}}
        },
    }
    paths = {_RUN: {"post": operation}}
    paths |= {f"/run/{name}": item for name, item in models.items()}
    info = {"title": "t", "version": "1"}
    return {"openapi": "3.0.3", "info": info, "paths": paths}


def _readme(tmp_path: Path, models: dict[str, Any]) -> str:
    (tmp_path / "spec.json").write_text(json.dumps(_document(models)))
    (tmp_path / "flaregen.toml").write_text(
        f'operations = ["POST {_RUN}"]\n[spec]\npath = "spec.json"\n[output]\nproject = true\n'
    )
    made = build(configuration.load(tmp_path / "flaregen.toml"))
    (readme,) = (file for file in made.files if file.path.name == "README.md")
    return readme.content.decode()


GOOD = {"one": {"value": {"say": "hello"}}}
UNFIT = {
    "deprecated": _model(GOOD, deprecated=True),
    "another member": _model({"one": {"value": {"prompt": "hello"}}}),
    "a required member is missing": _model({"one": {"value": {"times": 2}}}),
    "answers otherwise": _model(GOOD, shows="choices"),
    "a file": _model({"one": {"externalValue": "https://example.com/speech.mp3"}}),
    "no example": _model({}),
    "nothing where a reference leads": {
        "post": _model({})["post"] | {"requestBody": {"$ref": "#/x"}}
    },
}


@pytest.mark.parametrize("unfit", UNFIT)
def test_a_model_that_does_not_fit_is_passed_over(unfit: str, tmp_path: Path) -> None:
    readme = _readme(tmp_path, {"@cf/a/unfit": UNFIT[unfit], "@cf/b/fit": _model(GOOD)})
    assert '"@cf/a/unfit"' not in readme
    assert '"@cf/b/fit"' in readme
    assert "def example(" not in readme
    assert 'EchoParams(say="hello")' in readme


@pytest.mark.parametrize("unfit", UNFIT)
def test_without_a_model_the_name_is_the_readers(unfit: str, tmp_path: Path) -> None:
    readme = _readme(tmp_path, {"@cf/a/unfit": UNFIT[unfit]})
    assert "@cf/" not in readme
    assert "def example(model_name: str) -> None:" in readme
    assert "no example of `EchoParams`" in readme
    assert 'EchoParams(say="the schema\'s own")' in readme


def test_the_example_of_a_media_type_and_one_that_is_referred_to(tmp_path: Path) -> None:
    model = _model({})
    content = model["post"]["requestBody"]["content"]["application/json"]
    content["examples"] = {"one": {"$ref": "#/paths/~1run~1other/post/x-example"}}
    other = _model({})
    other["post"]["x-example"] = {"value": {"say": "referred"}}
    readme = _readme(tmp_path, {"@cf/a": model, "other": other})
    assert 'EchoParams(say="referred")' in readme
    content["example"] = {"say": "single"}
    assert 'EchoParams(say="single")' in _readme(tmp_path, {"@cf/a": model, "other": other})


def test_text_of_an_example_stays_text(tmp_path: Path) -> None:
    said = 'a"b\n````\n# Heading\n{{ 7 * 7 }}'
    readme = _readme(tmp_path, {'@cf/a/"b': _model({"one": {"value": {"say": said}}})})
    blocks = re.findall(r"^(`{3,})python\n(.*?)^\1$", readme, re.DOTALL | re.MULTILINE)
    assert "# Heading" not in readme.splitlines()
    (call,) = (
        code for _, code in blocks if "for item" not in code and "print(answer.text)" in code
    )
    texts = [node.value for node in ast.walk(ast.parse(call)) if isinstance(node, ast.Constant)]
    assert texts == ['@cf/a/"b', said]
