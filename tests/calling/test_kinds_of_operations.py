"""Operations of every kind that the newest full document has, built and called.

The server judges each request by the document, and makes the answer from it. In continuous
integration, all operations are built and called, in one package; elsewhere two of each kind.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from openapi_schema_validator import OAS30WriteValidator

from flaregen import config as configuration
from flaregen.document import Document
from flaregen.openapi.endpoints import endpoints
from flaregen.openapi.references import follow
from flaregen.pipeline import generate
from flaregen.pointer import Pointer
from flaregen.reading.load import load
from flaregen.schemas.answers import read_answers
from flaregen.understanding import Reading, read
from tests.support import service
from tests.support.arguments import arguments
from tests.support.concepts import imported
from tests.support.documents import sample
from tests.support.loopback import Answer, Received, refusal, serve
from tests.support.pinned import ROOT

_DOCUMENTS = sorted((ROOT.parent / "shared" / "upstream" / "full").glob("*.json.gz"))
_MOST_OF_A_KIND = [
    pytest.param(2, id="some of each"),
    pytest.param(10_000, id="all", marks=pytest.mark.long),
]
_NOT_RIGHT = {
    "firewall.lockdowns.create": "an array by its type and an object by its anyOf",
    "firewall.lockdowns.update": "an array by its type and an object by its anyOf",
    "request_tracer.trace": "a list of objects with such a list: its sample has no end",
}
"""Calls that the server refuses or answers wrongly, and why."""
_STRUCTURE = ("type", "enum", "additionalProperties")
"""Values are made up, so that patterns and lengths say nothing. What is read-only is left out."""
_SCHEMAS = ("type", "allOf", "oneOf", "anyOf", "discriminator")

_OPTIONS: dict[str, Any] = {"api_token": "t", "max_retries": 0, "on_drift": "raise"}

pytestmark = pytest.mark.skipif(not _DOCUMENTS, reason="needs ../shared/upstream")


def _kinds(document: Document, pointer: Pointer) -> Iterator[str]:
    """What is asked and answered, by media types, schemas, statuses and parameters."""
    raw: Any = document.at(pointer)
    if "requestBody" in raw:
        place, body = follow(document, pointer.child("requestBody"))
        for media_type in body["content"]:  # type: ignore[index,call-overload]  # a body
            yield f"body {media_type} {_shape(document, place.child('content', media_type))}"
    for index in range(len(raw.get("parameters", ()))):
        place, one = follow(document, pointer.child("parameters", index))
        kind = _shape(document, place)
        yield f"{one['in']} {kind} {one.get('explode', '')}"  # type: ignore[index,call-overload,union-attr]
    statuses = [status for status in raw["responses"] if status.startswith("2")]
    yield f"statuses {statuses}"
    answers = read_answers(document, pointer, "result")
    said = (answers.bare, answers.empty, bool(answers.info), answers.files)
    yield f"answer {said} {[type(one).__name__ for one in answers.results]}"


def _shape(document: Document, owner: Pointer) -> str:
    try:
        _, node = follow(document, owner.child("schema"))
    except KeyError:
        return ""
    schema: Any = node
    return str({key: schema[key] if key == "type" else "" for key in _SCHEMAS if key in schema})


@pytest.fixture(scope="module", params=_MOST_OF_A_KIND)
def reading(request: pytest.FixtureRequest) -> Reading:
    config = replace(configuration.load(None), overlays=(), names=None)
    whole = load(str(_DOCUMENTS[-1]), config.access)
    seen: dict[str, int] = {}
    chosen = []
    for endpoint in endpoints(whole):
        if "/ai/run/@" in endpoint.pointer.tokens[1]:
            continue
        kinds = {*_kinds(whole, endpoint.pointer)}
        if any(seen.get(kind, 0) < request.param for kind in kinds):
            chosen.append(f"{endpoint.pointer.tokens[2].upper()} {endpoint.pointer.tokens[1]}")
            for kind in kinds:
                seen[kind] = seen.get(kind, 0) + 1
    assert len(chosen) >= 60
    return read(replace(config, operations=tuple(chosen), spec=str(_DOCUMENTS[-1])))


@pytest.fixture(scope="module")
def package(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder: Path = tmp_path_factory.mktemp("kinds")
    config = replace(configuration.load(None), package="kinds_of_cloudflare", project=False)
    with imported(generate(config, reading), folder, config.package) as found:
        yield found


def _server(reading: Reading) -> Any:
    document = reading.document
    # Made once: the cache of ``re`` holds fewer than there are.
    operations = [(_pattern(one.operation.path), one.operation) for one in reading.operations]

    def answer(request: Received) -> Answer:
        address = urlsplit(request.path)
        found = [
            operation
            for pattern, operation in operations
            if operation.method == request.method and pattern.fullmatch(address.path)
        ]
        if not found:
            return refusal(404, 7000, f"No route for {request.method} {request.path}")
        operation = min(found, key=lambda one: one.path.count("{"))
        if problem := _problem(document, operation, request, dict(parse_qsl(address.query))):
            return refusal(400, 1, problem)
        return _made(document, operation.pointer)

    return answer


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{[^}]+\\\}", "[^/]+", re.escape(template)))


def _problem(document: Document, operation: Any, request: Received, query: dict[str, str]) -> str:
    known = {one.wire.partition("[")[0] for one in operation.parameters if one.location == "query"}
    missing = [one.wire for one in operation.parameters if one.required and one.location == "query"]
    inside = any("exploded" in one.form for one in operation.parameters)
    if (unknown := {name.partition("[")[0] for name in query} - known) and not inside:
        return f"unknown parameters {unknown}"
    if left := [name for name in missing if name not in query]:
        return f"missing parameters {left}"
    for one in operation.parameters:
        if one.location == "header" and one.required and one.wire.lower() not in request.headers:
            return f"missing header {one.wire}"
    sent = request.headers.get("content-type", "").partition(";")[0]
    if not request.body:
        return "" if operation.optional_body or not operation.media_types else "missing body"
    if sent not in operation.media_types:
        return f"{sent} is none of {operation.media_types}"
    return _mismatch(document, operation, request, sent)


def _mismatch(document: Document, operation: Any, request: Received, sent: str) -> str:
    if sent == "multipart/form-data":
        return "" if service.parts(request) else "no parts"
    if sent != "application/json":
        return ""
    place, body = follow(document, operation.pointer.child("requestBody"))
    if "schema" not in body["content"][sent]:  # type: ignore[index,call-overload]  # a body
        return ""
    root: Any = document.root
    schema = {**root, "$ref": f"#{place.child('content', sent, 'schema')}"}
    errors = OAS30WriteValidator(schema).iter_errors(request.json())
    return next((one.message for one in errors if one.validator in _STRUCTURE), "")


def _made(document: Document, pointer: Pointer) -> Answer:
    answers = read_answers(document, pointer, "result")
    if answers.results:
        value = sample(answers.results[0], full=True)
        whole = value if answers.bare else {"success": True, "errors": [], "result": value}
        return Answer(json.dumps(whole).encode(), headers={"Content-Type": "application/json"})
    if answers.files:
        kind = answers.files[0].replace("*", "png") if "/" in answers.files[0] else "text/plain"
        return Answer(b"\x89PNG", headers={"Content-Type": kind})
    return (
        Answer() if answers.empty else Answer(b"{}", headers={"Content-Type": "application/json"})
    )


def test_operations_of_every_kind(package: ModuleType, reading: Reading) -> None:
    wrong: dict[str, str] = {}
    with (
        serve(_server(reading)) as server,
        package.Cloudflare(base_url=server.url, **_OPTIONS) as client,
    ):
        for operation in reading.operations:
            label = f"{operation.resource}.{operation.method}"
            try:
                attrgetter(label)(client)(**arguments(operation))
            except Exception as error:  # noqa: BLE001  # each is listed
                wrong[label] = f"{operation.operation.label}: {type(error).__name__} {error}"
    _check(reading, wrong)


def test_operations_of_every_kind_in_a_task(package: ModuleType, reading: Reading) -> None:
    """Every tenth: what differs from calls of threads is the same for all."""
    wrong: dict[str, str] = {}

    async def run(url: str) -> None:
        async with package.AsyncCloudflare(base_url=url, **_OPTIONS) as client:
            for operation in reading.operations[::10]:
                label = f"{operation.resource}.{operation.method}"
                try:
                    await attrgetter(label)(client)(**arguments(operation))
                except Exception as error:  # noqa: BLE001  # each is listed
                    wrong[label] = f"{operation.operation.label}: {type(error).__name__} {error}"

    with serve(_server(reading)) as server:
        asyncio.run(run(server.url))
    _check(reading, wrong)


def _check(reading: Reading, wrong: dict[str, str]) -> None:
    assert len(reading.operations) >= 60
    unexplained = [text for label, text in wrong.items() if label not in _NOT_RIGHT]
    assert not unexplained, "\n".join(unexplained)
