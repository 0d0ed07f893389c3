"""What calls of the official SDK have: names of fields in dicts, and bodies as keywords."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from flaregen import config as configuration
from flaregen.pipeline import generate
from flaregen.understanding import read
from tests.calling.clients import OPTIONS
from tests.names.documents import TEXT, const, document, items, obj, operation
from tests.support import service
from tests.support.concepts import imported
from tests.support.loopback import Loopback, envelope, serve
from tests.support.openapi import ref

_RULE = obj(
    hostName=TEXT,
    originRequest=obj(**{"connectTimeout": TEXT, "http2-origin": TEXT}),
    parts=items(ref("rule")),
)
_AWS = obj("provider", provider=const("aws"), accessKeyId=TEXT, headers=ref("named_rules"))
_GCS = obj("provider", provider=const("gcs"), clientEmail=TEXT, snake_case=TEXT)
_FORM = {"multipart/form-data": {"schema": obj(metadata=ref("rule"))}}
_PATHS = {
    "POST /configurations": operation(obj(ingress=items(ref("rule"))), obj(id=TEXT)),
    "POST /migrations": operation(obj(source={"anyOf": [_AWS, _GCS]}), obj(id=TEXT)),
    "POST /copies": operation(
        {"anyOf": [obj("source", source=_AWS), obj("source", source=_GCS)]}, obj(id=TEXT)
    ),
    "POST /open": operation({**obj(name=TEXT), "additionalProperties": ref("rule")}, obj(id=TEXT)),
    "POST /lists": operation(items(ref("rule")), obj(id=TEXT)),
    "POST /grids": operation(items(items(ref("rule"))), obj(id=TEXT)),
    "POST /either": operation({"oneOf": [ref("rule"), items(ref("rule"))]}, obj(id=TEXT)),
    "POST /uploads": {**operation(answer=obj(id=TEXT)), "requestBody": {"content": _FORM}},
}
_SHARED = {"rule": _RULE, "named_rules": {"type": "object", "additionalProperties": ref("rule")}}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("dicts")
    (folder / "spec.json").write_text(json.dumps(document(_PATHS, **_SHARED).root), "utf-8")
    config = replace(configuration.load(None), overlays=(), names=None, scopes=(), project=False)
    config = replace(config, spec=str(folder / "spec.json"), operations=("*",), package="dicts")
    with imported(generate(config, read(config)), folder, config.package) as found:
        yield found


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serve(envelope({"id": "x"})) as found:
        yield found


@pytest.fixture
def client(package: Any, server: Loopback) -> Iterator[Any]:
    options = {name: value for name, value in OPTIONS.items() if name != "account_id"}
    with package.Cloudflare(base_url=server.url, **options) as found:
        yield found


_SENT = {"hostName": "a", "originRequest": {"connectTimeout": "1", "http2-origin": "2"}}
_CALLED = {"host_name": "a", "origin_request": {"connect_timeout": "1", "http2_origin": "2"}}


@pytest.mark.parametrize("rule", [_SENT, _CALLED], ids=["of JSON", "of fields"])
def test_dicts_in_lists_and_in_each_other(client: Any, server: Loopback, rule: Any) -> None:
    reported: list[Any] = []
    configurations = client.with_options(on_drift=reported.append).configurations
    configurations.create(ingress=[{**rule, "parts": (rule,), "newer_name": rule}])
    assert [drift.path for drift in reported] == ["$.ingress[0].newer_name"]
    # What no field holds stays as it is.
    expected = {**_SENT, "parts": [_SENT], "newer_name": rule}
    assert server.last.json() == {"ingress": [expected]}


def test_a_field_by_both_of_its_names_loses_none(client: Any, server: Loopback) -> None:
    reported: list[Any] = []
    configurations = client.with_options(on_drift=reported.append).configurations
    both = {"hostName": "a", "host_name": "b"}
    for rule in (both, dict(reversed(both.items()))):
        configurations.create(ingress=[rule])
        assert server.last.json() == {"ingress": [both]}
    assert {drift.path for drift in reported} == {"$.ingress[0].host_name"}


@pytest.mark.parametrize("method", ["migrations", "copies"])
def test_the_form_that_has_the_names(client: Any, server: Loopback, method: str) -> None:
    create = getattr(client, method).create
    create(source={"provider": "aws", "access_key_id": "a", "headers": {"host_name": _CALLED}})
    source = {"provider": "aws", "accessKeyId": "a", "headers": {"host_name": _SENT}}
    assert server.last.json() == {"source": source}
    create(source={"provider": "gcs", "client_email": "a", "snake_case": "b"})
    assert server.last.json()["source"] == {
        "provider": "gcs",
        "clientEmail": "a",
        "snake_case": "b",
    }


def test_dicts_in_classes_and_in_forms(package: Any, client: Any, server: Loopback) -> None:
    client.configurations.create(package.ConfigurationsCreateParams(ingress=[_CALLED]))
    assert server.last.json() == {"ingress": [_SENT]}
    client.configurations.create(body={"ingress": [_CALLED]})
    assert server.last.json() == {"ingress": [_SENT]}
    client.uploads.create(metadata=_CALLED)
    (part,) = service.parts(server.last)
    assert json.loads(part.content) == _SENT


def test_members_that_the_schema_has_without_a_name(client: Any, server: Loopback) -> None:
    """Also one that looks like a field."""
    client.with_options(on_drift="raise").open.create(name="a", names=_SENT)
    assert server.last.json() == {"name": "a", "names": _SENT}


@pytest.mark.parametrize("rule", [_SENT, _CALLED], ids=["of JSON", "of fields"])
def test_dicts_in_a_list_that_is_the_body(
    package: Any, client: Any, server: Loopback, rule: Any
) -> None:
    client.lists.create([rule, package.Rule(host_name="b", parts=[rule])])
    assert server.last.json() == [_SENT, {"hostName": "b", "parts": [_SENT]}]
    client.grids.create([[rule], []])
    assert server.last.json() == [[_SENT], []]
    client.either.create(body=[rule])
    assert server.last.json() == [_SENT]


@pytest.mark.parametrize("body", [{"ingress": [], "more": 1}, [{"id": "a"}]], ids=["dict", "list"])
def test_a_whole_body_by_keyword(client: Any, server: Loopback, body: Any) -> None:
    """Also where the document has fields, and the SDK none."""
    assert client.configurations.create(body=body).id == "x"
    assert server.last.json() == body
