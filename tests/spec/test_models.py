"""What the pinned document says of each model."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.selecting.catalogue import answers, bodies
from tests.support import service
from tests.support.loopback import Answer, Received
from tests.support.pinned import ROOT, pinned

RUN = "/accounts/{account_id}/ai/run/"
PINNED: Any = json.loads((ROOT / "spec" / "openapi.json").read_bytes())
MODELS = [path.removeprefix(RUN) for path in PINNED["paths"] if "{model_name}" not in path]
FACTS = ROOT.parent / "shared" / "facts" / "model-schemas.json"
BINDING_ALONE = {"body", "contentType"}
"""Members of a file as the runtime of the Workers passes it; over HTTP it is the file itself."""


def operation(model: str) -> Any:
    return PINNED["paths"][f"{RUN}{model}"]["post"]


def place(model: str) -> Pointer:
    return Pointer(("paths", f"{RUN}{model}", "post"))


def examples() -> Iterator[tuple[str, str, str, Any]]:
    for model in MODELS:
        for media_type, content in (
            operation(model).get("requestBody", {}).get("content", {}).items()
        ):
            for name, example in content.get("examples", {}).items():
                yield model, media_type, name, example


@pytest.mark.parametrize(
    ("model", "media_type", "example"),
    [
        pytest.param(model, media_type, example, id=f"{model} {name}")
        for model, media_type, name, example in examples()
        if not operation(model).get("deprecated")
    ],
)
def test_the_service_takes_each_example(model: str, media_type: str, example: Any) -> None:
    sent, body = _request(media_type, example)
    request = Received("POST", f"/accounts/abc/ai/run/{model}", {"content-type": sent}, body)
    answer = service.answer(request)
    assert answer.status == 200, answer.body


def _request(media_type: str, example: Any) -> tuple[str, bytes]:
    if "externalValue" in example:
        return media_type.replace("*", "mpeg"), b"content"
    if media_type == "multipart/form-data":
        return service.form(example["value"])
    return media_type, json.dumps(example["value"]).encode()


@pytest.mark.parametrize("model", MODELS)
def test_each_form_of_a_request_has_an_example(model: str) -> None:
    """By the model itself, or by one with the same request."""
    same = [m for m in MODELS if _forms(m) == _forms(model)]
    shown = {found for found, *_ in examples()}
    assert shown.intersection(same) or "websocket" in operation(model)["x-model"]


def _forms(model: str) -> list[tuple[str, str]]:
    document = pinned().document
    return [
        (one.media_type, json.dumps(document.at(one.schema)))
        for one in bodies(document, place(model))
        if one.schema is not None
    ]


@pytest.mark.parametrize("model", MODELS)
def test_a_model_answers(model: str) -> None:
    assert answers(pinned().document, place(model))


def test_a_deprecated_model_has_its_date() -> None:
    dated = {m for m in MODELS if "planned_deprecation_date" in operation(m)["x-model"]}
    assert dated == {m for m in MODELS if operation(m).get("deprecated")}
    assert len(dated) == 15
    for model in dated:
        date = operation(model)["x-model"]["planned_deprecation_date"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", date)


def test_paths_and_components_are_sorted() -> None:
    assert sorted(MODELS) == MODELS
    for kind in ("schemas", "requestBodies", "responses"):
        names = list(PINNED["components"][kind])
        assert names == sorted(names)


def test_each_component_is_used() -> None:
    text = json.dumps(PINNED)
    for kind in ("schemas", "parameters", "requestBodies", "responses"):
        for name in PINNED["components"][kind]:
            assert f'"#/components/{kind}/{name}"' in text


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


def _code(answer: Answer) -> tuple[int, int]:
    assert isinstance(answer.body, bytes)
    return answer.status, json.loads(answer.body)["errors"][0]["code"]


def test_a_request_that_the_model_does_not_take_is_refused() -> None:
    model = "/accounts/abc/ai/run/@cf/black-forest-labs/flux-1-schnell"
    headers = {"content-type": "application/json"}
    for body in ({"prompt": "x", "num_steps": 4}, {"steps": 4}, {"prompt": 5}):
        answer = service.answer(Received("POST", model, headers, json.dumps(body).encode()))
        assert _code(answer) == (400, 5006)
    other = {"content-type": "application/octet-stream"}
    assert _code(service.answer(Received("POST", model, other, b"x"))) == (400, 5006)
    unknown = service.answer(Received("POST", f"{model}-2", headers, b"{}"))
    assert _code(unknown) == (400, 5007)
