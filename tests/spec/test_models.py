"""What the pinned document says of each model."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from flaregen.pointer import Pointer
from flaregen.selecting.refinements import Refinement, alike, answers, bodies, refinements
from flaregen.understanding import understand
from tests.support import service
from tests.support.loopback import Answer, Received
from tests.support.pinned import ROOT, pinned, pinned_config

RUN = "/accounts/{account_id}/ai/run/"
PINNED: Any = json.loads((ROOT / "spec" / "openapi.json").read_bytes())
MODELS = [path.removeprefix(RUN) for path in PINNED["paths"] if path.startswith(f"{RUN}@")]


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


NOVA = "/accounts/abc/ai/run/@cf/deepgram/nova-3"


@pytest.mark.parametrize(
    ("path", "media_type", "body"),
    [
        (f"{NOVA}?mode=legal", "audio/mpeg", b"content"),
        (f"{NOVA}?diarize=maybe", "audio/mpeg", b"content"),
        (f"{NOVA}?diarise=true", "audio/mpeg", b"content"),
        (NOVA, "audio/mpeg", b""),
        (NOVA, "application/octet-stream", b"content"),
        (NOVA, "application/json", b'{"audio": [1]}'),
        ("/accounts/abc/ai/run/@cf/zai-org/glm-5.3?queueRequest=true", "application/json", b"{}"),
        ("/accounts/abc/ai/run/@cf/deepgram/flux?sample_rate=16000", "application/json", b"{}"),
    ],
)
def test_options_in_the_query_and_media_types_are_judged(
    path: str, media_type: str, body: bytes
) -> None:
    request = Received("POST", path, {"content-type": media_type}, body)
    assert _code(service.answer(request)) == (400, 5006)


def test_options_in_the_query_are_taken() -> None:
    path = f"{NOVA}?mode=general&diarize=true&utt_split=0.5&channels=2"
    request = Received("POST", path, {"content-type": "audio/wav"}, b"content")
    assert service.answer(request).status == 200


def _groups() -> tuple[tuple[Refinement, ...], ...]:
    document = pinned().document
    found = refinements(document, f"{RUN}{{model_name}}", "post", ("model_name",))
    assert {one.value for one in found} == set(MODELS)
    return alike(document, found)


def test_models_that_take_and_answer_the_same_are_groups() -> None:
    groups = {group[0].value: len(group) for group in _groups()}
    assert len(groups) == 52
    assert groups["@cf/deepseek-ai/deepseek-math-7b-instruct"] == 42


def test_every_schema_of_every_model_has_a_name_of_its_own() -> None:
    """All groups at once, without reviewed names; forms pair with answers by their titles."""
    groups = _groups()
    chosen = tuple(f"POST {group[0].pointer.tokens[1]}" for group in groups)
    config = replace(pinned_config(), names=None, operations=chosen)
    operations = understand(pinned().document, config).operations
    for group, named in zip(groups, operations, strict=True):
        media_types = {one.media_type for one in group[0].answers}
        paired = all(task.response for task in named.tasks if task.variants)
        assert paired or "application/json" not in media_types
