"""Fields of a model that have the names of options: both can be given."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from flaregen.pipeline import generate
from flaregen.understanding import read
from tests.support.concepts import imported
from tests.support.loopback import Loopback, envelope, serve
from tests.support.pinned import ROOT, pinned_config

_MODEL = "@cf/baai/bge-reranker-base"
_FIELDS: dict[str, Any] = {
    "timeout": {"type": "integer"},
    "account_id": {"type": "string"},
    "extra_body": {"type": "object"},
}
_SENT = {"query": "x", "contexts": [], "timeout": 7, "account_id": "theirs", "extra_body": {"a": 1}}
_OPTIONS: Any = {"api_token": "token", "account_id": "ours", "max_retries": 0, "on_drift": "raise"}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A client whose reranker has such fields."""
    folder = tmp_path_factory.mktemp("colliding")
    document = json.loads((ROOT / "spec" / "openapi.json").read_bytes())
    path = document["paths"][f"/accounts/{{account_id}}/ai/run/{_MODEL}"]
    content = path["post"]["requestBody"]["content"]["application/json"]
    content["schema"] = {"allOf": [content["schema"], {"type": "object", "properties": _FIELDS}]}
    (folder / "openapi.json").write_text(json.dumps(document), encoding="utf-8")
    config = replace(pinned_config(), spec=str(folder / "openapi.json"), package="colliding")
    with imported(generate(config, read(config)), folder, config.package) as found:
        yield found


def _call(runner: Any) -> Any:
    return runner.run(
        query="x",
        contexts=[],
        timeout_=7,
        account_id_="theirs",
        extra_body_={"a": 1},
        timeout=3,
        deadline=5,
        extra_body={"more": True},
    )


def _check(server: Loopback) -> None:
    assert server.last.path == f"/accounts/ours/ai/run/{_MODEL}"
    assert server.last.json() == {**_SENT, "more": True}


def test_options_and_fields_of_one_name_are_both_given(package: Any) -> None:
    with serve(envelope({"response": []})) as server:
        with package.Cloudflare(base_url=server.url, **_OPTIONS) as client:
            _call(client.ai.model(_MODEL))
            _check(server)
            _call(client.ai.with_raw_response.model(_MODEL)).parse()
            _check(server)
            with _call(client.ai.with_streaming_response.model(_MODEL)) as response:
                assert response.parse().response == []
            _check(server)


def test_the_asynchronous_client_takes_both(package: Any) -> None:
    async def call(url: str) -> None:
        async with package.AsyncCloudflare(base_url=url, **_OPTIONS) as client:
            await _call(client.ai.model(_MODEL))

    with serve(envelope({"response": []})) as server:
        asyncio.run(call(server.url))
        _check(server)
